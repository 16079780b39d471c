"""Crossovers in fractions, which do not round: what the arrays are held against."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

Crossing = tuple[int, int, int]
"""The places of the first option, the second option and the criterion."""


def exact_crossovers(
    raw: Sequence[int], scores: Sequence[Sequence[float]]
) -> dict[Crossing, Fraction]:
    """Work the closed form of method.md section 5 out for every two options and each criterion."""
    weights = [Fraction(each, sum(raw)) for each in raw]
    rows = [[Fraction(score) for score in row] for row in scores]
    totals = [sum(map(Fraction.__mul__, weights, row)) for row in rows]
    found = {}
    for k, w in enumerate(weights):
        rest = [(total - w * row[k]) / (1 - w) for total, row in zip(totals, rows, strict=True)]
        for a, b in combinations(range(len(rows)), 2):
            ahead, behind = rows[a][k] - rows[b][k], rest[b] - rest[a]
            if ahead * behind > 0:
                found[a, b, k] = behind / (ahead + behind)
    return found
