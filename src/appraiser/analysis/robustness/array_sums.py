"""What all draws come to, and the plain values that are made of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy import float64
from numpy.typing import NDArray

from appraiser.analysis.robustness.outcome import Robustness, Standing
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.terms import WeightSpread

Floats = NDArray[float64]


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """Sums over draws: of (options, ranks), (options, options) and (options, criteria)."""

    ranks: Floats
    above: Floats
    weights: Floats
    """Of the draws in which each option is first."""
    tied: int

    @property
    def central(self) -> Floats:
        """The central weights (options, criteria); even ones where an option is never first."""
        weights = np.where(self.ranks[:, :1] > 0, self.weights, 1.0)
        return np.asarray(weights / weights.sum(axis=1, keepdims=True))


@dataclass(frozen=True, slots=True)
class Names:
    """What rows and columns stand for, and how to give them back."""

    options: Sequence[OptionId]
    criteria: Sequence[CriterionId]
    given: Sequence[OptionId]
    """All options in the order to give them in."""
    all: Sequence[CriterionId]
    """All criteria; those that have no column weigh nothing."""


@dataclass(frozen=True, slots=True)
class Made:
    """The draws that were really made, and from what."""

    draws: int
    score_draws: int
    seed: int | None
    spread: WeightSpread | None


def batch_errors(firsts: Floats) -> Floats:
    """Give the standard errors (options,) of shares, from counts (batches, options) of each."""
    batches = len(firsts)
    shares = firsts * (batches / firsts.sum())
    return np.asarray(shares.std(axis=0, ddof=1) / math.sqrt(batches))


def summed_up(
    names: Names, sums: Sums, confidence: Floats, errors: Floats, made: Made
) -> Robustness:
    """Give plain values of all options."""
    shares = (sums.ranks / made.draws).tolist()
    above = (sums.above / made.draws).tolist()
    central = sums.central.tolist()
    standings = {}
    for at, option in enumerate(names.options):
        weights = dict.fromkeys(names.all, 0.0)
        weights.update(zip(names.criteria, central[at], strict=True))
        led = shares[at][0] > 0
        rivals = zip(names.options, above[at], strict=True)
        standings[option] = Standing(
            option=option,
            acceptabilities=tuple(shares[at]),
            standard_error=float(errors[at]),
            central_weights=weights if led else None,
            confidence=float(confidence[at]) if led else None,
            beats={rival: share for rival, share in rivals if rival != option},
        )
    return Robustness(
        standings=tuple(standings[option] for option in names.given),
        entropy=sum(-each[0] * math.log2(each[0]) for each in shares if each[0] > 0),
        first_tied=sums.tied / made.draws,
        standard_error=float(errors.max()),
        draws=made.draws,
        score_draws=made.score_draws,
        seed=made.seed,
        spread=made.spread,
    )
