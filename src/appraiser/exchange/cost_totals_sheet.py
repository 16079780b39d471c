"""The sheet of what each option costs in all, by formulas over its cost lines and taxes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from appraiser.analysis.money.cost_totals import CostTotals
from appraiser.analysis.results import Results
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.fields import Kind
from appraiser.domain.money_terms import CostCategory, CostKind
from appraiser.exchange.cells import Formula
from appraiser.exchange.costs_sheets import LINES, TAX, VAT, CostCells
from appraiser.exchange.spreadsheet import add_sheet, put_headings, put_row
from appraiser.exchange.tables import CellValue, Column, in_pounds, names_of

if TYPE_CHECKING:
    from openpyxl import Workbook

TOTALS = "Cost totals"

_SUMS = (
    "Once (£)",
    "Each year (£)",
    "VAT lost each year (£)",
    "Corporation tax each year (£)",
    "All over the years costed (£)",
)
_COLUMNS = (
    Column("Option", Kind.LINE),
    *(Column(each, Kind.MONEY) for each in _SUMS),
    Column("Income in a year (£)", Kind.MONEY),
    Column("Break-even (% of income)", Kind.NUMBER),
    *(Column(each.replace(" (£)", " in Appraiser (£)"), Kind.MONEY) for each in _SUMS),
    Column("Break-even in Appraiser (% of income)", Kind.NUMBER),
)
_NOTES = (
    (
        "Costs are undiscounted changes from business as usual; below nought is a saving. Once and "
        "each year leave VAT and corporation tax out; all over the years has them in."
    ),
    (
        "Break-even is the yearly gain, as a share of income, that pays for lost VAT and tax. An "
        "empty cell is not known, never nought."
    ),
)


def add_cost_totals(
    workbook: Workbook,
    appraisal: Appraisal,
    results: Results,
    cells: CostCells,
    notes: Sequence[str],
) -> None:
    """Add a row for each option of the shortlist, by formula and as the program found it."""
    sheet = add_sheet(workbook, TOTALS, TOTALS, [*notes, *_NOTES])
    first, names = put_headings(sheet, _COLUMNS) + 1, names_of(appraisal)["options"]
    for row, each in enumerate(results.options, start=first):
        found = each.costs
        exported = [
            None if pence is None else in_pounds(pence)
            for pence in (
                *(found.one_off, found.yearly, found.lost_vat, found.corporation_tax),
                *(found.over_horizon, found.income),
            )
        ]
        *sums, income = exported
        even = found.break_even_productivity
        live = [
            None if value is None else Formula(words, value)
            for words, value in zip(_formulas(appraisal, found, cells), sums, strict=True)
        ]
        gain = None if even is None else Formula(_gain(row), even)
        values: list[CellValue] = [names[each.option], *live, income, gain, *sums, even]
        put_row(sheet, row, _COLUMNS, values)
        for column in (8, len(_COLUMNS)):
            sheet.cell(row, column).number_format = "0.0"


def _gain(row: int) -> str:
    return f'=IF(G{row}=0,"",100*SUM(D{row}:E{row})/G{row})'


def _formulas(appraisal: Appraisal, of: CostTotals, cells: CostCells) -> list[str]:
    """Give the formulas of the five sums, in their order."""
    rows = [cells.lines[each.id] for each in appraisal.cost_lines if each.option == of.option]
    stated = [
        cells.taxes.cell(each, cells.taxes.of[of.option])
        for each in (VAT, TAX)
        if of.option in cells.taxes.of
    ]
    over = f"=SUM({_column('K', rows)})" if rows else "=0"
    if stated:
        over += f"+SUM({','.join(stated)})*{cells.horizon}"
    return [
        _ordinary(CostKind.ONE_OFF, rows),
        _ordinary(CostKind.YEARLY, rows),
        *(_lost(each, of, rows, cells) for each in (VAT, TAX)),
        over,
    ]


def _ordinary(kind: CostKind, rows: Sequence[int]) -> str:
    """Sum the lines that fall once, or yearly, and are neither VAT nor tax."""
    if not rows:
        return ""
    others = ",".join(f'{_column("D", rows)},"<>{each.label}"' for each in (VAT, TAX))
    return f'=SUMIFS({_column("E", rows)},{_column("C", rows)},"{kind.label}",{others})'


def _lost(category: CostCategory, of: CostTotals, rows: Sequence[int], cells: CostCells) -> str:
    """Give VAT or tax as the tax position states it, or else as the cost lines do."""
    lines = '""'
    if rows:
        lines = (
            f'SUMIFS({_column("E", rows)},{_column("C", rows)},"{CostKind.YEARLY.label}",'
            f'{_column("D", rows)},"{category.label}")'
        )
    if of.option not in cells.taxes.of:
        return f"={lines}"
    stated = cells.taxes.cell(category, cells.taxes.of[of.option])
    return f'=IF({stated}="",{lines},{stated})'


def _column(letter: str, rows: Sequence[int]) -> str:
    """Give a column of the cost lines of one option, which follow each other."""
    return f"'{LINES}'!${letter}${min(rows)}:${letter}${max(rows)}"
