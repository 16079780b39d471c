"""What is ahead whatever the weights, as long as their order holds."""

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
    total_of,
)

from appraiser.analysis.sensitivity.dominance import dominances
from appraiser.analysis.sensitivity.rank_order_dominance import rank_order, rank_order_dominances
from appraiser.domain.problem import Problem


def pairs(matrix, order=None):
    return {(each.dominant, each.dominated) for each in rank_order_dominances(matrix, order)}


def test_the_weights_put_the_criteria_in_an_order_and_may_share_a_rank() -> None:
    matrix = matrix_of((0.2, 0.4, 0.2, 0.0, 0.2 + 1e-15), {"A": (1,) * 5})

    assert [set(tied) for tied in rank_order(matrix)] == [{"2"}, {"1", "3", "5"}]


def test_the_small_case_has_what_the_averages_worked_out_by_hand_say() -> None:
    """By hand for 6A-10: B over C averages 40, 40, 13.3; A over C 100, 30, -13.3; B over A -60."""
    (found,) = rank_order_dominances(SMALL)

    assert (found.dominant, found.dominated) == ("B", "C")
    assert found.least_lead == pytest.approx(40 / 3)


def test_the_order_can_be_given_and_changes_the_answer() -> None:
    """By hand: with 3 first, then 2, then 1, B over A averages 60, 70, 80/3; C 100, 70, 40/3."""
    found = rank_order_dominances(SMALL, (("3",), ("2",), ("1",)))

    assert {(each.dominant, each.dominated): each.least_lead for each in found} == {
        ("B", "A"): pytest.approx(80 / 3),
        ("C", "A"): pytest.approx(40 / 3),
    }


def test_criteria_that_share_a_rank_may_fall_either_way() -> None:
    rows = {"A": (60, 30), "B": (40, 40)}

    assert pairs(matrix_of((0.6, 0.4), rows)) == {("A", "B")}
    assert pairs(matrix_of((0.5, 0.5), rows)) == set()


def test_a_criterion_of_no_weight_stays_out() -> None:
    assert pairs(matrix_of((0.6, 0.4, 0), {"A": (60, 30, 0), "B": (40, 40, 100)})) == {("A", "B")}


def test_options_that_are_equal_are_not_ahead_of_each_other() -> None:
    assert pairs(matrix_of((0.6, 0.4), {"A": (60, 40), "B": (60, 40)})) == set()


def test_a_lead_that_may_shrink_to_nothing_is_one_while_it_cannot_be_lost() -> None:
    (found,) = rank_order_dominances(matrix_of((0.6, 0.4), {"A": (60, 40), "B": (40, 60)}))

    assert (found.dominant, found.least_lead) == ("A", 0)


def test_one_option_or_one_criterion_has_its_plain_answer() -> None:
    assert pairs(matrix_of((1,), {"A": (60,)})) == set()
    assert pairs(matrix_of((1,), {})) == set()
    assert pairs(matrix_of((1,), {"A": (60,), "B": (50,)})) == {("A", "B")}


def test_an_order_without_criteria_is_refused() -> None:
    with pytest.raises(Problem, match="no criterion stands in the order"):
        rank_order_dominances(SMALL, ())


def test_a_score_that_is_missing_is_named() -> None:
    with pytest.raises(Problem, match="A/1: a score is not a number"):
        rank_order_dominances(matrix_of((1,), {"A": (float("nan"),)}))


@few
@given(matrices(nought=True, top=9))
def test_it_means_more_total_at_the_weights_that_were_given(matrix) -> None:
    totals = total_of(matrix)

    for each in rank_order_dominances(matrix):
        lead = totals[each.dominant] - totals[each.dominated]
        assert lead > 0
        assert lead >= each.least_lead - 1e-9


@few
@given(matrices(top=9), st.data())
def test_no_weights_in_the_order_lead_by_less_than_the_least(matrix, data) -> None:
    raw = data.draw(
        st.lists(st.integers(0, 9), min_size=len(matrix.criteria), max_size=len(matrix.criteria))
    )
    drawn = iter(sorted((each + 1 for each in raw), reverse=True))
    weight_of = {criterion: next(drawn) for tied in rank_order(matrix) for criterion in tied}
    weights = np.array([weight_of[each] for each in matrix.criteria], dtype=float)
    totals = dict(zip(matrix.options, matrix.scores @ weights / weights.sum(), strict=True))

    for each in rank_order_dominances(matrix):
        lead = totals[each.dominant] - totals[each.dominated]
        assert lead >= each.least_lead - 1e-9


@few
@given(matrices(nought=True, top=4))
def test_what_dominates_outright_dominates_in_any_order(matrix) -> None:
    assert {(each.dominant, each.dominated) for each in dominances(matrix)} <= pairs(matrix)


@few
@given(matrices(nought=True, top=4), st.data())
def test_the_order_of_the_input_never_matters(matrix, data) -> None:
    assert pairs(matrix) == pairs(shuffled(matrix, *data.draw(orders(matrix))))
