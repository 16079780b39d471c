"""SMAA-2 of draws that somebody else has made, to check one against the other."""

from __future__ import annotations

import math
from collections.abc import Sequence

from appraiser.analysis.robustness.outcome import Robustness
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem

Rows = Sequence[Sequence[float]]
"""A row of scores for each option, in the order of the criteria."""


def of_given_draws(
    options: Sequence[OptionId],
    criteria: Sequence[CriterionId],
    scores: Sequence[Rows],
    weights: Rows,
) -> Robustness:
    """Give what draws come to: as many tables of scores as rows of weights, on any scale.

    Ties are shared as in `simulation.simulate`, and confidence factors go by all tables. Standard
    errors are those of independent draws. Raise `Problem` if there are no draws, if there are
    not as many of both, or if a number is not one.
    """
    if not scores or len(scores) != len(weights):
        raise Problem("there must be as many draws of scores as of weights, and one at the least")
    numbers = [each for table in (*scores, weights) for row in table for each in row]
    if not all(math.isfinite(each) for each in numbers):
        raise Problem("a draw holds what is not a number")
    from appraiser.analysis.robustness.array_given import counted

    return counted(options, criteria, scores, weights)
