"""Tries draws, one chunk after another, and keeps the sums of what they come to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy import float64, int64
from numpy.typing import NDArray

from appraiser.analysis.robustness.array_close_calls import FullCount
from appraiser.analysis.robustness.array_counting import Counting
from appraiser.analysis.robustness.array_feeds import PartFeed, ScoreFeed
from appraiser.analysis.robustness.array_lattice import Bits
from appraiser.analysis.robustness.array_scores import SCORES, ScoreDraws, Singles, Table
from appraiser.analysis.robustness.array_sums import Sums, batch_errors
from appraiser.analysis.robustness.array_values import Values
from appraiser.analysis.robustness.array_weights import WeightPlan
from appraiser.analysis.robustness.simulation import Precision
from appraiser.analysis.scoring.ranking import TIE

Floats = NDArray[float64]
Whole = NDArray[int64]

BATCHES = 16
"""Independent estimates, which give the standard error. At least a shift each."""
WEIGHTS, CONFIDENCE = 0, 2
"""Streams of random bits, beside that of the scores."""
_CACHE = 2**21
"""Bytes that a chunk of draws may take up with its totals."""
_SMALLEST, _LARGEST = 2**8, 2**14
"""Draws in a chunk: fewer are not worth the calls, more do not fit into the cache."""
_FIRST_CHUNK, _LEAST_CHUNKS = 2**12, 8
"""Fresh memory is slow to be written to for the first time, so a few draws use little of it."""
_PENDING = 2**13
"""Draws that may wait to be reckoned in full."""
_IN_FULL = 2**20
"""Scores gone through at a time where draws are reckoned in full."""
_FEW_CLOSE = 0.02
_CROWDED = 1.3
"""How densely differences of totals lie about nought, in the units of a `Table`."""


@dataclass(frozen=True, slots=True)
class Size:
    """So many draws, in shifts of so many points, so many of which share scores."""

    draws: int
    points: int
    sharing: int
    seed: int


class Trial:
    """One run over all draws, chunk by chunk."""

    def __init__(
        self,
        table: Table,
        plan: WeightPlan,
        size: Size,
        scores: ScoreDraws | None,
        kind: Precision,
    ) -> None:
        """Make ready, with totals first reckoned in a precision."""
        criteria, parts = plan.corners.shape
        rows = len(table.fixed)
        fitting = min(_chunk(rows, parts, kind), max(_FIRST_CHUNK, size.draws // _LEAST_CHUNKS))
        self.chunk = min(size.draws, max(size.sharing, fitting))
        self._table = table
        self._batch = size.draws // BATCHES
        self._slack = slack(table, plan, scores, kind)
        bits = Bits(size.seed, WEIGHTS)
        ahead = min(size.points, self.chunk)
        self._feed = PartFeed(plan.draws(size.points, ahead, bits), size.points, bits)
        shared = None
        if scores is not None:
            a_shift = size.points // size.sharing
            shared = ScoreFeed(scores, a_shift, Bits(size.seed, SCORES)), size.sharing
        self._values = Values(table, plan, kind, shared)
        self._counting = Counting(table.sizes, self.chunk, kind)
        self._full = FullCount(len(table.row_of), criteria)
        self._weights = np.zeros((rows, criteria))
        self._parts = np.empty((parts, self.chunk), dtype=kind)
        self._one = np.ones(parts, dtype=kind)
        self._firsts = np.zeros((BATCHES, len(table.row_of)))
        self._close: list[tuple[Floats, Singles, Whole]] = []
        self._pending = 0

    def go_on(self, start: int) -> None:
        """Try the next chunk, which begins at that draw."""
        self._feed.fill(self._parts)
        whole = self._one @ self._parts
        close = self._counting.add(self._values.totals(self._parts, whole), whole, self._slack)
        self._weights += self._values.weights(self._counting.first, self._parts)
        first, batches = start // self._batch, max(1, self.chunk // self._batch)
        leads = self._counting.leads(batches) / self._table.sizes[:, None]
        self._firsts[first : first + batches] += leads[self._table.row_of].T
        if len(close):
            scores = self._values.scores_at(close)
            self._close.append((self._parts[:, close], scores, start + close))
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
        step = max(1, _IN_FULL // self._table.fixed.size)
        for parts, scores, places in _joined(self._close):
            for at in range(0, len(places), step):
                some = slice(at, at + step)
                totals, weights = self._values.in_full(
                    parts[:, some].astype(float), scores[:, some]
                )
                tie = TIE / self._table.scale
                shares = self._full.add(totals[self._table.row_of], weights, tie)
                batches = places[some] // self._batch
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


def quicker(table: Table, plan: WeightPlan, scores: ScoreDraws | None) -> Precision:
    """Give the precision that is the quicker: too many draws may be too close for float32."""
    pairs = len(table.fixed) * (len(table.fixed) - 1) / 2
    close = pairs * 2 * slack(table, plan, scores, "float32") * _CROWDED
    return "float32" if close < _FEW_CLOSE else "float64"


def slack(table: Table, plan: WeightPlan, scores: ScoreDraws | None, kind: Precision) -> float:
    """Give how near two totals may be before rounding, or a tie, could decide between them.

    What is drawn is the same number in any precision; a score, its product with the corners, a
    sum over the parts and the slack itself are rounded, each by no more than a rounding unit of
    the farthest a score may lie (Higham 2002, chapter 3).
    """
    criteria, parts = plan.corners.shape
    unit = float(np.finfo(np.dtype(kind)).eps) / 2
    reach = 1.0 if scores is None else max(1.0, scores.farthest)
    divided = 2 if len(table.lacking) else 1
    rounded = 2 * divided * (int(parts) + int(criteria) + 8) * unit * reach
    return rounded + TIE / table.scale


def _chunk(rows: int, parts: int, kind: Precision) -> int:
    """Give how many draws are best tried at a time, a power of two."""
    room = _CACHE // (np.dtype(kind).itemsize * (parts + 2 * rows))
    return min(max(1 << (max(1, room).bit_length() - 1), _SMALLEST), _LARGEST)


def _joined(
    close: list[tuple[Floats, Singles, Whole]],
) -> list[tuple[Floats, Singles, Whole]]:
    """Join what was set aside into one, if there is any."""
    if not close:
        return []
    parts, scores, places = zip(*close, strict=True)
    return [(np.hstack(parts), np.hstack(scores), np.concatenate(places))]
