"""Upper-bound uplifts for optimism bias."""

from __future__ import annotations

from appraiser.catalogue.facts import Entry, Fact


class OptimismBias(Entry, frozen=True, kw_only=True):
    """The upper-bound uplift of a kind of work, in per cent: of its cost, and of its duration."""

    name: str
    cost: float
    duration: float | None = None
    basis: Fact
