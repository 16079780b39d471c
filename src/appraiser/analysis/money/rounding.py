"""Rows that are rounded to be printed, and how far they fall short of their rounded total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraiser.analysis.money.pence import to_pence
from appraiser.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class RoundedRows:
    """Amounts in pence as they are printed. total = sum of the rows + rounding."""

    rows: tuple[int, ...]
    total: int
    rounding: int
    """What a table prints as "rounding" where it is not nought."""


def rounded_rows(amounts: Sequence[Fraction | int], unit: int = 1) -> RoundedRows:
    """Round amounts in pence, and their sum, half up to a whole `unit` of pence.

    A unit of 100 prints pounds and 100,000 thousands. The total is the exact sum, rounded once,
    so it can differ from the sum of the rows; the difference is given and never shared out
    (peers.md section 8, item 8). Raises `Problem` where the unit is below one penny.
    """
    if unit < 1:
        raise Problem("amounts are rounded to a unit of at least one penny")
    rows = tuple(_rounded(each, unit) for each in amounts)
    total = _rounded(sum(amounts, Fraction(0)), unit)
    return RoundedRows(rows, total, total - sum(rows))


def _rounded(amount: Fraction | int, unit: int) -> int:
    return to_pence(Fraction(amount) / unit) * unit
