"""The share of a simplex on one side of a plane, for many planes at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy import float64
from numpy.typing import NDArray

from appraiser.analysis.cancelling import Asked, stop_if
from appraiser.analysis.robustness.array_tiers import ranked_corners

Floats = NDArray[float64]


def shares_above(
    rows: Sequence[Sequence[float]],
    sizes: Sequence[int],
    orders: Sequence[Sequence[int]],
    cancelled: Asked | None = None,
) -> list[list[float]]:
    """Give, for all pairs of rows of scores, the share of weights that puts one above the other.

    Weights fall from tier to tier, of so many criteria each; the mean is taken over orders. Raise
    `Cancelled` if the answer is no longer wanted.
    """
    scores = np.array(rows, dtype=float)
    corners = ranked_corners(sizes)
    one, other = np.triu_indices(len(scores), 1)
    ahead = scores[one] - scores[other]
    shares = np.mean(
        [share_above(ahead[:, order] @ corners, cancelled) for order in orders], axis=0
    )
    above = np.zeros((len(scores), len(scores)))
    above[one, other] = shares
    above[other, one] = 1 - shares
    found: list[list[float]] = above.tolist()
    return found


def share_above(heights: Floats, cancelled: Asked | None = None) -> Floats:
    """Give the share (planes,) of a simplex where a linear function is above nought.

    `heights` (planes, corners) are its values at the corners. Half where all are nought.
    """
    spread = np.abs(heights).max(axis=1, keepdims=True)
    heights = heights / np.where(spread == 0, 1.0, spread)
    above, below = np.maximum(heights, 0.0).T, np.maximum(-heights, 0.0).T
    # of the corners above gone through so far, and of the first so many below
    share = np.zeros((len(below) + 1, heights.shape[0]))
    share[0] = 1.0
    for corner in above:
        stop_if(cancelled)
        if not corner.any():
            continue
        for at, depth in enumerate(below, start=1):
            whole = corner + depth
            met = whole > 0
            mixed = (depth * share[at] + corner * share[at - 1]) / np.where(met, whole, 1.0)
            share[at] = np.where(met, mixed, share[at])
    return np.where(spread[:, 0] == 0, 0.5, share[-1])
