"""Totals, ranks and middles of many tables of scores at once."""

from __future__ import annotations

import numpy as np
from numpy import float64, integer
from numpy.typing import NDArray

from appraiser.analysis.scoring.ranking import TIE
from appraiser.domain.terms import MissingScores, ScoreFeed

Floats = NDArray[float64]
Whole = NDArray[integer]

_BYTE = 127
"""So many fit into a byte, which is the quickest to count with."""


def totals_of(scores: Floats, weights: Floats, missing: MissingScores) -> Floats:
    """Give the totals of tables of scores (…, options, criteria) under weights that sum to 1.

    The additive model of `additive.total_of`: not-a-number marks a score that is missing, and a
    total that there is not for want of one.
    """
    flat = scores.reshape(-1, scores.shape[-1])
    totals = flat @ weights
    lacking = np.isnan(totals)
    if lacking.any():
        totals[lacking] = _lacking_totals(flat[lacking], weights, missing)
    return np.asarray(totals.reshape(scores.shape[:-1]))


def _lacking_totals(rows: Floats, weights: Floats, missing: MissingScores) -> Floats:
    gaps = np.isnan(rows)
    known = np.where(gaps, 0.0, rows) @ weights
    scored = (~gaps).astype(float) @ weights
    lacks = (gaps & (weights > 0)).any(axis=1)
    usable = (scored > 0) & (~lacks | (missing is MissingScores.SCORED_ONLY))
    raised = np.where(lacks & usable, scored, 1.0)
    return np.where(usable, known / raised, np.nan)


def ranks_of(totals: Floats) -> Whole:
    """Rank totals (…, options) as `ranking.ranks` does; 0 where there is no total.

    All are compared with all, which beats sorting for as many options as people appraise.
    """
    options = totals.shape[-1]
    by_option = totals.reshape(-1, options).T.copy()
    ahead = by_option[:, None] > by_option + TIE
    kind = np.int8 if options < _BYTE else np.int32
    ranks: Whole = np.add.reduce(ahead.view(np.int8), axis=0, dtype=kind) + kind(1)
    without = np.isnan(by_option)
    if without.any():
        ranks[without] = 0
    return ranks.T.reshape(totals.shape)


def middle_scores(scores: Floats, feed: ScoreFeed) -> Floats:
    """Give the mean or median over the first axis, of what is there in each place."""
    return median_scores(scores) if feed is ScoreFeed.MEDIAN else mean_scores(scores)


def mean_scores(scores: Floats) -> Floats:
    """Give the mean over the first axis; not-a-number where nothing is there."""
    there = ~np.isnan(scores)
    counts = there.sum(axis=0)
    sums = np.where(there, scores, 0.0).sum(axis=0)
    return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)


def median_scores(scores: Floats) -> Floats:
    """Give the median over the first axis; not-a-number where nothing is there."""
    if not len(scores):
        return np.full(scores.shape[1:], np.nan)
    rising = np.sort(scores, axis=0)  # what is missing comes last
    counts = (~np.isnan(scores)).sum(axis=0)[None]
    low = np.take_along_axis(rising, np.maximum(counts - 1, 0) // 2, axis=0)[0]
    high = np.take_along_axis(rising, np.minimum(counts // 2, len(rising) - 1), axis=0)[0]
    return np.asarray((low + high) / 2)
