"""Weights from pairwise comparison, against published matrices."""

import pytest
from tests.analysis.making import PANEL

from appraiser.analysis.weighting.pairwise import principal_weights, reciprocal_matrix
from appraiser.domain.criteria import Comparison, Criterion
from appraiser.domain.ids import ComparisonId, CriterionId
from appraiser.domain.problem import Problem


def compared(*pairs: tuple[str, str, float]) -> list[Comparison]:
    return [
        Comparison(
            id=ComparisonId(f"k{number}"),
            weight_set=PANEL,
            first=CriterionId(first),
            second=CriterionId(second),
            ratio=ratio,
        )
        for number, (first, second, ratio) in enumerate(pairs)
    ]


def named(*names: str) -> list[Criterion]:
    return [Criterion(id=CriterionId(name), name=name.title()) for name in names]


def test_the_drinks_of_saaty_have_their_published_weights() -> None:
    """Saaty 2008, Int. J. Services Sciences 1(1), as in method.md 6A-4: CR 0.022."""
    upper = [
        [9, 5, 2, 1, 1, 1 / 2],
        [1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
        [1 / 3, 1 / 4, 1 / 3, 1 / 9],
        [1 / 2, 1, 1 / 3],
        [2, 1 / 2],
        [1 / 3],
    ]
    matrix = [[1.0] * 7 for _ in range(7)]
    for row, ratios in enumerate(upper):
        for column, ratio in enumerate(ratios, start=row + 1):
            matrix[row][column], matrix[column][row] = ratio, 1 / ratio

    weights, ratio = principal_weights(matrix)

    assert weights == pytest.approx([0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], abs=0.001)
    assert ratio == pytest.approx(0.022, abs=0.0005)


def test_a_consistent_matrix_gives_its_ratios_back() -> None:
    """Glur, ahp package tests, as in method.md 6A-5: 2/3, 1/9, 2/9 and CR 0."""
    weights, ratio = principal_weights([[1, 6, 3], [1 / 6, 1, 1 / 2], [1 / 3, 2, 1]])

    assert weights == pytest.approx([2 / 3, 1 / 9, 2 / 9])
    assert ratio == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("size", [1, 2])
def test_fewer_than_three_criteria_are_always_consistent(size: int) -> None:
    assert principal_weights([[1.0] * size] * size) == (pytest.approx([1 / size] * size), 0.0)


def test_more_criteria_than_the_table_covers_have_no_ratio() -> None:
    weights, ratio = principal_weights([[1.0] * 11] * 11)

    assert weights == pytest.approx([1 / 11] * 11)
    assert ratio is None


def test_a_comparison_fills_both_halves_of_the_matrix() -> None:
    made = reciprocal_matrix(named("a", "b"), compared(("b", "a", 4.0)))

    assert made == [[1.0, 0.25], [4.0, 1.0]]


def test_comparisons_with_what_stands_elsewhere_are_left_aside() -> None:
    made = reciprocal_matrix(
        named("a", "b"),
        compared(("a", "b", 2.0), ("a", "z", 9.0), ("z", "a", 9.0), ("a", "a", 3.0)),
    )

    assert made == [[1.0, 2.0], [0.5, 1.0]]


def test_a_pair_that_nobody_compared_is_named() -> None:
    with pytest.raises(Problem, match='"A" and "C" are not compared yet'):
        reciprocal_matrix(named("a", "b", "c"), compared(("a", "b", 2.0), ("b", "c", 2.0)))


def test_a_pair_that_was_compared_twice_is_named() -> None:
    with pytest.raises(Problem, match='"B" and "A" are compared twice'):
        reciprocal_matrix(named("a", "b"), compared(("a", "b", 2.0), ("b", "a", 3.0)))
