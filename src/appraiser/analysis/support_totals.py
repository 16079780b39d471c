"""What the support plan comes to, against the cap and the approval threshold. Whole pence."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.domain.ids import ContractId, SupportLineId
from appraiser.domain.terms import SupportKind, SupportStatus


@dataclass(frozen=True, slots=True)
class SupportLineTotal:
    """What one line costs. `cost` is net + expenses + the VAT that cannot be recovered."""

    line: SupportLineId
    kind: SupportKind
    status: SupportStatus
    net: int
    expenses: int
    vat: int
    """All VAT due on it."""
    irrecoverable_vat: int
    cost: int
    counted: int
    """What of it counts against the cap: nought unless it is bought with the programme's money."""
    spent: int
    committed: int
    planned: int
    """The three parts of what is counted."""


@dataclass(frozen=True, slots=True)
class ContractTotal:
    """What is paid under one contract, or to one supplier over all its contracts.

    The cost has irrecoverable VAT and expenses in it, as the approval rule counts. Help in kind
    is not paid for and is left out.
    """

    name: str
    contracts: tuple[ContractId, ...]
    net: int
    expenses: int
    irrecoverable_vat: int
    cost: int
    over_threshold: bool
    """Above the approval threshold; never so when no threshold is known."""


@dataclass(frozen=True, slots=True)
class SupportTotals:
    """The support plan in sums. `used` = spent + committed + planned, counted against the cap."""

    cap: int | None
    cap_includes_vat: bool
    approval_threshold: int | None
    lines: tuple[SupportLineTotal, ...]
    planned: int
    committed: int
    spent: int
    in_kind: int
    """Worth of help given in kind, apart from the cap."""
    match_funded: int
    """Paid for by the trust itself, apart from the cap."""
    contracts: tuple[ContractTotal, ...]
    suppliers: tuple[ContractTotal, ...]

    @property
    def used(self) -> int:
        """All that counts against the cap."""
        return self.planned + self.committed + self.spent

    @property
    def remaining(self) -> int | None:
        """What is left under the cap, below nought when over it; None when there is no cap."""
        return None if self.cap is None else self.cap - self.used

    @property
    def over_cap(self) -> int:
        """How far the plan goes over the cap; 0 when it does not."""
        return max(0, -self.remaining) if self.remaining is not None else 0
