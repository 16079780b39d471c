"""Counts draws that were given."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from appraiser.analysis.robustness.array_close_calls import FullCount
from appraiser.analysis.robustness.array_sums import Made, Names, Sums, summed_up
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.scoring.ranking import TIE
from appraiser.domain.ids import CriterionId, OptionId


def counted(
    options: Sequence[OptionId],
    criteria: Sequence[CriterionId],
    scores: Sequence[Sequence[Sequence[float]]],
    weights: Sequence[Sequence[float]],
) -> Robustness:
    """Count draws of scores (draws, options, criteria) and weights (draws, criteria)."""
    table, drawn = np.array(scores, dtype=float), np.array(weights, dtype=float)
    count = FullCount(len(options), len(criteria))
    count.add(np.einsum("doc,dc->od", table, drawn), drawn.T, TIE)
    sums = Sums(count.ranks, count.above, count.weights, count.tied)
    at_central = np.einsum("doc,rc->rod", table, sums.central)
    leads = [
        FullCount(len(options), len(criteria)).add(totals, drawn.T, TIE)[option].mean()
        for option, totals in enumerate(at_central)
    ]
    draws = len(drawn)
    shares = sums.ranks[:, 0] / draws
    errors = np.sqrt(np.maximum(shares * (1 - shares), 0.0) / draws)
    names = Names(options, criteria, options, criteria)
    return summed_up(names, sums, np.array(leads), errors, Made(draws, draws, None, None))
