"""Printed rows add up to the printed total, or the difference is called rounding."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appraiser.analysis.money.rounding import RoundedRows, rounded_rows
from appraiser.domain.problem import Problem


def test_three_thirds_of_a_penny_are_a_penny_of_rounding() -> None:
    assert rounded_rows([Fraction(1, 3)] * 3) == RoundedRows((0, 0, 0), 1, 1)


def test_rows_that_add_up_need_no_rounding() -> None:
    assert rounded_rows([100, 250, -50]) == RoundedRows((100, 250, -50), 300, 0)


def test_pounds_and_thousands_are_rounded_from_pence() -> None:
    assert rounded_rows([1_049, 1_050], 100) == RoundedRows((1_000, 1_100), 2_100, 0)
    assert rounded_rows([5_040_000, 5_040_000], 100_000) == RoundedRows(
        (5_000_000, 5_000_000), 10_100_000, 100_000
    )


def test_no_rows_are_nothing() -> None:
    assert rounded_rows([]) == RoundedRows((), 0, 0)


def test_a_unit_below_a_penny_is_refused() -> None:
    with pytest.raises(Problem, match="at least one penny"):
        rounded_rows([1], 0)


@given(st.lists(st.tuples(st.integers(-(10**9), 10**9), st.integers(1, 999)), max_size=8))
@pytest.mark.parametrize("unit", [1, 100, 100_000])
@settings(max_examples=40, deadline=None)
def test_the_total_is_the_rows_and_the_rounding(unit: int, amounts: list[tuple[int, int]]) -> None:
    found = rounded_rows([Fraction(*each) for each in amounts], unit)

    assert found.total == sum(found.rows) + found.rounding
    assert 2 * abs(found.rounding) <= unit * (len(amounts) + 1)
    assert all(row % unit == 0 for row in (*found.rows, found.rounding))
