"""The sheets of costs and taxes, each line worked out by formulas that follow what is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.money.cost_totals import stated_taxes, years_of
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.costs import Costing, CostLine, TaxPosition
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.ids import CostLineId, OptionId, TaxPositionId
from appraiser.domain.money_terms import CostCategory, CostKind
from appraiser.exchange.cells import Formula
from appraiser.exchange.spreadsheet import add_sheet, put_headings, put_row
from appraiser.exchange.tables import (
    CellValue,
    Column,
    cell_value,
    column_of,
    in_pounds,
    names_of,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

COSTING, TAXES, LINES = "Costing", "Tax and VAT", "Costs"
VAT, TAX = CostCategory.IRRECOVERABLE_VAT, CostCategory.CORPORATION_TAX


@dataclass(frozen=True, slots=True)
class TaxCells:
    """The row of each tax position, and of the one that counts for each option."""

    positions: Mapping[TaxPositionId, int]
    of: Mapping[OptionId, int]

    def cell(self, category: CostCategory, row: int) -> str:
        """Give the cell with the VAT lost, or the corporation tax, of a tax position."""
        return f"'{TAXES}'!${_AMOUNTS[category]}${row}"


@dataclass(frozen=True, slots=True)
class CostCells:
    """Where the costs stand, for the formulas of other sheets."""

    horizon: str
    """The cell that says how many years are costed."""
    taxes: TaxCells
    lines: Mapping[CostLineId, int]
    """The row of each cost line; those of an option follow each other."""


_AMOUNTS = {VAT: "B", TAX: "F"}


def add_costs(workbook: Workbook, appraisal: Appraisal, notes: Sequence[str]) -> CostCells:
    """Add the ground rules, the tax positions and the cost lines."""
    horizon = _add_costing(workbook, appraisal, notes)
    taxes = _add_taxes(workbook, appraisal, notes)
    lines = _add_lines(workbook, appraisal, horizon, taxes, notes)
    return CostCells(horizon, taxes, lines)


def _add_costing(workbook: Workbook, appraisal: Appraisal, notes: Sequence[str]) -> str:
    """Add the ground rules; give the cell of the years costed."""
    sheet = add_sheet(workbook, COSTING, COSTING, [*notes, _COSTING_NOTE])
    columns = (Column("What", Kind.LINE), Column("It says", Kind.TEXT))
    described = specs(Costing)
    first = put_headings(sheet, columns) + 1
    for row, spec in enumerate(described.values(), start=first):
        value = cell_value(spec, getattr(appraisal.costing, spec.name), {})
        put_row(sheet, row, columns, [column_of(spec).title, value])
    return f"'{COSTING}'!$B${first + list(described).index('horizon')}"


_COSTING_NOTE = (
    "The years costed may be lowered here. To raise them, change them in Appraiser: the sheets "
    "have a row or a column for each year."
)


def _add_taxes(workbook: Workbook, appraisal: Appraisal, notes: Sequence[str]) -> TaxCells:
    sheet = add_sheet(workbook, TAXES, TAXES, [*notes, _TAX_NOTE])
    given = _fields(TaxPosition, "option", "lost_vat", "taxable_surplus", "tax_rate", "settled")
    rest = _fields(TaxPosition, "basis")
    columns = [*map(column_of, given), *_TAX_SUMS, *map(column_of, rest)]
    first, names = put_headings(sheet, columns) + 1, names_of(appraisal)
    rows: dict[TaxPositionId, int] = {}
    for row, each in enumerate(appraisal.tax_positions, start=first):
        rows[each.id] = row
        pence = stated_taxes(each).get(TAX)
        exported = None if pence is None else in_pounds(pence)
        words = f'=IF(C{row}="","",IF(D{row}="","",ROUND(C{row}*D{row}/100,2)))'
        before, after = _values(each, given, names), _values(each, rest, names)
        put_row(sheet, row, columns, [*before, Formula(words, exported), exported, *after])
    first_wins = {each.option: rows[each.id] for each in reversed(appraisal.tax_positions)}
    return TaxCells(rows, first_wins)


_TAX_NOTE = (
    "Corporation tax = taxable surplus x rate. VAT and tax that stand here take the place of cost "
    "lines for them."
)
_TAX_SUMS = (
    Column("Corporation tax in a year (£)", Kind.MONEY),
    Column("Corporation tax in Appraiser (£)", Kind.MONEY),
)


def _add_lines(
    workbook: Workbook,
    appraisal: Appraisal,
    horizon: str,
    taxes: TaxCells,
    notes: Sequence[str],
) -> Mapping[CostLineId, int]:
    sheet = add_sheet(workbook, LINES, LINES, [*notes, _LINE_NOTE])
    given, rest = _fields(CostLine, *_GIVEN), _fields(CostLine, "basis")
    columns = [*map(column_of, given), *_LINE_SUMS, *map(column_of, rest)]
    first, names = put_headings(sheet, columns) + 1, names_of(appraisal)
    rows: dict[CostLineId, int] = {}
    for row, each in enumerate(_by_option(appraisal), start=first):
        rows[each.id] = row
        before, after = _values(each, given, names), _values(each, rest, names)
        worked_out = _working(appraisal, each, row, horizon, taxes)
        put_row(sheet, row, columns, [*before, *worked_out, *after])
    return rows


_GIVEN = (
    *("option", "title", "kind", "category", "amount", "first_year", "last_year"),
    *("optimism_category", "mitigation"),
)
"""The fields that the formulas work on, in columns A to I; the formulas stand in J and K."""

_LINE_NOTE = (
    "Years are counted from 0. A line comes to its amount times the years in which it falls; "
    "below nought is a saving. Nothing here is discounted, and no optimism bias is added."
)
_LINE_SUMS = (
    Column("Years in which it falls", Kind.NUMBER),
    Column("Comes to (£)", Kind.MONEY),
    Column("Comes to in Appraiser (£)", Kind.MONEY),
)


def _by_option(appraisal: Appraisal) -> list[CostLine]:
    """Give the cost lines, those of the shortlist first, each option's together."""
    options = [*appraisal.shortlist, *appraisal.options]
    places = {each.id: at for at, each in reversed(list(enumerate(options)))}
    return sorted(appraisal.cost_lines, key=lambda line: places[line.option])


