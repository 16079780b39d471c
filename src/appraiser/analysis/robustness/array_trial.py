"""Tries draws, one chunk after another, and keeps the sums of what they come to."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy import float64, int64
from numpy.typing import NDArray

from appraiser.analysis.robustness.array_chunks import Parts, Shared
from appraiser.analysis.robustness.array_close_calls import FullCount
from appraiser.analysis.robustness.array_counting import Counting
from appraiser.analysis.robustness.array_run import Run
from appraiser.analysis.robustness.array_scores import Reals, Singles
from appraiser.analysis.robustness.array_sums import Sums, batch_errors
from appraiser.analysis.robustness.array_values import Values
from appraiser.analysis.scoring.ranking import TIE

Floats = NDArray[float64]
Whole = NDArray[int64]

BATCHES = 16
"""Independent estimates, which give the standard error. At least a shift each."""
_PENDING = 2**13
"""Draws that may wait to be reckoned in full."""
IN_FULL = 2**20
"""Scores gone through at a time where draws are reckoned in full."""


class Trial:
    """One run over all draws, chunk by chunk."""

    def __init__(self, run: Run) -> None:
        """Make ready for the chunks of a run."""
        table, chunk, criteria = run.table, run.chunk, len(run.plan.corners)
        options = len(table.row_of)
        self._table, self._sharing = table, run.size.sharing
        self._batch = run.size.draws // BATCHES
        self._batches = max(1, chunk // self._batch)
        self._slack = run.slack
        self._values = Values(run)
        self._counting = Counting(table.sizes, chunk, run.kind)
        self._full = FullCount(options, criteria)
        self._weights = np.zeros((len(table.fixed), criteria))
        self._firsts = np.zeros((BATCHES, options))
        self._close: list[_Close] = []
        self._pending = 0

    def go_on(self, start: int, parts: Parts, shared: Shared | None) -> None:
        """Try a chunk, the first of whose draws is that one; scores are drawn where not exact."""
        totals = self._values.totals(parts, shared)
        close = self._counting.add(totals, parts.whole, self._slack)
        self._weights += self._values.weights(self._counting.first, parts)
        first = start // self._batch
        leads = self._counting.leads(self._batches) / self._table.sizes[:, None]
        self._firsts[first : first + self._batches] += leads[self._table.row_of].T
        if len(close):
            scores = shared.drawn[:, close // self._sharing] if shared else None
            self._close.append(_Close(parts.drawn[:, close], scores, start + close))
            self._pending += len(close)
            if self._pending >= _PENDING:
                self._settle()

    def sums(self) -> Sums:
        """Give what all draws come to, option by option."""
        self._settle()
        row_of, sizes = self._table.row_of, self._table.sizes
        counted, full = self._counting, self._full
        above = counted.above[np.ix_(row_of, row_of)] + full.above
        alike = row_of[:, None] == row_of
        np.fill_diagonal(alike, val=False)
        above[alike] += counted.ranks[0].sum() / 2
        weights = (self._weights / sizes[:, None])[row_of] + full.weights
        tied = int(counted.ranks[sizes > 1, 0].sum()) + full.tied
        return Sums(self._ranks() + full.ranks, above, weights, tied)

    def errors(self) -> Floats:
        """Give the standard errors of the first-rank acceptabilities, once all is summed up."""
        return batch_errors(self._firsts)

    def _settle(self) -> None:
        """Reckon in full what was too close to call."""
        step = max(1, IN_FULL // self._table.fixed.size)
        for close in _joined(self._close):
            for at in range(0, len(close.places), step):
                some = slice(at, at + step)
                scores = None if close.scores is None else close.scores[:, some]
                totals, weights = self._values.in_full(close.parts[:, some].astype(float), scores)
                tie = TIE / self._table.scale
                shares = self._full.add(totals[self._table.row_of], weights, tie)
                batches = close.places[some] // self._batch
                begin = np.flatnonzero(np.diff(batches, prepend=-1))
                self._firsts[batches[begin]] += np.add.reduceat(shares, begin, axis=1).T
        self._close = []
        self._pending = 0

    def _ranks(self) -> Floats:
        """Give how often each option takes each rank; those of one row share theirs."""
        counts, sizes = self._counting.ranks, self._table.sizes
        shared = np.zeros(counts.shape)
        for further in range(int(sizes.max())):
            some = sizes > further
            moved = counts[some, : counts.shape[1] - further] / sizes[some, None]
            shared[some, further:] += moved
        return shared[self._table.row_of]


class _Close(NamedTuple):
    """Draws too close to call: their parts and drawn scores, and which ones they are."""

    parts: Reals
    scores: Singles | None
    places: Whole


def _joined(close: list[_Close]) -> list[_Close]:
    """Join what was set aside into one, if there is any."""
    if not close:
        return []
    parts, scores, places = zip(*close, strict=True)
    drawn = None if scores[0] is None else np.hstack(scores)
    return [_Close(np.hstack(parts), drawn, np.concatenate(places))]
