"""How often each option takes each rank, over the weights and scores that people could mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from appraiser.analysis.cancelling import Asked, Told
from appraiser.analysis.robustness.case import Case, Rows, Scores, rows_of
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.weight_beliefs import WeightBelief, tiers_of
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem

DRAWS = 2**14
"""While something is dragged; 2^17 once it rests and 2^20 for the paper take ten times as long."""
SEED = 2014
FEWEST, MOST = 2**10, 2**24
Precision = Literal["float32", "float64"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is tried, and from which seed."""

    draws: int = DRAWS
    seed: int = SEED
    precision: Precision | None = None
    """What totals are first reckoned in. It changes how long it takes and nothing else: what is
    too close to call is reckoned again in full. None takes what is quicker."""

    @property
    def made(self) -> int:
        """The draws really made: the power of two at or above those asked for, from 2^10.

        Raise `Problem` where more than 2^24 or none are asked for, or the seed cannot be used.
        """
        if not 0 < self.draws <= MOST:
            raise Problem(f"there can be from 1 to {MOST:,} draws", place="draws")
        if self.seed < 0:
            raise Problem("a seed is a whole number from nought up", place="seed")
        return max(FEWEST, 1 << (self.draws - 1).bit_length())


class Simulation:
    """Who takes which rank, or the first, over one spread of weights after another.

    What a short run draws is kept for the next: while a weight is dragged the scores stay as they
    are, and nearly always the order of the weights too.
    """

    def __init__(self, scores: Scores, effort: Effort | None = None) -> None:
        """Raise `Problem` where the effort cannot be made; see `Effort.made`."""
        from appraiser.analysis.robustness.array_shifts import Shifts

        self._scores = scores
        self._shifts = Shifts(effort or Effort())
        self._rows: dict[frozenset[CriterionId], Rows] = {}

    def over(
        self, weights: WeightBelief, told: Told | None = None, cancelled: Asked | None = None
    ) -> Robustness:
        """Draw weights and scores and count who takes which rank; see `simulate`."""
        return self._shifts.over(self._case(weights), told, cancelled)

    def firsts(self, weights: WeightBelief) -> Mapping[OptionId, float]:
        """Give the first-rank acceptabilities alone, from the same draws; see `simulate`."""
        return self._shifts.firsts(self._case(weights))

    def _case(self, weights: WeightBelief) -> Case:
        tiers = tiers_of(weights)
        weighed = frozenset(each for tier in tiers for each in tier)
        if weighed not in self._rows:
            self._rows = {weighed: rows_of(self._scores, weighed)}
        return Case(self._rows[weighed], tiers, weights)


def simulate(
    weights: WeightBelief,
    scores: Scores,
    effort: Effort | None = None,
    told: Told | None = None,
    cancelled: Asked | None = None,
) -> Robustness:
    """Draw weights and scores and count who takes which rank: SMAA-2 (method.md section 5).

    Lahdelma and Salminen 2001. Weights are drawn by inverse transform at the points of a rank-1
    lattice, shifted at random (`array_lattice`), in 16 independent batches; scores that are not
    exact are drawn once for 4 to 32 draws of weights, or for more where there are very many.
    Exact scores cost nothing. Options whose totals lie within `ranking.TIE` share their ranks. A
    score that is missing is left out of the option's total and its weight shared among the
    others. The order in which options and criteria are given changes nothing.

    Scores may be on any scale; a tie is what differs by no more than `ranking.TIE` on it. Memory
    stays under 300 MB at any number of draws, for 200 options and 200 criteria too. Rank shares,
    pairs and ties are the same on any computer and in either precision; central weights agree
    to about five decimals. `told` hears the share done, from 0 to 1, and
    `cancelled` is asked, many times on the way. Raise `Problem`, naming the place, if what is
    asked cannot be reckoned with, `Cancelled` if the answer is no longer wanted.
    """
    return Simulation(scores, effort).over(weights, told, cancelled)
