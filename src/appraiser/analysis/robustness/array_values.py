"""Totals of many draws at once, quickly; and of a few of them, in full."""

from __future__ import annotations

import numpy as np
from numpy import float64, int64
from numpy.typing import NDArray

from appraiser.analysis.robustness.array_chunks import Parts, Shared
from appraiser.analysis.robustness.array_run import Run
from appraiser.analysis.robustness.array_scores import Reals, Singles

Floats = NDArray[float64]
Whole = NDArray[int64]


class Values:
    """Makes totals of the parts that weights are drawn as.

    Totals are of the rows of a `Table`, in its units.
    """

    def __init__(self, run: Run) -> None:
        """Make ready for the chunks of a run."""
        corners, kind = run.plan.corners, run.kind
        self._table, self._sharing, self._corners = run.table, run.size.sharing, corners
        self._plain = np.array_equal(corners, np.eye(len(corners)))
        self._factors = (run.table.exact @ corners).astype(kind)
        self._to_weights = corners.astype(kind)
        self._weights = np.empty((0 if self._plain else len(corners), run.chunk), dtype=kind)
        self._totals = np.empty((len(self._factors), run.chunk), dtype=kind)

    def totals(self, parts: Parts, shared: Shared | None) -> Reals:
        """Give the totals (rows, draws) of draws, times the sum of each draw's parts.

        What is given is overwritten next time.
        """
        totals = self._totals
        if shared is None:
            np.matmul(self._factors, parts.drawn, out=totals)
        else:
            weights = parts.drawn
            if not self._plain:
                weights = np.matmul(self._to_weights, weights, out=self._weights)
            groups = _grouped(weights, self._sharing)
            np.matmul(shared.factors, groups, out=_grouped(totals, self._sharing))
        return self._shared_out(totals, parts.whole)

    def weights(self, first: Reals, parts: Parts) -> Floats:
        """Sum, for each row, the weights (rows, criteria) of draws.

        `first` (rows, draws) is what each draw counts, over the sum of its parts.
        """
        return np.asarray((self._corners @ (parts.drawn @ first.T)).T)

    def in_full(self, parts: Floats, scores: Singles | None) -> tuple[Floats, Floats]:
        """Give the totals (rows, draws) and the weights (criteria, draws) of a few draws.

        The weights sum to 1. `scores` (cells, draws) are those that are not exact.
        """
        weights = self._corners @ parts
        weights /= weights.sum(axis=0)
        if scores is None:
            totals = self._table.exact @ weights
        else:
            factors = self._table.factors(scores, float64)
            totals = (factors @ weights.T[:, :, None])[:, :, 0].T
        return self._shared_out(totals, np.ones(parts.shape[1])), weights

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
