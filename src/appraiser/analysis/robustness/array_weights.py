"""Draws of weights, by what is believed of them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy import float32, float64
from numpy.typing import NDArray

from appraiser.analysis.robustness.array_feeds import PartDraws
from appraiser.analysis.robustness.array_inversion import gamma_quantiles
from appraiser.analysis.robustness.array_lattice import (
    LEAST,
    Bits,
    Lattice,
    Singles,
    generated,
    scrambled,
)
from appraiser.analysis.robustness.array_quantiles import exponential, grid
from appraiser.analysis.robustness.array_tiers import TieredDraws, ranked_corners, swaps
from appraiser.analysis.robustness.array_trimming import Trim, TrimmedDraws, trimmed
from appraiser.analysis.robustness.case import Case
from appraiser.analysis.robustness.weight_beliefs import (
    RankedWeights,
    WeightsAround,
    WeightsWithin,
    concentration_of,
    shares_of,
    within,
)

Floats = NDArray[float64]

_BROAD, _NARROW = 32, 8
"""Draws of weights that share one draw of scores. Where weights say little, scores say more."""


@dataclass(frozen=True, slots=True, eq=False)
class WeightPlan:
    """How weights are drawn: as `corners` @ parts, over the sum of the parts.

    The columns of `corners` (criteria, parts) are weights that sum to 1, a row for each criterion
    of `Rows`. What is read along `columns` becomes parts as it is, or by `trim`, or by the sizes
    of `tiers` that weights fall through.
    """

    columns: tuple[Singles, ...]
    corners: Floats
    tiers: tuple[int, ...] = ()
    trim: Trim | None = None
    sharing: int = _BROAD
    alike: tuple[int, ...] | None = None
    """Plans of which this is the same draw the same parts, from as many quantiles and one seed;
    with None a plan is like no other."""

    def draws(self, points: int, ahead: int, bits: Bits) -> PartDraws:
        """Make ready to draw from shifts of so many points, up to `ahead` at a time.

        A lattice is even in itself and not where only a slice of it is kept, so what is trimmed
        is drawn in a scrambled order instead.
        """
        columns = len(self.columns)
        if self.trim is not None:
            order = scrambled(bits, columns, points)
            return TrimmedDraws(Lattice(self.columns, order, ahead), self.trim, ahead)
        lattice = Lattice(self.columns, generated(columns, points), ahead)
        return TieredDraws(lattice, self.tiers, ahead) if self.tiers else lattice


def planned(case: Case, count: int) -> WeightPlan:
    """Work out how the weights of a case are drawn, from so many quantiles for each part."""
    belief = case.weights
    if isinstance(belief, WeightsWithin):
        return _within(case, belief, count)
    if isinstance(belief, WeightsAround):
        return _around(case, belief, count)
    sizes = [len(tier) for tier in case.tiers]
    parts = (_singles(exponential(count)),) * sum(sizes)
    if not isinstance(belief, RankedWeights):
        return WeightPlan(parts, np.eye(len(parts)), alike=(len(parts),))
    swapping = (_singles(grid(count)),) * len(swaps(sizes))
    tiers = tuple(sizes) if swapping else ()
    corners = np.eye(len(parts)) if swapping else ranked_corners(sizes)
    return WeightPlan(
        columns=(*parts, *swapping),
        corners=corners[_place_by_weight(case)],
        tiers=tiers,
        sharing=_NARROW,
        alike=tiers or (len(parts),),
    )


def _place_by_weight(case: Case) -> list[int]:
    """Give where each criterion stands among them all by weight."""
    place = {each: at for at, each in enumerate(case.by_weight)}
    return [place[each] for each in case.rows.criteria]


def _around(case: Case, belief: WeightsAround, count: int) -> WeightPlan:
    """Draw from a Dirichlet distribution: gamma draws over their sum."""
    shares = shares_of(belief.weights)
    shapes = concentration_of(belief) * np.array([shares[each] for each in case.by_weight])
    distinct, place = np.unique(shapes, return_inverse=True)
    columns = [_singles(each) for each in gamma_quantiles(distinct, grid(count))]
    parts = tuple(columns[at] for at in place.ravel().tolist())
    corners = np.eye(len(parts))[_place_by_weight(case)]
    return WeightPlan(parts, corners, sharing=_NARROW)


def _within(case: Case, belief: WeightsWithin, count: int) -> WeightPlan:
    """Draw what each weight is above its lowest; what all are at their lowest is one part more.

    Where the ranges leave one point only, there is nothing to draw.
    """
    ranges = within(belief)
    lows, highs = (np.array([ranges[each][end] for each in case.rows.criteria]) for end in (0, 1))
    least = math.fsum(lows.tolist())
    if (lows == highs).all():
        return WeightPlan((_same(1.0, count),), lows[:, None] / least, sharing=_NARROW)
    columns, trim = trimmed(highs - lows, 1 - least, grid(count))
    parts, corners = tuple(map(_singles, columns)), np.eye(len(lows))
    if least > 0:
        parts = (*parts, _same(least, count))
        corners = np.hstack([corners, lows[:, None] / least])
    return WeightPlan(parts, corners, trim=trim, sharing=_NARROW)


def _same(number: float, count: int) -> Singles:
    return np.full(count, number, dtype=float32)


def _singles(numbers: Floats) -> Singles:
    """Round to what float32 can hold, so that all later reckoning begins from the same numbers."""
    return np.maximum(numbers, LEAST).astype(float32)
