"""Weights from pairwise comparison: the principal eigenvector and how consistent it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from appraiser.analysis.not_yet import NotYet
from appraiser.domain.appraisal import called
from appraiser.domain.criteria import Comparison, Criterion
from appraiser.domain.ids import ComparisonId, CriterionId
from appraiser.domain.problem import Problem

_ALWAYS_CONSISTENT = 2
"""One comparison, or none, cannot contradict another."""
_LEAST, _MOST = 1 / 9 - 1e-9, 9 + 1e-9
"""Saaty's scale, from a ninth to nine times as much."""
_EQUALLY = 1 - 1e-9
"""What falls short by no more differs only by how numbers are rounded."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A comparison held against the weights that all comparisons together come to.

    `given` is how many times as much the first was said to matter as the second, `implied` how
    many times as much it weighs. `apart` is the larger of the two over the smaller, from 1 up.
    """

    comparison: ComparisonId
    first: CriterionId
    second: CriterionId
    given: float
    implied: float
    apart: float


def principal_weights(
    matrix: Sequence[Sequence[float]], random_index: Mapping[int, float]
) -> tuple[tuple[float, ...], float | None]:
    """Give the weights of a reciprocal matrix and its consistency ratio (Saaty 1980).

    The weights are the principal eigenvector, summing to 1; CI = (lambda - n) / (n - 1) and
    CR = CI / RI, with RI the mean CI of random matrices of that size. Fewer than three criteria
    are always consistent. The ratio is None for a size that the table does not have.
    """
    import numpy as np

    size = len(matrix)
    values, vectors = np.linalg.eig(np.asarray(matrix, dtype=float))
    largest = int(np.argmax(values.real))
    vector = np.abs(vectors[:, largest].real)
    weights = tuple(float(each) for each in vector / vector.sum())
    if size <= _ALWAYS_CONSISTENT:
        return weights, 0.0
    if size not in random_index:
        return weights, None
    index = (float(values[largest].real) - size) / (size - 1)
    return weights, max(0.0, index) / random_index[size]


def reciprocal_matrix(
    siblings: Sequence[Criterion], comparisons: Sequence[Comparison]
) -> list[list[float]]:
    """Lay the comparisons of some criteria out as a reciprocal matrix.

    Raise `Problem` naming the pair that nobody compared, that was compared twice, or whose ratio
    leaves Saaty's scale.
    """
    at: dict[CriterionId, int] = {each.id: place for place, each in enumerate(siblings)}
    found: dict[tuple[int, int], float] = {}
    for each in _among(siblings, comparisons):
        row, column = at[each.first], at[each.second]
        pair = _pair(siblings[row], siblings[column])
        if (row, column) in found:
            raise Problem(f"{pair} are compared twice")
        if not _LEAST <= each.ratio <= _MOST:
            raise Problem(f"{pair} are compared by a number outside 1/9 to 9")
        found[row, column], found[column, row] = each.ratio, 1 / each.ratio
    for row, column in combinations(range(len(siblings)), 2):
        if (row, column) not in found:
            raise NotYet(f"{_pair(siblings[row], siblings[column])} are not compared yet")
    size = range(len(siblings))
    return [[found.get((row, column), 1.0) for column in size] for row in size]


def most_inconsistent(
    siblings: Sequence[Criterion], comparisons: Sequence[Comparison], weights: Sequence[float]
) -> Judgement | None:
    """Give the comparison whose ratio differs most from that of the weights, the first of equals.

    None where there are too few for any to contradict another.
    """
    if len(siblings) <= _ALWAYS_CONSISTENT:
        return None
    weight = {each.id: share for each, share in zip(siblings, weights, strict=True)}
    judged = [
        _judgement(each, weight[each.first] / weight[each.second])
        for each in _among(siblings, comparisons)
    ]
    return furthest_apart(judged)


def furthest_apart(judgements: Sequence[Judgement]) -> Judgement | None:
    """Give the judgement that differs most from the weights, the first of equals."""
    furthest = max((each.apart for each in judgements), default=0.0)
    return next((each for each in judgements if each.apart >= furthest * _EQUALLY), None)


def _judgement(each: Comparison, implied: float) -> Judgement:
    apart = max(each.ratio / implied, implied / each.ratio)
    return Judgement(each.id, each.first, each.second, each.ratio, implied, apart)


def _among(siblings: Sequence[Criterion], comparisons: Sequence[Comparison]) -> list[Comparison]:
    """Give the comparisons of two different criteria that both stand among the siblings."""
    ids = {each.id for each in siblings}
    return [
        each
        for each in comparisons
        if each.first in ids and each.second in ids and each.first != each.second
    ]


def _pair(one: Criterion, other: Criterion) -> str:
    return f'"{called(one)}" and "{called(other)}"'
