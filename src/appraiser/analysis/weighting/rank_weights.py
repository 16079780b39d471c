"""Weights from a rank order alone, by the four surrogates of the literature."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from appraiser.domain.problem import Problem
from appraiser.domain.terms import Surrogate

_NODES = 96
"""Points of the Gauss-Legendre rule; more change no weight by a billionth."""


@lru_cache(maxsize=256)
def surrogate_weights(count: int, surrogate: Surrogate = Surrogate.ROD) -> tuple[float, ...]:
    """Give the weights of `count` criteria from the first rank to the last; they sum to 1.

    ROD is the mean of normalised swings when the first is 100 and the others are spread evenly
    below it (Roberts and Goodwin 2002), the surrogate for swing weights; ROC the centroid of all
    weights in the order (Barron and Barrett 1996); RS and RR go by the rank itself.
    """
    ranks = range(1, count + 1)
    match surrogate:
        case Surrogate.ROD:
            raw = _rank_order_distribution(count)
        case Surrogate.ROC:
            raw = [math.fsum(1 / i for i in range(k, count + 1)) for k in ranks]
        case Surrogate.RS:
            raw = [float(count + 1 - k) for k in ranks]
        case _:
            raw = [1 / k for k in ranks]
    whole = math.fsum(raw)
    return tuple(each / whole for each in raw)


def weights_of_ranks(
    ranks: Sequence[float], surrogate: Surrogate = Surrogate.ROD
) -> tuple[float, ...]:
    """Give the weight of each rank; criteria that share a rank share its weights evenly.

    Raise `Problem` if a rank is below 1 or is not a number.
    """
    if not all(math.isfinite(rank) and rank >= 1 for rank in ranks):
        raise Problem("ranks are numbers from 1")
    by_place = surrogate_weights(len(ranks), surrogate)
    order = sorted(range(len(ranks)), key=lambda at: ranks[at])
    found = [0.0] * len(ranks)
    place = 0
    for _, tied in groupby(order, key=lambda at: ranks[at]):
        group = list(tied)
        share = math.fsum(by_place[place : place + len(group)]) / len(group)
        for at in group:
            found[at] = share
        place += len(group)
    return tuple(found)


def _rank_order_distribution(count: int) -> list[float]:
    """Integrate the mean of (1, u2, …) / (1 + u2 + …) over falling uniform u, to about 1e-9.

    1 / (1 + s) is the integral of exp(-t (1 + s)) over t. Given t, the u are independent with
    density exp(-t u) / g, so the k-th largest of m is the quantile of a Beta(k, m - k + 1).
    """
    if count == 1:
        return [1.0]
    import numpy as np

    others = count - 1
    nodes, node_weights = np.polynomial.legendre.leggauss(_NODES)
    nodes, node_weights = (nodes + 1) / 2, node_weights / 2
    t = nodes / (1 - nodes)
    g = -np.expm1(-t) / t
    over_t = node_weights / (1 - nodes) ** 2 * np.exp(-t) * g**others
    left = np.exp(-t)[:, None]
    quantiles = -np.log(left + nodes[None, :] * (1 - left)) / t[:, None]
    k = np.arange(1, others + 1)[None, :]
    log_beta = np.array(
        [math.lgamma(j) + math.lgamma(count - j) - math.lgamma(count) for j in k[0].tolist()]
    )
    column = nodes[:, None]
    density = np.exp((k - 1) * np.log(column) + (others - k) * np.log1p(-column) - log_beta)
    rest = over_t @ quantiles @ (density * node_weights[:, None])
    return [float(over_t.sum()), *rest.tolist()]
