"""The additive model: a total is the sum of weight times score over the criteria scored."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from appraiser.domain.terms import MissingScores

Scores = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Total:
    """One option's total, from 0 to 100, and the points that each criterion adds to it.

    `lowest` and `highest` are what it could be with the missing scores at their worst and best.
    """

    total: float | None
    points: tuple[float | None, ...]
    lowest: float
    highest: float
    scored_weight: float


def total_of(
    weights: Sequence[float],
    scores: Scores,
    reaches: Sequence[tuple[float, float]],
    policy: MissingScores,
) -> Total:
    """Work out one option's total; weights sum to 1 and stand in the order of the scores.

    A missing score is never nought. Under `SCORED_ONLY` the weights of the scored criteria are
    raised to sum to 1; under the other policies there is no total while a score that carries
    weight is missing.
    """
    pairs = list(zip(weights, scores, strict=True))
    scored = math.fsum(weight for weight, score in pairs if score is not None)
    lacking = any(weight > 0 for weight, score in pairs if score is None)
    if scored == 0 or (lacking and policy is not MissingScores.SCORED_ONLY):
        lowest, highest = _bounds(weights, scores, reaches)
        return Total(None, (None,) * len(pairs), lowest, highest, scored)
    raised = scored if lacking else 1.0
    points = tuple(None if score is None else weight * score / raised for weight, score in pairs)
    total = math.fsum(each for each in points if each is not None)
    lowest, highest = _bounds(weights, scores, reaches) if lacking else (total, total)
    return Total(total, points, lowest, highest, scored)


def _bounds(
    weights: Sequence[float], scores: Scores, reaches: Sequence[tuple[float, float]]
) -> tuple[float, float]:
    ends = [
        reach if score is None else (score, score)
        for score, reach in zip(scores, reaches, strict=True)
    ]
    low = math.fsum(weight * end[0] for weight, end in zip(weights, ends, strict=True))
    high = math.fsum(weight * end[1] for weight, end in zip(weights, ends, strict=True))
    return low, high
