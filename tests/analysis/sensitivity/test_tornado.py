"""How the lead swings as one score or one weight goes from end to end."""

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
    reweighted,
    shuffled,
    total_of,
)

from appraiser.analysis.sensitivity.tornado import tornado
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Cell


def swing_of(found, criterion, option=None):
    return next(
        each for each in found.swings if (each.criterion, each.option) == (criterion, option)
    )


def test_scores_of_the_small_case_swing_the_lead_as_worked_out_by_hand() -> None:
    """method.md 6A-10: B 62 leads A 56; a point on 1 is 0.5, on 2 is 0.3."""
    ranges = {Cell("A", "1"): (60, 100), Cell("B", "2"): (70, 100), Cell("C", "3"): (0, 100)}

    found = tornado(SMALL, ranges, 0)

    assert (found.leader, found.runner_up, found.lead) == ("B", "A", pytest.approx(6))
    assert [(each.option, each.criterion) for each in found.swings] == [("A", "1"), ("B", "2")]
    a, b = found.swings
    assert (a.low.at, a.high.at) == (60, 100)
    assert (a.low.over_runner_up, a.low.over_best) == (pytest.approx(26), pytest.approx(24))
    assert a.high.over_best == pytest.approx(6)
    assert (a.width, a.leader_changes) == (pytest.approx(18), False)
    assert (b.low.over_best, b.high.over_best) == (pytest.approx(-3), pytest.approx(6))
    assert (b.low.leaders, b.high.leaders) == (("A",), ("B",))
    assert (b.width, b.leader_changes) == (pytest.approx(9), True)


def test_weights_of_the_small_case_swing_the_lead_as_worked_out_by_hand() -> None:
    """method.md 6A-10: w1 at 0.4 and 0.6 gives leads of 16 and of -6 over the best."""
    found = tornado(SMALL, {}, 0.2)

    first = swing_of(found, "1")
    assert (first.low.at, first.high.at) == (pytest.approx(0.4), pytest.approx(0.6))
    assert first.low.over_runner_up == pytest.approx(0.4 * -60 + 0.6 * 72)
    assert first.high.over_runner_up == pytest.approx(0.6 * -60 + 0.4 * 72)
    assert first.high.leaders == ("A",)
    assert first.leader_changes
    assert found.swings[0] == first
    assert [each.width for each in found.swings] == sorted(
        (each.width for each in found.swings), reverse=True
    )


def test_a_lead_that_is_widest_as_it_is_now_swings_by_what_it_loses() -> None:
    """By hand: C=(60,60) leads A=(100,0) and B=(0,100) by 10 at equal weights, by 0 at 0.4, 0.6."""
    matrix = matrix_of((0.5, 0.5), {"A": (100, 0), "B": (0, 100), "C": (60, 60)})

    one, other = tornado(matrix, {}, 0.2).swings

    assert (one.low.over_best, one.high.over_best) == (pytest.approx(0), pytest.approx(0))
    assert one.width == other.width == pytest.approx(10)
    assert one.leader_changes  # it no longer leads alone
    assert (one.low.leaders, one.high.leaders) == (("B", "C"), ("A", "C"))


def test_a_weight_cannot_rise_past_the_whole() -> None:
    found = tornado(matrix_of((0.8, 0.2), {"A": (60, 10), "B": (50, 20)}), {}, 0.5)

    assert swing_of(found, "1").high.at == 1


def test_what_moves_nothing_has_no_swing() -> None:
    matrix = matrix_of((1, 0), {"A": (60, 0), "B": (50, 100), "C": (0, 0)})
    ranges = {
        Cell("A", "2"): (0, 100),  # it carries no weight
        Cell("C", "1"): (0, 40),  # it never comes near
        Cell("A", "9"): (0, 100),
        Cell("Z", "1"): (0, 100),
    }

    assert tornado(matrix, ranges, 0.5).swings == ()


def test_there_is_none_while_nobody_leads_alone_over_another() -> None:
    assert tornado(matrix_of((0.5, 0.5), {"A": (60, 40), "B": (40, 60)}), {}, 0.1) is None
    assert tornado(matrix_of((1,), {"A": (60,)}), {}, 0.1) is None
    assert tornado(matrix_of((1,), {}), {}, 0.1) is None


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_share_that_is_none_is_refused(share) -> None:
    with pytest.raises(Problem, match="the share that weights move by lies from 0 to 1"):
        tornado(SMALL, {}, share)


@pytest.mark.parametrize("ends", [(60, 50), (float("nan"), 50), (0, float("inf"))])
def test_a_range_that_is_none_is_named(ends) -> None:
    with pytest.raises(Problem, match="A/1: a range runs from a low to a high"):
        tornado(SMALL, {Cell("A", "1"): ends}, 0)


def ranges_of(matrix, by):
    return {
        Cell(option, criterion): (max(0, score - by), min(100, score + by))
        for option, row in zip(matrix.options, matrix.scores.tolist(), strict=True)
        for criterion, score in zip(matrix.criteria, row, strict=True)
    }


@few
@given(matrices(nought=True), st.sampled_from([0.1, 0.5, 1.0]))
def test_the_ends_of_a_weight_are_what_the_totals_come_to_there(matrix, share) -> None:
    found = tornado(matrix, {}, share)
    for each in found.swings if found else ():
        for end in (each.low, each.high):
            totals = total_of(reweighted(matrix, [each.criterion], end.at))
            others = [total for option, total in totals.items() if option != found.leader]
            assert end.over_best == pytest.approx(totals[found.leader] - max(others), abs=1e-8)
            lead = totals[found.leader] - totals[found.runner_up]
            assert end.over_runner_up == pytest.approx(lead, abs=1e-8)


@few
@given(matrices(top=30), st.integers(1, 20), st.floats(0, 1))
def test_a_leader_that_leads_at_both_ends_leads_all_the_way(matrix, by, part) -> None:
    found = tornado(matrix, ranges_of(matrix, by), 0)
    for each in found.swings if found else ():
        scores = matrix.scores.copy()
        cell = matrix.options.index(each.option), matrix.criteria.index(each.criterion)
        scores[cell] = each.low.at + part * (each.high.at - each.low.at)
        totals = scores @ matrix.weights
        ahead = matrix.options.index(found.leader)
        if not each.leader_changes:
            assert totals[ahead] > np.delete(totals, ahead).max()


@few
@given(matrices(top=12), st.data())
def test_the_order_of_the_input_never_matters(matrix, data) -> None:
    other = shuffled(matrix, *data.draw(orders(matrix)))

    one, two = (tornado(each, ranges_of(each, 5), 0.25) for each in (matrix, other))

    assert (one is None) == (two is None)
    if one and two:
        assert (one.leader, one.runner_up) == (two.leader, two.runner_up)
        assert [(each.criterion, each.option) for each in one.swings] == [
            (each.criterion, each.option) for each in two.swings
        ]
        assert [each.width for each in one.swings] == pytest.approx(
            [each.width for each in two.swings], abs=1e-9
        )
