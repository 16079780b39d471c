"""How often one option beats another over all weights: exactly, without a draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations, product
from math import factorial, prod

from appraiser.analysis.cancelling import Asked
from appraiser.analysis.robustness.case import Scores, case_of
from appraiser.analysis.robustness.weight_beliefs import AnyWeights, RankedWeights, WeightBelief
from appraiser.domain.ids import OptionId

MOST_ORDERS = 120
"""Orders that criteria of the same weight may fall in, for it to be worth trying them all."""


def exact_pairs(
    weights: WeightBelief, scores: Scores, cancelled: Asked | None = None
) -> Mapping[OptionId, Mapping[OptionId, float]] | None:
    """Give the share of weights, from 0 to 1, that rank each option above each other.

    The pairwise winning index as the share of a simplex that lies on one side of a plane through
    it, by the recurrence of Varsi 1973 (Ali 1973), which only ever takes means and so loses no
    digits. Weights that keep a rank order fill a simplex too; where criteria of the same weight
    may fall either way, below the heaviest, the mean is taken over all orders. Options that
    score the same have half each.

    None where there is no such formula: weights around those given or in ranges, scores that are
    missing or not exact, more than 120 orders. Raise `Problem` as `simulation.simulate` does, and
    `Cancelled` if the answer is no longer wanted.
    """
    case = case_of(weights, scores)
    if not isinstance(weights, (AnyWeights, RankedWeights)):
        return None
    column = {each: at for at, each in enumerate(case.rows.criteria)}
    rows = [[row[column[each]] for each in case.by_weight] for row in case.rows.cells]
    exact = [[each for each in row if isinstance(each, (int, float))] for row in rows]
    if any(len(row) < len(column) for row in exact):
        return None
    sizes = [len(tier) for tier in case.tiers]
    orders = prod(map(factorial, sizes[1:])) if isinstance(weights, RankedWeights) else 1
    if orders > MOST_ORDERS:
        return None
    from appraiser.analysis.robustness.array_exact import shares_above

    if isinstance(weights, AnyWeights):
        every = list(range(len(column)))
        above = shares_above(exact, [len(every)], [every], cancelled)
    else:
        above = shares_above(exact, sizes, list(_orders(sizes)), cancelled)
    place = {option: at for at, option in enumerate(case.rows.options)}
    return {
        one: {other: above[place[one]][place[other]] for other in case.rows.given if other != one}
        for one in case.rows.given
    }


def _orders(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Give all orders of criteria in which those of one tier, below the first, have swapped."""
    starts = [sum(sizes[:tier]) for tier in range(1, len(sizes))]
    tiers = [
        permutations(range(start, start + size))
        for start, size in zip(starts, sizes[1:], strict=True)
    ]
    for below in product(*tiers):
        yield [*range(sizes[0]), *(place for tier in below for place in tier)]
