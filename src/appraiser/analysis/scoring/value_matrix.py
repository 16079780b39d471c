"""The options in play with their scores and weights as arrays: what is examined for robustness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy import float64
from numpy.typing import NDArray

from appraiser.domain.ids import CriterionId, OptionId


@dataclass(frozen=True, slots=True, eq=False)
class ValueMatrix:
    """Options against criteria: the additive model's scores and weights.

    `scores` has a row for each option and a column for each criterion, from 0 to 100 with no
    gaps; `weights` one number for each criterion, from nought up, summing to 1.
    """

    options: tuple[OptionId, ...]
    criteria: tuple[CriterionId, ...]
    scores: NDArray[float64]
    weights: NDArray[float64]

    @property
    def totals(self) -> NDArray[float64]:
        """The total of each option, from 0 to 100."""
        return self.scores @ self.weights


def value_matrix(
    weights: Mapping[CriterionId, float], scores: Mapping[OptionId, Mapping[CriterionId, float]]
) -> ValueMatrix:
    """Lay weights and complete scores out as arrays, in the order they are given."""
    criteria = tuple(weights)
    rows = [[row[each] for each in criteria] for row in scores.values()]
    return ValueMatrix(
        tuple(scores),
        criteria,
        np.array(rows, dtype=float).reshape(len(scores), len(criteria)),
        np.array(list(weights.values()), dtype=float),
    )
