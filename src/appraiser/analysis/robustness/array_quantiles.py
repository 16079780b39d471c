"""Draws by inverse transform: the numbers that a spread takes at chances between 0 and 1."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy import float64
from numpy.typing import NDArray

from appraiser.analysis.robustness.array_inversion import beta_quantiles
from appraiser.analysis.robustness.beliefs import (
    Beta,
    LogNormal,
    Normal,
    Spread,
    Triangular,
    Uniform,
)

Floats = NDArray[float64]


def grid(count: int) -> Floats:
    """Give the middles of so many even parts of 0 to 1."""
    return (np.arange(count) + 0.5) / count


@lru_cache(maxsize=4)
def exponential(count: int) -> Floats:
    """Give the quantiles of the exponential distribution at the chances of a grid, falling."""
    return -np.log(grid(count))


@lru_cache(maxsize=4)
def normal(count: int) -> Floats:
    """Give the quantiles of the normal distribution at the chances of a grid.

    They are spread a hair wider, so that their variance is 1 and the tails cut off are made up.
    """
    lower = [NormalDist().inv_cdf((at + 0.5) / count) for at in range(count // 2)]
    half = np.array(lower)
    found = np.concatenate([half, -half[::-1]])
    return np.asarray(found / np.sqrt(np.mean(found**2)))


def quantiles(beliefs: Sequence[Spread], count: int) -> Floats:
    """Give the scores (beliefs, chances) of beliefs at the chances of a grid, an even number."""
    found = np.empty((len(beliefs), count))
    for kind, of_kind in _KINDS.items():
        rows = [row for row, each in enumerate(beliefs) if isinstance(each, kind)]
        if rows:
            found[rows] = of_kind([beliefs[row] for row in rows], grid(count))
    return found


def _numbers(beliefs: Sequence[Spread], *names: str) -> list[Floats]:
    return [np.array([[float(getattr(each, name))] for each in beliefs]) for name in names]


def _uniform(beliefs: Sequence[Spread], chances: Floats) -> Floats:
    low, high = _numbers(beliefs, "low", "high")
    return low + (high - low) * chances


def _triangular(beliefs: Sequence[Spread], chances: Floats) -> Floats:
    low, mode, high = _numbers(beliefs, "low", "mode", "high")
    width = high - low
    rise = (mode - low) / width
    rising = low + width * np.sqrt(rise * chances)
    falling = high - width * np.sqrt((1 - rise) * (1 - chances))
    return np.where(chances < rise, rising, falling)


def _normal(beliefs: Sequence[Spread], chances: Floats) -> Floats:
    mean, deviation = _numbers(beliefs, "mean", "deviation")
    return mean + deviation * normal(len(chances))


def _log_normal(beliefs: Sequence[Spread], chances: Floats) -> Floats:
    at_nought, at_one = _numbers(beliefs, "at_nought", "at_one")
    return at_nought + (at_one - at_nought) * np.exp(_normal(beliefs, chances))


def _beta(beliefs: Sequence[Spread], chances: Floats) -> Floats:
    first, second, at_nought, at_one = _numbers(beliefs, "a", "b", "at_nought", "at_one")
    shapes, place = np.unique(np.hstack([first, second]), axis=0, return_inverse=True)
    shares = beta_quantiles(shapes[:, 0], shapes[:, 1], chances)[place.ravel()]
    return at_nought + (at_one - at_nought) * shares


_KINDS: dict[type, Callable[[Sequence[Spread], Floats], Floats]] = {
    Uniform: _uniform,
    Triangular: _triangular,
    Normal: _normal,
    LogNormal: _log_normal,
    Beta: _beta,
}
