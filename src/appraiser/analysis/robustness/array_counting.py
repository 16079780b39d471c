"""Counts of who takes which rank, in as few passes over as many draws as memory is quick for."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy import bool_, float64, int64
from numpy.typing import DTypeLike, NDArray

Floats = NDArray[float64]
Reals = NDArray[Any]
Whole = NDArray[int64]

_ROOM = 2**20
"""Comparisons made at a time: what a second-level cache holds, or little more."""
_FEW = 24
"""Up to so many rows, comparing ranks with each rank beats looking each of them up."""
_BYTE = 255
_WORDS = 128
"""Words of eight counts in a byte each that are summed before a byte could overflow."""
_LOW_BYTES, _EACH_PAIR = np.uint64(0x00FF00FF00FF00FF), np.uint64(0x0001000100010001)
_BYTE_BITS, _TOP_PAIR = np.uint64(8), np.uint64(48)


class Counting:
    """Ranks rows by comparison, and counts.

    Totals lie as (rows, draws), so that each comparison goes along memory. A total is above
    another only where it is so by more than a slack; draws in which two are closer are set aside.
    """

    def __init__(self, sizes: Whole, draws: int, kind: DTypeLike) -> None:
        """Make ready for rows that stand for so many options each, `draws` at a time."""
        rows = len(sizes)
        self._sizes = sizes
        self._alone = bool((sizes == 1).all())
        self._places = places = int(sizes.sum())
        self._small: DTypeLike = np.uint8 if places <= _BYTE else np.uint16
        self._in_all = int((np.outer(sizes, sizes).sum() - (sizes**2).sum()) // 2)
        self._block = max(1, min(rows, _ROOM // (rows * draws)))
        self._compared = np.empty((self._block, rows, draws), dtype=bool_)
        self._raised = np.empty((rows, draws), dtype=kind)
        self._ranks = np.empty((rows, draws), dtype=self._small)
        self._leads = np.empty((rows, draws), dtype=bool_)
        self.first = np.empty((rows, draws), dtype=kind)
        """What the last draws count for the row that is first, over the sum of their parts."""
        self.ranks = np.zeros((rows, places), dtype=int64)
        """How often each row begins at each rank; one that stands for several goes on from it."""
        self.above = np.zeros((rows, rows), dtype=int64)
        """How often each row is above each other, in all draws where they are not close."""

    def add(self, totals: Reals, whole: Reals, slack: float) -> Whole:
        """Count some draws; give the places of those that are set aside.

        `totals` are times `whole`, the sum of a draw's parts, and so is the slack.
        """
        np.add(totals, whole * whole.dtype.type(slack), out=self._raised)
        self._compare(totals)
        close = np.flatnonzero(self._sums() != self._in_all)
        if len(close):
            self._ranks[:, close] = self._places
            near = totals[:, close][:, None] > self._raised[:, close]
            self.above -= near.sum(axis=2)
        self._count_ranks()
        np.multiply(self._leads, 1 / whole, out=self.first)
        return close

    def leads(self, parts: int) -> Whole:
        """Count how often each row was first in so many even parts of the last draws."""
        return ones(self._leads.reshape(len(self._leads), parts, -1))

    def _compare(self, totals: Reals) -> None:
        """Rank each row by the options above it, and count who is above whom."""
        for at in range(0, len(totals), self._block):
            some = totals[at : at + self._block]
            above = self._compared[: len(some)]
            np.greater(some[:, None], self._raised[None], out=above)
            self.above[at : at + len(some)] += ones(above)
            counts = above.view(np.uint8)
            if not self._alone:
                sizes = self._sizes[at : at + len(some), None, None].astype(self._small)
                counts = counts * sizes
            if at == 0:
                np.add.reduce(counts, axis=0, dtype=self._small, out=self._ranks)
            else:
                self._ranks += np.add.reduce(counts, axis=0, dtype=self._small)

    def _sums(self) -> NDArray[Any]:
        """Sum the ranks of each draw, which come to the same in all where no two are close."""
        if self._alone and self._in_all <= _BYTE:
            return np.asarray(np.add.reduce(self._ranks, axis=0, dtype=np.uint8))
        return np.asarray(self._sizes @ self._ranks.astype(int64))

    def _count_ranks(self) -> None:
        rows = len(self._ranks)
        if rows > _FEW:
            np.equal(self._ranks, 0, out=self._leads)
            codes = self._ranks + (np.arange(rows) * (self._places + 1))[:, None]
            counts = np.bincount(codes.ravel(), minlength=rows * (self._places + 1))
            self.ranks += counts.reshape(rows, -1)[:, : self._places]
            return
        for at in range(0, self._places, self._block):
            places = np.arange(at, min(at + self._block, self._places), dtype=self._small)
            equal = self._compared[: len(places)]
            np.equal(self._ranks, places[:, None, None], out=equal)
            self.ranks[:, at : at + len(places)] += ones(equal).T
            if at == 0:
                np.copyto(self._leads, equal[0])


def ones(truths: NDArray[bool_]) -> Whole:
    """Count the ones (a, b) along the last axis of truths (a, b, draws), up to 2^14 of them.

    The draws are a multiple of eight, so that eight lie in the bytes of a word, and words are
    added up as they are; then the bytes of a word, in pairs, and the pairs.
    """
    words = truths.view(np.uint64)
    size = min(words.shape[2], _WORDS)
    sums = np.add.reduce(words.reshape(*words.shape[:2], -1, size), axis=3)
    pairs = np.add.reduce((sums & _LOW_BYTES) + (sums >> _BYTE_BITS & _LOW_BYTES), axis=2)
    return (pairs * _EACH_PAIR >> _TOP_PAIR).astype(int64)
