"""What is believed of the weights: which of all that sum to 1 people could mean."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from appraiser.domain.ids import CriterionId
from appraiser.domain.problem import Problem
from appraiser.domain.terms import WeightSpread

LEAST_CONCENTRATION, GREATEST_CONCENTRATION = 1.0, 1e6
_SAME = 1e-9
"""Weights this close, as shares of the whole, are the same: only their rounding differs."""
_HAIR = 1e-12


@dataclass(frozen=True, slots=True)
class RankedWeights:
    """All weights that rank the criteria as those given do, evenly.

    Criteria that weigh the same may fall either way; one that weighs nothing stays at nothing.
    """

    weights: Mapping[CriterionId, float]
    spread: ClassVar[WeightSpread] = WeightSpread.RANKED


@dataclass(frozen=True, slots=True)
class AnyWeights:
    """Any weights at all, evenly, of the criteria that weigh something in those given."""

    weights: Mapping[CriterionId, float]
    spread: ClassVar[WeightSpread] = WeightSpread.ANY


@dataclass(frozen=True, slots=True)
class WeightsAround:
    """Weights spread around those given by a Dirichlet distribution.

    A weight w then varies by w (1 - w) / (`concentration` + 1). At least 1; the higher, the
    nearer to the weights given.
    """

    weights: Mapping[CriterionId, float]
    concentration: float
    spread: ClassVar[WeightSpread] = WeightSpread.AROUND


@dataclass(frozen=True, slots=True)
class WeightsWithin:
    """All weights that lie in a range each, from 0 to 1, evenly."""

    ranges: Mapping[CriterionId, tuple[float, float]]
    spread: ClassVar[WeightSpread] = WeightSpread.WITHIN


WeightBelief = RankedWeights | AnyWeights | WeightsAround | WeightsWithin


def criteria_of(belief: WeightBelief) -> tuple[CriterionId, ...]:
    """Name all criteria, those that weigh nothing too."""
    return tuple(belief.ranges if isinstance(belief, WeightsWithin) else belief.weights)


def tiers_of(belief: WeightBelief) -> tuple[tuple[CriterionId, ...], ...]:
    """Part the criteria that weigh something into those that weigh the same, the heaviest first.

    The order does not depend on the order they are given in. Raise `Problem` if a weight or a
    range cannot be used.
    """
    if isinstance(belief, WeightsWithin):
        return tuple((each,) for each in sorted(within(belief)))
    shares = shares_of(belief.weights)
    tiers: list[list[CriterionId]] = []
    for each in sorted(shares, key=lambda criterion: (-shares[criterion], criterion)):
        if tiers and shares[tiers[-1][0]] - shares[each] <= _SAME:
            tiers[-1].append(each)
        else:
            tiers.append([each])
    return tuple(tuple(sorted(tier)) for tier in tiers)


def shares_of(weights: Mapping[CriterionId, float]) -> dict[CriterionId, float]:
    """Make weights sum to 1 and leave out those of nought; raise `Problem` if there are none."""
    for criterion, weight in weights.items():
        if not 0 <= weight < math.inf:
            raise Problem("a weight is a number from nought up", place=f"weights[{criterion}]")
    heaviest = max(weights.values(), default=0.0)
    if heaviest == 0:
        raise Problem("no criterion has a weight", place="weights")
    raised = {each: weight / heaviest for each, weight in weights.items() if weight > 0}
    whole = math.fsum(raised.values())
    return {each: weight / whole for each, weight in raised.items()}


def concentration_of(belief: WeightsAround) -> float:
    """Give the concentration; raise `Problem` if it cannot be used."""
    if not LEAST_CONCENTRATION <= belief.concentration <= GREATEST_CONCENTRATION:
        bounds = f"{LEAST_CONCENTRATION:g} to {GREATEST_CONCENTRATION:,.0f}"
        raise Problem(f"the concentration of the weights lies from {bounds}", place="concentration")
    return belief.concentration


def within(belief: WeightsWithin) -> dict[CriterionId, tuple[float, float]]:
    """Give the ranges, narrowed to what the others leave, of criteria that may weigh something.

    Raise `Problem` if no weights that sum to 1 lie in all of them.
    """
    for criterion, (low, high) in belief.ranges.items():
        if not 0 <= low <= high <= 1:
            raise Problem("a range of weights lies from 0 to 1", place=f"weights[{criterion}]")
    ranges = {each: ends for each, ends in belief.ranges.items() if ends[1] > 0}
    least, most = _sums(list(ranges.values()))
    if not least <= 1 + _HAIR or not most >= 1 - _HAIR:
        found = f"they sum to between {least:g} and {most:g}"
        raise Problem(f"no weights that sum to 1 lie in all ranges: {found}", place="weights")
    narrowed = {
        each: _narrowed(low, high, 1 - (most - high), 1 - (least - low))
        for each, (low, high) in ranges.items()
    }
    return {each: ends for each, ends in narrowed.items() if ends[1] > _HAIR}


def _sums(ranges: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return math.fsum(low for low, _ in ranges), math.fsum(high for _, high in ranges)


def _narrowed(low: float, high: float, least: float, most: float) -> tuple[float, float]:
    """Bring both ends as near as the others allow; a width of no account becomes none."""
    low, high = max(low, least), min(high, most)
    if high - low > _HAIR:
        return low, high
    only = min(max((low + high) / 2, 0.0), 1.0)
    return only, only
