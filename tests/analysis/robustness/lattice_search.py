"""Find the generating vector of the lattice: python lattice_search.py prints it.

Component by component (Sloan and Reztsov 2002), against the worst error of a rank-1 lattice,
shifted at random, over functions with square-integrable mixed first derivatives: the mean over
the points of the product of 1 + g_j * 2 pi^2 B2(x_j), less 1, with B2 the second Bernoulli
polynomial (Dick, Kuo and Sloan 2013). The weights g_j = 0.1 * 0.98^j fall slowly, since any of
the criteria may decide. Each component is the one, of a number tried at random, whose error is
least far from the least of all, at its farthest over the powers of two from 2^6 to 2^16 points:
one vector serves them all (Cools, Kuo and Nuyens 2006).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy import float64
from numpy.typing import NDArray

LEVELS = range(6, 17)
POINTS = 1 << LEVELS[-1]
COMPONENTS = 256
TRIES = 96
SEED = 2014

_PLACES = np.arange(POINTS)
_KERNEL = 2 * np.pi**2 * ((_PLACES / POINTS) ** 2 - _PLACES / POINTS + 1 / 6)


def factor(component: int, at: int) -> NDArray[float64]:
    """Give what one component brings to the product at each point; `at` counts from 0."""
    weight = 0.1 * 0.98 ** (at + 1)
    return np.asarray(1 + weight * _KERNEL[_PLACES * component % POINTS])


def errors(product: NDArray[float64]) -> list[float]:
    """Give the squared worst error of each level, whose points are among those of the last."""
    return [float(product[:: 1 << (LEVELS[-1] - level)].mean() - 1) for level in LEVELS]


def errors_of(vector: Sequence[int]) -> list[float]:
    """Give the squared worst errors of a whole vector."""
    product = np.ones(POINTS)
    for at, component in enumerate(vector):
        product *= factor(component, at)
    return errors(product)


def search(components: int = COMPONENTS) -> list[int]:
    """Find a vector of so many components."""
    bits = np.random.PCG64(SEED)
    vector = [1]
    product = factor(1, 0)
    while len(vector) < components:
        drawn = (bits.random_raw(TRIES) >> np.uint64(48)) | np.uint64(1)
        tried = sorted(set(drawn.tolist()) - set(vector))
        found = np.array([errors(product * factor(each, len(vector))) for each in tried])
        best = int((found / found.min(axis=0)).max(axis=1).argmin())
        product = product * factor(tried[best], len(vector))
        vector.append(tried[best])
    return vector


if __name__ == "__main__":
    print(search())
