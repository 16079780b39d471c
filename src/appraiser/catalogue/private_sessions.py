"""How a board goes into private session, by the law that holds for the trust."""

from __future__ import annotations

from appraiser.catalogue.facts import DatedEntry, Fact
from appraiser.domain.terms import TrustStatus


class PrivateSession(DatedEntry, frozen=True, kw_only=True):
    """The resolution that a board passes in public before it considers a private paper."""

    title: str
    statuses: tuple[TrustStatus, ...] = tuple(TrustStatus)
    resolution: Fact
