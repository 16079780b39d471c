"""Weights from pairwise comparison: the principal eigenvector and how consistent it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from appraiser.analysis.not_yet import NotYet
from appraiser.domain.appraisal import called
from appraiser.domain.criteria import Comparison, Criterion
from appraiser.domain.ids import CriterionId
from appraiser.domain.problem import Problem

RANDOM_INDEX_TABLE = "Saaty 2005"
RANDOM_INDEX = (0.0, 0.0, 0.0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49)
"""Mean consistency index of random matrices by their size, from 0 to 10 criteria."""


def principal_weights(matrix: Sequence[Sequence[float]]) -> tuple[tuple[float, ...], float | None]:
    """Give the weights of a reciprocal matrix and its consistency ratio (Saaty 1980).

    The weights are the principal eigenvector, summing to 1; CI = (lambda - n) / (n - 1) and
    CR = CI / RI by `RANDOM_INDEX`. The ratio is None for more criteria than the table covers.
    """
    import numpy as np

    size = len(matrix)
    values, vectors = np.linalg.eig(np.asarray(matrix, dtype=float))
    largest = int(np.argmax(values.real))
    vector = np.abs(vectors[:, largest].real)
    weights = tuple(float(each) for each in vector / vector.sum())
    if size >= len(RANDOM_INDEX):
        return weights, None
    if RANDOM_INDEX[size] == 0:
        return weights, 0.0
    index = (float(values[largest].real) - size) / (size - 1)
    return weights, max(0.0, index) / RANDOM_INDEX[size]


def reciprocal_matrix(
    siblings: Sequence[Criterion], comparisons: Sequence[Comparison]
) -> list[list[float]]:
    """Lay the comparisons of some criteria out as a reciprocal matrix.

    Raise `Problem` naming the pair that nobody compared, or that was compared twice.
    """
    at: dict[CriterionId, int] = {each.id: place for place, each in enumerate(siblings)}
    found: dict[tuple[int, int], float] = {}
    for each in comparisons:
        if each.first not in at or each.second not in at or each.first == each.second:
            continue
        row, column = at[each.first], at[each.second]
        if (row, column) in found:
            raise Problem(f"{_pair(siblings[row], siblings[column])} are compared twice")
        found[row, column], found[column, row] = each.ratio, 1 / each.ratio
    for row, column in combinations(range(len(siblings)), 2):
        if (row, column) not in found:
            raise NotYet(f"{_pair(siblings[row], siblings[column])} are not compared yet")
    size = range(len(siblings))
    return [[found.get((row, column), 1.0) for column in size] for row in size]


def _pair(one: Criterion, other: Criterion) -> str:
    return f'"{called(one)}" and "{called(other)}"'
