"""Money is rounded half up, once."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraiser.analysis.money.pence import exact, half_up, to_pence
from appraiser.domain.problem import Problem


@pytest.mark.parametrize(
    ("amount", "pence"),
    [
        (Fraction(1, 2), 1),
        (Fraction(-1, 2), -1),
        (Fraction(49, 100), 0),
        (Fraction(3, 2), 2),
        (Fraction(5, 2), 3),
        (Fraction(-5, 2), -3),
        (Fraction(7), 7),
    ],
)
def test_a_half_penny_rounds_away_from_nought(amount: Fraction, pence: int) -> None:
    assert to_pence(amount) == pence


@given(st.integers(-(10**40), 10**40), st.integers(1, 10**30))
def test_dividing_without_reducing_rounds_the_same(numerator: int, denominator: int) -> None:
    assert half_up(numerator, denominator) == to_pence(Fraction(numerator, denominator))


def test_a_number_is_taken_as_it_was_typed() -> None:
    assert exact(0.1) == Fraction(1, 10)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(number: float) -> None:
    with pytest.raises(Problem, match="expected a number"):
        exact(number)
