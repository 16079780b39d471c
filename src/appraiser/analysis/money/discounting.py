"""What a sum in a later year is worth in the base year, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from math import lcm
from operator import mul
from typing import TYPE_CHECKING

from appraiser.analysis.money.pence import exact
from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from appraiser.catalogue.discounting import DiscountSchedule

Exact = Fraction | int
"""An amount in pence that is not rounded."""


@dataclass(frozen=True, slots=True)
class DiscountTable:
    """The discount factors of each year from the base year, 0, as whole numbers.

    The factor of year t is weights[t] / whole, so that a sum of many present values is a sum of
    whole numbers and is divided once, at the end.
    """

    whole: int
    weights: tuple[int, ...]
    sums: tuple[int, ...]
    """sums[t] is the sum of the weights of the years before t."""

    @property
    def horizon(self) -> int:
        """How many years it covers; the last is horizon - 1."""
        return len(self.weights)

    def weight(self, first: int, last: int) -> int:
        """Give the sum of the weights of the years first to last, both in; 0 where none is."""
        return self.sums[last + 1] - self.sums[first] if first <= last else 0

    def factor(self, year: int) -> Fraction:
        """Give DF(year): DF(0) = 1 and DF(t) = 1 / ((1 + r_1) ... (1 + r_t)), r_k of k's band.

        Method.md section 2.3, after HM Treasury's Green Book. Raises `Problem` for a year that
        the table does not cover.
        """
        if not 0 <= year < self.horizon:
            raise Problem(f"year {year} is not among the years costed, 0 to {self.horizon - 1}")
        return Fraction(self.weights[year], self.whole)

    def present_value(self, stream: Sequence[Exact]) -> Fraction:
        """Give the present value of amounts in the years 0, 1, 2 ...; unrounded, in their unit.

        Raises `Problem` where there are more amounts than years.
        """
        if len(stream) > self.horizon:
            raise Problem(f"{len(stream)} years of amounts, and factors for {self.horizon}")
        return sum(map(mul, stream, self.weights), Fraction(0)) / self.whole

    def annuity_factor(self, years: int) -> Fraction:
        """Give DF(1) + ... + DF(years), which spreads a present value over those years.

        It is 0 for no years. Raises `Problem` for a number of years it does not cover.
        """
        if not 0 <= years < self.horizon:
            raise Problem(f"an annuity of {years} years is not among 0 to {self.horizon - 1}")
        return Fraction(self.weight(1, years), self.whole)


@dataclass(frozen=True, slots=True)
class Discounting:
    """The two tables that an appraisal is discounted with, over one and the same whole."""

    general: DiscountTable
    health: DiscountTable
    """For gains in health valued in money (QALYs) alone."""

    @property
    def whole(self) -> int:
        """What weights are divided by."""
        return self.general.whole

    def table(self, *, health: bool) -> DiscountTable:
        """Give the table for gains in health, or for all else."""
        return self.health if health else self.general


@lru_cache(maxsize=64)
def discount_table(schedule: DiscountSchedule, horizon: int) -> DiscountTable:
    """Work out the factors of a schedule for the years 0 to horizon - 1; kept once worked out.

    The rate of a year is that of its band, compounding where one band gives way to the next.
    Raises `Problem` naming the year and the schedule where it gives no rate for a year, and
    where no year is costed.
    """
    if horizon < 1:
        raise Problem("at least one year is costed", place="costing.horizon")
    end = schedule.bands[-1].last if schedule.bands else 0
    if end is not None and end < horizon - 1:
        what = f"{schedule.name} ({schedule.id}) gives no rate for year {end + 1}"
        todo = "Choose another schedule, or cost fewer years."
        raise Problem(what, todo=todo, place="costing.schedule")
    growth = [1 + exact(schedule.rate(year)) / 100 for year in range(1, horizon)]
    so_far = accumulate((each.denominator for each in growth), mul, initial=1)
    to_come = list(accumulate((each.numerator for each in reversed(growth)), mul, initial=1))
    return _table(to_come[-1], list(map(mul, so_far, reversed(to_come))))


@lru_cache(maxsize=64)
def discounting(general: DiscountSchedule, health: DiscountSchedule, horizon: int) -> Discounting:
    """Work out the tables of a schedule and of the one for gains in health that goes with it.

    Raises `Problem` naming the year and the schedule where either gives no rate for a year.
    """
    tables = [discount_table(each, horizon) for each in (general, health)]
    whole = lcm(*(table.whole for table in tables))
    return Discounting(*(_over(table, whole) for table in tables))


def _table(whole: int, weights: Sequence[int]) -> DiscountTable:
    return DiscountTable(whole, tuple(weights), tuple(accumulate(weights, initial=0)))


def _over(table: DiscountTable, whole: int) -> DiscountTable:
    times = whole // table.whole
    return table if times == 1 else _table(whole, [times * each for each in table.weights])
