"""Money in whole pence: one way of rounding."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction


def exact(number: float) -> Fraction:
    """Give a number as it was typed, so that 0.1 is a tenth."""
    return Fraction(Decimal(str(number)))


def to_pence(amount: Fraction) -> int:
    """Round pence half up, away from nought."""
    whole = math.floor(abs(amount) + Fraction(1, 2))
    return whole if amount >= 0 else -whole
