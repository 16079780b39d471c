"""Rank stability: who leads, and in what order the others stand, without each option in turn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.sensitivity.checking import check
from appraiser.analysis.sensitivity.leading import leading
from appraiser.domain.ids import OptionId

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    from appraiser.analysis.scoring.value_matrix import ValueMatrix


@dataclass(frozen=True, slots=True)
class WithoutOption:
    """How the others stand when one option is left out."""

    left_out: OptionId
    leaders: tuple[OptionId, ...]
    """Who leads then, in order; several where they tie."""
    lead: float | None
    """Over the next of them, in points, 0 in a tie; None where only one is left."""
    order_changed: bool
    """Any two of the others change places. On scales fixed by anchors they never do."""


def without_each(matrix: ValueMatrix) -> tuple[WithoutOption, ...]:
    """Work the totals out again without each option in turn, in the order of the options.

    With one option there is nothing to leave out. Raise `Problem` if a number cannot be used.
    """
    check(matrix)
    if len(matrix.options) <= 1:
        return ()
    return tuple(_without(matrix, at) for at in range(len(matrix.options)))


def _without(matrix: ValueMatrix, at: int) -> WithoutOption:
    import numpy as np

    others = matrix.options[:at] + matrix.options[at + 1 :]
    left = replace(matrix, options=others, scores=np.delete(matrix.scores, at, axis=0))
    totals = left.totals.tolist()
    first = leading(totals)
    best = sorted(totals, reverse=True)[:2]
    lead = best[0] - best[1] if len(best) > 1 else None
    return WithoutOption(
        matrix.options[at],
        tuple(others[each] for each in first),
        0.0 if len(first) > 1 else lead,
        _changed_places(np.delete(matrix.totals, at), left.totals),
    )


def _changed_places(before: NDArray[float64], after: NDArray[float64]) -> bool:
    """Tell whether any two options were ahead of each other by more than a tie, each once."""
    was_ahead = before[:, None] - before > TIE
    is_ahead = after[:, None] - after > TIE
    return bool((was_ahead & is_ahead.T).any())
