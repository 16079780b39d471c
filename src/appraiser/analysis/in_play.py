"""The options in play: those that no gate bars and that have a total, with all that they have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from appraiser.analysis.money.money_results import MoneyResults
from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.scoring.score_ranges import ScoreRange
from appraiser.analysis.scoring.value_functions import reach
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.scores import Cell


@dataclass(frozen=True, slots=True)
class InPlay:
    """What the ranking of the options in play is examined with.

    Scores and their ranges run from 0 to 100; `reaches` are the ends of each criterion's scale.
    `costs` are the present value of costs, VAT and tax included, less savings, in pence; None
    where it is not known.
    """

    totals: Mapping[OptionId, float]
    scores: Mapping[OptionId, Mapping[CriterionId, float]]
    ranges: Mapping[Cell, ScoreRange]
    reaches: Mapping[CriterionId, tuple[float, float]]
    costs: Mapping[OptionId, int | None]

    @property
    def complete(self) -> bool:
        """Whether every score is there, so that a total is a straight line in each weight."""
        return all(len(row) == len(self.reaches) for row in self.scores.values())

    @property
    def can_be_compared(self) -> bool:
        """Whether there is more than one option."""
        return len(self.scores) > 1


def in_play(
    appraisal: Appraisal,
    options: Sequence[OptionResult],
    ranges: Mapping[Cell, ScoreRange],
    money: MoneyResults,
) -> InPlay:
    """Gather the options in play, in the order of the shortlist, without the scores they lack."""
    playing = {each.option: each for each in options if not each.barred and each.total is not None}
    money_of = money.of
    return InPlay(
        totals={option: each.total for option, each in playing.items() if each.total is not None},
        scores={
            option: {
                part.criterion: part.score for part in each.contributions if part.score is not None
            }
            for option, each in playing.items()
        },
        ranges={cell: over for cell, over in ranges.items() if cell.option in playing},
        reaches={leaf.id: reach(leaf) for leaf in leaves(appraisal.criteria)},
        costs={option: money_of[option].financial.in_itself.costs for option in playing},
    )
