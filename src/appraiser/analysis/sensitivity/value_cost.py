"""Value against cost: the options that nothing else beats for what they cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.sensitivity.checking import check
from appraiser.domain.ids import OptionId

if TYPE_CHECKING:
    from appraiser.analysis.scoring.value_matrix import ValueMatrix


@dataclass(frozen=True, slots=True)
class ValueForCost:
    """One option's total and cost, and the options that beat it on the two together."""

    option: OptionId
    value: float
    """Its total, from 0 to 100."""
    cost: int
    """In pence; below nought where it saves."""
    beaten_by: tuple[OptionId, ...]
    """What is at least as cheap and at least as good, one of them strictly; in order."""

    @property
    def on_frontier(self) -> bool:
        """Whether nothing beats it."""
        return not self.beaten_by


@dataclass(frozen=True, slots=True)
class ValueAgainstCost:
    """Every option with a cost against the others, in the order of the options."""

    options: tuple[ValueForCost, ...]
    uncosted: tuple[OptionId, ...]
    """The options whose cost is not known: they neither beat nor are beaten."""

    @property
    def frontier(self) -> tuple[OptionId, ...]:
        """The options that nothing beats, the cheapest first."""
        best = [each for each in self.options if each.on_frontier]
        return tuple(
            each.option for each in sorted(best, key=lambda each: (each.cost, each.option))
        )


def value_against_cost(
    matrix: ValueMatrix, costs: Mapping[OptionId, int | None]
) -> ValueAgainstCost:
    """Hold each option's total against its cost, in whole pence (method.md section 5).

    An option is on the frontier if no other is at least as cheap and at least as good with one
    of the two strictly so. Totals closer than a tie are equal. Raise `Problem` if a score or a
    weight cannot be used.
    """
    check(matrix)
    known = [
        (option, total, cost)
        for option, total in zip(matrix.options, matrix.totals.tolist(), strict=True)
        if (cost := costs.get(option)) is not None
    ]
    return ValueAgainstCost(
        tuple(
            ValueForCost(
                option,
                value,
                cost,
                tuple(
                    other
                    for other, its_value, its_cost in known
                    if _beats(its_value - value, cost - its_cost)
                ),
            )
            for option, value, cost in known
        ),
        tuple(option for option in matrix.options if costs.get(option) is None),
    )


def _beats(more_value: float, less_cost: int) -> bool:
    return more_value >= -TIE and less_cost >= 0 and (more_value > TIE or less_cost > 0)
