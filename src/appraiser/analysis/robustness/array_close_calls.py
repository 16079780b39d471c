"""Draws reckoned in full: ranks in double precision, ties shared. For few draws, and exact."""

from __future__ import annotations

import numpy as np
from numpy import float64, int64
from numpy.typing import NDArray

Floats = NDArray[float64]
Whole = NDArray[int64]

_ROOM = 2**21
"""Comparisons made at a time."""


class FullCount:
    """Sums over draws, of options: what fast counting leaves out, or draws that were given.

    Options whose totals lie within a tie of the best of them are the same, as in
    `ranking.ranks`; those that are the same have an equal share in all ranks that they take up.
    """

    def __init__(self, options: int, criteria: int) -> None:
        self.ranks = np.zeros((options, options))
        self.above = np.zeros((options, options))
        self.weights = np.zeros((options, criteria))
        """The weights of the draws in which each is first, times its share in first place."""
        self.tied = 0
        """Draws in which first place is shared."""

    def add(self, totals: Floats, weights: Floats, tie: float) -> Floats:
        """Count draws of totals (options, draws) and of weights (criteria, draws).

        Give each option's share in first place (options, draws).
        """
        options, draws = totals.shape
        step = max(1, _ROOM // options**2)
        starts = range(0, draws, step)
        return np.hstack(
            [self._add(totals[:, at : at + step], weights[:, at : at + step], tie) for at in starts]
        )

    def _add(self, totals: Floats, weights: Floats, tie: float) -> Floats:
        best, sizes = shared_places(totals, tie)
        parts = 1 / sizes
        options = np.arange(len(best))[:, None] * len(best)
        for further in range(int(sizes.max())):
            some = sizes > further
            cells = (options + best + further)[some]
            counts = np.bincount(cells, parts[some], minlength=self.ranks.size)
            self.ranks += counts.reshape(self.ranks.shape)
        self.above += (best[:, None] < best[None]).sum(axis=2)
        same = (best[:, None] == best[None]).sum(axis=2) / 2
        np.fill_diagonal(same, 0)
        self.above += same
        first = best == 0
        shares = np.where(first, parts, 0.0)
        self.weights += shares @ weights.T
        self.tied += int((first.sum(axis=0) > 1).sum())
        return shares


def shared_places(totals: Floats, tie: float) -> tuple[Whole, Whole]:
    """Give each option's best place, from nought, and how many share it (options, draws)."""
    above = totals[:, None] - totals > tie
    best = above.sum(axis=0)
    sizes = len(totals) - above.sum(axis=1) - best
    # one may be as good as two that are not as good as each other
    chained = (sizes != (best[:, None] == best).sum(axis=0)).any(axis=0)
    if chained.any():
        best[:, chained], sizes[:, chained] = _by_level(totals[:, chained], tie)
    return best, sizes


def _by_level(totals: Floats, tie: float) -> tuple[Whole, Whole]:
    """Do so one after another from the best down, by how far each is below the first of a tie."""
    order = np.argsort(-totals, axis=0, kind="stable")
    falling = np.take_along_axis(totals, order, axis=0)
    starts = np.zeros(order.shape, dtype=int64)
    level = falling[0].copy()
    for place in range(1, len(falling)):
        lower = level - falling[place] > tie
        level[lower] = falling[place][lower]
        starts[place] = np.where(lower, place, starts[place - 1])
    best = np.empty_like(starts)
    np.put_along_axis(best, order, starts, axis=0)
    return best, (best[:, None] == best).sum(axis=0)
