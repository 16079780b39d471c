"""Upper-bound uplifts for optimism bias."""

from __future__ import annotations

import math

from appraiser.catalogue.facts import Entry, Fact


class OptimismBias(Entry, frozen=True, kw_only=True):
    """The upper-bound uplift of a kind of work, in per cent: of its cost, and of its duration."""

    name: str
    cost: float
    duration: float | None = None
    basis: Fact

    def __post_init__(self) -> None:
        """Refuse an uplift that is no number, or that takes away."""
        for uplift in (self.cost, self.duration or 0):
            if not (math.isfinite(uplift) and uplift >= 0):
                raise ValueError(f"an uplift of {uplift:g} per cent means nothing")
