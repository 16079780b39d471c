"""Numbers drawn along a randomly shifted rank-1 lattice, by looking them up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy import float32, int64
from numpy.typing import NDArray

from appraiser.analysis.robustness.generating_vector import VECTOR

Singles = NDArray[float32]
Whole = NDArray[int64]

LEAST = 1e-30
"""Draws below this are raised to it: it is nought to every total and can be divided by."""


class Bits:
    """Whole numbers from raw random bits, which no release of NumPy changes."""

    def __init__(self, seed: int, stream: int) -> None:
        """Begin one of several streams of a seed, independent of each other."""
        self._source = np.random.PCG64([seed, stream])

    def below(self, power: int, count: int) -> Whole:
        """Draw so many whole numbers from nought to below a power of two."""
        width = power.bit_length() - 1
        if width == 0:
            return np.zeros(count, dtype=int64)
        return (self._source.random_raw(count) >> np.uint64(64 - width)).astype(int64)


def generated(columns: int, points: int) -> Whole:
    """Give where the points of the lattice stand in each column (columns, points), in parts."""
    components = np.array([VECTOR[at % len(VECTOR)] for at in range(columns)])
    return np.asarray(np.arange(points) * components[:, None] & (points - 1))


def scrambled(bits: Bits, columns: int, points: int) -> Whole:
    """Give an order of its own to each column (columns, points): odd factors and folds of bits."""
    width = points.bit_length() - 1
    fold = max(1, (width + 1) // 2)
    order = np.arange(points) + bits.below(points, columns)[:, None] & (points - 1)
    for _ in range(2):
        order = order * (2 * bits.below(2**20, columns)[:, None] + 1) & (points - 1)
        order ^= order >> fold
    return order


class Lattice:
    """Columns of quantiles laid out in the order of points, to be read from random places.

    Point i of a rank-1 lattice has the coordinate (i z mod N) / N in a column whose component of
    the generating vector is z. Shifting that column by s / N is the same as reading it from
    i + s / z (mod N) on, since z is odd; so the quantiles are worked out once, laid out in the
    order of the points, and each independent shift only reads every column from another place.
    Columns have `grain` times as many quantiles as points, and a shift also chooses one of
    `grain` layers, which makes it as fine as the quantiles are. Every point of a shift is spread
    evenly over all quantiles of every column, whatever their order, so that shares counted over
    shifts are free of bias.
    """

    def __init__(self, quantiles: Sequence[Singles], order: Whole, ahead: int) -> None:
        """Lay out quantiles, a power of two of them in each column, at least as many as points.

        `order` (columns, points) says where each point stands. Columns may be read up to `ahead`
        points at a time.
        """
        self.points = order.shape[1]
        self.grain = len(quantiles[0]) // self.points
        self._layers = [
            _ahead(np.take(each.reshape(self.points, self.grain), places, axis=0).T, ahead)
            for each, places in zip(quantiles, order, strict=True)
        ]
        self._rows: list[Singles] = []
        self._places: list[int] = []

    def turn(self, bits: Bits) -> None:
        """Shift all columns anew."""
        layers = bits.below(self.grain, len(self._layers)).tolist()
        self._rows = [each[at] for each, at in zip(self._layers, layers, strict=True)]
        self._places = bits.below(self.points, len(self._layers)).tolist()

    def read(self, start: int, out: NDArray[np.floating]) -> None:
        """Read the next points, as many as `out` (columns, points) has room for, from `start`."""
        room = out.shape[1]
        for target, row, place in zip(out, self._rows, self._places, strict=True):
            at = (place + start) & (self.points - 1)
            target[:] = row[at : at + room]


def _ahead(layers: Singles, ahead: int) -> Singles:
    """Go on from the end of each layer with its beginning."""
    return np.hstack([layers, layers[:, :ahead]])
