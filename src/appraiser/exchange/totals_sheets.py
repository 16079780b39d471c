"""The sheets of scores and totals, tied together by formulas that work when changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.results import Results
from appraiser.analysis.scoring.ranking import TIE
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.fields import Kind
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.terms import MissingScores
from appraiser.domain.written import listed
from appraiser.exchange.cells import Formula, letter
from appraiser.exchange.criteria_sheet import SHARE, add_criteria
from appraiser.exchange.spreadsheet import add_sheet, put_heading, put_headings, put_row
from appraiser.exchange.tables import CellValue, Column, names_of

if TYPE_CHECKING:
    from openpyxl import Workbook

SCORES = "Scores"
TOTALS = "Totals"


@dataclass(frozen=True, slots=True)
class ScoreGrid:
    """Where the scores stand: a row for each option, the weights above them."""

    weights: str
    rows: Mapping[OptionId, str]


def add_totals_sheets(
    workbook: Workbook, appraisal: Appraisal, results: Results, notes: Sequence[str]
) -> None:
    """Add the three sheets; a change to a weight or a score on them changes the totals."""
    weights = add_criteria(workbook, appraisal, results.weights, notes)
    grid = add_scores(workbook, appraisal, results, weights, notes)
    add_totals(workbook, appraisal, results, grid, notes)


def add_scores(
    workbook: Workbook,
    appraisal: Appraisal,
    results: Results,
    weights: Mapping[CriterionId, str],
    notes: Sequence[str],
) -> ScoreGrid:
    """Add the scores that feed the totals, from 0 to 100; a cell without one is empty."""
    feed = f"Totals use: {results.feed.label}. An empty cell is a missing score, never nought."
    sheet = add_sheet(workbook, SCORES, SCORES, [*notes, feed])
    scored = [each.id for each in leaves(appraisal.criteria)]
    names = names_of(appraisal)
    columns = [Column("Option", Kind.LINE)]
    columns += [Column(names["criteria"][each], Kind.NUMBER) for each in scored]
    weight_row = put_headings(sheet, columns) + 1
    shares: list[CellValue] = [None] * len(scored)
    if results.weights is not None:
        worth = results.weights.leaf_shares
        shares = [Formula(f"={weights[each]}", worth[each]) for each in scored]
    put_row(sheet, weight_row, columns, ["Weight", *shares])
    put_heading(sheet, weight_row, 1, "Weight")
    rows = {}
    for row, each in enumerate(results.options, start=weight_row + 1):
        scores = [contribution.score for contribution in each.contributions]
        put_row(sheet, row, columns, [names["options"][each.option], *scores])
        rows[each.option] = _across(row, len(scored))
    for column in range(2, len(columns) + 1):
        sheet.cell(weight_row, column).number_format = SHARE
    return ScoreGrid(_across(weight_row, len(scored)), rows)


_TOTALS_COLUMNS = (
    Column("Option", Kind.LINE),
    Column("Gates", Kind.LINE),
    Column("Total", Kind.NUMBER),
    Column("Rank", Kind.NUMBER),
    Column("Scores missing", Kind.NUMBER),
    Column("Total in Appraiser", Kind.NUMBER),
    Column("Rank in Appraiser, gates aside", Kind.NUMBER),
    Column("Rank in Appraiser among those no gate bars", Kind.NUMBER),
    Column("Lowest it could be in Appraiser", Kind.NUMBER),
    Column("Highest it could be in Appraiser", Kind.NUMBER),
)


def add_totals(
    workbook: Workbook,
    appraisal: Appraisal,
    results: Results,
    grid: ScoreGrid,
    notes: Sequence[str],
) -> None:
    """Add the totals, worked out by formulas and, beside them, as the program found them."""
    told = [
        f"When a score is missing: {results.missing.label}.",
        "Gates never enter a total. A barred option keeps its total and cannot be recommended.",
        "Total and rank are formulas over the sheets before this one; the rest is as exported.",
    ]
    sheet = add_sheet(workbook, TOTALS, TOTALS, [*notes, *told])
    first = put_headings(sheet, _TOTALS_COLUMNS) + 1
    names = names_of(appraisal)["options"]
    column = f"$C${first}:$C${first + len(results.options) - 1}"
    for row, each in enumerate(results.options, start=first):
        live: list[CellValue] = [None, None, len(each.missing)]
        if results.weights is not None:
            live = list(_live(row, each, grid, column, results.missing))
        exported = [each.total, each.rank, each.open_rank, each.lowest, each.highest]
        put_row(sheet, row, _TOTALS_COLUMNS, [names[each.option], _gates(each), *live, *exported])
        for number in (3, 6, 9, 10):
            sheet.cell(row, number).number_format = "0"


def _live(
    row: int, option: OptionResult, grid: ScoreGrid, totals: str, policy: MissingScores
) -> tuple[Formula, Formula, Formula]:
    """Give the formulas of a total, its rank and how many scores are missing.

    A total is the sum of weight times score. Where scores are missing it is left empty, or, when
    the policy is to use what is scored, divided by the weight that is scored.
    """
    scores, weights = grid.rows[option.option], grid.weights
    weighted = f"SUMPRODUCT({scores},{weights})"
    if policy is MissingScores.SCORED_ONLY:
        carried = f"SUMPRODUCT(ISNUMBER({scores})*{weights})"
        total = f'=IF({carried}=0,"",{weighted}/{carried})'
    else:
        lacking = f"SUMPRODUCT((1-ISNUMBER({scores}))*({weights}>0))"
        total = f'=IF({lacking}>0,"",{weighted})'
    rank = f'=IF(C{row}="","",1+COUNTIF({totals},">"&(C{row}+{TIE:.6f})))'
    return (
        Formula(total, option.total),
        Formula(rank, option.rank),
        Formula(f"=COLUMNS({scores})-COUNT({scores})", len(option.missing)),
    )


def _gates(option: OptionResult) -> str:
    if not option.barred:
        return "Open"
    return f"Barred: {listed([each.gate.label for each in option.barring])}"


def _across(row: int, count: int) -> str:
    return f"'{SCORES}'!$B${row}:${letter(1 + max(count, 1))}${row}"
