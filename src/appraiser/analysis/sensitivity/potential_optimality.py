"""Potential optimality: whether any admissible weights would put an option first."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from appraiser.analysis.cancelling import Asked, stop_if
from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.sensitivity.checking import check
from appraiser.analysis.sensitivity.rank_order_dominance import RankOrder
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    from appraiser.analysis.scoring.value_matrix import ValueMatrix


@dataclass(frozen=True, slots=True)
class PotentialOptimality:
    """The weights that do most for one option, and how it then stands."""

    option: OptionId
    margin: float
    """Its lead over the best of the others at those weights, in points; below nought where it
    trails whatever the weights."""
    weights: Mapping[CriterionId, float]
    """From 0 to 1, summing to 1, a weight for every criterion."""

    @property
    def can_be_first(self) -> bool:
        """Whether some admissible weights put it first, alone or with others."""
        return self.margin >= -TIE


Intervals = Mapping[CriterionId, tuple[float, float]]
"""The lowest and highest weight, from 0 to 1, that a criterion may have."""


def potential_optimality(
    matrix: ValueMatrix,
    order: RankOrder | None = None,
    intervals: Intervals | None = None,
    cancelled: Asked | None = None,
) -> tuple[PotentialOptimality, ...]:
    """Find the weights at which each option leads by most, or trails by least.

    A linear programme for each option (method.md section 5). Weights are from nought up and sum
    to 1; those of an `order` never rise from group to group, those of `intervals` stay in them.
    A criterion that has no interval weighs nothing if it is not in the order, or, without an
    order, if it weighs nothing in the matrix.
    A single option has no rivals and so no answer. `cancelled` is asked before each option.
    Raise `Problem` if a number cannot be used or no weights are admissible, `Cancelled` if the
    answer is no longer wanted.
    """
    check(matrix)
    if len(matrix.options) <= 1:
        return ()
    admissible = _admissible(matrix, order, intervals or {})
    found = []
    for at, option in enumerate(matrix.options):
        stop_if(cancelled)
        weights = _best_weights(matrix.scores, at, admissible)
        leads = (matrix.scores[at] - matrix.scores) @ weights
        leads[at] = math.inf
        named = dict(zip(matrix.criteria, weights.tolist(), strict=True))
        found.append(PotentialOptimality(option, float(leads.min()), named))
    return tuple(found)


class _Admissible(NamedTuple):
    """The weights to choose from: `bounds` (n, 2), and `rows` (r, n + s) that are not above 0.

    The s further unknowns stand for the steps down in the order: no weight before a step is
    below it and none after it is above, which takes fewer rows than every two weights would.
    """

    bounds: NDArray[float64]
    rows: NDArray[float64]


def _admissible(matrix: ValueMatrix, order: RankOrder | None, intervals: Intervals) -> _Admissible:
    import numpy as np

    count = len(matrix.criteria)
    column_of = {criterion: at for at, criterion in enumerate(matrix.criteria)}
    bounds = np.zeros((count, 2))
    tiers = [[column_of[each] for each in tied] for tied in order or ()]
    bounds[matrix.weights > 0 if order is None else list(chain(*tiers)), 1] = 1
    for criterion, (low, high) in intervals.items():
        if not 0 <= low <= high <= 1:
            raise Problem("a range of weights lies from 0 to 1", place=criterion)
        bounds[column_of[criterion]] = low, high
    steps = list(enumerate(pairwise(tiers), start=count))
    rows = np.zeros(
        (sum(len(before) + len(after) for _, (before, after) in steps), count + len(steps))
    )
    places = iter(range(len(rows)))
    for step, (before, after) in steps:
        for column in before:
            rows[next(places), [column, step]] = -1, 1
        for column in after:
            rows[next(places), [column, step]] = 1, -1
    return _Admissible(bounds, rows)


def _best_weights(scores: NDArray[float64], at: int, admissible: _Admissible) -> NDArray[float64]:
    """Maximise z, its lead over every rival being at least z; the unknowns are w, steps and z."""
    import numpy as np
    from scipy.optimize import linprog

    count, steps = scores.shape[1], admissible.rows.shape[1] - scores.shape[1]
    rivals = np.delete(scores, at, axis=0) - scores[at]
    at_most_nought = np.block(
        [
            [rivals, np.zeros((len(rivals), steps)), np.ones((len(rivals), 1))],
            [admissible.rows, np.zeros((len(admissible.rows), 1))],
        ]
    )
    solved = linprog(
        np.append(np.zeros(count + steps), -1),
        A_ub=at_most_nought,
        b_ub=np.zeros(len(at_most_nought)),
        A_eq=np.append(np.ones(count), np.zeros(steps + 1))[None],
        b_eq=[1],
        bounds=[*admissible.bounds.tolist(), *[(0, 1)] * steps, (None, None)],
        method="highs",
        options={"presolve": False},  # it finds nothing to take out and costs most of the time
    )
    if solved.x is None:
        raise Problem("no weights keep to the order and the ranges that are given")
    weights = np.maximum(solved.x[:count], 0)
    return np.asarray(weights / weights.sum(), dtype=float)
