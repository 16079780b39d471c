"""Write the scores of an appraisal as one comma-separated table, for any other program."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from appraiser.analysis.option_results import Contribution, OptionResult
from appraiser.analysis.results import Results
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.checking import without_unprintable
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet
from appraiser.exchange.notices import short_standing
from appraiser.exchange.tables import in_pounds, names_of
from appraiser.replacing import replacing

_HEADINGS = (
    *("Appraisal id", "Trust", "Option id", "Option", "Role", "Stays in the NHS", "Form"),
    *("Barred by a gate", "Gates that bar it", "Total", "Lowest total", "Highest total"),
    *("Rank", "Rank among those no gate bars"),
    *("Cost over the years costed (£)", "Social value against business as usual (£)"),
    *("Criterion id", "Criterion", "Under", "Weight", "Score", "Points"),
    *("Lowest score it could be", "Highest score it could be", "Performance"),
    *("Reason", "Evidence", "Totals use", "Standing"),
)

_DECIMALS = 6  # enough to add up again, without the noise of binary sums

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")
"""How a text begins that some spreadsheet takes for a formula; the wide signs do so in some."""

_Value = str | float | None


def write_csv(appraisal: Appraisal, results: Results, path: Path) -> None:
    """Write a row for each option of the shortlist and each criterion that is scored.

    Weights run from 0 to 1, scores and totals from 0 to 100, and points are weight times score.
    What is said of an option stands in each of its rows, so that no other table is needed; ids
    join rows of several appraisals. Ranges, reasons and evidence are those the room agreed on.
    The file is UTF-8 with a byte order mark, which spreadsheets look for. What people typed
    cannot act as a formula. Raises `Problem` if the file cannot be written; the old one stays.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEADINGS)
    standing = (results.feed.label, short_standing(appraisal, results))
    for row in _rows(appraisal, results):
        writer.writerow([_safe(each) for each in (*row, *standing)])
    with replacing(path) as stream:
        stream.write(text.getvalue().encode("utf-8-sig"))


def _rows(appraisal: Appraisal, results: Results) -> Iterator[tuple[_Value, ...]]:
    agreed = appraisal.sheets.get(CONSENSUS, ScoreSheet()).cells
    for each in results.options:
        head = _head(appraisal, results, each)
        for part in each.contributions:
            score = agreed.get(Cell(each.option, part.criterion), Score())
            yield (*head, *_part(appraisal, part), *_said(score))


def _head(appraisal: Appraisal, results: Results, result: OptionResult) -> tuple[_Value, ...]:
    """Give what every row of an option says of it."""
    option = appraisal.option(result.option)
    money = results.money.of[option.id].economic.incremental
    return (
        *(appraisal.id, appraisal.trust.name, option.id, option.name, option.role.label),
        *(_yes(option.stays_in_nhs), option.form, _yes(result.barred)),
        "; ".join(gate.gate.label for gate in result.barring),
        *(result.total, result.lowest, result.highest, result.rank, result.open_rank),
        *(_pounds(result.costs.over_horizon), _pounds(money.npv)),
    )


def _part(appraisal: Appraisal, part: Contribution) -> tuple[_Value, ...]:
    """Give one criterion, the branch it stands under, and what it adds to the total."""
    names = names_of(appraisal)["criteria"]
    parents = {each.id: each.parent for each in appraisal.criteria}
    above = parents[part.criterion]
    under = "" if above is None else names[above]
    return part.criterion, names[part.criterion], under, part.weight, part.score, part.points


def _said(score: Score) -> tuple[_Value, ...]:
    return score.low, score.high, score.performance, score.reason, score.evidence


def _yes(so: bool) -> str:  # noqa: FBT001 - it is what is written
    return "Yes" if so else "No"


def _pounds(pence: int | None) -> float | None:
    return None if pence is None else in_pounds(pence)


def _safe(value: _Value) -> str | int | float:
    """Give what may stand in a cell: an apostrophe keeps text from acting as a formula."""
    match value:
        case None:
            return ""
        case float():
            return round(value, _DECIMALS)
        case str():
            words = without_unprintable(value)
            return f"'{words}" if words.startswith(_STARTS) else words
    return value
