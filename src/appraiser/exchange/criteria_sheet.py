"""The sheet of criteria, with weights that follow from what was given by formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from appraiser.analysis.weighting.weights import CriterionWeight, Weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Criterion
from appraiser.domain.fields import Kind, specs
from appraiser.domain.ids import CriterionId
from appraiser.domain.terms import WeightMethod
from appraiser.exchange.cells import Formula, cells_of, letter
from appraiser.exchange.spreadsheet import add_sheet, put_headings, put_row
from appraiser.exchange.tables import CellValue, Column, cell_value, column_of, names_of

if TYPE_CHECKING:
    from openpyxl import Workbook

CRITERIA = "Criteria and weights"
SHARE = "0.0%"

_NORMALISED = {WeightMethod.SWING, WeightMethod.POINTS}
_GIVEN, _LOCAL, _WEIGHT = 4, 5, 6

_SHOWN_APART = ("id", "name", "parent")
_CRITERIA_COLUMNS = (
    Column("Criterion", Kind.LINE),
    Column("Under", Kind.LINK),
    Column("Scored", Kind.FLAG),
    Column("Given", Kind.NUMBER),
    Column("Share of those beside it", Kind.NUMBER),
    Column("Weight", Kind.NUMBER),
    Column("Weight in Appraiser", Kind.NUMBER),
)


def add_criteria(
    workbook: Workbook, appraisal: Appraisal, weights: Weights | None, notes: Sequence[str]
) -> Mapping[CriterionId, str]:
    """Add the criteria with their weights; give the cell of each weight, if there are weights."""
    technique = (
        f"How raw became weight: {weights.technique}." if weights else "There are no weights yet."
    )
    sheet = add_sheet(workbook, CRITERIA, CRITERIA, [*notes, technique])
    described = [spec for spec in specs(Criterion).values() if spec.name not in _SHOWN_APART]
    columns = [*_CRITERIA_COLUMNS, *map(column_of, described)]
    first = put_headings(sheet, columns) + 1
    rows = {each.id: row for row, each in enumerate(appraisal.criteria, start=first)}
    names = names_of(appraisal)
    for each in appraisal.criteria:
        weight = weights.of[each.id] if weights else None
        values = [cell_value(spec, getattr(each, spec.name), names) for spec in described]
        under = names["criteria"][each.parent] if each.parent else None
        head: list[CellValue] = [names["criteria"][each.id], under]
        head += _weighed(weight, weights, rows)
        put_row(sheet, rows[each.id], columns, [*head, *values])
        for column in (_LOCAL, _WEIGHT, _WEIGHT + 1):
            sheet.cell(rows[each.id], column).number_format = SHARE
    if weights is None:
        return {}
    return {each: f"'{CRITERIA}'!${letter(_WEIGHT)}${row}" for each, row in rows.items()}


def _weighed(
    weight: CriterionWeight | None, weights: Weights | None, rows: Mapping[CriterionId, int]
) -> list[CellValue]:
    """Give what stands under scored, given, share, weight, and weight in Appraiser."""
    if weight is None or weights is None:
        return [None] * 5
    row = rows[weight.criterion]
    beside = [rows[each.criterion] for each in weights.criteria if each.parent == weight.parent]
    local: CellValue = weight.local
    if weights.method in _NORMALISED:
        local = Formula(f"={letter(_GIVEN)}{row}/SUM({cells_of(_GIVEN, beside)})", weight.local)
    above = f"*{letter(_WEIGHT)}{rows[weight.parent]}" if weight.parent else ""
    cumulative = Formula(f"={letter(_LOCAL)}{row}{above}", weight.cumulative)
    return ["Yes" if weight.leaf else "No", weight.raw, local, cumulative, weight.cumulative]
