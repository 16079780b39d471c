"""How far each score that feeds the totals could lie to either side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from appraiser.analysis.scoring.feeding import Table, feeding_scores
from appraiser.analysis.scoring.score_matrix import middle_of
from appraiser.analysis.scoring.score_values import TOP, score_value
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.criteria import Criterion
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Cell, Score
from appraiser.domain.terms import Stage


class ScoreRange(NamedTuple):
    """The lowest a score could be, the score, and the highest; they never fall."""

    low: float
    score: float
    high: float


@dataclass(frozen=True, slots=True)
class ScoreRanges:
    """The ranges of the scores that have one; all others are exact.

    The findings name ranges that cannot be used, which are left aside: those that do not hold
    their score, or that leave the scale.
    """

    of: Mapping[Cell, ScoreRange]
    findings: tuple[Finding, ...] = ()


def score_ranges(appraisal: Appraisal) -> ScoreRanges:
    """Gather the ranges as the scores are gathered: of the consensus, or middles of what was given.

    The mean or median of several is taken of the lows, the scores and the highs alike; a score
    without a range counts as its own low and high.
    """
    return ranges_in(appraisal, feeding_scores(appraisal))


def ranges_in(appraisal: Appraisal, tables: Sequence[Table]) -> ScoreRanges:
    """Gather the ranges from the tables of scores that feed the totals."""
    found: dict[Cell, ScoreRange] = {}
    findings: list[Finding] = []
    places = product(appraisal.shortlist, leaves(appraisal.criteria))
    for (option, criterion), cell in zip(places, zip(*tables, strict=True), strict=False):
        given = [each for each in cell if each is not None]
        if [each for each in given if each.low is not None or each.high is not None]:
            over = _middle(appraisal, option, criterion, given, findings)
            if over is not None and over.low < over.high:
                found[Cell(option.id, criterion.id)] = over
    return ScoreRanges(found, tuple(dict.fromkeys(findings)))


def _middle(
    appraisal: Appraisal,
    option: Option,
    criterion: Criterion,
    given: Iterable[Score],
    findings: list[Finding],
) -> ScoreRange | None:
    known = [each for score in given if (each := _usable(option, criterion, score, findings))]
    middles = [middle_of(numbers, appraisal.scoring.feed) for numbers in zip(*known, strict=True)]
    return ScoreRange(*(each for each in middles if each is not None)) if middles else None


def _usable(
    option: Option, criterion: Criterion, score: Score, findings: list[Finding]
) -> ScoreRange | None:
    try:
        value = score_value(criterion, score)
    except Problem:
        return None  # `score_matrix` names it
    if value is None:
        return None
    ends = [each for each in (score.low, score.high) if each is not None]
    low = value if score.low is None else score.low
    high = value if score.high is None else score.high
    if not all(0 <= each <= TOP for each in ends):
        findings.append(_unusable(option, criterion, "does not lie from 0 to 100"))
    elif low <= value <= high:
        return ScoreRange(low, value, high)
    else:
        findings.append(_unusable(option, criterion, "does not hold the score itself"))
    return ScoreRange(value, value, value)


def _unusable(option: Option, criterion: Criterion, why: str) -> Finding:
    words = (
        f'The range of the score of "{called(option)}" on "{called(criterion)}" {why}, '
        "so it is left aside."
    )
    field = f"{option.id}/{criterion.id}"
    return Finding("range", Severity.WARNING, Stage.SCORING, words, Ref("sheets"), field)
