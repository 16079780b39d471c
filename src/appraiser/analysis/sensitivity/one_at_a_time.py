"""One score changed by a small step: whether any such change would change who leads."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.sensitivity.checking import check
from appraiser.analysis.sensitivity.leading import leading
from appraiser.analysis.sensitivity.reaches import SCALE, Reaches, moved
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from appraiser.analysis.scoring.value_matrix import ValueMatrix


@dataclass(frozen=True, slots=True)
class DecisiveStep:
    """One score that, changed by a step, changes who leads. Scores run from 0 to 100."""

    option: OptionId
    criterion: CriterionId
    score: float
    """What it is now."""
    stepped: float
    """What it would be: a step up or down, or the end of its reach if that is nearer."""
    leaders: tuple[OptionId, ...]
    """Who would lead, in the order of the options; several where they would tie."""


def decisive_steps(
    matrix: ValueMatrix, step: float = 1.0, reaches: Reaches | None = None
) -> tuple[DecisiveStep, ...]:
    """Find each single score that changes who leads when it rises or falls by a step.

    `step` is in points. A leader that another option draws level with no longer leads alone, so
    that is a change too. Scores stay within 0 to 100, or within the criterion's own reach.
    Raise `Problem` if a number cannot be used or the step is not above nought.
    """
    check(matrix)
    if not (math.isfinite(step) and step > 0):
        raise Problem("a step is a number of points above nought")
    totals = matrix.totals.tolist()
    leaders_now = _leaders(matrix, totals)
    found = []
    for at, option in enumerate(matrix.options):
        far = _distance(totals, at) - 2 * TIE  # with less, who leads cannot change
        for criterion, score, stepped, change in _steps(matrix, at, step, reaches or {}):
            if abs(change) < far:
                continue
            leaders = _leaders(matrix, [*totals[:at], totals[at] + change, *totals[at + 1 :]])
            if leaders != leaders_now:
                found.append(DecisiveStep(option, criterion, score, stepped, leaders))
    return tuple(found)


def _leaders(matrix: ValueMatrix, totals: Sequence[float]) -> tuple[OptionId, ...]:
    return tuple(matrix.options[each] for each in leading(totals))


def _distance(totals: Sequence[float], at: int) -> float:
    """Give how far a total is from the highest of the others; endless where there are none."""
    others = [*totals[:at], *totals[at + 1 :]]
    return abs(totals[at] - max(others)) if others else math.inf


def _steps(
    matrix: ValueMatrix, at: int, step: float, reaches: Reaches
) -> Iterator[tuple[CriterionId, float, float, float]]:
    """Give each score of an option, that score a step up or down, and how its total changes."""
    rows = (matrix.scores[at].tolist(), matrix.weights.tolist())
    for criterion, score, weight in zip(matrix.criteria, *rows, strict=True):
        for by in (-step, step):
            stepped = moved(score, by, reaches.get(criterion, SCALE))
            yield criterion, score, stepped, weight * (stepped - score)
