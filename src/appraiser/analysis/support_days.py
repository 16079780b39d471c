"""What the money buys: days of expert help at each grade, for what is left and for the cap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from appraiser.analysis.money.pence import exact, to_pence
from appraiser.analysis.support_totals import SupportTotals
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.fields import specs
from appraiser.domain.money_terms import SupportKind
from appraiser.domain.sources import Standing
from appraiser.domain.support import SupportLine

if TYPE_CHECKING:
    from appraiser.catalogue.rates import RatePoint

OWN = "the plan's own"
"""The level of a rate that the plan itself gives."""

_LEVELS = (("low", "lowest"), ("typical", "typical"), ("high", "highest"))


@dataclass(frozen=True, slots=True)
class DaysBought:
    """Days that a sum buys. They differ only where the sum has VAT in it."""

    recovered: float
    """Where the VAT can be recovered, so that the whole sum buys days."""
    sticking: float
    """Where it cannot."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What one day of help costs, and where that is known from.

    `rate` is the id of the entry of the reference data; it is empty for a grade of the plan's own.
    `level` says which of an entry's rates this is: lowest, typical or highest.
    """

    name: str
    level: str
    day_rate: int
    """In pence, before VAT."""
    vat_rate: float
    """In per cent."""
    basis: str
    """What the reference data, or for its own grades the plan, says of the rate."""
    rate: str = ""
    dated: str = ""
    sources: tuple[str, ...] = ()
    """Ids of sources in the reference data."""
    standing: Standing | None = None
    """None for a grade of the plan's own, whose citations say how it stands."""


@dataclass(frozen=True, slots=True)
class GradeDays:
    """How many days at a grade the money that is left buys, and the whole cap.

    They are None where there is no cap. Nothing is bought by a plan over its cap.
    """

    grade: Grade
    left: DaysBought | None
    cap: DaysBought | None


def days_bought(
    appraisal: Appraisal, totals: SupportTotals, rates: tuple[RatePoint, ...]
) -> tuple[GradeDays, ...]:
    """Give the days that the money buys, at the plan's own grades first and then at known rates.

    Days = sum / (day rate x (1 + VAT)) where the VAT sticks and the cap counts it, and
    sum / day rate otherwise; expenses are left out. A rate that is not by the day or the hour
    says nothing of days and is left out, as is a day of no cost.
    """
    grades = (*_own(appraisal), *(each for rate in rates for each in grades_of(rate)))
    return tuple(
        GradeDays(
            grade,
            left=_days(totals.remaining, grade, totals),
            cap=_days(totals.cap, grade, totals),
        )
        for grade in grades
    )


def _own(appraisal: Appraisal) -> Iterator[Grade]:
    """Give each grade and day rate of the plan's paid lines once."""
    found: dict[tuple[str, int, float], Grade] = {}
    for line in appraisal.support_lines:
        if line.kind is SupportKind.IN_KIND or not line.day_rate:
            continue
        name = line.grade.strip() or line.title.strip() or "A grade without a name"
        grade = Grade(name, OWN, line.day_rate, line.vat_rate, line.basis.strip())
        found.setdefault((name.casefold(), line.day_rate, line.vat_rate), grade)
    yield from found.values()


def grades_of(rate: RatePoint) -> Iterator[Grade]:
    """Give the lowest, typical and highest day of a known rate; none if it says nothing of days."""
    if rate.unit == "day":
        hours = Fraction(1)
    elif rate.unit == "hour" and rate.hours_in_day:
        hours = exact(rate.hours_in_day)
    else:
        return
    usual: Any = specs(SupportLine)["vat_rate"].default
    for field, level in _LEVELS:
        amount: int | None = getattr(rate, field)
        if amount:
            yield Grade(
                name=rate.name,
                level=level,
                day_rate=to_pence(amount * hours),
                vat_rate=usual,
                basis=rate.basis.text,
                rate=rate.id,
                dated=rate.dated,
                sources=rate.basis.sources,
                standing=rate.basis.standing,
            )


def _days(amount: int | None, grade: Grade, totals: SupportTotals) -> DaysBought | None:
    if amount is None:
        return None
    recovered = Fraction(max(amount, 0), grade.day_rate)
    vat = exact(grade.vat_rate) / 100 if totals.cap_includes_vat else 0
    return DaysBought(float(recovered), float(recovered / (1 + vat)))
