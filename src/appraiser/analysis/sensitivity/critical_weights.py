"""Critical weights: what a criterion would have to weigh for the leader to change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.sensitivity.checking import check
from appraiser.analysis.sensitivity.leading import sole_leader
from appraiser.domain.ids import CriterionId, OptionId

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    from appraiser.analysis.scoring.value_matrix import ValueMatrix


@dataclass(frozen=True, slots=True)
class CriticalWeight:
    """A weight, from 0 to 1, past which another option leads, the others keeping their ratios.

    `criterion` is a criterion that is scored, or a branch of the tree with all that stands under
    it.
    """

    criterion: CriterionId
    weight: float
    """What it weighs now, as a share of the whole."""
    critical: float
    """Where the two options tie."""
    new_leader: OptionId

    @property
    def upwards(self) -> bool:
        """Whether the criterion would have to weigh more, not less, for the leader to change."""
        return self.critical > self.weight


Weights = Mapping[CriterionId, float]
Scores = Mapping[OptionId, Mapping[CriterionId, float]]


def critical_weights(
    weights: Weights, scores: Scores, leader: OptionId
) -> tuple[CriticalWeight, ...]:
    """Find, for each criterion, the nearest weights above and below its own that unseat the leader.

    Exact, by the closed form of method.md section 5. `scores` are of the options in play,
    complete; `weights` sum to 1. A criterion that carries all the weight has none: how the rest
    would share is not known. There are none either while the leader does not lead alone.
    Raise `Problem` if a number cannot be used.
    """
    from appraiser.analysis.scoring.value_matrix import value_matrix

    matrix = value_matrix(weights, scores)
    check(matrix)
    return _unseating(matrix, _Weighed(matrix.criteria, matrix.scores, matrix.weights), leader)


def branch_critical_weights(
    branches: Mapping[CriterionId, Sequence[CriterionId]],
    weights: Weights,
    scores: Scores,
    leader: OptionId,
) -> tuple[CriticalWeight, ...]:
    """Find the same for branches of the tree, each given with the scored criteria under it.

    What stands under a branch keeps its ratios, and so does all that does not. A branch that
    weighs nothing, or all there is, has none: how what is in it, or outside, would share is not
    known. Raise `Problem` if a number cannot be used.
    """
    from appraiser.analysis.scoring.value_matrix import value_matrix

    matrix = value_matrix(weights, scores)
    check(matrix)
    return _unseating(matrix, _weighed(branches, matrix), leader)


class _Weighed(NamedTuple):
    """What is weighed anew: criteria or branches, with the scores (m, n) and weights (n,)."""

    criteria: tuple[CriterionId, ...]
    scores: NDArray[float64]
    weights: NDArray[float64]


def _weighed(
    branches: Mapping[CriterionId, Sequence[CriterionId]], matrix: ValueMatrix
) -> _Weighed:
    """Give each branch that weighs something its weight, and each option's score on it."""
    import numpy as np

    column_of = {criterion: at for at, criterion in enumerate(matrix.criteria)}
    names, weights, scores = [], [], [np.empty((0, len(matrix.options)))]
    for branch, under in branches.items():
        columns = [column_of[leaf] for leaf in sorted(set(under))]
        shares = matrix.weights[columns]
        weight = shares.sum()
        if weight > 0:
            names.append(branch)
            weights.append(weight)
            scores.append((matrix.scores[:, columns] @ (shares / weight))[None])
    return _Weighed(tuple(names), np.concatenate(scores).T, np.array(weights, dtype=float))


class _Overtaking(NamedTuple):
    weight: float
    steepness: float
    rival: int


_NEAR = 1e-9
"""Weights this close are the same: the difference is only how quotients are rounded."""


def _unseating(
    matrix: ValueMatrix, weighed: _Weighed, leader: OptionId
) -> tuple[CriticalWeight, ...]:
    import numpy as np

    from appraiser.analysis.sensitivity.crossovers import crossovers_between

    ahead = matrix.options.index(leader)
    if sole_leader(matrix.totals.tolist()) != ahead:
        return ()
    rivals = np.delete(np.arange(len(matrix.options)), ahead)
    found = crossovers_between(
        weighed.scores, weighed.weights, matrix.totals, np.full_like(rivals, ahead), rivals
    )
    below: dict[int, list[_Overtaking]] = defaultdict(list)
    above: dict[int, list[_Overtaking]] = defaultdict(list)
    now = weighed.weights.tolist()
    columns = (found.criterion, found.weight, abs(found.gain), found.second)
    for at, weight, steepness, rival in zip(*(each.tolist() for each in columns), strict=True):
        side = below if weight < now[at] else above
        side[at].append(_Overtaking(weight, steepness, rival))
    return tuple(
        CriticalWeight(weighed.criteria[at], now[at], first.weight, matrix.options[first.rival])
        for at in range(len(now))
        for side in (below, above)
        if at in side
        for first in (_first_past(side[at], now[at], matrix.options),)
    )


def _first_past(
    ties: Sequence[_Overtaking], now: float, options: Sequence[OptionId]
) -> _Overtaking:
    """Give the nearest; of several at one weight the steepest, which is the one that then leads."""
    if len(ties) == 1:
        return ties[0]
    nearest = min(abs(tie.weight - now) for tie in ties)
    level = [tie for tie in ties if abs(tie.weight - now) <= nearest + _NEAR]
    steepest = max(tie.steepness for tie in level)
    leading = [tie for tie in level if tie.steepness >= steepest - TIE]
    return min(leading, key=lambda tie: options[tie.rival])
