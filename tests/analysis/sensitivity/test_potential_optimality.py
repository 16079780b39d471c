"""Whether any admissible weights would put an option first."""

import numpy as np
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

from appraiser.analysis.cancelling import Cancelled
from appraiser.analysis.sensitivity.potential_optimality import potential_optimality
from appraiser.analysis.sensitivity.rank_order_dominance import rank_order, rank_order_dominances
from appraiser.domain.problem import Problem


def margins(matrix, *limits):
    return {each.option: each.margin for each in potential_optimality(matrix, *limits)}


def test_each_option_of_two_criteria_does_best_where_it_was_worked_out_by_hand() -> None:
    """method.md 6A-8: A=(100,0) leads C by 40 at (1,0); C=(60,60) leads both by 10 at (½,½)."""
    a, b, c = potential_optimality(
        matrix_of((0.5, 0.5), {"A": (100, 0), "B": (0, 100), "C": (60, 60)})
    )

    assert (a.margin, b.margin, c.margin) == pytest.approx((40, 40, 10), abs=1e-6)
    assert c.weights == {"1": pytest.approx(0.5), "2": pytest.approx(0.5)}
    assert a.weights["1"] == pytest.approx(1)
    assert a.can_be_first


def test_an_option_that_nothing_dominates_may_still_be_first_under_no_weights() -> None:
    """method.md section 5; by hand: C=(40,40) trails the better of A and B by 10 at the least."""
    c = potential_optimality(matrix_of((0.5, 0.5), {"A": (100, 0), "B": (0, 100), "C": (40, 40)}))[
        2
    ]

    assert c.margin == pytest.approx(-10, abs=1e-6)
    assert not c.can_be_first


def test_an_order_of_the_criteria_narrows_the_weights() -> None:
    """By hand for 6A-10, the heaviest first: A does best at (1,0,0), C at a third each.

    Between (½,½,0) and a third each B's lead rises from 10 to 80/3 over A, and falls from 40 to
    40/3 over C; the two are 280/13 at (5,5,3)/13.
    """
    found = potential_optimality(SMALL, rank_order(SMALL))

    assert [each.margin for each in found] == pytest.approx([60, 280 / 13, -40 / 3], abs=1e-6)
    assert list(found[1].weights.values()) == pytest.approx([5 / 13, 5 / 13, 3 / 13], abs=1e-6)
    assert list(found[2].weights.values()) == pytest.approx([1 / 3] * 3, abs=1e-6)


def test_criteria_that_share_a_rank_are_not_held_to_each_other() -> None:
    """By hand for 6A-10: with 1 first and 2 and 3 level, C draws level with both at (½,0,½)."""
    found = potential_optimality(SMALL, (("1",), ("2", "3")))[2]

    assert found.margin == pytest.approx(0, abs=1e-6)
    assert list(found.weights.values()) == pytest.approx([0.5, 0, 0.5], abs=1e-6)
    assert margins(SMALL, (("1", "2", "3"),)) == pytest.approx(margins(SMALL), abs=1e-6)


def test_ranges_of_weights_narrow_them_too() -> None:
    """By hand: A=(100,0) and B=(0,100) with w1 from 0.6 to 0.7 differ by 20 to 40."""
    matrix = matrix_of((0.5, 0.5), {"A": (100, 0), "B": (0, 100)})

    assert margins(matrix, None, {"1": (0.6, 0.7)}) == pytest.approx({"A": 40, "B": -20}, abs=1e-6)


def test_a_criterion_of_no_weight_stays_at_nothing_unless_it_has_a_range() -> None:
    matrix = matrix_of((1, 0), {"A": (60, 0), "B": (50, 100)})

    assert margins(matrix) == pytest.approx({"A": 10, "B": -10}, abs=1e-6)
    assert margins(matrix, None, {"2": (0, 0.5)})["B"] == pytest.approx(45, abs=1e-6)
    assert margins(matrix, (("1",), ("2",)))["B"] == pytest.approx(45, abs=1e-6)


