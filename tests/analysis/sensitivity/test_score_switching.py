"""By how much one score would have to change for a rival to draw level."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.sensitivity.cases import SMALL, few, matrices, matrix_of, orders, shuffled

from appraiser.analysis.sensitivity.score_switching import score_switches
from appraiser.domain.problem import Problem


def with_score(matrix, option, criterion, score):
    """Give the totals with one score changed."""
    scores = matrix.scores.copy()
    scores[matrix.options.index(option), matrix.criteria.index(criterion)] = score
    return dict(zip(matrix.options, scores @ matrix.weights, strict=True))


def test_the_small_case_worked_out_by_hand_has_its_exact_answers() -> None:
    """method.md 6A-10: A needs 6: +20 on 2 (20 to 40), +30 on 3, impossible on 1 (already 100)."""
    a, c = score_switches(SMALL)

    assert (a.rival, c.rival) == ("A", "C")
    assert (a.lead, c.lead) == (pytest.approx(6), pytest.approx(24))
    assert [each.points for each in a.switches] == pytest.approx([12, 20, 30])
    assert [each.rise_to for each in a.switches] == [
        None,
        pytest.approx(40),
        pytest.approx(30),
    ]
    assert [each.fall_to for each in a.switches] == pytest.approx([28, 80, 30])
    assert a.smallest_rise.criterion == "2"
    assert a.smallest_fall.criterion == "1"


def test_a_rival_that_no_single_score_can_help_says_so() -> None:
    """By hand: C trails by 24, which is 48 on 1 (B has 40), 80 on 2 and 120 on 3."""
    c = score_switches(SMALL)[1]

    assert [each.points for each in c.switches] == pytest.approx([48, 80, 120])
    assert [each.rise_to for each in c.switches] == [pytest.approx(48), None, None]
    assert [each.fall_to for each in c.switches] == [None, pytest.approx(20), None]

    far = score_switches(matrix_of((0.5, 0.5), {"A": (100, 100), "B": (30, 30)}))[0]
    assert (far.smallest_rise, far.smallest_fall) == (None, None)


def test_the_reach_of_a_criterion_narrows_what_is_possible() -> None:
    a = score_switches(SMALL, {"2": (20, 39), "3": (31, 100)})[0]

    assert [each.rise_to for each in a.switches] == [None, None, None]
    assert [each.fall_to for each in a.switches] == [pytest.approx(28), None, None]


def test_a_change_to_the_very_end_of_the_scale_is_possible() -> None:
    (b,) = score_switches(matrix_of((0.1, 0.9), {"A": (10, 60), "B": (90, 50)}))

    assert b.switches[0].points == pytest.approx(10)
    assert (b.switches[0].rise_to, b.switches[0].fall_to) == (100, 0)


def test_criteria_that_carry_no_weight_change_nothing() -> None:
    matrix = matrix_of((1, 0, 5e-324), {"A": (60, 0, 0), "B": (50, 100, 0)})

    (b,) = score_switches(matrix)

    assert [each.criterion for each in b.switches] == ["1"]


def test_of_two_equal_changes_the_first_criterion_by_name_is_given() -> None:
    (b,) = score_switches(matrix_of((0.5, 0.5), {"A": (60, 60), "B": (50, 50)}))

    assert (b.smallest_rise.criterion, b.smallest_fall.criterion) == ("1", "1")


def test_there_are_none_while_nobody_leads_alone() -> None:
    assert score_switches(matrix_of((0.5, 0.5), {"A": (60, 40), "B": (40, 60)})) == ()
    assert score_switches(matrix_of((0.5, 0.5), {"A": (60, 40)})) == ()
    assert score_switches(matrix_of((1,), {})) == ()


@pytest.mark.parametrize(
    ("weights", "score", "words"),
    [
        ((0.5, 0.5), float("inf"), "A/2: a score is not a number"),
        ((0.5, float("nan")), 1, "2: a weight is a number from nought up"),
        ((1.5, -0.5), 1, "2: a weight is a number from nought up"),
        ((0, 0), 1, "the weights sum to 0, not to 1"),
        ((50, 50), 1, "the weights sum to 100, not to 1"),
    ],
)
def test_a_number_that_cannot_be_used_is_named(weights, score, words) -> None:
    with pytest.raises(Problem, match=words):
        score_switches(matrix_of(weights, {"A": (1, score), "B": (1, 1)}))


@few
@given(matrices(nought=True))
def test_the_stated_change_applied_makes_the_two_equal(matrix) -> None:
    for rival in score_switches(matrix):
        leader = matrix.options[int(np.argmax(matrix.totals))]
        for each in rival.switches:
            if each.rise_to is not None:
                totals = with_score(matrix, rival.rival, each.criterion, each.rise_to)
                assert totals[rival.rival] == pytest.approx(totals[leader], abs=1e-5)
            if each.fall_to is not None:
                totals = with_score(matrix, leader, each.criterion, each.fall_to)
                assert totals[rival.rival] == pytest.approx(totals[leader], abs=1e-5)


@few
@given(matrices(top=10), st.data())
def test_the_order_of_the_input_never_matters(matrix, data) -> None:
    other = {
        each.rival: each for each in score_switches(shuffled(matrix, *data.draw(orders(matrix))))
    }

    found = score_switches(matrix)

    assert len(found) == len(other)
    for each in found:
        same = other[each.rival]
        assert {switch.criterion for switch in each.switches} == {
            switch.criterion for switch in same.switches
        }
        for one, two in (
            (each.smallest_rise, same.smallest_rise),
            (each.smallest_fall, same.smallest_fall),
        ):
            assert (one and one.criterion) == (two and two.criterion)
