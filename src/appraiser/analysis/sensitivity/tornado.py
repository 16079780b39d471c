"""The tornado: how the lead swings as one score or one weight at a time goes from end to end."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.sensitivity.checking import check
from appraiser.analysis.sensitivity.leading import leading, sole_leader
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Cell

if TYPE_CHECKING:
    from appraiser.analysis.scoring.value_matrix import ValueMatrix


@dataclass(frozen=True, slots=True)
class SwingEnd:
    """How the lead stands where a score or weight is at one end."""

    at: float
    """The score, from 0 to 100, or the weight, from 0 to 1."""
    over_runner_up: float
    """The leader's lead over the runner-up, in points; below nought once it is overtaken."""
    over_best: float
    """Over the best of all others; below nought once any has overtaken it."""
    leaders: tuple[OptionId, ...]
    """Who leads there, in order; several where they tie."""


@dataclass(frozen=True, slots=True)
class Swing:
    """One bar of the tornado: a score of an option, or the weight of a criterion, moves."""

    criterion: CriterionId
    option: OptionId | None
    """Whose score on the criterion moves; None where it is the criterion's weight."""
    low: SwingEnd
    high: SwingEnd
    width: float
    """How far the lead over the best of all others ranges between the ends and now, in points."""
    leader_changes: bool
    """Whether the leader no longer leads alone at an end, and so anywhere between them."""


@dataclass(frozen=True, slots=True)
class Tornado:
    """Every swing that moves the lead, the widest first."""

    leader: OptionId
    runner_up: OptionId
    lead: float
    """As it is now, in points."""
    swings: tuple[Swing, ...]


Ranges = Mapping[Cell, tuple[float, float]]
"""The lowest and highest that a score could be, from 0 to 100; one not named does not move."""


def tornado(matrix: ValueMatrix, ranges: Ranges, weight_share: float) -> Tornado | None:
    """Move each score between its low and high, and each weight by a share of itself up and down.

    `weight_share` runs from 0 to 1: 0.25 tries a weight of 0.20 from 0.15 to 0.25, the other
    weights keeping their ratios. What moves nothing has no swing, nor has a criterion that
    carries all the weight. None while no option leads alone over another. Raise `Problem` if a
    number or a range cannot be used.
    """
    check(matrix)
    if not 0 <= weight_share <= 1:
        raise Problem("the share that weights move by lies from 0 to 1")
    totals = matrix.totals.tolist()
    ahead = sole_leader(totals)
    if ahead is None or len(totals) <= 1:
        return None
    others = [at for at in range(len(totals)) if at != ahead]
    second = max(others, key=lambda at: (round(totals[at], 9), matrix.options[at]))
    race = _Race(matrix.options, ahead, second, totals[ahead] - totals[second])
    swings = [*_of_scores(matrix, ranges, race), *_of_weights(matrix, weight_share, race)]
    moving = sorted((each for each in swings if each.width > TIE), key=_widest_first)
    return Tornado(matrix.options[ahead], matrix.options[second], race.lead, tuple(moving))


class _Race(NamedTuple):
    """The leader against the others: who they are, and the lead now."""

    options: Sequence[OptionId]
    ahead: int
    second: int
    lead: float

    def end(self, at: float, totals: Sequence[float]) -> SwingEnd:
        """Say how it stands with other totals."""
        first = totals[self.ahead]
        best = max(total for option, total in enumerate(totals) if option != self.ahead)
        leaders = tuple(self.options[each] for each in leading(totals))
        return SwingEnd(at, first - totals[self.second], first - best, leaders)

    def swing(
        self, criterion: CriterionId, option: OptionId | None, low: SwingEnd, high: SwingEnd
    ) -> Swing:
        """Make a bar of two ends.

        The lead over the best is the least of straight lines, so between two ends it is nowhere
        below both: if the leader keeps the lead at the ends, it keeps it all the way.
        """
        leads = (self.lead, low.over_best, high.over_best)
        alone = (self.options[self.ahead],)
        changes = low.leaders != alone or high.leaders != alone
        return Swing(criterion, option, low, high, max(leads) - min(leads), changes)


def _of_scores(matrix: ValueMatrix, ranges: Ranges, race: _Race) -> Iterator[Swing]:
    row_of = {option: at for at, option in enumerate(matrix.options)}
    column_of = {criterion: at for at, criterion in enumerate(matrix.criteria)}
    weights, scores, now = (
        each.tolist() for each in (matrix.weights, matrix.scores, matrix.totals)
    )
    for (option, criterion), (low, high) in ranges.items():
        row, column = row_of.get(option), column_of.get(criterion)
        if row is None or column is None:
            continue
        if not (math.isfinite(low) and math.isfinite(high) and low <= high):
            raise Problem("a range runs from a low to a high", place=f"{option}/{criterion}")
        ends = []
        for score in (low, high):
            totals = list(now)
            totals[row] += weights[column] * (score - scores[row][column])
            ends.append(race.end(score, totals))
        yield race.swing(criterion, option, *ends)


_NEAR = 1e-9
"""What the others weigh together, at the least, for them to share what one gives up."""


def _of_weights(matrix: ValueMatrix, share: float, race: _Race) -> Iterator[Swing]:
    """Move each weight w to t: a total V then is V + (t - w) (v - V) / (1 - w)."""
    now = matrix.totals.tolist()
    columns = matrix.scores.T.tolist()
    for criterion, weight, scores in zip(
        matrix.criteria, matrix.weights.tolist(), columns, strict=True
    ):
        if 1 - weight <= _NEAR:
            continue
        ends = []
        for moved in (weight * (1 - share), min(1.0, weight * (1 + share))):
            part = (moved - weight) / (1 - weight)
            ends.append(
                race.end(
                    moved,
                    [
                        total + part * (score - total)
                        for total, score in zip(now, scores, strict=True)
                    ],
                )
            )
        yield race.swing(criterion, None, *ends)


def _widest_first(swing: Swing) -> tuple[float, CriterionId, OptionId]:
    """Order swings by width; of equal ones the names decide, never the order of input."""
    return -round(swing.width, 9), swing.criterion, swing.option or OptionId("")
