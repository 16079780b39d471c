"""Means and medians of all tables but one, for each that can be left out."""

from __future__ import annotations

import numpy as np

from appraiser.analysis.scoring.array_totals import Floats
from appraiser.domain.terms import ScoreFeed


def middles_without_each(scores: Floats, feed: ScoreFeed) -> Floats:
    """Give the mean or median over the first axis with each of its tables left out in turn.

    Not-a-number marks what is missing, and what is not there once the only score is left out.
    """
    return _medians(scores) if feed is ScoreFeed.MEDIAN else _means(scores)


def _means(scores: Floats) -> Floats:
    there = ~np.isnan(scores)
    known = np.where(there, scores, 0.0)
    counts = there.sum(axis=0) - there
    sums = known.sum(axis=0) - known
    return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)


def _medians(scores: Floats) -> Floats:
    """Read the middle off the rising scores, one place further on from where one is left out."""
    there = ~np.isnan(scores)
    order = np.argsort(scores, axis=0, kind="stable")  # what is missing comes last
    rising = np.take_along_axis(scores, order, axis=0)
    places = np.argsort(order, axis=0, kind="stable")
    counts = there.sum(axis=0) - there
    last = max(len(scores) - 1, 0)

    def nth(at: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Floats:
        beyond = at + (there & (at >= places))
        return np.take_along_axis(rising, np.minimum(beyond, last), axis=0)

    middles = (nth(np.maximum(counts - 1, 0) // 2) + nth(counts // 2)) / 2
    return np.where(counts > 0, middles, np.nan)
