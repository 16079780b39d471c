"""Money in whole pence: one way of rounding."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from appraiser.domain.problem import Problem


def exact(number: float) -> Fraction:
    """Give a number as it was typed, so that 0.1 is a tenth; raise `Problem` if it is not one."""
    if not math.isfinite(number):
        raise Problem("expected a number that is not infinite")
    return Fraction(Decimal(str(number)))


def to_pence(amount: Fraction) -> int:
    """Round pence half up, away from nought."""
    return half_up(amount.numerator, amount.denominator)


def half_up(numerator: int, denominator: int) -> int:
    """Divide whole numbers and round half up, away from nought; the denominator is above nought.

    It reduces no fraction, which with the long denominators of discounting is most of the work.
    """
    whole = (2 * abs(numerator) + denominator) // (2 * denominator)
    return whole if numerator >= 0 else -whole
