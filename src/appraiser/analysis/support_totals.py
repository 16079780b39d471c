"""What the support plan comes to, against the cap and the approval threshold. Whole pence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from appraiser.analysis.money.pence import exact, half_up
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.ids import ContractId, SupportLineId
from appraiser.domain.money_terms import SupportCategory, SupportKind, SupportStatus
from appraiser.domain.support import SupportLine
from appraiser.domain.written import pounds


@dataclass(frozen=True, slots=True)
class Approval:
    """The sum, in pence, above which a contract needs approval, or is only urged to seek it."""

    above: int
    required: bool

    @property
    def words(self) -> str:
        """The sum and what it means, after "the" in a sentence."""
        means = "that calls for approval"
        if not self.required:
            means = "above which approval is encouraged, though not required of every trust"
        return f"{pounds(self.above)} {means}"


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
    approval: Approval | None
    """None where no such sum is known."""
    lines: tuple[SupportLineTotal, ...]
    planned: int
    committed: int
    spent: int
    in_kind: int
    """Worth of help given in kind, apart from the cap."""
    match_funded: int
    """Paid for by the trust itself, apart from the cap."""
    contingency: int
    """What of the used is contingency."""
    contracts: tuple[ContractTotal, ...]
    suppliers: tuple[ContractTotal, ...]

    @property
    def used(self) -> int:
        """All that counts against the cap."""
        return self.planned + self.committed + self.spent

    @property
    def forecast(self) -> int:
        """What the plan will have come to: spent + committed + planned and not yet spent."""
        return self.spent + self.committed + self.planned

    @property
    def remaining(self) -> int | None:
        """What is left under the cap, below nought when over it; None when there is no cap."""
        return None if self.cap is None else self.cap - self.used

    @property
    def over_cap(self) -> int:
        """How far the plan goes over the cap; 0 when it does not."""
        return max(0, -self.remaining) if self.remaining is not None else 0


_exactly = lru_cache(exact)
"""Days and rates of VAT are the same few numbers over and over."""


def support_totals(appraisal: Appraisal, approval: Approval | None) -> SupportTotals:
    """Add the support plan up. Each line is rounded to pence once, and sums are of those."""
    programme = appraisal.programme
    threshold = None if approval is None else approval.above
    lines = tuple(
        line_total(line, cap_includes_vat=programme.cap_includes_vat)
        for line in appraisal.support_lines
    )
    return SupportTotals(
        cap=programme.cap,
        cap_includes_vat=programme.cap_includes_vat,
        approval=approval,
        lines=lines,
        planned=sum(line.planned for line in lines),
        committed=sum(line.committed for line in lines),
        spent=sum(line.spent for line in lines),
        in_kind=sum(line.cost for line in lines if line.kind is SupportKind.IN_KIND),
        match_funded=sum(line.cost for line in lines if line.kind is SupportKind.MATCH_FUNDED),
        contingency=_contingency(appraisal, lines),
        contracts=_by_contract(appraisal, lines, threshold),
        suppliers=_by_supplier(appraisal, lines, threshold),
    )


def line_total(line: SupportLine, *, cap_includes_vat: bool) -> SupportLineTotal:
    """Work out what one line costs, and how much of it counts against the cap.

    What was spent takes the place of what was planned; what is not spent yet is committed or
    planned, as the line's status says. A line marked spent with no amount is taken at its price.
    """
    days, rate = _exactly(line.days), _exactly(line.vat_rate)
    net = half_up(line.day_rate * days.numerator, days.denominator)
    base = net + line.expenses
    given = line.kind is SupportKind.IN_KIND
    vat = 0 if given else half_up(base * rate.numerator, 100 * rate.denominator)
    irrecoverable = 0 if line.vat_recoverable else vat
    cost = base + irrecoverable
    price = cost if cap_includes_vat else base
    spent = half_up(line.spent * price, cost) if cost else line.spent
    left = max(0, price - spent)
    if line.status is SupportStatus.SPENT:
        spent, left = spent or price, 0
    if line.kind is not SupportKind.BOUGHT:
        spent = left = 0
    return SupportLineTotal(
        line=line.id,
        kind=line.kind,
        status=line.status,
        net=net,
        expenses=line.expenses,
        vat=vat,
        irrecoverable_vat=irrecoverable,
        cost=cost,
        counted=spent + left,
        spent=spent,
        committed=left if line.status is SupportStatus.COMMITTED else 0,
        planned=left if line.status is SupportStatus.PLANNED else 0,
    )


def _contingency(appraisal: Appraisal, lines: Sequence[SupportLineTotal]) -> int:
    return sum(
        total.counted
        for line, total in zip(appraisal.support_lines, lines, strict=True)
        if line.category is SupportCategory.CONTINGENCY
    )


def _by_contract(
    appraisal: Appraisal, lines: Sequence[SupportLineTotal], threshold: int | None
) -> tuple[ContractTotal, ...]:
    return tuple(
        _paid_under(called(contract), [contract.id], appraisal, lines, threshold)
        for contract in appraisal.contracts
    )


def _by_supplier(
    appraisal: Appraisal, lines: Sequence[SupportLineTotal], threshold: int | None
) -> tuple[ContractTotal, ...]:
    """Add up over suppliers, however their names are spaced or capitalised."""
    names: dict[str, str] = {}
    contracts: dict[str, list[ContractId]] = {}
    for contract in appraisal.contracts:
        name = " ".join(contract.supplier.split())
        if name:
            names.setdefault(name.casefold(), name)
            contracts.setdefault(name.casefold(), []).append(contract.id)
    return tuple(
        _paid_under(name, contracts[key], appraisal, lines, threshold)
        for key, name in names.items()
    )


def _paid_under(
    name: str,
    contracts: Sequence[ContractId],
    appraisal: Appraisal,
    lines: Sequence[SupportLineTotal],
    threshold: int | None,
) -> ContractTotal:
    paid = [
        total
        for line, total in zip(appraisal.support_lines, lines, strict=True)
        if line.contract in contracts and line.kind is not SupportKind.IN_KIND
    ]
    cost = sum(each.cost for each in paid)
    return ContractTotal(
        name=name,
        contracts=tuple(contracts),
        net=sum(each.net for each in paid),
        expenses=sum(each.expenses for each in paid),
        irrecoverable_vat=sum(each.irrecoverable_vat for each in paid),
        cost=cost,
        over_threshold=threshold is not None and cost > threshold,
    )
