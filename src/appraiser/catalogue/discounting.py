"""Schedules of discount rates, each named and dated."""

from __future__ import annotations

from msgspec import Struct

from appraiser.catalogue.facts import DatedEntry, Fact


class Band(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rate in per cent a year, for the years from `first` to `last`, both in."""

    first: int
    last: int | None = None
    rate: float


class DiscountSchedule(DatedEntry, frozen=True, kw_only=True):
    """Rates by year from the base year, 0; a pending one is a proposal and not in use."""

    name: str
    pending: bool = False
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
