"""What is asked, put in an order that does not hang on how it was given, and looked through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from appraiser.analysis.robustness.beliefs import ScoreBelief, Spread, checked
from appraiser.analysis.robustness.weight_beliefs import WeightBelief, criteria_of, tiers_of
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem

Scores = Mapping[OptionId, Mapping[CriterionId, ScoreBelief | None]]
"""A belief for each cell; one that is not there, or None, is missing."""
Cells = tuple[ScoreBelief | None, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Options by name against criteria that weigh something, the heaviest first.

    A criterion of no weight decides nothing and is left out.
    """

    options: tuple[OptionId, ...]
    tiers: tuple[tuple[CriterionId, ...], ...]
    cells: tuple[Cells, ...]
    """A row for each option, in the order of `criteria`."""
    weights: WeightBelief
    given: tuple[OptionId, ...]
    """The options in the order they were given."""

    @property
    def criteria(self) -> tuple[CriterionId, ...]:
        """The criteria that weigh something."""
        return tuple(each for tier in self.tiers for each in tier)

    @property
    def all_criteria(self) -> tuple[CriterionId, ...]:
        """Those that weigh nothing too, in the order they were given."""
        return criteria_of(self.weights)

    @property
    def spreads(self) -> list[tuple[int, int, Spread]]:
        """The row, the column and the belief of the cells that are not exact."""
        return spreads_of(self.cells)


def spreads_of(rows: Sequence[Cells]) -> list[tuple[int, int, Spread]]:
    """Give the row, the column and the belief of the cells that are not exact."""
    return [
        (row, column, belief)
        for row, cells in enumerate(rows)
        for column, belief in enumerate(cells)
        if belief is not None and not isinstance(belief, (int, float))
    ]


def case_of(weights: WeightBelief, scores: Scores) -> Case:
    """Order and look through what is asked.

    Raise `Problem`, naming the place, if a number cannot be used, if there are no options, or if
    an option has no score on any criterion that weighs something.
    """
    if not scores:
        raise Problem("there are no options to compare", place="scores")
    tiers = tiers_of(weights)
    criteria = [each for tier in tiers for each in tier]
    options = tuple(sorted(scores))
    cells = tuple(_row(option, scores[option], criteria) for option in options)
    return Case(options, tiers, cells, weights, tuple(scores))


def _row(
    option: OptionId,
    row: Mapping[CriterionId, ScoreBelief | None],
    criteria: Iterable[CriterionId],
) -> Cells:
    found = []
    for criterion in criteria:
        belief = row.get(criterion)
        try:
            found.append(None if belief is None else checked(belief))
        except Problem as problem:
            raise problem.at(f"scores[{option}][{criterion}]") from None
    if all(each is None for each in found):
        raise Problem("the option has no score that carries weight", place=f"scores[{option}]")
    return tuple(found)
