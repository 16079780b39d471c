"""What trying many weights and scores comes to: acceptabilities, and how sure they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.terms import WeightSpread


@dataclass(frozen=True, slots=True)
class Standing:
    """How one option stands over all draws; shares run from 0 to 1."""

    option: OptionId
    acceptabilities: tuple[float, ...]
    """The share of draws in which it takes rank 1, 2, …; options that tie share their ranks."""
    standard_error: float
    """Of the first-rank acceptability, by the means of 16 independent batches."""
    central_weights: Mapping[CriterionId, float] | None
    """The mean of the weights that put it first, of all criteria; None where it never is."""
    confidence: float | None
    """The share of score draws that put it first at its central weights; None without them."""
    beats: Mapping[OptionId, float]
    """Pairwise winning indices: the share of draws that rank it above each other option.

    A tie counts as half.
    """

    @property
    def first(self) -> float:
        """The first-rank acceptability."""
        return self.acceptabilities[0]


@dataclass(frozen=True, slots=True)
class Robustness:
    """SMAA-2 (Lahdelma and Salminen 2001) of the options, in the order they were given."""

    standings: tuple[Standing, ...]
    entropy: float
    """Of the choice, in bits: 0 where one option is always first, log2(options) where all are
    first as often."""
    first_tied: float
    """The share of draws in which first place was shared."""
    standard_error: float
    """The largest of all standard errors of first-rank acceptabilities."""
    draws: int
    """Draws of weights really made; scores that are not exact are drawn once for several."""
    score_draws: int
    """Draws of scores that the confidence factors go by; 1 where all scores are exact."""
    seed: int | None
    """With the draws, what lets anyone do it again; None where the draws were given."""
    spread: WeightSpread | None
    """What was believed of the weights; None where the draws were given."""

    @property
    def first(self) -> Mapping[OptionId, float]:
        """The first-rank acceptability of each option."""
        return {each.option: each.first for each in self.standings}

    @property
    def of(self) -> Mapping[OptionId, Standing]:
        """Each standing by its option."""
        return {each.option: each for each in self.standings}
