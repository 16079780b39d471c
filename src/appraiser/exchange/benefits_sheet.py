"""The sheet of benefits, for the Comprehensive Investment Appraisal model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from appraiser.analysis.money.benefit_lines import BenefitLine, benefit_lines
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.case import Benefit
from appraiser.domain.fields import Kind, specs
from appraiser.domain.ids import BenefitId
from appraiser.exchange.cells import Formula
from appraiser.exchange.spreadsheet import add_sheet, put, put_headings, put_row
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

    from appraiser.catalogue.loading import Catalogue

BENEFITS = "Benefits for the CIA model"
SOURCE = "cia-notes"
"""The entry of the reference data that the types of benefit are taken from."""

_FIELDS = (
    *("kind", "title", "description", "unit", "yearly_value", "first_year", "last_year"),
    *("health", "strength", "evidence", "options", "contract_term", "owner"),
)
"""They stand in columns B to N, the value in F, the first year in G and the last in H."""

_NOTES = (
    (
        "One line for each benefit, by type, as the Comprehensive Investment Appraisal (CIA) model "
        "types them: cash-releasing (CRB), non-cash-releasing (NCRB), societal (SB), unmonetisable "
        "(UB)."
    ),
    (
        "Amounts by year are formulas, at the price base and not discounted. A benefit without a "
        "value has empty cells, never nought."
    ),
    (
        "The appraisal holds no probability, risk or optimism bias of a benefit. The strength of "
        "its evidence is given; the rest is to be settled in the model."
    ),
)


def add_benefits(
    workbook: Workbook,
    appraisal: Appraisal,
    catalogue: Catalogue,
    horizon: str,
    notes: Sequence[str],
) -> Mapping[BenefitId, int]:
    """Add the sheet; give the row of each benefit. `horizon` is the cell with the years costed."""
    source = catalogue.source(SOURCE)
    told = f"Source of the types: {source.publisher}, {source.title}, {source.address}."
    sheet = add_sheet(workbook, BENEFITS, BENEFITS, [*notes, *_NOTES, told])
    lines = benefit_lines(appraisal)
    if not lines:
        put(sheet, sheet.max_row + 2, 1, "There are none.")
        return {}
    described = [specs(Benefit)[name] for name in _FIELDS]
    years = range(appraisal.costing.horizon)
    columns = [
        Column("Line", Kind.NUMBER),
        *map(column_of, described),
        Column("Missing", Kind.TEXT),
        *(Column(_year(appraisal, each), Kind.MONEY) for each in years),
    ]
    of, names = {each.id: each for each in appraisal.benefits}, names_of(appraisal)
    rows: dict[BenefitId, int] = {}
    for row, line in enumerate(lines, start=put_headings(sheet, columns) + 1):
        rows[line.benefit] = row
        fields = [
            cell_value(spec, getattr(of[line.benefit], spec.name), names) for spec in described
        ]
        amounts = [_amount(line, row, year, horizon) for year in years]
        put_row(sheet, row, columns, [line.code, *fields, "; ".join(line.missing), *amounts])
    return rows


def _year(appraisal: Appraisal, year: int) -> str:
    base = appraisal.costing.base_year
    after = "" if base is None else f", {base + year}"
    return f"Year {year}{after} (£)"


def _amount(line: BenefitLine, row: int, year: int, horizon: str) -> CellValue:
    if line.amounts is None:
        return None
    last = f'IF($H{row}="",{horizon}-1,$H{row})'
    within = f"IF($G{row}>{year},0,IF({last}<{year},0,$F{row}))"
    words = f'=IF($F{row}="","",IF({year}>={horizon},0,{within}))'
    return Formula(words, in_pounds(line.amounts[year]))
