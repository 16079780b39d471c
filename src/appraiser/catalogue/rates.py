"""What expert support was paid by the day, and a share of the plan to start from."""

from __future__ import annotations

from appraiser.catalogue.facts import Entry, Fact, PartialDate
from appraiser.domain.money_terms import SupportCategory


class RatePoint(Entry, frozen=True, kw_only=True):
    """A reference point for a rate, before VAT, in pence; never a price list.

    `unit` is what it is paid for, such as a day or an hour; `hours_in_day` makes a day of hours.
    """

    name: str
    low: int | None = None
    typical: int | None = None
    high: int | None = None
    unit: str
    hours_in_day: float | None = None
    dated: PartialDate
    categories: tuple[SupportCategory, ...] = ()
    basis: Fact


class SupportShare(Entry, frozen=True, kw_only=True):
    """A planning assumption: the share of a support plan, in per cent, that a category takes."""

    category: SupportCategory
    percent: float
    basis: Fact
