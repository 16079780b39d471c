"""Who comes first over draws, and nothing more: quick enough to follow a finger."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy import bool_, float64
from numpy.typing import NDArray

from appraiser.analysis.robustness.array_chunks import Parts, Shared
from appraiser.analysis.robustness.array_run import Run
from appraiser.analysis.robustness.array_scores import Singles
from appraiser.analysis.robustness.array_trial import IN_FULL
from appraiser.analysis.robustness.array_values import Values
from appraiser.analysis.scoring.ranking import TIE

Floats = NDArray[float64]


class Firsts:
    """Counts first places as a `Trial` does, draw for draw, without ranks, pairs or weights."""

    def __init__(self, run: Run) -> None:
        """Make ready for the chunks of a run."""
        self._table, self._sharing, self._slack = run.table, run.size.sharing, run.slack
        self._values = Values(run)
        self._leads = np.zeros(len(run.table.sizes))
        self._shares = np.zeros(len(run.table.row_of))

    def go_on(self, parts: Parts, shared: Shared | None) -> None:
        """Count a chunk of draws; see `Trial.go_on`."""
        totals = self._values.totals(parts, shared)
        bar = totals.max(axis=0)
        bar -= parts.whole * parts.whole.dtype.type(self._slack)
        near = totals >= bar
        alone = _counts(near) == 1
        self._leads += [np.count_nonzero(row) for row in near & alone]  # quicker than by axis
        every = np.flatnonzero(~alone)
        step = max(1, IN_FULL // self._table.fixed.size)
        for at in range(0, len(every), step):
            close = every[at : at + step]
            scores = None if shared is None else shared.drawn[:, close // self._sharing]
            self._shares += self._in_full(parts.drawn[:, close].astype(float), scores)

    @property
    def counts(self) -> Floats:
        """(options,): the draws in which each is first; those that tie share them."""
        return np.asarray((self._leads / self._table.sizes)[self._table.row_of] + self._shares)

    def _in_full(self, parts: Floats, scores: Singles | None) -> Floats:
        """Count draws that are too close to call; see `FullCount`."""
        totals = self._values.in_full(parts, scores)[0][self._table.row_of]
        first = totals >= totals.max(axis=0) - TIE / self._table.scale
        return np.asarray((first / first.sum(axis=0)).sum(axis=1))


def _counts(near: NDArray[bool_]) -> NDArray[Any]:
    """Count the rows that are near the best (draws,), in bytes where these can hold as many."""
    kind = np.uint8 if len(near) <= np.iinfo(np.uint8).max else np.uint32
    return np.asarray(np.add.reduce(near.view(np.uint8), axis=0, dtype=kind))
