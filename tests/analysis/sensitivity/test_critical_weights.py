"""The weight at which another option would lead, exactly."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
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

from appraiser.analysis.sensitivity.critical_weights import (
    branch_critical_weights,
    critical_weights,
)
from appraiser.domain.problem import Problem


def parts(matrix):
    """Give a matrix's weights and scores as the functions take them."""
    weights = dict(zip(matrix.criteria, matrix.weights.tolist(), strict=True))
    rows = {
        option: dict(zip(matrix.criteria, row, strict=True))
        for option, row in zip(matrix.options, matrix.scores.tolist(), strict=True)
    }
    return weights, rows


def critical(matrix, leader=None):
    return critical_weights(*parts(matrix), leader or leader_of(matrix))


def critical_of_branches(branches, matrix, leader=None):
    return branch_critical_weights(branches, *parts(matrix), leader or leader_of(matrix))


def leader_of(matrix):
    totals = total_of(matrix)
    return max(totals, key=lambda option: totals[option])


def leads_alone(matrix) -> bool:
    first, second, *_ = sorted(total_of(matrix).values(), reverse=True)
    return first - second > 1e-6


def test_the_small_case_worked_out_by_hand_has_its_exact_answers() -> None:
    """method.md 6A-10: A passes B at w1 > 6/11, w2 < 9/37, w3 < 1/9; C passes B at w3 > 1/2."""
    found = critical(SMALL, "B")

    assert [(each.criterion, each.new_leader, each.upwards) for each in found] == [
        ("1", "A", True),
        ("2", "A", False),
        ("3", "A", False),
        ("3", "C", True),
    ]
    assert [each.critical for each in found] == pytest.approx(
        [6 / 11, 9 / 37, 1 / 9, 1 / 2], abs=1e-12
    )
    assert [each.weight for each in found] == [0.5, 0.3, 0.2, 0.2]


def test_two_criteria_have_the_answers_worked_out_by_hand() -> None:
    """method.md 6A-8: with A=(100,0), B=(0,100), C=(60,60), C gives way to A at 0.6, B at 0.4."""
    found = critical(matrix_of((0.5, 0.5), {"A": (100, 0), "B": (0, 100), "C": (60, 60)}))

    assert [(each.criterion, each.new_leader) for each in found] == [
        ("1", "B"),
        ("1", "A"),
        ("2", "A"),
        ("2", "B"),
    ]
    assert [each.critical for each in found] == pytest.approx([0.4, 0.6, 0.4, 0.6], abs=1e-12)


def test_a_branch_is_weighed_as_one_criterion_with_the_score_of_its_own() -> None:
    """By hand: on 2 and 3 together B scores 84, A 12 and C 76; on 1 they score 40, 100 and 0."""
    (found,) = critical_of_branches({"rest": ("2", "3")}, SMALL)

    assert (found.criterion, found.new_leader, found.upwards) == ("rest", "A", False)
    assert found.weight == pytest.approx(0.5)
    assert found.critical == pytest.approx(60 / 132, abs=1e-12)


def test_a_branch_of_one_criterion_is_that_criterion() -> None:
    branches = {criterion: (criterion,) for criterion in SMALL.criteria}

    assert critical_of_branches(branches, SMALL) == pytest.approx(critical(SMALL))


def test_branches_may_stand_inside_each_other() -> None:
    four = matrix_of(
        (0.4, 0.3, 0.2, 0.1), {"A": (50, 60, 80, 10), "B": (60, 20, 60, 90), "C": (10, 90, 20, 90)}
    )
    nested = {"outer": ("2", "3", "4"), "inner": ("3", "4")}

    found = critical_of_branches(nested, four)

    assert {each.criterion for each in found} == {"outer", "inner"}
    for each in found:
        totals = total_of(reweighted(four, nested[each.criterion], each.critical))
        assert totals["A"] == pytest.approx(totals[each.new_leader], abs=1e-9)


def test_a_branch_that_weighs_nothing_or_everything_has_no_critical_weight() -> None:
    matrix = matrix_of((0.6, 0.4, 0.0, 0.0), {"A": (60, 60, 0, 0), "B": (50, 70, 100, 90)})

    assert critical_of_branches({"none": ("3", "4"), "all": ("1", "2"), "bare": ()}, matrix) == ()


def test_without_branches_there_is_nothing_to_find() -> None:
    assert critical_of_branches({}, SMALL) == ()


def test_a_criterion_that_carries_all_the_weight_has_no_critical_weight() -> None:
    found = critical(matrix_of((1, 0), {"A": (60, 0), "B": (50, 100)}))

    assert [each.criterion for each in found] == ["2"]
    assert found[0].critical == pytest.approx(10 / 110)


