"""Whether one score changed by a point would change who leads."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.sensitivity.cases import SMALL, few, matrices, matrix_of, orders, shuffled

from appraiser.analysis.sensitivity.one_at_a_time import decisive_steps
from appraiser.domain.problem import Problem

CLOSE = matrix_of((0.6, 0.4), {"A": (60, 50), "B": (60, 49), "C": (0, 0)})
"""A leads B by 0.4."""


def told(found):
    return {(each.option, each.criterion, each.stepped, each.leaders) for each in found}


def test_a_lead_of_six_points_does_not_hang_on_one_point() -> None:
    """method.md 6A-10: B leads A by 6, and no score carries more than half the weight."""
    assert decisive_steps(SMALL) == ()


def test_the_small_case_hangs_on_a_step_of_thirteen_points() -> None:
    """method.md 6A-10: 12 on criterion 1 makes them level, but A's score cannot rise there."""
    assert told(decisive_steps(SMALL, 13)) == {("B", "1", 27, ("A",))}


def test_every_score_that_a_close_lead_hangs_on_is_found() -> None:
    """By hand: a point is 0.6 on criterion 1 and 0.4, just level, on criterion 2."""
    found = decisive_steps(CLOSE)

    assert told(found) == {
        ("A", "1", 59, ("B",)),
        ("A", "2", 49, ("A", "B")),
        ("B", "1", 61, ("B",)),
        ("B", "2", 50, ("A", "B")),
    }
    assert {each.score for each in found if each.option == "A"} == {60, 50}


def test_a_step_ends_where_the_scale_or_the_criterion_does() -> None:
    full = matrix_of((1,), {"A": (100,), "B": (99.5,)})

    assert told(decisive_steps(full)) == {("A", "1", 99, ("B",)), ("B", "1", 100, ("A", "B"))}
    assert decisive_steps(full, 1, {"1": (99.8, 99.9)}) == (
        decisive_steps(full, 5, {"1": (99.8, 99.9)})
    )
    assert told(decisive_steps(full, 5, {"1": (99.8, 99.9)})) == set()


def test_a_tie_that_a_step_would_break_is_a_change_too() -> None:
    found = decisive_steps(matrix_of((0.5, 0.5), {"A": (60, 40), "B": (40, 60)}))

    assert len(found) == 8
    assert {each.leaders for each in found} == {("A",), ("B",)}


def test_one_option_or_scores_without_weight_decide_nothing() -> None:
    assert decisive_steps(matrix_of((1,), {"A": (60,)})) == ()
    assert decisive_steps(matrix_of((1,), {})) == ()
    steps = decisive_steps(matrix_of((1, 0), {"A": (60, 0), "B": (60, 9)}), 0.5)
    assert {each.criterion for each in steps} == {"1"}


@pytest.mark.parametrize("step", [0, -1, float("nan"), float("inf")])
def test_a_step_that_is_none_is_refused(step) -> None:
    with pytest.raises(Problem, match="a step is a number of points above nought"):
        decisive_steps(SMALL, step)


def test_a_score_that_is_missing_is_named() -> None:
    with pytest.raises(Problem, match="A/1: a score is not a number"):
        decisive_steps(matrix_of((1,), {"A": (float("nan"),)}))


@few
@given(matrices(fewest=1, nought=True, top=12), st.sampled_from([1, 2.5, 10]))
def test_every_step_that_changes_the_leaders_is_found_and_no_other(matrix, step) -> None:
    def leaders(totals):
        return tuple(
            option
            for option, total in zip(matrix.options, totals, strict=True)
            if max(totals) - total <= 1e-6
        )

    expected = set()
    for row, column in np.ndindex(matrix.scores.shape):
        for by in (step, -step):
            scores = matrix.scores.copy()
            scores[row, column] = np.clip(scores[row, column] + by, 0, 100)
            after = leaders(scores @ matrix.weights)
            if after != leaders(matrix.totals):
                cell = (matrix.options[row], matrix.criteria[column])
                expected.add((*cell, float(scores[row, column]), after))

    assert told(decisive_steps(matrix, step)) == expected


@few
@given(matrices(top=8), st.data())
def test_the_order_of_the_input_never_matters(matrix, data) -> None:
    other = shuffled(matrix, *data.draw(orders(matrix)))

    def without_order(found):
        return {(*each[:3], frozenset(each[3])) for each in told(found)}

    assert without_order(decisive_steps(matrix)) == without_order(decisive_steps(other))
