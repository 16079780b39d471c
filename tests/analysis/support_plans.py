"""Small support plans, and what is found in them."""

from dataclasses import replace

from appraiser.analysis.support_findings import support_findings
from appraiser.analysis.support_totals import Approval, SupportTotals, support_totals
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Severity
from appraiser.domain.ids import ContractId, SupportLineId
from appraiser.domain.support import Contract, SupportLine, SupportPlan
from appraiser.domain.trust import Programme

POUND = 100
CAP = 100_000 * POUND
THRESHOLD = 50_000 * POUND


def line(name: str = "legal", **changes) -> SupportLine:
    """Ten days at £1,000, £500 of expenses, VAT at 20% that cannot be recovered: £12,600."""
    made = SupportLine(
        id=SupportLineId(name),
        title=name.title(),
        day_rate=1_000 * POUND,
        days=10,
        expenses=500 * POUND,
    )
    return replace(made, **changes)


def plan(*lines: SupportLine, contracts: tuple[Contract, ...] = (), **programme) -> Appraisal:
    """A plan that is to keep no contingency."""
    return Appraisal(
        id="made",
        programme=Programme(**{"cap": CAP, **programme}),
        support_lines=lines,
        contracts=contracts,
        support_plan=SupportPlan(least_contingency=0.0),
    )


def totals(appraisal: Appraisal) -> SupportTotals:
    return support_totals(appraisal, Approval(THRESHOLD, required=True))


def found(appraisal: Appraisal) -> list[tuple[str, Severity]]:
    return [(each.code, each.severity) for each in support_findings(appraisal, totals(appraisal))]


def contract(name: str, supplier: str = "", **changes) -> Contract:
    return Contract(id=ContractId(name), title=name.title(), supplier=supplier, **changes)


def under(name: str, **changes) -> SupportLine:
    return line(f"line-{name}", contract=ContractId(name), **changes)