def test_of_options_that_tie_at_one_weight_the_one_that_leads_beyond_it_is_named() -> None:
    rows = {
        "lead": (60, 60),
        "mild": (70, 45),
        "steep": (100, 0),
        "low": (0, 100),
        "flat": (45, 70),
    }

    down, up = critical(matrix_of((0.5, 0.5), rows))[:2]

    assert (down.upwards, down.new_leader, down.critical) == (False, "low", pytest.approx(0.4))
    assert (up.upwards, up.new_leader, up.critical) == (True, "steep", pytest.approx(0.6))


def test_of_two_options_alike_in_all_the_first_by_name_is_named_whatever_the_order() -> None:
    for twins in (("x", "y"), ("y", "x")):
        rows = {"lead": (60, 60, 60), **dict.fromkeys(twins, (90, 10, 20))}
        found = critical(matrix_of((0.3, 0.3, 0.4), rows))
        assert {each.new_leader for each in found} == {"x"}


@pytest.mark.parametrize("behind", [0, 1e-7])
def test_a_leader_that_does_not_lead_alone_has_nothing_to_lose(behind) -> None:
    matrix = matrix_of((0.5, 0.5), {"A": (60, 40), "B": (40, 60 - behind), "C": (0, 100)})

    assert critical(matrix, "A") == ()
    assert critical(matrix, "C") == ()
    assert critical_of_branches({"first": ("1",)}, matrix, "A") == ()


def test_options_that_differ_by_no_more_than_rounding_never_change_places() -> None:
    rows = {"A": (50, 50 + 1e-5), "B": (50 + 1e-7, 50)}

    assert critical(matrix_of((0.5, 0.5), rows)) == ()


def test_one_option_or_one_criterion_has_no_critical_weight() -> None:
    assert critical(matrix_of((0.5, 0.5), {"A": (60, 40)})) == ()
    assert critical(matrix_of((1,), {"A": (60,), "B": (40,)})) == ()


def test_scores_that_are_all_equal_leave_nobody_to_lead() -> None:
    assert critical(matrix_of((0.5, 0.5), {"A": (40, 40), "B": (40, 40)})) == ()


def test_a_number_that_cannot_be_used_is_named() -> None:
    with pytest.raises(Problem, match=r"B/2: a score is not a number"):
        critical(matrix_of((0.5, 0.5), {"A": (60, 40), "B": (40, float("nan"))}), "A")


@few
@given(matrices(nought=True))
def test_the_stated_critical_weight_ties_the_two_options_and_nobody_leads_before(matrix) -> None:
    assume(leads_alone(matrix))
    leader = leader_of(matrix)

    for each in critical(matrix, leader):
        totals = total_of(reweighted(matrix, [each.criterion], each.critical))
        before = reweighted(matrix, [each.criterion], (each.critical + each.weight) / 2)
        assert totals[leader] == pytest.approx(totals[each.new_leader], abs=1e-8)
        assert leader_of(before) == leader


@few
@given(matrices(), st.data())
def test_the_same_holds_of_a_branch(matrix, data) -> None:
    assume(leads_alone(matrix))
    leader = leader_of(matrix)
    under = data.draw(st.sets(st.sampled_from(matrix.criteria), min_size=1))

    for each in critical_of_branches({"branch": sorted(under)}, matrix, leader):
        totals = total_of(reweighted(matrix, sorted(under), each.critical))
        before = reweighted(matrix, sorted(under), (each.critical + each.weight) / 2)
        assert totals[leader] == pytest.approx(totals[each.new_leader], abs=1e-8)
        assert leader_of(before) == leader


@few
@given(matrices(top=10), st.data())
def test_the_order_of_the_input_never_matters(matrix, data) -> None:
    assume(leads_alone(matrix))
    other = shuffled(matrix, *data.draw(orders(matrix)))
    by_name = {(each.criterion, each.upwards): each for each in critical(other)}

    found = critical(matrix)

    assert len(found) == len(by_name)
    for each in found:
        same = by_name[each.criterion, each.upwards]
        assert each.new_leader == same.new_leader
        assert each.critical == pytest.approx(same.critical, abs=1e-9)


@few
@given(matrices(), st.sampled_from([0.1, 0.5]))
def test_scores_on_a_smaller_scale_flip_at_the_same_weights(matrix, scale) -> None:
    assume(leads_alone(matrix))
    smaller = type(matrix)(matrix.options, matrix.criteria, matrix.scores * scale, matrix.weights)
    assume(leads_alone(smaller))

    found, same = critical(matrix), critical(smaller)

    assert [each.critical for each in found] == pytest.approx([each.critical for each in same])


def test_every_flip_that_stepping_finds_is_found_exactly() -> None:
    for criterion in SMALL.criteria:
        steps = [step / 1000 for step in range(1, 1000)]
        leaders = [leader_of(reweighted(SMALL, [criterion], step)) for step in steps]
        changes = zip(pairwise(leaders), steps[1:], strict=True)
        stepped = [at for (one, other), at in changes if one != other]
        exact = [each.critical for each in critical(SMALL) if each.criterion == criterion]
        assert exact == pytest.approx(stepped, abs=0.002)
