"""How far ahead an option must be before it is called the leader."""

from __future__ import annotations

from msgspec import Struct

from appraiser.catalogue.facts import DatedEntry, Fact


class Lead(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The least lead in points of 100, and the least first-rank acceptability, 0 to 1."""

    points: float
    acceptability: float


class VerdictRule(DatedEntry, frozen=True, kw_only=True):
    """What a clear leader and a narrow leader need; with less there is no clear leader."""

    name: str
    clear: Lead
    narrow: Lead
    basis: Fact
