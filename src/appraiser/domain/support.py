"""Stage 9, support plan: what the programme's money buys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appraiser.domain.fields import (
    choice,
    day,
    flag,
    identity,
    line,
    lines,
    link,
    links,
    money,
    number,
    percent,
    prose,
)
from appraiser.domain.ids import BarrierId, ContractId, SupportLineId
from appraiser.domain.money_terms import ApprovalStatus, SupportCategory, SupportKind, SupportStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """An agreement with one supplier that support lines are bought under."""

    id: ContractId = identity()
    title: str = line("Contract")
    supplier: str = line("Supplier")
    summary: str = prose("What it is for", "Without naming the supplier")
    extends: bool = flag("Extends or varies an earlier contract")
    route: str = line("How it is bought", "Framework, quotation or tender")
    starts: date | None = day("Starts")
    ends: date | None = day("Ends")
    approval: ApprovalStatus = choice("Approval to spend", default=ApprovalStatus.NOT_NEEDED)
    approval_note: str = prose("About the approval")
    authorised_by: tuple[str, ...] = lines("Authorised in the trust by", "Roles, one a line")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportLine:
    """One line of expert support. The net price is day rate x days, and expenses beside it."""

    id: SupportLineId = identity()
    title: str = line("Support")
    category: SupportCategory = choice("Category", default=SupportCategory.OTHER)
    kind: SupportKind = choice("Paid for", default=SupportKind.BOUGHT)
    contract: ContractId | None = link("Contract", "contracts")
    grade: str = line("Grade")
    day_rate: int = money("Day rate, before VAT", default=0)
    days: float = number("Days", low=0, high=10_000, default=0.0)
    expenses: int = money("Expenses, before VAT", default=0)
    vat_rate: float = percent("VAT rate", default=20.0)
    vat_recoverable: bool = flag("The VAT can be recovered")
    status: SupportStatus = choice("Status", default=SupportStatus.PLANNED)
    spent: int = money("Spent so far, VAT and expenses in", default=0)
    stage: str = line("Stage of the work")
    barriers: tuple[BarrierId, ...] = links("Barriers it helps remove", "barriers")
    deliverable: str = prose("What is delivered")
    basis: str = prose("Where the rate comes from")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportPlan:
    """What holds for the plan as a whole."""

    least_contingency: float | None = percent("Contingency to keep, at least")
    contingency_reason: str = prose("Why this contingency")
    note: str = prose("How the plan was made")
