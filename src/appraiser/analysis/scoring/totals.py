"""The totals of all options under one set of weights."""

from __future__ import annotations

from collections.abc import Mapping

from appraiser.analysis.scoring.additive import total_of
from appraiser.analysis.scoring.score_matrix import ScoreMatrix
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.terms import MissingScores

_ANY_SCORE = (0.0, 100.0)


def totals_under(
    matrix: ScoreMatrix, shares: Mapping[CriterionId, float], missing: MissingScores
) -> dict[OptionId, float | None]:
    """Give each option's total, from 0 to 100, or None where missing scores withhold it.

    `shares` are of the leaves, from 0 to 1, and sum to 1.
    """
    weights = [shares[leaf] for leaf in matrix.leaves]
    reaches = [_ANY_SCORE] * len(weights)
    return {
        option: total_of(weights, row, reaches, missing).total
        for option, row in zip(matrix.options, matrix.rows, strict=True)
    }
