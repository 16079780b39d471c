"""Confidence factors: how often an option is first at the weights that favour it."""

from __future__ import annotations

import numpy as np
from numpy import float64, int64
from numpy.typing import NDArray

from appraiser.analysis.cancelling import Asked, stop_if
from appraiser.analysis.robustness.array_feeds import ScoreFeed
from appraiser.analysis.robustness.array_scores import Table

Floats = NDArray[float64]
Whole = NDArray[int64]

_FEWEST, _MOST = 2**11, 2**13
_FULLEST = 2**31
"""Products of score and weight to go through; with so many, fewer draws do."""
_ROOM, _LEAST_BLOCK = 2**20, 8
"""Products at a time, but not fewer draws."""


def confidences(
    table: Table,
    central: Floats,
    tie: float,
    drawn: tuple[ScoreFeed, int] | None,
    cancelled: Asked | None,
) -> tuple[Floats, int]:
    """Give the confidence factors (options,) at weights `central` (options, criteria).

    `drawn` is what draws the scores that are not exact, and in about how many draws; the draws
    really made are given too. One does where all are exact.
    """
    if drawn is None:
        return _first(table, table.fixed[:, :, None], central, tie), 1
    feed, wanted = drawn
    cost = table.fixed.size * len(central)
    draws = min(max(_FEWEST, wanted), _MOST)
    while draws * cost > _FULLEST:
        draws //= 2
    block = min(draws, 1 << (max(_LEAST_BLOCK, _ROOM // cost).bit_length() - 1))
    sums = np.zeros(len(central))
    for _ in range(0, draws, block):
        stop_if(cancelled)
        cells = np.repeat(table.fixed.reshape(-1, 1), block, axis=1)
        cells[table.drawn] = feed.take(block)
        sums += _first(table, cells.reshape(*table.fixed.shape, block), central, tie)
    return sums / draws, draws


def _first(table: Table, cells: Floats, central: Floats, tie: float) -> Floats:
    """Sum over draws of cells (rows, criteria, draws) what share each option has in first place.

    Each has weights of its own, at which the totals of all rows are worked out.
    """
    totals = central @ cells / (table.present @ central.T)[:, :, None]
    options = np.arange(len(central))
    bar = totals.max(axis=0) - tie
    leads = totals[table.row_of, options] >= bar
    if len(table.sizes) == len(central) and not ((totals >= bar).sum(axis=0) > 1).any():
        return np.asarray(leads.sum(axis=1), dtype=float)
    sharing = np.tensordot(table.sizes, totals >= bar, axes=1)
    return np.asarray((leads / sharing).sum(axis=1))
