"""Schedules of discount rates, each named and dated."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct

from appraiser.catalogue.facts import DatedEntry, Fact, Link

_LOWEST = -100
"""At this rate a sum would grow without bound."""


class Band(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rate in per cent a year, for the years from `first` to `last`, both in."""

    first: int
    last: int | None = None
    rate: float

    def __post_init__(self) -> None:
        """Refuse a rate that discounts nothing, and a band that ends before it begins."""
        if not (math.isfinite(self.rate) and self.rate > _LOWEST):
            raise ValueError(f"a discount rate of {self.rate:g} per cent means nothing")
        if self.last is not None and self.last < self.first:
            raise ValueError(f"the band that begins at year {self.first} ends before it begins")


class DiscountSchedule(DatedEntry, frozen=True, kw_only=True):
    """Rates by year from the base year, 0; a pending one is a proposal and not in use.

    `for_health` names the schedule that gains in health are discounted at where this one is used
    for the rest; empty where it has none of its own, and then this one serves for both.
    `longer_than` is the number of years that a costing must pass for it to be meant.
    """

    name: str
    pending: bool = False
    for_health: str = ""
    longer_than: int | None = None
    use: Fact
    bands: tuple[Band, ...]

    def __post_init__(self) -> None:
        """Refuse bands that leave a gap, overlap or do not begin at year 0."""
        super().__post_init__()
        due: int | None = 0
        for band in self.bands:
            if band.first != due:
                raise ValueError(f"the band that begins at year {band.first} should follow {due}")
            due = None if band.last is None else band.last + 1

    def rate(self, year: int) -> float:
        """Give the rate of a year in per cent; raise `ValueError` beyond the schedule's end."""
        for band in self.bands:
            if band.first <= year and (band.last is None or year <= band.last):
                return band.rate
        raise ValueError(f"{self.name} gives no rate for year {year}")

    def links(self) -> Iterator[Link]:
        """Give the schedule for gains in health, which has its own entry."""
        if self.for_health:
            yield Link("discount", self.for_health, "for_health")
