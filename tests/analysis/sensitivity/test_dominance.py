"""Options that are at least as good as another on everything and better somewhere."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.sensitivity.cases import (
    SMALL,
    few,
    matrices,
    matrix_of,
    orders,
    shuffled,
    weightings,
)

from appraiser.analysis.sensitivity.dominance import Dominance, dominances
from appraiser.domain.problem import Problem


def pairs(matrix):
    return {(each.dominant, each.dominated) for each in dominances(matrix)}


def test_the_stock_selection_has_the_dominated_stocks_that_are_published() -> None:
    """peers.md D3, scikit-criteria (BSD-3): PE, JN, AA, GN dominate FX; GN dominates MM.

    Return and market capitalisation are to be large; risk is to be small, so its scale falls.
    """
    stocks = {
        "PE": (7, 5, 35),
        "JN": (5, 4, 26),
        "AA": (5, 6, 28),
        "FX": (3, 4, 36),
        "MM": (1, 7, 30),
        "GN": (5, 8, 30),
    }
    scores = {name: (roe, cap, 100 - risk) for name, (roe, cap, risk) in stocks.items()}

    found = pairs(matrix_of((2 / 7, 4 / 7, 1 / 7), scores))

    assert found == {("PE", "FX"), ("JN", "FX"), ("AA", "FX"), ("GN", "FX"), ("GN", "MM")}


def test_what_it_is_better_on_is_said() -> None:
    matrix = matrix_of((0.5, 0.3, 0.2), {"A": (60, 50, 40), "B": (60, 40, 30)})

    assert dominances(matrix) == (Dominance("A", "B", ("2", "3")),)


def test_nothing_dominates_in_the_small_case() -> None:
    assert dominances(SMALL) == ()


def test_a_criterion_that_weighs_nothing_neither_saves_nor_condemns() -> None:
    assert pairs(matrix_of((1, 0), {"A": (60, 0), "B": (50, 100)})) == {("A", "B")}
    assert pairs(matrix_of((1, 0), {"A": (60, 0), "B": (60, 100)})) == set()


def test_options_that_are_equal_dominate_nobody() -> None:
    rows = {"A": (60, 40), "B": (60, 40), "C": (60 + 1e-9, 40)}

    assert dominances(matrix_of((0.5, 0.5), rows)) == ()


def test_rounding_neither_saves_an_option_nor_makes_one_better() -> None:
    assert pairs(matrix_of((0.5, 0.5), {"A": (60, 40), "B": (50, 40 + 1e-9)})) == {("A", "B")}


def test_one_option_or_none_dominates_nobody() -> None:
    assert dominances(matrix_of((1,), {"A": (60,)})) == ()
    assert dominances(matrix_of((1,), {})) == ()


def test_a_score_that_is_missing_is_named() -> None:
    with pytest.raises(Problem, match="B/1: a score is not a number"):
        dominances(matrix_of((1,), {"A": (60,), "B": (float("nan"),)}))


@few
@given(matrices(top=4), st.data())
def test_a_dominated_option_never_ranks_above_its_dominator_whatever_the_weights(
    matrix, data
) -> None:
    totals = matrix.scores @ data.draw(weightings(len(matrix.criteria)))
    of = dict(zip(matrix.options, totals, strict=True))

    for each in dominances(matrix):
        assert of[each.dominant] >= of[each.dominated] - 1e-9


@few
@given(matrices(nought=True, top=3), st.data())
def test_the_order_of_the_input_never_matters(matrix, data) -> None:
    assert pairs(matrix) == pairs(shuffled(matrix, *data.draw(orders(matrix))))


@few
@given(matrices(top=3), st.sampled_from([0.5, 7.0]))
def test_scales_that_are_all_stretched_alike_change_nothing(matrix, by) -> None:
    stretched = type(matrix)(matrix.options, matrix.criteria, matrix.scores * by, matrix.weights)

    assert dominances(matrix) == dominances(stretched)


@few
@given(matrices(top=2))
def test_dominance_passes_on_and_never_goes_both_ways(matrix) -> None:
    found = pairs(matrix)

    assert not any((other, one) in found for one, other in found)
    for (one, middle), (again, last) in product(found, found):
        if middle == again:
            assert (one, last) in found
