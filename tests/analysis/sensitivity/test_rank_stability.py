"""Who leads, and in what order the others stand, without each option in turn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.sensitivity.cases import SMALL, few, matrices, matrix_of, orders, shuffled

from appraiser.analysis.sensitivity.rank_stability import without_each
from appraiser.domain.problem import Problem


def test_the_small_case_without_each_option_is_as_worked_out_by_hand() -> None:
    """method.md 6A-10: totals A 56, B 62, C 38."""
    found = without_each(SMALL)

    assert [(each.left_out, each.leaders, each.order_changed) for each in found] == [
        ("A", ("B",), False),
        ("B", ("A",), False),
        ("C", ("B",), False),
    ]
    assert [each.lead for each in found] == pytest.approx([24, 18, 6])


def test_options_that_tie_share_the_lead() -> None:
    found = without_each(matrix_of((1,), {"A": (60,), "B": (40,), "C": (40 + 1e-9,)}))

    assert (found[0].leaders, found[0].lead) == (("B", "C"), 0)


def test_of_two_options_the_one_that_is_left_leads_over_nobody() -> None:
    found = without_each(matrix_of((1,), {"A": (60,), "B": (40,)}))

    assert [(each.leaders, each.lead) for each in found] == [(("B",), None), (("A",), None)]


def test_with_one_option_there_is_nothing_to_leave_out() -> None:
    assert without_each(matrix_of((1,), {"A": (60,)})) == ()
    assert without_each(matrix_of((1,), {})) == ()


def test_a_score_that_is_missing_is_named() -> None:
    with pytest.raises(Problem, match="A/1: a score is not a number"):
        without_each(matrix_of((1,), {"A": (float("nan"),)}))


@few
@given(matrices(nought=True))
def test_on_fixed_scales_leaving_an_option_out_never_reorders_the_others(matrix) -> None:
    """peers.md section 8, trap 1: what an option scores does not hang on who else stands."""
    found = without_each(matrix)

    assert not any(each.order_changed for each in found)
    top = matrix.totals.max()
    for at, each in enumerate(found):
        if matrix.totals[at] < top - 1e-6:
            assert each.leaders == tuple(
                option
                for option, total in zip(matrix.options, matrix.totals, strict=True)
                if top - total <= 1e-6
            )
        elif each.lead is not None:
            rest = np.sort(np.delete(matrix.totals, at))[::-1]
            assert each.lead == pytest.approx(rest[0] - rest[1], abs=1e-6)


@few
@given(matrices(top=5), st.data())
def test_the_order_of_the_input_never_matters(matrix, data) -> None:
    other = {
        each.left_out: each for each in without_each(shuffled(matrix, *data.draw(orders(matrix))))
    }

    for each in without_each(matrix):
        same = other[each.left_out]
        assert set(each.leaders) == set(same.leaders)
        assert each.lead == (None if same.lead is None else pytest.approx(same.lead, abs=1e-9))
