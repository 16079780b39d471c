"""Quantiles of gamma and beta distributions, by going over their density once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy import float64
from numpy.typing import NDArray

Floats = NDArray[float64]

_PACE = 0.3
"""How much of the density's own scale one panel spans."""
_PANELS = 110
"""To each side of the mode: as far as where the density has fallen by 28 powers of e."""
_NODES = 4
_LOWEST_LOG = -700.0
"""exp of less is not told from nought."""


@dataclass(frozen=True, slots=True)
class LogDensity:
    """A density on the whole line whose logarithm bends down everywhere, of k distributions.

    Each function takes and gives arrays (k, …); `mode` (k,) is where the density is highest.
    """

    mode: Floats
    height: Callable[[Floats], Floats]
    slope: Callable[[Floats], Floats]
    bend: Callable[[Floats], Floats]
    """How fast the slope falls: from nought up."""


def gamma_quantiles(shapes: Floats, chances: Floats) -> Floats:
    """Give the quantiles (k, u) of gamma distributions of scale 1.

    `shapes` (k,) lie above nought; `chances` (u,) rise and lie between 0 and 1. Reckoned on the
    logarithm of the draw, to about a millionth.
    """
    a = shapes[:, None]
    density = LogDensity(
        np.log(shapes),
        lambda t: a * t - np.exp(t) - (a * np.log(a) - a),
        lambda t: a - np.exp(t),
        np.exp,
    )
    return np.exp(np.maximum(_inverted(density, chances), _LOWEST_LOG))


def beta_quantiles(first: Floats, second: Floats, chances: Floats) -> Floats:
    """Give the quantiles (k, u) of Beta(a, b), with a and b (k,); `chances` as for gamma.

    Reckoned on the log-odds of the share, to about a millionth.
    """
    a, b = first[:, None], second[:, None]
    top = a * np.log(a) + b * np.log(b) - (a + b) * np.log(a + b)

    def height(t: Floats) -> Floats:
        return np.asarray(-(a + b) * np.logaddexp(0, -t) - b * t - top)

    def bend(t: Floats) -> Floats:
        share = _share(t)
        return (a + b) * share * (1 - share)

    density = LogDensity(
        np.log(first / second), height, lambda t: np.asarray(a - (a + b) * _share(t)), bend
    )
    return _share(_inverted(density, chances))


def _share(log_odds: Floats) -> Floats:
    return np.asarray(0.5 + 0.5 * np.tanh(log_odds / 2))


@np.errstate(under="ignore")  # far out a density is nought
def _inverted(density: LogDensity, chances: Floats) -> Floats:
    """Invert the distribution functions, as smooth functions of the log-odds of the chance."""
    edges = _edges(density)
    below, above = _masses(density, edges)
    whole = below[:, -1:] + above[:, -1:]
    odds = np.log(below[:, 1:-1] / above[:, 1:-1])
    inner = edges[:, 1:-1]
    slopes = below[:, 1:-1] * above[:, 1:-1] / (np.exp(density.height(inner)) * whole)
    wanted = np.log(chances / (1 - chances))
    return np.stack([_through(*each, wanted) for each in zip(odds, inner, slopes, strict=True)])


def _edges(density: LogDensity) -> Floats:
    """Walk from the mode to both sides in steps as long as the density is smooth."""

    def steepness(at: Floats) -> Floats:
        return np.maximum(np.abs(density.slope(at)), np.sqrt(density.bend(at)))

    sides = []
    for way in (-1.0, 1.0):
        at = density.mode[:, None]
        side = []
        for _ in range(_PANELS):
            step = _PACE / steepness(at)
            while (over := step * steepness(at + way * step) > 2 * _PACE).any():
                step = np.where(over, step / 2, step)  # the density turns steep before its end
            at = at + way * step
            side.append(at)
        sides.append(side)
    return np.hstack([*sides[0][::-1], density.mode[:, None], *sides[1]])


def _masses(density: LogDensity, edges: Floats) -> tuple[Floats, Floats]:
    """Give the mass below and above each edge, up to a factor, each without loss of digits."""
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    half = np.diff(edges) / 2
    centre = edges[:, :-1] + half
    mass = np.zeros_like(half)
    for node, weight in zip(nodes.tolist(), weights.tolist(), strict=True):
        mass += weight * np.exp(density.height(centre + node * half))
    mass *= half
    nothing = np.zeros((len(edges), 1))
    below = np.hstack([nothing, np.cumsum(mass, axis=1)])
    above = np.hstack([np.cumsum(mass[:, ::-1], axis=1)[:, ::-1], nothing])
    return below, above


def _through(at: Floats, value: Floats, slope: Floats, wanted: Floats) -> Floats:
    """Read a smooth line off between its corners, by cubic Hermite interpolation.

    `wanted` rises, so the panel that each lies in is found from the corners, which are fewer.
    """
    first = np.searchsorted(wanted, at[1:-1])
    panel = np.repeat(np.arange(len(at) - 1), np.diff(first, prepend=0, append=len(wanted)))
    width = (at[1:] - at[:-1])[panel]
    part = (wanted - at[panel]) / width
    low, high = value[panel], value[panel + 1]
    out, into = width * slope[panel], width * slope[panel + 1]
    bow = 2 * (low - high) + out + into
    return np.asarray(low + part * (out + part * (3 * (high - low) - 2 * out - into + part * bow)))
