"""Draws one after another, over all shifts."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from appraiser.analysis.robustness.array_lattice import Bits
from appraiser.analysis.robustness.array_scores import ScoreDraws, Singles


class PartDraws(Protocol):
    """Gives draws of parts, of which weights are made, from one shift after another."""

    def turn(self, bits: Bits) -> None:
        """Begin another shift."""

    def read(self, start: int, out: NDArray[Any]) -> None:
        """Fill `out` (parts, draws) from a point of the shift on."""


class PartFeed:
    """Parts from shifts of so many points each."""

    def __init__(self, draws: PartDraws, points: int, bits: Bits) -> None:
        self._draws = draws
        self._points = points
        self._bits = bits
        self._next = points

    def fill(self, out: NDArray[Any]) -> None:
        """Fill `out` (parts, draws) with the next draws."""
        done = 0
        while done < out.shape[1]:
            if self._next == self._points:
                self._draws.turn(self._bits)
                self._next = 0
            some = min(out.shape[1] - done, self._points - self._next)
            self._draws.read(self._next, out[:, done : done + some])
            self._next += some
            done += some


class ScoreFeed:
    """Scores that are not exact, from shifts of so many draws each."""

    def __init__(self, draws: ScoreDraws, size: int, bits: Bits) -> None:
        self._draws = draws
        self._size = size
        self._bits = bits
        self._next = size

    def take(self, count: int) -> Singles:
        """Give the scores (cells, draws) of the next draws."""
        found: list[Singles] = []
        while count:
            if self._next == self._size:
                self._draws.turn(self._bits)
                self._next = 0
            some = min(count, self._size - self._next, self._draws.ahead)
            found.append(self._draws.next(self._next, some))
            self._next += some
            count -= some
        return found[0] if len(found) == 1 else np.hstack(found)
