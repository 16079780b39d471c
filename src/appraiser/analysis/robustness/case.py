"""What is asked, put in an order that does not hang on how it was given, and looked through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from appraiser.analysis.robustness.beliefs import ScoreBelief, Spread, checked
from appraiser.analysis.robustness.weight_beliefs import (
    AnyWeights,
    RankedWeights,
    WeightBelief,
    criteria_of,
    tiers_of,
)
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem
from appraiser.domain.terms import WeightSpread

Scores = Mapping[OptionId, Mapping[CriterionId, ScoreBelief | None]]
"""A belief for each cell; one that is not there, or None, is missing."""
Cells = tuple[ScoreBelief | None, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Options by name against criteria by name, whatever these weigh."""

    options: tuple[OptionId, ...]
    criteria: tuple[CriterionId, ...]
    cells: tuple[Cells, ...]
    """A row for each option, in the order of `criteria`."""
    spreads: tuple[tuple[int, int, Spread], ...]
    """The row, the column and the belief of the cells that are not exact."""
    given: tuple[OptionId, ...]
    """The options in the order they were given."""


@dataclass(frozen=True, slots=True)
class Case:
    """Rows of options, and what is believed of the weights of their criteria.

    A criterion of no weight decides nothing and is left out of both.
    """

    rows: Rows
    tiers: tuple[tuple[CriterionId, ...], ...]
    """Criteria that weigh the same, the heaviest first."""
    weights: WeightBelief

    @property
    def by_weight(self) -> tuple[CriterionId, ...]:
        """The criteria, the heaviest first."""
        return tuple(each for tier in self.tiers for each in tier)

    @property
    def order(self) -> tuple[WeightSpread, tuple[tuple[CriterionId, ...], ...]] | None:
        """All that draws of weights hang on where it is their order; None where it is more."""
        by_order = isinstance(self.weights, (AnyWeights, RankedWeights))
        return (self.weights.spread, self.tiers) if by_order else None

    @property
    def all_criteria(self) -> tuple[CriterionId, ...]:
        """Those that weigh nothing too, in the order they were given."""
        return criteria_of(self.weights)


def case_of(weights: WeightBelief, scores: Scores) -> Case:
    """Order and look through what is asked.

    Raise `Problem`, naming the place, if a number cannot be used, if there are no options, or if
    an option has no score on any criterion that weighs something.
    """
    tiers = tiers_of(weights)
    return Case(rows_of(scores, (each for tier in tiers for each in tier)), tiers, weights)


def rows_of(scores: Scores, weighed: Iterable[CriterionId]) -> Rows:
    """Order and look through the scores on criteria that weigh something; see `case_of`."""
    if not scores:
        raise Problem("there are no options to compare", place="scores")
    options, criteria = tuple(sorted(scores)), tuple(sorted(weighed))
    cells = tuple(_row(option, scores[option], criteria) for option in options)
    spreads = tuple(
        (at, column, belief)
        for at, row in enumerate(cells)
        for column, belief in enumerate(row)
        if belief is not None and not isinstance(belief, (int, float))
    )
    return Rows(options, criteria, cells, spreads, tuple(scores))


def _row(
    option: OptionId, row: Mapping[CriterionId, ScoreBelief | None], criteria: Sequence[CriterionId]
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
