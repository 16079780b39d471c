"""Whether the numbers of a value matrix can be reckoned with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from appraiser.analysis.scoring.value_matrix import ValueMatrix

_NEAR = 1e-9
"""How far from 1 the weights may sum, for how sums are rounded."""


def check(matrix: ValueMatrix) -> None:
    """Raise `Problem`, naming the option and the criterion, unless all is there and finite.

    Weights must be from nought up and sum to 1.
    """
    import numpy as np

    unusable = np.argwhere(~np.isfinite(matrix.scores))
    if len(unusable):
        option, criterion = unusable[0]
        place = f"{matrix.options[option]}/{matrix.criteria[criterion]}"
        raise Problem("a score is not a number", place=place)
    wrong = np.flatnonzero(~(np.isfinite(matrix.weights) & (matrix.weights >= 0)))
    if len(wrong):
        raise Problem("a weight is a number from nought up", place=matrix.criteria[wrong[0]])
    whole = float(matrix.weights.sum())
    if abs(whole - 1) > _NEAR:
        raise Problem(f"the weights sum to {whole:g}, not to 1")
