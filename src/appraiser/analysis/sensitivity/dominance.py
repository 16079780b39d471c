"""Dominance: an option that is at least as good as another on everything and better somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.sensitivity.checking import check
from appraiser.domain.ids import CriterionId, OptionId

if TYPE_CHECKING:
    from appraiser.analysis.scoring.value_matrix import ValueMatrix


@dataclass(frozen=True, slots=True)
class Dominance:
    """One option dominates another: no weights on these criteria put the other ahead."""

    dominant: OptionId
    dominated: OptionId
    better_on: tuple[CriterionId, ...]
    """The criteria on which it is better, in order, never none; on the others the two are equal."""


def dominances(matrix: ValueMatrix) -> tuple[Dominance, ...]:
    """Find every pair of options of which one dominates the other (method.md section 5).

    Only criteria that carry weight count: one that weighs nothing was judged not to matter, so
    it neither saves an option from being dominated nor makes it dominate. Scores closer than a
    tie are equal; options that are equal on everything do not dominate each other. Raise
    `Problem` if a number cannot be used.
    """
    check(matrix)
    return tuple(_found(matrix))


def _found(matrix: ValueMatrix) -> Iterator[Dominance]:
    counting = (matrix.weights > 0).nonzero()[0]
    criteria = [matrix.criteria[at] for at in counting]
    scores = matrix.scores[:, counting]
    for at, dominant in enumerate(matrix.options):
        ahead = scores[at] - scores
        better = ahead > TIE
        for other in ((ahead >= -TIE).all(axis=1) & better.any(axis=1)).nonzero()[0]:
            on = tuple(
                criterion
                for criterion, is_better in zip(criteria, better[other].tolist(), strict=True)
                if is_better
            )
            yield Dominance(dominant, matrix.options[other], on)