def _working(
    appraisal: Appraisal, line: CostLine, row: int, horizon: str, taxes: TaxCells
) -> list[CellValue]:
    """Give the years in which a line falls, what it comes to, and that in Appraiser."""
    position = next((each for each in appraisal.tax_positions if each.option == line.option), None)
    times = years_of(line, appraisal.costing.horizon)
    pence = 0 if line.category in stated_taxes(position) else line.amount * times
    last = f'IF(G{row}="",{horizon}-1,MIN(G{row},{horizon}-1))'
    years = (
        f'=IF(C{row}="{CostKind.ONE_OFF.label}",IF(F{row}<{horizon},1,0),MAX(0,{last}-F{row}+1))'
    )
    comes_to = f"=E{row}*J{row}"
    if line.option in taxes.of:
        counts = "1"
        for category in (VAT, TAX):
            stated = taxes.cell(category, taxes.of[line.option])
            counts = f'IF(D{row}="{category.label}",IF({stated}="",1,0),{counts})'
        comes_to += f"*{counts}"
    exported = in_pounds(pence)
    return [Formula(years, times), Formula(comes_to, exported), exported]


def _fields(entity: type, *names: str) -> list[FieldSpec]:
    return [specs(entity)[name] for name in names]


def _values(
    each: CostLine | TaxPosition,
    described: Sequence[FieldSpec],
    names: Mapping[str, Mapping[str, str]],
) -> list[CellValue]:
    return [cell_value(spec, getattr(each, spec.name), names) for spec in described]
