"""Write the scores of an appraisal as one comma-separated table, for any other program."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.results import Results
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet
from appraiser.exchange.notices import short_standing
from appraiser.exchange.tables import names_of
from appraiser.replacing import replacing

_HEADINGS = (
    "Option id",
    "Option",
    "Form",
    "Barred by a gate",
    "Total",
    "Rank",
    "Rank among those no gate bars",
    "Criterion id",
    "Criterion",
    "Weight",
    "Score",
    "Points",
    "Reason",
    "Standing",
)

_DECIMALS = 6  # enough to add up again, without the noise of binary sums


def write_csv(appraisal: Appraisal, results: Results, path: Path) -> None:
    """Write a row for each option of the shortlist and each criterion that is scored.

    Weights run from 0 to 1, scores and totals from 0 to 100, and points are weight times score.
    The file is UTF-8 with a byte order mark, which spreadsheets look for. What people typed
    cannot act as a formula. Raises `Problem` if the file cannot be written; the old one stays.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEADINGS)
    standing = short_standing(appraisal, results)
    for row in _rows(appraisal, results):
        writer.writerow([_safe(each) for each in (*row, standing)])
    with replacing(path) as stream:
        stream.write(text.getvalue().encode("utf-8-sig"))


def _rows(appraisal: Appraisal, results: Results) -> Iterator[tuple[str | float | None, ...]]:
    names = names_of(appraisal)
    agreed = appraisal.sheets.get(CONSENSUS, ScoreSheet()).cells
    for each in results.options:
        head = _head(appraisal, each)
        for part in each.contributions:
            reason = agreed.get(Cell(each.option, part.criterion), Score()).reason
            criterion = names["criteria"][part.criterion]
            yield (*head, part.criterion, criterion, part.weight, part.score, part.points, reason)


def _head(appraisal: Appraisal, result: OptionResult) -> tuple[str | float | None, ...]:
    option = appraisal.option(result.option)
    barred = "Yes" if result.barred else "No"
    ranks = (result.rank, result.open_rank)
    return (option.id, option.name, option.form, barred, result.total, *ranks)


def _safe(value: str | float | None) -> str | int | float:
    """Give what may stand in a cell: an apostrophe keeps text from acting as a formula."""
    match value:
        case None:
            return ""
        case float():
            return round(value, _DECIMALS)
        case str() if value.startswith(("=", "+", "-", "@", "\t", "\r")):
            return f"'{value}"
    return value