def test_what_is_not_in_the_order_weighs_nothing() -> None:
    found = potential_optimality(SMALL, (("1",), ("3",)))

    assert [each.weights["2"] for each in found] == [0, 0, 0]
    assert found[0].margin == pytest.approx(60, abs=1e-6)


@pytest.mark.parametrize(
    ("order", "intervals"),
    [
        (None, {"1": (0, 0.2), "2": (0, 0.3), "3": (0, 0.4)}),
        (None, {"1": (0.6, 1), "2": (0.6, 1)}),
        ((("1",), ("2",)), {"1": (0, 0.1), "2": (0.5, 1)}),
    ],
)
def test_limits_that_no_weights_keep_to_are_refused(order, intervals) -> None:
    with pytest.raises(Problem, match="no weights keep to the order and the ranges"):
        potential_optimality(SMALL, order, intervals)


@pytest.mark.parametrize("ends", [(0.5, 0.4), (-0.1, 1), (0, 1.1), (float("nan"), 1)])
def test_a_range_that_is_none_is_named(ends) -> None:
    with pytest.raises(Problem, match="2: a range of weights lies from 0 to 1"):
        potential_optimality(SMALL, None, {"2": ends})


def test_one_option_has_no_rivals() -> None:
    assert potential_optimality(matrix_of((1,), {"A": (60,)})) == ()
    assert potential_optimality(matrix_of((1,), {})) == ()


def test_options_that_are_all_equal_are_all_first() -> None:
    found = potential_optimality(matrix_of((0.5, 0.5), {"A": (40, 40), "B": (40, 40)}))

    assert [each.can_be_first for each in found] == [True, True]


def test_it_can_be_broken_off_between_options() -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) == 3

    with pytest.raises(Cancelled):
        potential_optimality(SMALL, cancelled=cancelled)
    assert potential_optimality(SMALL, cancelled=lambda: False) == potential_optimality(SMALL)


def test_a_score_that_is_missing_is_named() -> None:
    with pytest.raises(Problem, match="A/1: a score is not a number"):
        potential_optimality(matrix_of((1,), {"A": (float("nan"),)}))


@few
@given(matrices(nought=True, top=20))
def test_the_stated_weights_are_weights_and_give_the_stated_margin(matrix) -> None:
    for at, each in enumerate(potential_optimality(matrix)):
        weights = np.array(list(each.weights.values()))
        totals = matrix.scores @ weights
        assert weights.min() >= 0
        assert weights.sum() == pytest.approx(1)
        assert not weights[matrix.weights == 0].any()
        assert each.margin == pytest.approx(totals[at] - np.delete(totals, at).max(), abs=1e-9)


@few
@given(matrices(top=20), st.data())
def test_an_option_that_any_weights_put_first_can_be_first(matrix, data) -> None:
    totals = matrix.scores @ data.draw(weightings(len(matrix.criteria)))

    found = potential_optimality(matrix)

    assert any(each.can_be_first for each in found)
    for at, each in enumerate(found):
        lead = totals[at] - np.delete(totals, at).max()
        assert each.margin >= lead - 1e-6
        assert each.can_be_first or lead < 0


@few
@given(matrices(top=20))
def test_the_order_of_the_weights_admits_the_weights_themselves(matrix) -> None:
    found = margins(matrix, rank_order(matrix))
    loose = margins(matrix)

    for at, option in enumerate(matrix.options):
        lead = matrix.totals[at] - np.delete(matrix.totals, at).max()
        assert lead - 1e-6 <= found[option] <= loose[option] + 1e-6
    for each in rank_order_dominances(matrix):
        assert found[each.dominated] <= 1e-6


@few
@given(matrices(top=20), st.data())
def test_the_order_of_the_input_never_matters(matrix, data) -> None:
    other = shuffled(matrix, *data.draw(orders(matrix)))

    assert margins(matrix) == pytest.approx(margins(other), abs=1e-6)
