"""What is found in the contracts of a support plan: over the approval threshold, or split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from appraiser.analysis.support_totals import Approval, ContractTotal, SupportTotals
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import ContractId, Ref
from appraiser.domain.money_terms import ApprovalStatus
from appraiser.domain.support import Contract
from appraiser.domain.terms import Stage
from appraiser.domain.written import counted, pounds

CLOSE_DAYS = 90
"""Contracts are close together when one begins within so many days of another: a judgement."""


@dataclass(frozen=True, slots=True)
class _Paid:
    """A contract, and what is paid under it in pence, VAT that sticks and expenses in."""

    contract: Contract
    cost: int
    over: bool

    @property
    def approved(self) -> bool:
        return self.contract.approval is ApprovalStatus.GIVEN


def contract_findings(appraisal: Appraisal, totals: SupportTotals) -> Iterator[Finding]:
    """Find contracts and suppliers above the approval threshold, and how they came to be.

    Each contract above it is found unless its approval was given. A supplier whose contracts are
    above it only together is found once: as an extension that takes an earlier contract over, as
    contracts close together, or simply as a sum. Nothing is found while no threshold is known.
    """
    approval = totals.approval
    if approval is None:
        return
    paid = {
        contract.id: _Paid(contract, total.cost, total.over_threshold)
        for contract, total in zip(appraisal.contracts, totals.contracts, strict=True)
    }
    for each, total in zip(paid.values(), totals.contracts, strict=True):
        if each.over and not each.approved:
            yield _contract(each.contract, total, approval)
    for supplier in totals.suppliers:
        yield from _supplier(supplier, paid, approval)


def _contract(contract: Contract, total: ContractTotal, approval: Approval) -> Finding:
    words = (
        f'The contract "{total.name}" comes to {pounds(total.cost)} with expenses and the VAT '
        f"that cannot be recovered, more than the {approval.words}."
    )
    severity = Severity.WARNING
    if contract.approval is ApprovalStatus.REFUSED:
        words, severity = f"{words} Approval was refused.", Severity.ERROR
    return _finding("approval", words, contract, "approval", severity)


def _supplier(
    supplier: ContractTotal, paid: Mapping[ContractId, _Paid], approval: Approval
) -> Iterator[Finding]:
    """Find a supplier above the threshold, unless each of its contracts is settled by itself."""
    held = [paid[each] for each in supplier.contracts if paid[each].cost]
    unsettled = [each for each in held if not each.approved and not each.over]
    if not supplier.over_threshold or len(held) < 2 or not unsettled:  # noqa: PLR2004
        return
    extension = _extension(held, approval)
    if extension is not None:
        yield extension
    elif _close(unsettled) and sum(each.cost for each in unsettled) > approval.above:
        yield _split(supplier, unsettled, approval)
    else:
        words = (
            f"{supplier.name} has {pounds(supplier.cost)} in "
            f"{counted(len(held), 'contract')}, with expenses and the VAT that cannot be "
            f"recovered: together more than the {approval.words}. "
            "A purchase must not be split to stay under it."
        )
        yield _finding("supplier-approval", words, unsettled[0].contract, "supplier")


def _extension(held: Sequence[_Paid], approval: Approval) -> Finding | None:
    """Give the extension that takes what came before it past the threshold, if there is one."""
    before = 0
    for each in sorted(held, key=_began):
        together = before + each.cost
        took_over = each.contract.extends and not each.approved and not each.over
        if took_over and 0 < before <= approval.above < together:
            words = (
                f'"{each.contract.title.strip() or "A contract"}" extends or varies an earlier '
                f"contract with {each.contract.supplier.strip()} and takes it from "
                f"{pounds(before)} to {pounds(together)}, past the {approval.words}. "
                "Extensions and variations count with what they extend."
            )
            return _finding("extension-approval", words, each.contract, "extends")
        before = together
    return None


def _began(paid: _Paid) -> tuple[bool, date]:
    """Order by the first day; without one an extension comes last, and any other first."""
    starts = paid.contract.starts
    return starts is None and paid.contract.extends, starts or date.min


def _close(held: Sequence[_Paid]) -> bool:
    """Tell whether one of the contracts begins within some days of another, or of its end."""
    return any(_near(one.contract, other.contract) for one, other in combinations(held, 2))


def _near(one: Contract, other: Contract) -> bool:
    if one.starts is None or other.starts is None:
        return False
    later = max(one.starts, other.starts)
    earlier = one if one.starts <= other.starts else other
    return (later - (earlier.ends or min(one.starts, other.starts))).days <= CLOSE_DAYS


def _split(supplier: ContractTotal, held: Sequence[_Paid], approval: Approval) -> Finding:
    together, under = pounds(sum(each.cost for each in held)), pounds(approval.above)
    words = (
        f"{supplier.name} has {counted(len(held), 'contract')} under {under} each that come to "
        f"{together} together and begin within {CLOSE_DAYS} days of one another, which looks like "
        f"one purchase split. A purchase must not be split to stay under the {approval.words}."
    )
    return _finding("split-pattern", words, held[0].contract, "supplier")


def _finding(
    code: str,
    words: str,
    contract: Contract,
    field: str,
    severity: Severity = Severity.WARNING,
) -> Finding:
    return Finding(code, severity, Stage.SUPPORT, words, Ref("contracts", contract.id), field)
