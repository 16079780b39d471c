"""Weights that lie in a range each: drawn one by one, and kept where the last one fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy import float32, float64
from numpy.typing import NDArray

from appraiser.analysis.robustness.array_lattice import LEAST, Bits, Lattice, Singles

Floats = NDArray[float64]

_STEPS = 60
_STEEPEST = 700.0
"""exp of more is not a number."""
_EVEN = 1e-5
"""A density that falls by less is even, as near as matters."""


@dataclass(frozen=True, slots=True)
class Trim:
    """The weight that is what the others leave, and how often that is kept.

    `room` is what all are to sum to above their lowest, and `width` how far the last may go. A
    draw that leaves it x is kept with the chance exp(-`tilt` x), or, where the tilt is below
    nought, exp(`tilt` (`width` - x)).
    """

    last: int
    weights: int
    room: float
    width: float
    tilt: float


def trimmed(widths: Floats, room: float, chances: Floats) -> tuple[Floats, Trim]:
    """Work out how to draw evenly from all numbers from 0 to their widths that sum to `room`.

    All but the widest are drawn on their own, by a density that falls as exp(-tilt x), with the
    tilt at which their means sum to the room, so that most draws come near it. The last is what
    they leave. Where it fits, the density of such a draw is as exp(tilt x) of the last alone, so
    keeping it with a chance that falls as exp(-tilt x) makes all alike: an exact rejection.
    About one draw in ten is kept at the least, of 200 criteria too. The columns (weights,
    chances) are of quantiles; that of the last holds the chances that its keeping is drawn by.
    """
    tilt = _tilt(widths, room)
    last = int(widths.argmax())
    columns = np.stack(
        [
            chances if at == last else _fallen(chances, width, tilt)
            for at, width in enumerate(widths.tolist())
        ]
    )
    return columns, Trim(last, len(widths), room, float(widths[last]), tilt)


def _tilt(widths: Floats, room: float) -> float:
    """Find the tilt at which the means sum to the room, by halving: they fall as it rises."""
    high = _STEEPEST / float(widths.max())
    low = -high
    for _ in range(_STEPS):
        tilt = (low + high) / 2
        if sum(_mean(width, tilt) for width in widths.tolist()) > room:
            low = tilt
        else:
            high = tilt
    return (low + high) / 2


def _mean(width: float, tilt: float) -> float:
    """Give the mean of a density from 0 to a width that falls as exp(-tilt x)."""
    steep = tilt * width
    if abs(steep) < _EVEN:
        return width * (0.5 - steep / 12)
    return float(width * (1 / steep - 1 / np.expm1(steep)))


def _fallen(chances: Floats, width: float, tilt: float) -> Floats:
    """Give the quantiles of that density."""
    if abs(tilt * width) < _EVEN:
        return width * chances
    return np.asarray(-np.log1p(chances * np.expm1(-tilt * width)) / tilt)


class TrimmedDraws:
    """Keeps of a lattice's points those whose last weight fits, shifting it anew as they run out.

    Sums are reckoned in float64 whatever is asked for, so that the same draws are kept.
    """

    def __init__(self, lattice: Lattice, trim: Trim, ahead: int) -> None:
        self._lattice = lattice
        self._trim = trim
        self._ahead = ahead
        self._bits: Bits | None = None
        self._next = lattice.points
        self._kept: list[Singles] = []

    def turn(self, bits: Bits) -> None:
        """Begin another shift, with nothing left over from the one before."""
        self._bits = bits
        self._next = self._lattice.points
        self._kept = []

    def read(self, start: int, out: NDArray[Any]) -> None:
        """Fill `out` with the next draws that are kept; `start` is where the last ones ended."""
        del start  # draws follow on each other
        while sum(each.shape[1] for each in self._kept) < out.shape[1]:
            self._kept.append(self._more(len(out)))
        kept = np.hstack(self._kept)
        out[:] = kept[:, : out.shape[1]]
        self._kept = [kept[:, out.shape[1] :]]

    def _more(self, parts: int) -> Singles:
        assert self._bits is not None
        if self._next >= self._lattice.points:
            self._lattice.turn(self._bits)
            self._next = 0
        drawn = np.empty((parts, self._ahead), dtype=float32)
        self._lattice.read(self._next, drawn)
        self._next += self._ahead
        trim = self._trim
        chance = drawn[trim.last].astype(float)
        drawn[trim.last] = 0
        left = trim.room - drawn[: trim.weights].sum(axis=0, dtype=float)
        inside = np.clip(left, 0, trim.width)
        over = inside if trim.tilt >= 0 else inside - trim.width
        fits = (left == inside) & (chance <= np.exp(-trim.tilt * over))
        drawn[trim.last] = np.maximum(inside, LEAST)
        return drawn[:, fits]
