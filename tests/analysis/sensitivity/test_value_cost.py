"""The options that nothing else beats for what they cost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.sensitivity.cases import SMALL, few, matrices, matrix_of, orders, shuffled

from appraiser.analysis.sensitivity.value_cost import value_against_cost
from appraiser.domain.problem import Problem


def beaten(found):
    return {each.option: each.beaten_by for each in found.options}


def flat(**values):
    return matrix_of((1,), {name: (value,) for name, value in values.items()})


def test_an_option_that_is_dearer_and_worse_is_beaten_by_what_is_cheaper_and_better() -> None:
    """method.md 6A-10 with made-up costs: totals A 56, B 62, C 38."""
    found = value_against_cost(SMALL, {"A": 200_00, "B": 500_00, "C": 300_00})

    assert beaten(found) == {"A": (), "B": (), "C": ("A",)}
    assert found.frontier == ("A", "B")
    assert [each.value for each in found.options] == pytest.approx([56, 62, 38])
    assert [each.cost for each in found.options] == [200_00, 500_00, 300_00]
    assert found.uncosted == ()


def test_one_of_the_two_must_be_strictly_better() -> None:
    found = value_against_cost(
        flat(even=50, twin=50, dearer=50, worse=40, close=50 + 1e-9),
        {"even": 100, "twin": 100, "dearer": 101, "worse": 100, "close": 100},
    )

    assert beaten(found) == {
        "even": (),
        "twin": (),
        "dearer": ("even", "twin", "close"),
        "worse": ("even", "twin", "close"),
        "close": (),
    }


def test_an_option_that_saves_money_can_be_beaten_only_by_one_that_saves_as_much() -> None:
    found = value_against_cost(flat(a=10, b=20, c=30), {"a": -500, "b": -400, "c": -500})

    assert beaten(found) == {"a": ("c",), "b": ("c",), "c": ()}


def test_options_without_a_cost_are_named_not_guessed() -> None:
    found = value_against_cost(SMALL, {"A": 200_00, "B": None})

    assert found.uncosted == ("B", "C")
    assert beaten(found) == {"A": ()}


def test_without_any_cost_there_is_no_frontier() -> None:
    found = value_against_cost(SMALL, {})

    assert (found.options, found.frontier) == ((), ())
    assert found.uncosted == ("A", "B", "C")


def test_a_score_that_is_missing_is_named() -> None:
    with pytest.raises(Problem, match="A/1: a score is not a number"):
        value_against_cost(flat(A=float("nan")), {})


costs = st.lists(st.integers(-3, 3), min_size=5, max_size=5)


@few
@given(matrices(fewest=1, top=3), costs)
def test_what_is_beaten_is_beaten_by_something_on_the_frontier(matrix, given_costs) -> None:
    found = value_against_cost(matrix, dict(zip(matrix.options, given_costs, strict=False)))

    assert found.frontier
    for each in found.options:
        assert each.on_frontier or set(each.beaten_by) & set(found.frontier)


@few
@given(matrices(fewest=1, top=3), costs, st.data())
def test_the_order_of_the_input_never_matters(matrix, given_costs, data) -> None:
    of = dict(zip(matrix.options, given_costs, strict=False))
    other = value_against_cost(shuffled(matrix, *data.draw(orders(matrix))), of)

    found = value_against_cost(matrix, of)

    assert found.frontier == other.frontier
    assert {name: set(by) for name, by in beaten(found).items()} == {
        name: set(by) for name, by in beaten(other).items()
    }
