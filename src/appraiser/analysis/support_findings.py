"""What a check finds in the support plan: over the cap, over an approval threshold, split."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.support_totals import ContractTotal, SupportTotals
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref
from appraiser.domain.money_terms import ApprovalStatus, SupportStatus
from appraiser.domain.support import Contract
from appraiser.domain.terms import Stage
from appraiser.domain.written import counted, percent, pounds


def support_findings(appraisal: Appraisal, totals: SupportTotals) -> Iterator[Finding]:
    """Find a plan over its cap, and contracts or suppliers over the approval threshold."""
    if totals.over_cap:
        words = f"The support plan is {pounds(totals.over_cap)} over its cap."
        yield Finding("over-cap", Severity.ERROR, Stage.SUPPORT, words, Ref("support_lines"))
    least = appraisal.support_plan.least_contingency
    if least is not None and 100 * totals.contingency < least * totals.used:
        words = (
            f"The contingency is {pounds(totals.contingency)}, less than the "
            f"{percent(least)} of the plan that is to be kept."
        )
        at = Ref("support_plan")
        yield Finding(
            "low-contingency", Severity.WARNING, Stage.SUPPORT, words, at, "least_contingency"
        )
    for line, total in zip(appraisal.support_lines, totals.lines, strict=True):
        if line.status is SupportStatus.SPENT and not line.spent and total.counted:
            words = f'"{called(line)}" is marked spent, but not how much; its price is counted.'
            at = Ref("support_lines", line.id)
            yield Finding("spent-unstated", Severity.WARNING, Stage.SUPPORT, words, at, "spent")
        if line.status is SupportStatus.SPENT and line.spent and _differs(line.spent, total.cost):
            words = (
                f'"{called(line)}" is marked as {pounds(line.spent)} spent, but its days, rate, '
                f"expenses and VAT come to {pounds(total.cost)}; say which is right."
            )
            at = Ref("support_lines", line.id)
            yield Finding("spent-differs", Severity.WARNING, Stage.SUPPORT, words, at, "spent")
    if totals.approval_threshold is not None:
        yield from _over(appraisal, totals, pounds(totals.approval_threshold))


def _differs(spent: int, price: int) -> bool:
    """Tell whether sums in pence are more than a tenth apart; a line may have no price."""
    return price > 0 and 10 * abs(spent - price) > price


def _over(appraisal: Appraisal, totals: SupportTotals, threshold: str) -> Iterator[Finding]:
    for contract, total in zip(appraisal.contracts, totals.contracts, strict=True):
        if total.over_threshold and contract.approval is not ApprovalStatus.GIVEN:
            yield _contract(contract, total, threshold)
    alone = {each.contracts[0] for each in totals.contracts if each.over_threshold}
    for supplier in totals.suppliers:
        if supplier.over_threshold and not alone.intersection(supplier.contracts):
            yield _split(supplier, threshold)


def _contract(contract: Contract, total: ContractTotal, threshold: str) -> Finding:
    words = (
        f'The contract "{total.name}" comes to {pounds(total.cost)} with expenses and the VAT '
        f"that cannot be recovered, above the {threshold} that calls for approval."
    )
    severity = Severity.WARNING
    if contract.approval is ApprovalStatus.REFUSED:
        words, severity = f"{words} Approval was refused.", Severity.ERROR
    at = Ref("contracts", contract.id)
    return Finding("approval", severity, Stage.SUPPORT, words, at, "approval")


def _split(supplier: ContractTotal, threshold: str) -> Finding:
    words = (
        f"{supplier.name} has {pounds(supplier.cost)} in "
        f"{counted(len(supplier.contracts), 'contract')}, together above the {threshold} that "
        "calls for approval. A purchase must not be split to stay under it."
    )
    at = Ref("contracts", supplier.contracts[0])
    return Finding("supplier-approval", Severity.WARNING, Stage.SUPPORT, words, at, "supplier")
