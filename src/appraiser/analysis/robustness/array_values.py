"""Totals of many draws at once, quickly; and of a few of them, in full."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy import float64, int64
from numpy.typing import DTypeLike, NDArray

from appraiser.analysis.robustness.array_feeds import ScoreFeed
from appraiser.analysis.robustness.array_scores import Singles, Table
from appraiser.analysis.robustness.array_weights import WeightPlan

Floats = NDArray[float64]
Reals = NDArray[Any]
"""Of float32 or float64, as totals are first reckoned in."""
Whole = NDArray[int64]


class Values:
    """Makes totals of the parts that weights are drawn as.

    Totals are of the rows of a `Table`, in its units. Where scores are not exact, one draw of
    them serves several draws of weights that follow on each other.
    """

    def __init__(
        self, table: Table, plan: WeightPlan, kind: DTypeLike, shared: tuple[ScoreFeed, int] | None
    ) -> None:
        """Make ready, to reckon in a precision; `shared` gives scores, and for how many draws."""
        self._table = table
        self._corners = plan.corners
        self._plain = np.array_equal(plan.corners, np.eye(len(plan.corners)))
        self._kind = kind
        self._shared = shared
        presence = table.present[table.lacking].astype(float)
        self._fixed = np.vstack([table.fixed, presence])
        self._factors = (self._fixed @ plan.corners).astype(kind)
        self._scores = np.empty((0, 0), dtype=np.float32)
        self._totals = np.empty((len(self._factors), 0), dtype=kind)

    def totals(self, parts: Reals, whole: Reals) -> Reals:
        """Give the totals (rows, draws) of the next draws, times the sum of each draw's parts.

        `parts` are (parts, draws), and `whole` their sums. What is given is overwritten next time.
        """
        if self._totals.shape[1] != parts.shape[1]:
            self._totals = np.empty((len(self._factors), parts.shape[1]), dtype=self._kind)
        totals = self._totals
        if self._shared is None:
            np.matmul(self._factors, parts, out=totals)
        else:
            feed, size = self._shared
            self._scores = feed.take(parts.shape[1] // size)
            factors = self._matrices(self._scores, self._kind)
            if not self._plain:
                factors = factors @ self._corners.astype(self._kind)
            np.matmul(factors, _grouped(parts, size), out=_grouped(totals, size))
        return self._shared_out(totals, whole)

    def weights(self, first: Reals, parts: Reals) -> Floats:
        """Sum, for each row, the weights (rows, criteria) of draws.

        `first` (rows, draws) is what each draw counts, over the sum of its parts.
        """
        return np.asarray((self._corners @ (parts @ first.T)).T)

    def scores_at(self, places: Whole) -> Singles:
        """Give the scores (cells, draws) that some of the last draws have that are not exact."""
        return self._scores[:, places // self._shared[1]] if self._shared else self._scores

    def in_full(self, parts: Floats, scores: Singles) -> tuple[Floats, Floats]:
        """Give the totals (rows, draws) and the weights (criteria, draws) of a few draws.

        The weights sum to 1. Scores that are not exact are those of `scores_at`.
        """
        weights = self._corners @ parts
        weights /= weights.sum(axis=0)
        if self._shared is None:
            totals = self._fixed @ weights
        else:
            totals = (self._matrices(scores, float64) @ weights.T[:, :, None])[:, :, 0].T
        return self._shared_out(totals, np.ones(parts.shape[1])), weights

    def _matrices(self, scores: Singles, kind: DTypeLike) -> Reals:
        """Give the scores (draws, rows, criteria) of draws, some (cells, draws) being drawn."""
        draws = scores.shape[1]
        factors = np.empty((draws, *self._fixed.shape), dtype=kind)
        flat = factors.reshape(draws, -1)
        if len(scores) < self._fixed.size:
            factors[:] = self._fixed
            flat[:, self._table.drawn] = scores.T
        else:
            flat[:] = scores.T
        return factors

    def _shared_out(self, totals: Reals, whole: Reals) -> Reals:
        """Share the weight of missing scores among the others of the same row.

        The last rows sum the weights of the scores there are, for each row that lacks one.
        """
        rows = len(self._table.fixed)
        if len(totals) > rows:
            totals[self._table.lacking] /= totals[rows:]
            totals[self._table.lacking] *= whole
        return totals[:rows]


def _grouped(table: Reals, size: int) -> Reals:
    """Part the draws (rows, draws) into groups (groups, rows, draws of a group)."""
    return table.reshape(len(table), -1, size).transpose(1, 0, 2)
