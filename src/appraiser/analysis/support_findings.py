"""What a check finds in the support plan, each finding with the rule that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.gates import UNRESOLVED
from appraiser.analysis.support_contracts import contract_findings
from appraiser.analysis.support_totals import SupportTotals
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.barriers import Barrier
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import BarrierId, Ref
from appraiser.domain.money_terms import SupportStatus
from appraiser.domain.terms import Stage, TaskStatus
from appraiser.domain.written import percent, pounds

CAP_RULE = "what is spent, committed and still planned stays within the programme's cap"
CONTINGENCY_RULE = "a plan keeps something back for what nobody foresaw"
BARRIER_RULE = "a barrier that can bar an option has help or an action of its own"


def support_findings(appraisal: Appraisal, totals: SupportTotals) -> Iterator[Finding]:
    """Find a plan over its cap, contracts that want approval, and barriers nobody works at.

    The rules are those of method.md section 3.3; the approval threshold is the one that the
    totals were worked out with.
    """
    if totals.over_cap:
        words = _ruled(f"The support plan is {pounds(totals.over_cap)} over its cap.", CAP_RULE)
        yield Finding("over-cap", Severity.ERROR, Stage.SUPPORT, words, Ref("support_lines"))
    yield from _contingency(appraisal, totals)
    yield from _spent(appraisal, totals)
    yield from contract_findings(appraisal, totals)
    yield from _barriers(appraisal)


def _ruled(words: str, rule: str) -> str:
    return f"{words} The rule: {rule}."


def _contingency(appraisal: Appraisal, totals: SupportTotals) -> Iterator[Finding]:
    least = appraisal.support_plan.least_contingency
    at = Ref("support_plan")
    if least is None:
        if totals.used and not totals.contingency:
            words = _ruled("The support plan keeps no contingency at all.", CONTINGENCY_RULE)
            yield Finding(
                "no-contingency", Severity.WARNING, Stage.SUPPORT, words, at, "least_contingency"
            )
    elif 100 * totals.contingency < least * totals.used:
        words = (
            f"The contingency is {pounds(totals.contingency)}, less than the "
            f"{percent(least)} of the plan that is to be kept."
        )
        yield Finding(
            "low-contingency", Severity.WARNING, Stage.SUPPORT, words, at, "least_contingency"
        )


def _spent(appraisal: Appraisal, totals: SupportTotals) -> Iterator[Finding]:
    for line, total in zip(appraisal.support_lines, totals.lines, strict=True):
        if line.status is not SupportStatus.SPENT:
            continue
        at = Ref("support_lines", line.id)
        if not line.spent and total.counted:
            words = f'"{called(line)}" is marked spent, but not how much; its price is counted.'
            yield Finding("spent-unstated", Severity.WARNING, Stage.SUPPORT, words, at, "spent")
        if line.spent and _differs(line.spent, total.cost):
            words = (
                f'"{called(line)}" is marked as {pounds(line.spent)} spent, but its days, rate, '
                f"expenses and VAT come to {pounds(total.cost)}; say which is right."
            )
            yield Finding("spent-differs", Severity.WARNING, Stage.SUPPORT, words, at, "spent")


def _differs(spent: int, price: int) -> bool:
    """Tell whether sums in pence are more than a tenth apart; a line may have no price."""
    return price > 0 and 10 * abs(spent - price) > price


def _barriers(appraisal: Appraisal) -> Iterator[Finding]:
    """Find barriers that can bar an option, and that no help, action or request is for."""
    if not appraisal.support_lines:
        return  # a plan that has not been begun says so elsewhere
    worked_at = _worked_at(appraisal)
    for barrier in appraisal.barriers:
        if _can_bar(barrier) and barrier.id not in worked_at:
            words = _ruled(
                f'No support line helps remove the barrier "{called(barrier)}", and nothing else '
                "is being done or asked about it.",
                BARRIER_RULE,
            )
            at = Ref("barriers", barrier.id)
            yield Finding("barrier-unfunded", Severity.WARNING, Stage.SUPPORT, words, at)


def _can_bar(barrier: Barrier) -> bool:
    return barrier.status in UNRESOLVED and (barrier.show_stopper or barrier.gate is not None)


def _worked_at(appraisal: Appraisal) -> set[BarrierId]:
    """Give the barriers with help, however it is paid for, or with something done or asked."""
    helped = {each for line in appraisal.support_lines for each in line.barriers}
    dropped = TaskStatus.DROPPED
    done = {each.barrier for each in appraisal.actions if each.status is not dropped}
    asked = {each.barrier for each in appraisal.requests if each.status is not dropped}
    return helped | done | asked
