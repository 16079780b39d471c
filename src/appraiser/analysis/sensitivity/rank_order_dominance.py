"""Rank-order dominance: what is ahead whatever the weights, as long as their order holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.sensitivity.checking import check
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    from appraiser.analysis.scoring.value_matrix import ValueMatrix

RankOrder = Sequence[Sequence[CriterionId]]
"""Criteria from the heaviest to the lightest; those that share a rank stand in one group."""


@dataclass(frozen=True, slots=True)
class RankOrderDominance:
    """One option is at least level with another for all weights in an order, and ahead for some."""

    dominant: OptionId
    dominated: OptionId
    least_lead: float
    """The least it is ahead by, in points of the total, over all those weights; never below 0."""


def rank_order(matrix: ValueMatrix) -> tuple[tuple[CriterionId, ...], ...]:
    """Give the order that the weights put the criteria in, without those that weigh nothing."""
    weights = dict(zip(matrix.criteria, matrix.weights.tolist(), strict=True))
    heaviest = sorted((each for each in weights if weights[each] > 0), key=lambda c: -weights[c])
    return tuple(tuple(tied) for _, tied in groupby(heaviest, key=lambda c: round(weights[c], 12)))


def rank_order_dominances(
    matrix: ValueMatrix, order: RankOrder | None = None
) -> tuple[RankOrderDominance, ...]:
    """Find every pair of options of which one is ahead for all weights in a rank order.

    Without an `order` it is that of the weights. An option is, exactly where the average of its
    leads on the first k criteria is nowhere below nought, for k from 1 to all (method.md section
    5): those averages are its leads at the extreme weights. Criteria that share a rank may fall
    either way, so their leads are taken at their worst. What is not in the order weighs nothing.
    Raise `Problem` if a number cannot be used or nothing stands in the order.
    """
    check(matrix)
    column_of = {criterion: at for at, criterion in enumerate(matrix.criteria)}
    given = rank_order(matrix) if order is None else order
    tiers = [[column_of[each] for each in tied] for tied in given]
    if not any(tiers):
        raise Problem("no criterion stands in the order")
    found = []
    for at, dominant in enumerate(matrix.options):
        averages = _averages(matrix.scores[at] - matrix.scores, tiers)
        least = averages.min(axis=1)
        for other in ((least >= -TIE) & (averages.max(axis=1) > TIE)).nonzero()[0]:
            lead = max(0.0, float(least[other]))
            found.append(RankOrderDominance(dominant, matrix.options[other], lead))
    return tuple(found)


def _averages(leads: NDArray[float64], tiers: Sequence[Sequence[int]]) -> NDArray[float64]:
    """Give the averages (m, k) of the first 1 to k leads of each row, ties at their worst."""
    import numpy as np

    worst_first = np.concatenate([np.sort(leads[:, tied], axis=1) for tied in tiers], axis=1)
    return np.cumsum(worst_first, axis=1) / np.arange(1, worst_first.shape[1] + 1)
