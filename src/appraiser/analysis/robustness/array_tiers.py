"""Weights that fall from tier to tier; those of one tier weigh the same and so may swap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy import float32, float64
from numpy.typing import NDArray

from appraiser.analysis.robustness.array_lattice import Bits, Lattice

Floats = NDArray[float64]


def ranked_corners(sizes: Sequence[int]) -> Floats:
    """Give the corners of all weights that fall from tier to tier, of so many criteria each.

    They are the means of the first one, two, … criteria, so that weights fall within a tier too;
    but each criterion of the first tier is a corner of its own, since the heaviest weights are
    any at all above the next. Where the other tiers are of one criterion, the weights fill what
    lies between the corners, and evenly if parts are exponential and independent.
    """
    places = np.arange(sum(sizes))
    corners = np.where(places[:, None] <= places, 1 / (places + 1), 0.0)
    corners[:, : sizes[0]] = np.eye(len(places))[:, : sizes[0]]
    return corners


class TieredDraws:
    """Weights of parts and corners, those of a tier below the first put in any order.

    The first columns of the lattice are the parts; each further one decides a swap (Fisher and
    Yates). All is reckoned in float32 whatever is asked for, so that it is the same.
    """

    def __init__(self, lattice: Lattice, sizes: Sequence[int], ahead: int) -> None:
        self._lattice = lattice
        self._criteria = sum(sizes)
        self._top = sizes[0]
        self._swaps = swaps(sizes)
        columns = self._criteria + len(self._swaps)
        self._drawn = np.empty((columns, ahead), dtype=float32)
        self._along = np.arange(ahead)

    def turn(self, bits: Bits) -> None:
        """Begin another shift."""
        self._lattice.turn(bits)

    def read(self, start: int, out: NDArray[Any]) -> None:
        """Fill `out` (criteria, draws) with weights, from a point of the shift on."""
        drawn, top = self._drawn, self._top
        self._lattice.read(start, drawn)
        weights = drawn[: self._criteria]
        for place in range(self._criteria - 1, top - 1, -1):
            weights[place] *= float32(1 / (place + 1))
            if place + 1 < self._criteria:
                weights[place] += weights[place + 1]
        weights[:top] += weights[top]
        for (first, place), chance in zip(self._swaps, drawn[self._criteria :], strict=True):
            tier = weights[first : place + 1]
            other = (chance * float32(len(tier))).astype(np.intp)
            moved = tier[-1].copy()
            tier[-1] = tier[other, self._along]
            tier[other, self._along] = moved
        out[:] = weights


def swaps(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Give where a tier begins and which of its places swaps, for all swaps below the first."""
    starts = list(pairwise(accumulate(sizes)))
    return [(start, place) for start, end in starts for place in range(end - 1, start, -1)]
