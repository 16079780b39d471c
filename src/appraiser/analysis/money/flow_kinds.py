"""The kinds of flow of money, and which of them count in which view."""

from __future__ import annotations

from appraiser.domain.money_terms import CostCategory
from appraiser.domain.term import Term
from appraiser.domain.terms import BenefitKind


class FlowKind(Term):
    """What a stream of money is, and so in which view it counts and which way."""

    COST = "cost", "Costs"
    SAVING = "saving", "Savings"
    LOST_VAT = "lost-vat", "VAT that cannot be recovered"
    CORPORATION_TAX = "corporation-tax", "Corporation tax"
    CASH_RELEASING = "crb", "Cash-releasing benefits"
    NON_CASH_RELEASING = "ncrb", "Non-cash-releasing benefits"
    SOCIETAL = "sb", "Societal benefits"

    @property
    def is_benefit(self) -> bool:
        """Whether it adds to a net present value; costs, and savings below nought, take away."""
        return self in BENEFITS


ECONOMIC = (
    FlowKind.COST,
    FlowKind.SAVING,
    FlowKind.CASH_RELEASING,
    FlowKind.NON_CASH_RELEASING,
    FlowKind.SOCIETAL,
)
"""What counts in the economic view: value to the country. VAT and tax move money from one public
purse to another and add no value, so they are left out as transfers (method.md section 2.3)."""

FINANCIAL = (
    FlowKind.COST,
    FlowKind.SAVING,
    FlowKind.LOST_VAT,
    FlowKind.CORPORATION_TAX,
    FlowKind.CASH_RELEASING,
)
"""What counts in the financial view: money the body pays or keeps. VAT and tax are real costs to
it (method.md section 2.3). That of the benefits only those that release cash count is the
project's judgement, from what the Comprehensive Investment Appraisal model calls them."""

BENEFITS = frozenset({FlowKind.CASH_RELEASING, FlowKind.NON_CASH_RELEASING, FlowKind.SOCIETAL})

BENEFIT_FLOWS = {
    BenefitKind.CASH_RELEASING: FlowKind.CASH_RELEASING,
    BenefitKind.NON_CASH_RELEASING: FlowKind.NON_CASH_RELEASING,
    BenefitKind.SOCIETAL: FlowKind.SOCIETAL,
}
"""The flow of each kind of benefit that can be valued; the fourth kind never is."""

TAX_FLOWS = {
    CostCategory.IRRECOVERABLE_VAT: FlowKind.LOST_VAT,
    CostCategory.CORPORATION_TAX: FlowKind.CORPORATION_TAX,
}
