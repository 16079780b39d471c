"""Dated thresholds of money that call for an approval or a finding."""

from __future__ import annotations

from appraiser.catalogue.facts import DatedEntry, Fact
from appraiser.domain.terms import TrustStatus


class Threshold(DatedEntry, frozen=True, kw_only=True):
    """An amount in pence above which something must be done.

    `binding` is false where it is encouraged and not required. `includes` says what counts
    towards it.
    """

    title: str
    amount: int
    statuses: tuple[TrustStatus, ...] = tuple(TrustStatus)
    binding: bool = True
    approver: str
    includes: Fact
    basis: Fact
