"""Which scores feed the totals: the consensus, or the mean or median of the last round revealed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from appraiser.analysis.scoring.feeding import feeding_scores
from appraiser.analysis.scoring.value_functions import score_of
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.criteria import Criterion
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import CriterionId, OptionId, Ref
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Cell, Score
from appraiser.domain.terms import (
    OutOfRange,
    ScoreFeed,
    Stage,
    ValueShape,
)

TOP = 100.0
"""The highest score."""


@dataclass(frozen=True, slots=True)
class ScoreMatrix:
    """The scores that feed the totals: a row for each option, a column for each leaf.

    Scores run from 0 to 100; None is a score that is missing or cannot be used, and the findings
    name the cells that cannot.
    """

    options: tuple[OptionId, ...]
    leaves: tuple[CriterionId, ...]
    rows: tuple[tuple[float | None, ...], ...]
    findings: tuple[Finding, ...] = ()


def score_matrix(appraisal: Appraisal) -> ScoreMatrix:
    """Gather the scores of the shortlist as the scoring says: consensus, mean or median.

    Only scorers who count feed a mean or median, and only from rounds that were revealed.
    """
    criteria = leaves(appraisal.criteria)
    middle = median if appraisal.scoring.feed is ScoreFeed.MEDIAN else fmean
    tables = feeding_scores(appraisal)
    findings: list[Finding] = []
    rows = []
    for option in appraisal.shortlist:
        row: list[float | None] = []
        for criterion in criteria:
            cell = Cell(option.id, criterion.id)
            given = [table[cell] for table in tables if cell in table]
            values = list(_usable(criterion, given, called(option), cell, findings))
            row.append(middle(values) if values else None)
        rows.append(tuple(row))
    return ScoreMatrix(
        tuple(option.id for option in appraisal.shortlist),
        tuple(criterion.id for criterion in criteria),
        tuple(rows),
        tuple(dict.fromkeys(findings)),
    )


def _usable(
    criterion: Criterion, given: Sequence[Score], option: str, cell: Cell, findings: list[Finding]
) -> Iterator[float]:
    """Give the scores that are there, adding a finding for each that cannot be used."""
    for score in given:
        try:
            value = _value(criterion, score)
        except Problem as problem:
            findings.append(_unusable(problem, option, criterion, cell))
        else:
            if value is not None:
                yield value


def _value(criterion: Criterion, score: Score) -> float | None:
    """Give a score from 0 to 100, by the value function where one turns performance into it."""
    if criterion.shape is not ValueShape.DIRECT and score.performance is not None:
        value = score_of(criterion, score.performance)
        carried_on = criterion.out_of_range is OutOfRange.EXTRAPOLATE
        if 0 <= value <= TOP or carried_on:
            return value
        raise Problem("the value function leads outside 0 to 100")
    if score.value is None:
        return None
    if not (math.isfinite(score.value) and 0 <= score.value <= TOP):
        raise Problem("a score is a number from 0 to 100")
    return score.value


def _unusable(problem: Problem, option: str, criterion: Criterion, cell: Cell) -> Finding:
    words = f'The score of "{option}" on "{called(criterion)}" cannot be used: {problem.what}.'
    field = f"{cell.option}/{cell.criterion}"
    return Finding("score", Severity.ERROR, Stage.SCORING, words, Ref("sheets"), field)
