"""How far rankings agree: Kendall's W of many, Spearman's coefficients of two."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import fmean

from appraiser.analysis.scoring.ranking import TIE

_FEWEST = 2


def mid_ranks(totals: Sequence[float]) -> tuple[float, ...]:
    """Rank from the highest total, 1, down; those that tie share the mean of their ranks."""
    rising = sorted(totals)
    found = []
    for total in totals:
        ahead = len(rising) - bisect_right(rising, total + TIE)
        behind = bisect_left(rising, total - TIE)
        found.append((1 + ahead + len(rising) - behind) / 2)
    return tuple(found)


def kendalls_w(rankings: Sequence[Sequence[float]]) -> float | None:
    """Give Kendall's coefficient of concordance of several rankings of the same options.

    From 0, no agreement, to 1, all the same. With ranks that tie sharing the mean, this is
    12 S / (m^2 (n^3 - n) - m T), corrected for ties (Kendall and Gibbons 1990), written by the
    sums of squares of the rankings. None for fewer than two rankings or options, and where
    everything ties in every ranking.
    """
    if len(rankings) < _FEWEST or len(rankings[0]) < _FEWEST:
        return None
    spreads = math.fsum(_square_sum(ranking) for ranking in rankings)
    if spreads == 0:
        return None
    sums = [math.fsum(column) for column in zip(*rankings, strict=True)]
    return min(1.0, _square_sum(sums) / (len(rankings) * spreads))


def spearman(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Give Spearman's rank correlation of two rankings, from -1 to 1.

    It is the correlation of the ranks, so ranks that tie should share their mean. None where
    either ranking puts all at one rank.
    """
    if not one:
        return None
    mean_one, mean_other = fmean(one), fmean(other)
    together = math.fsum((a - mean_one) * (b - mean_other) for a, b in zip(one, other, strict=True))
    apart = math.sqrt(_square_sum(one) * _square_sum(other))
    return max(-1.0, min(1.0, together / apart)) if apart else None


def weighted_spearman(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Give the rank correlation of two rankings in which places near the top count for more.

    Pinto da Costa and Soares (2005). From -1 to 1; None for fewer than two options.
    """
    size = len(one)
    if size < _FEWEST:
        return None
    apart = math.fsum(
        (a - b) ** 2 * (2 * size - a - b + 2) for a, b in zip(one, other, strict=True)
    )
    return 1 - 6 * apart / (size**4 + size**3 - size**2 - size)


def _square_sum(numbers: Sequence[float]) -> float:
    mean = fmean(numbers)
    return math.fsum((each - mean) ** 2 for each in numbers)
