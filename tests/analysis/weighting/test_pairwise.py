"""Weights from pairwise comparison, against published matrices."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import PANEL

from appraiser.analysis.weighting.pairwise import (
    most_inconsistent,
    principal_weights,
    reciprocal_matrix,
)
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


DRINKS = ("coffee", "wine", "tea", "beer", "soda", "milk", "water")
UPPER = (
    (9, 5, 2, 1, 1, 1 / 2),
    (1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9),
    (1 / 3, 1 / 4, 1 / 3, 1 / 9),
    (1 / 2, 1, 1 / 3),
    (2, 1 / 2),
    (1 / 3,),
)


def drinks() -> list[Comparison]:
    """Saaty 2008, Int. J. Services Sciences 1(1): 83-98, as in method.md 6A-4."""
    return compared(
        *(
            (DRINKS[row], DRINKS[column], ratio)
            for row, ratios in enumerate(UPPER)
            for column, ratio in enumerate(ratios, start=row + 1)
        )
    )


@pytest.mark.parametrize(
    ("table", "ratio"),
    [("saaty-2005", "0.0218"), ("saaty-older", "0.0223"), ("donegan-dodd-1991", "0.0235")],
)
def test_the_drinks_of_saaty_have_their_published_weights(catalogue, table, ratio) -> None:
    """Saaty 2008, as in method.md 6A-4: CR 0.022; by the table, 0.0223 or 0.0218."""
    weights, found = principal_weights(
        reciprocal_matrix(named(*DRINKS), drinks()), catalogue.random_index_table(table).by_size
    )

    assert weights == pytest.approx([0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], abs=0.001)
    assert [f"{each:.4f}" for each in weights] == [
        *("0.1775", "0.0191", "0.0418", "0.1164", "0.1896", "0.1288", "0.3268")
    ]
    assert f"{found:.4f}" == ratio
    assert found == pytest.approx(0.022, abs=0.0016)


def test_the_largest_eigenvalue_of_the_drinks_is_the_one_worked_out() -> None:
    """method.md 6A-4: lambda 7.1766, CI 0.0294; with an index of 1 the ratio is the CI."""
    _, index = principal_weights(reciprocal_matrix(named(*DRINKS), drinks()), {7: 1.0})

    assert f"{index:.4f}" == "0.0294"
    assert f"{7 + 6 * index:.4f}" == "7.1766"


def test_a_consistent_matrix_gives_its_ratios_back() -> None:
    """Glur, ahp package tests, as in method.md 6A-5: 2/3, 1/9, 2/9 and CR 0."""
    weights, ratio = principal_weights([[1, 6, 3], [1 / 6, 1, 1 / 2], [1 / 3, 2, 1]], {3: 0.52})

    assert weights == pytest.approx([2 / 3, 1 / 9, 2 / 9])
    assert ratio == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("size", [1, 2])
def test_fewer_than_three_criteria_are_always_consistent(size: int) -> None:
    assert principal_weights([[1.0] * size] * size, {}) == (pytest.approx([1 / size] * size), 0.0)


def test_sizes_known_only_from_memory_have_no_ratio(catalogue) -> None:
    older = catalogue.random_index_table("saaty-older").by_size
    weights, ratio = principal_weights([[1.0] * 9] * 9, older)

    assert weights == pytest.approx([1 / 9] * 9)
    assert ratio is None
    assert principal_weights([[1.0] * 8] * 8, older)[1] == pytest.approx(0, abs=1e-9)


def test_two_hundred_criteria_can_be_compared() -> None:
    weights, _ = principal_weights([[1.0] * 200] * 200, {})

    assert weights == pytest.approx([1 / 200] * 200)


def test_the_comparison_that_differs_most_from_the_weights_is_named() -> None:
    """Of the drinks it is wine, a ninth of water by itself and about a seventeenth by all."""
    matrix = reciprocal_matrix(named(*DRINKS), drinks())
    weights, _ = principal_weights(matrix, {})
    apart = {
        (one, other): max(r := matrix[i][j] * weights[j] / weights[i], 1 / r)
        for i, one in enumerate(DRINKS)
        for j, other in enumerate(DRINKS)
        if i < j
    }

    found = most_inconsistent(named(*DRINKS), drinks(), weights)

    assert (found.first, found.second) == max(apart, key=apart.get) == ("wine", "water")
    assert found.apart == pytest.approx(max(apart.values()))
    assert found.given == pytest.approx(1 / 9)
    assert found.implied == pytest.approx(0.0191 / 0.3268, abs=0.0005)
    assert found.comparison == "k10"


def test_two_criteria_cannot_contradict_themselves() -> None:
    assert most_inconsistent(named("a", "b"), compared(("a", "b", 3.0)), (0.75, 0.25)) is None


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


@pytest.mark.parametrize("ratio", [0.0, -3.0, 10.0, float("nan"), float("inf")])
def test_a_ratio_outside_the_scale_is_named(ratio: float) -> None:
    with pytest.raises(Problem, match='"A" and "B" are compared by a number outside 1/9 to 9'):
        reciprocal_matrix(named("a", "b"), compared(("a", "b", ratio)))


@given(st.lists(st.floats(1, 3), min_size=3, max_size=6), st.randoms())
@settings(max_examples=30)
def test_the_order_of_criteria_and_comparisons_changes_no_weight(values, random) -> None:
    names = [f"c{at}" for at in range(len(values))]
    pairs = [
        (names[i], names[j], values[i] / values[j])
        for i in range(len(values))
        for j in range(i + 1, len(values))
    ]
    before, _ = principal_weights(reciprocal_matrix(named(*names), compared(*pairs)), {})
    order = random.sample(range(len(values)), len(values))
    random.shuffle(pairs)
    mixed = named(*(names[at] for at in order))
    after, ratio = principal_weights(reciprocal_matrix(mixed, compared(*pairs)), {len(values): 0.5})

    assert after == pytest.approx([before[at] for at in order])
    assert sum(after) == pytest.approx(1)
    assert ratio == pytest.approx(0, abs=1e-6)
