"""Small matrices for tests of what would change the answer, and any matrix at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from appraiser.analysis.scoring.value_matrix import ValueMatrix

few = settings(max_examples=25)
"""Enough for small matrices, of which there are not many kinds."""


def matrix_of(weights: Sequence[float], rows: Mapping[str, Sequence[float]]) -> ValueMatrix:
    """Make a matrix of criteria 1, 2, … and a row of scores for each option."""
    return ValueMatrix(
        tuple(rows),
        tuple(str(at) for at in range(1, len(weights) + 1)),
        np.array(list(rows.values()), dtype=float).reshape(len(rows), len(weights)),
        np.array(weights, dtype=float),
    )


SMALL = matrix_of((0.5, 0.3, 0.2), {"A": (100, 20, 0), "B": (40, 100, 60), "C": (0, 60, 100)})
"""method.md 6A-10: totals A 56, B 62, C 38."""


def reweighted(matrix: ValueMatrix, criteria: Sequence[str], weight: float) -> ValueMatrix:
    """Give some criteria a weight together; they keep their ratios, and so do the others."""
    inside = np.isin(matrix.criteria, criteria)
    share = matrix.weights[inside].sum()
    weights = np.where(inside, weight / share if share else weight, (1 - weight) / (1 - share))
    raised = (
        matrix.weights * weights if share else np.where(inside, weight, matrix.weights * weights)
    )
    return ValueMatrix(matrix.options, matrix.criteria, matrix.scores, raised)


def shuffled(matrix: ValueMatrix, rows: Sequence[int], columns: Sequence[int]) -> ValueMatrix:
    """Give the same matrix with its options and criteria in another order."""
    return ValueMatrix(
        tuple(matrix.options[at] for at in rows),
        tuple(matrix.criteria[at] for at in columns),
        matrix.scores[np.ix_(rows, columns)],
        matrix.weights[list(columns)],
    )


def total_of(matrix: ValueMatrix) -> dict[str, float]:
    return dict(zip(matrix.options, matrix.totals.tolist(), strict=True))


def values_of(found: object) -> Iterator[object]:
    """Give every single value that a result holds, in order."""
    if is_dataclass(found):
        for each in fields(found):
            yield from values_of(getattr(found, each.name))
    elif isinstance(found, np.ndarray | tuple | list):
        for each in found:
            yield from values_of(each.item() if isinstance(each, np.generic) else each)
    elif isinstance(found, Mapping):
        yield from values_of(tuple(found.items()))
    else:
        yield found


@st.composite
def matrices(draw, fewest=2, nought=False, top=100):
    """Draw whole scores and weights in ratios of whole numbers."""
    options = draw(st.integers(fewest, 5))
    raw = draw(st.lists(st.integers(0 if nought else 1, 20), min_size=1, max_size=5).filter(any))
    row = st.lists(st.integers(0, top), min_size=len(raw), max_size=len(raw))
    rows = draw(st.lists(row, min_size=options, max_size=options))
    return matrix_of(
        [each / sum(raw) for each in raw], {f"o{at}": each for at, each in enumerate(rows)}
    )


@st.composite
def orders(draw, matrix: ValueMatrix):
    """Draw another order of a matrix's options and criteria."""
    rows = draw(st.permutations(range(len(matrix.options))))
    return rows, draw(st.permutations(range(len(matrix.criteria))))


@st.composite
def weightings(draw, count: int):
    """Draw any weights at all, some of them nought."""
    raw = draw(st.lists(st.integers(0, 50), min_size=count, max_size=count).filter(any))
    return np.array(raw) / sum(raw)
