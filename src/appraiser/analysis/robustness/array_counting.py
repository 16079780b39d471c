"""Counts of who takes which rank, by comparison, eight draws in a byte."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy import bool_, float64, int64, uint64
from numpy.typing import DTypeLike, NDArray

Floats = NDArray[float64]
Reals = NDArray[Any]
Whole = NDArray[int64]
Words = NDArray[uint64]
"""A bit for each draw, 64 of them in a word."""

_ROOM = 2**18
"""Comparisons made at a time: what a second-level cache holds, or little more."""
_ALL = uint64(0xFFFF_FFFF_FFFF_FFFF)
WORD = 64
_THREE = 3


class Counting:
    """Ranks rows by comparison, and counts.

    Totals lie as (rows, draws), so that each comparison goes along memory. A total is above
    another only where it is so by more than a slack; draws in which two are closer are set aside.
    What is true of a draw is kept as one bit, so that 64 draws are counted at once.
    """

    def __init__(self, sizes: Whole, draws: int, kind: DTypeLike) -> None:
        """Make ready for rows that stand for so many options each, `draws` at a time."""
        rows = len(sizes)
        self._sizes = sizes
        self._places = places = int(sizes.sum())
        block = max(1, min(rows, _ROOM // (rows * draws)))
        self._compared = np.empty((block, rows, draws), dtype=bool_)
        words = draws // WORD
        self._packed = np.empty((rows, rows, words), dtype=uint64)
        self._either = np.empty_like(self._packed)
        self._digits = max(1, (places - 1).bit_length())
        self._at_rank = np.empty((1 << self._digits, rows, words), dtype=uint64)
        self._raised = np.empty((rows, draws), dtype=kind)
        self.first = np.empty((rows, draws), dtype=kind)
        """What the last draws count for the row that is first, over the sum of their parts."""
        self.ranks = np.zeros((rows, places), dtype=int64)
        """How often each row begins at each rank; one that stands for several goes on from it."""
        self.above = np.zeros((rows, rows), dtype=int64)
        """How often each row is above each other."""

    def add(self, totals: Reals, whole: Reals, slack: float) -> Whole:
        """Count some draws; give the places of those that are set aside, which are not counted.

        `totals` are times `whole`, the sum of a draw's parts, and so is the slack.
        """
        np.add(totals, whole * whole.dtype.type(slack), out=self._raised)
        block = len(self._compared)
        for at in range(0, len(totals), block):
            some = totals[at : at + block]
            above = self._compared[: len(some)]
            np.greater(some[:, None], self._raised, out=above)
            self._packed[at : at + len(some)] = np.packbits(above, axis=2).view(uint64)
        apart = self._apart()
        self._packed &= apart
        self.above += ones(self._packed)
        alone = len(totals) == self._places
        every = self._packed if alone else np.repeat(self._packed, self._sizes, axis=0)
        tell_apart(column_sums(every)[: self._digits], apart, self._at_rank)
        self.ranks += ones(self._at_rank[: self._places]).T
        leads = np.unpackbits(self._at_rank[0].view(np.uint8), axis=1)
        np.multiply(leads, 1 / whole, out=self.first)
        return _places(~apart)

    def leads(self, parts: int) -> Whole:
        """Count how often each row was first in so many even parts of the last draws."""
        leads = self._at_rank[0]
        return ones(leads.reshape(len(leads), parts, -1))

    def _apart(self) -> Words:
        """Give the draws (words,) in which of all pairs of rows one is above the other."""
        either = self._either
        np.bitwise_or(self._packed, self._packed.transpose(1, 0, 2), out=either)
        either[np.diag_indices(len(either))] = _ALL
        return np.asarray(np.bitwise_and.reduce(either.reshape(-1, either.shape[2]), axis=0))


def ones(words: Words) -> Whole:
    """Count the ones (a, b) in words (a, b, words)."""
    return np.asarray(np.add.reduce(np.bitwise_count(words), axis=2, dtype=np.uint32))


def column_sums(bits: Words) -> list[Words]:
    """Add up bits (several, …) in each place; give the binary digits of the sums, lowest first.

    Three numbers of a digit become a digit and a carry, without any carry being passed on: a tree
    of carry-save adders (Wallace 1964), all those of a level at once.
    """
    digits: list[Words] = []
    while len(bits):
        carries: list[Words] = []
        while len(bits) >= _THREE:
            third = len(bits) // 3
            one, two, three = (bits[at * third : (at + 1) * third] for at in range(3))
            odd = one ^ two
            carries.append((one & two) | (odd & three))
            bits = np.concatenate([odd ^ three, bits[3 * third :]])
        if len(bits) > 1:
            carries.append(bits[:1] & bits[1:])
            bits = bits[:1] ^ bits[1:]
        digits.append(bits[0])
        bits = np.concatenate(carries) if carries else bits[:0]
    return digits


def tell_apart(digits: list[Words], among: Words, out: Words) -> None:
    """Fill `out` (numbers, …) with where binary digits make each number, among some places."""
    out[0] = among
    for at, digit in enumerate(digits):
        below, above = out[: 1 << at], out[1 << at : 2 << at]
        np.bitwise_and(below, digit, out=above)
        below ^= above


def _places(words: Words) -> Whole:
    """Give the places of the ones."""
    filled = np.flatnonzero(words)
    bits = np.unpackbits(words[filled].view(np.uint8)).reshape(-1, WORD)
    word, bit = np.nonzero(bits)
    return np.asarray(filled[word] * WORD + bit)
