"""Critical weights: what a criterion would have to weigh for the leader to change."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from appraiser.domain.ids import CriterionId, OptionId


@dataclass(frozen=True, slots=True)
class CriticalWeight:
    """A weight, from 0 to 1, past which another option leads, the others keeping their ratios."""

    criterion: CriterionId
    weight: float
    """What it weighs now."""
    critical: float
    """Where the two options tie."""
    new_leader: OptionId

    @property
    def upwards(self) -> bool:
        """Whether the criterion would have to weigh more, not less, for the leader to change."""
        return self.critical > self.weight


class Line(NamedTuple):
    """An option's total as the weight of one criterion runs from 0 to 1."""

    score: float
    """Its score on the criterion: the total at weight 1."""
    rest: float
    """The weighted mean of its other scores: the total at weight 0."""


def tie_weight(first: Line, second: Line) -> float | None:
    """Give the weight of a criterion at which two options tie, from 0 to 1, or None.

    With `rest` the total that the other criteria give in their own ratios, an option's total at
    weight t is t x score + (1 - t) x rest, a straight line; this is where two lines meet.
    """
    fall = second.rest - first.rest
    slope = first.score - second.score + fall
    if slope == 0:
        return None
    at = fall / slope
    return at if 0 <= at <= 1 else None


def critical_weights(
    weights: Mapping[CriterionId, float],
    scores: Mapping[OptionId, Mapping[CriterionId, float]],
    leader: OptionId,
) -> tuple[CriticalWeight, ...]:
    """Find, for each criterion, the nearest weights above and below its own that unseat the leader.

    Exact, by the closed form of `tie_weight`. `scores` are of the options in play, complete. A
    criterion that carries all the weight has none: how the rest would share is not known.
    """
    found: list[CriticalWeight] = []
    for criterion, weight in weights.items():
        if weight >= 1 - _NEAR:
            continue
        lines = {option: _line(weights, row, criterion) for option, row in scores.items()}
        ahead = lines.pop(leader)
        ties = [
            (at, line.score - line.rest, option)
            for option, line in lines.items()
            if (at := tie_weight(ahead, line)) is not None and _NEAR < at < 1 - _NEAR
        ]
        down = max((tie for tie in ties if tie[0] < weight), key=_nearness, default=None)
        up = min((tie for tie in ties if tie[0] > weight), key=_nearness, default=None)
        found += [
            CriticalWeight(criterion, weight, tie[0], tie[2])
            for tie in (down, up)
            if tie is not None
        ]
    return tuple(found)


_NEAR = 1e-9
_Tie = tuple[float, float, OptionId]


def _nearness(tie: _Tie) -> tuple[float, float]:
    """Order ties by their weight; at one weight, the steepest line leads above it.

    So the least of the ties above is the one that takes the lead first, and so is the greatest
    of the ties below, where the least steep line leads.
    """
    at, slope, _ = tie
    return at, -slope


def _line(
    weights: Mapping[CriterionId, float], row: Mapping[CriterionId, float], criterion: CriterionId
) -> Line:
    others = math.fsum(weights[each] * row[each] for each in weights if each != criterion)
    return Line(row[criterion], others / (1 - weights[criterion]))
