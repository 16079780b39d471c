"""Value functions: how performance in its own unit becomes a score from 0 to 100."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from appraiser.domain.criteria import Criterion
from appraiser.domain.problem import Problem
from appraiser.domain.terms import OutOfRange, ValueShape

Corners = Sequence[tuple[float, float]]
"""Pairs of performance and value."""


def score_of(criterion: Criterion, performance: float) -> float:
    """Give the score of a performance by a criterion's value function.

    The score lies from 0 to 100, past them only where the criterion lets the line be carried on.
    Raise `Problem` where the function is not complete or does not reach so far.
    """
    if not math.isfinite(performance):
        raise Problem("the performance is not a number")
    corners = _checked(criterion)
    if criterion.shape is ValueShape.DISCRETE:
        return _level(corners, performance)
    return read_off(corners, performance, criterion.out_of_range)


def reach(criterion: Criterion) -> tuple[float, float]:
    """Give the lowest and highest score that the ends and corners of a criterion's scale allow."""
    values = [value for _, value in criterion.points]
    if criterion.shape is ValueShape.DIRECT or not values:
        return 0.0, 100.0
    return min(values), max(values)


def read_off(corners: Corners, performance: float, beyond: OutOfRange) -> float:
    """Read a value off straight lines between corners that rise in performance.

    Past the first and last corner the value is refused, held or carried on, as `beyond` says.
    """
    (first, low), (last, high) = corners[0], corners[-1]
    if not first <= performance <= last:
        if beyond is OutOfRange.ERROR:
            raise Problem(
                f"the performance {performance:g} lies outside the scale, {first:g} to {last:g}"
            )
        if beyond is OutOfRange.CLIP:
            return low if performance < first else high
    at = bisect_right([x for x, _ in corners], performance)
    (x0, y0), (x1, y1) = corners[at - 1 : at + 1] if 0 < at < len(corners) else _end(corners, at)
    return y0 + (y1 - y0) * (performance - x0) / (x1 - x0)


def _end(corners: Corners, at: int) -> Corners:
    return corners[:2] if at == 0 else corners[-2:]


def _level(levels: Corners, performance: float) -> float:
    for level, value in levels:
        if math.isclose(level, performance, rel_tol=1e-9, abs_tol=1e-12):
            return value
    raise Problem(f"the performance {performance:g} is not one of the levels")


def _checked(criterion: Criterion) -> Corners:
    """Give the corners in rising order of performance, if a function can be made of them."""
    corners = sorted(criterion.points)
    fewest = 1 if criterion.shape is ValueShape.DISCRETE else 2
    if len(corners) < fewest:
        raise Problem("the value function has too few corners")
    if criterion.shape is ValueShape.LINEAR and len(corners) > fewest:
        raise Problem("a linear value function has two ends and nothing between them")
    if not all(math.isfinite(number) for corner in corners for number in corner):
        raise Problem("a corner of the value function is not a number")
    if any(one[0] == next_[0] for one, next_ in pairwise(corners)):
        raise Problem("two corners of the value function stand at the same performance")
    return corners
