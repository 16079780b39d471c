"""Which scores feed the totals: the consensus, or the mean or median of the last round revealed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from appraiser.analysis.value_functions import score_of
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.criteria import Criterion
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import CriterionId, OptionId, Ref
from appraiser.domain.problem import Problem
from appraiser.domain.scores import CONSENSUS, Cell, Score, Scorer, ScoreSheet, SheetKey
from appraiser.domain.terms import (
    InterestDecision,
    OutOfRange,
    Round,
    ScoreFeed,
    ScoringPhase,
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

    Only scorers who count feed a mean or median, and only from rounds that were revealed. Where
    a scorer scored again, that replaces the score given alone.
    """
    criteria = leaves(appraisal.criteria)
    middle = median if appraisal.scoring.feed is ScoreFeed.MEDIAN else fmean
    sheets = _feeding(appraisal)
    findings: list[Finding] = []
    rows = []
    for option in appraisal.shortlist:
        row: list[float | None] = []
        for criterion in criteria:
            cell = Cell(option.id, criterion.id)
            given = [
                cells[cell] for aside, cells in sheets if cell in cells and option.id not in aside
            ]
            values = list(_usable(criterion, given, called(option), cell, findings))
            row.append(middle(values) if values else None)
        rows.append(tuple(row))
    return ScoreMatrix(
        tuple(option.id for option in appraisal.shortlist),
        tuple(criterion.id for criterion in criteria),
        tuple(rows),
        tuple(findings),
    )


def options_not_counted(appraisal: Appraisal, scorer: Scorer) -> frozenset[OptionId]:
    """Give the options on which a scorer's scores do not count.

    They are those that an interest kept the scorer out of: all of them where it names none, or
    where the scorer is not counted at all.
    """
    every = frozenset(option.id for option in appraisal.options)
    if not scorer.counted:
        return every
    return frozenset[OptionId]().union(
        *(
            interest.options or every
            for interest in appraisal.interests
            if interest.scorer == scorer.id and interest.decision is not InterestDecision.TAKE_PART
        )
    )


def revealed_rounds(appraisal: Appraisal) -> tuple[Round, ...]:
    """Give the rounds whose scores everyone may see, the last one first."""
    match appraisal.scoring.phase:
        case ScoringPhase.ALONE:
            return ()
        case ScoringPhase.REVEALED | ScoringPhase.AGAIN:
            return (Round.ALONE,)
        case _:
            return (Round.AGAIN, Round.ALONE)


def _feeding(appraisal: Appraisal) -> Sequence[tuple[frozenset[OptionId], Mapping[Cell, Score]]]:
    """Give the scores that feed the totals, each with the options on which they do not count."""
    if appraisal.scoring.feed is ScoreFeed.CONSENSUS:
        return [(frozenset(), _cells(appraisal, CONSENSUS))]
    rounds = revealed_rounds(appraisal)[::-1]
    sheets: list[tuple[frozenset[OptionId], Mapping[Cell, Score]]] = []
    for scorer in appraisal.scorers:
        merged: dict[Cell, Score] = {}
        for each in rounds:
            merged |= _given(_cells(appraisal, SheetKey(each, scorer.id)))
        sheets.append((options_not_counted(appraisal, scorer), merged))
    return sheets


def _given(cells: Mapping[Cell, Score]) -> dict[Cell, Score]:
    """Leave out cells that hold a reason but no score yet."""
    return {
        cell: score
        for cell, score in cells.items()
        if score.value is not None or score.performance is not None
    }


def _cells(appraisal: Appraisal, key: SheetKey) -> Mapping[Cell, Score]:
    return appraisal.sheets.get(key, ScoreSheet()).cells


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
