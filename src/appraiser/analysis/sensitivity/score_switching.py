"""Score switching: by how much one score would have to change for a rival to draw level."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.sensitivity.checking import check
from appraiser.analysis.sensitivity.leading import sole_leader
from appraiser.analysis.sensitivity.reaches import SCALE, Reaches, within
from appraiser.domain.ids import CriterionId, OptionId

if TYPE_CHECKING:
    from appraiser.analysis.scoring.value_matrix import ValueMatrix


@dataclass(frozen=True, slots=True)
class ScoreSwitch:
    """The change of one score on one criterion at which a rival draws level with the leader.

    Scores and `points` are on the scale from 0 to 100. Past it the rival leads the two.
    """

    criterion: CriterionId
    points: float
    """What the rival's score would have to rise by, or the leader's fall by; above 0."""
    rise_to: float | None
    """The rival's score after such a rise; None where it cannot rise so far."""
    fall_to: float | None
    """The leader's score after such a fall; None where it cannot fall so far."""


@dataclass(frozen=True, slots=True)
class RivalSwitches:
    """What would let one rival draw level with the leader: a switch for each criterion.

    Criteria that carry no weight have none, since no score on them changes a total.
    """

    rival: OptionId
    lead: float
    """How far the leader's total is ahead, in points."""
    switches: tuple[ScoreSwitch, ...]
    smallest_rise: ScoreSwitch | None
    """The smallest rise of a score of the rival that is possible; None where none is."""
    smallest_fall: ScoreSwitch | None
    """The smallest fall of a score of the leader that is possible; None where none is."""


def score_switches(
    matrix: ValueMatrix, reaches: Reaches | None = None
) -> tuple[RivalSwitches, ...]:
    """Give, for each rival of the leader, the change of each single score that would end the lead.

    The change is the lead divided by the weight (method.md section 5); it is possible where the
    score stays within 0 to 100, or within the criterion's own reach. There are none while no
    option leads alone. Raise `Problem` if a number cannot be used.
    """
    check(matrix)
    totals = matrix.totals.tolist()
    ahead = sole_leader(totals)
    if ahead is None:
        return ()
    return tuple(
        _of_rival(rival, totals[ahead] - total, tuple(_switches(matrix, ahead, at, reaches or {})))
        for at, (rival, total) in enumerate(zip(matrix.options, totals, strict=True))
        if at != ahead
    )


def _switches(
    matrix: ValueMatrix, ahead: int, rival: int, reaches: Reaches
) -> Iterator[ScoreSwitch]:
    lead = float(matrix.totals[ahead] - matrix.totals[rival])
    rows = (matrix.weights, matrix.scores[ahead], matrix.scores[rival])
    cells = zip(matrix.criteria, *(each.tolist() for each in rows), strict=True)
    for criterion, weight, leaders, rivals in cells:
        points = lead / weight if weight > 0 else math.inf
        if math.isfinite(points):
            reach = reaches.get(criterion, SCALE)
            yield ScoreSwitch(
                criterion, points, within(rivals + points, reach), within(leaders - points, reach)
            )


def _of_rival(rival: OptionId, lead: float, switches: tuple[ScoreSwitch, ...]) -> RivalSwitches:
    rises = [each for each in switches if each.rise_to is not None]
    falls = [each for each in switches if each.fall_to is not None]
    return RivalSwitches(
        rival,
        lead,
        switches,
        min(rises, key=_size, default=None),
        min(falls, key=_size, default=None),
    )


def _size(switch: ScoreSwitch) -> tuple[float, CriterionId]:
    """Order switches by size; of equal ones the criterion decides, never the order of input."""
    return round(switch.points, 9), switch.criterion
