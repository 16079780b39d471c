"""The fixed lists of terms for what is paid: costs, support and approvals."""

from __future__ import annotations

from appraiser.domain.term import Term


class CostKind(Term):
    """Whether a cost falls once or every year."""

    ONE_OFF = "one-off", "One-off"
    YEARLY = "yearly", "Every year"


class CostCategory(Term):
    """What a cost line is for; tax and VAT are shown apart."""

    SET_UP = "set-up", "Setting up"
    RUNNING = "running", "Running"
    IRRECOVERABLE_VAT = "irrecoverable-vat", "VAT that cannot be recovered"
    CORPORATION_TAX = "corporation-tax", "Corporation tax"
    PENSIONS = "pensions", "Pensions"
    INDEMNITY = "indemnity", "Indemnity"
    ESTATE = "estate", "Estate"
    DOUBLE_RUNNING = "double-running", "Double running"
    REDUNDANCY = "redundancy", "Redundancy"
    WORKING_CAPITAL = "working-capital", "Working capital"
    TECHNOLOGY = "technology", "Information technology and records"
    SAVING = "saving", "Saving"
    OTHER = "other", "Other"


class SupportKind(Term):
    """How a line of support is paid for."""

    BOUGHT = "bought", "Bought"
    IN_KIND = "in-kind", "In kind"
    MATCH_FUNDED = "match-funded", "Match-funded by the trust"


class SupportStatus(Term):
    """How firm a line of support is."""

    PLANNED = "planned", "Planned"
    COMMITTED = "committed", "Committed"
    SPENT = "spent", "Spent"


class SupportCategory(Term):
    """What kind of expert help a line buys."""

    LEGAL = "legal", "Legal form and powers"
    FINANCE = "finance", "Financial modelling"
    TAX = "tax", "Tax and VAT"
    PENSIONS = "pensions", "Pensions and actuarial"
    WORKFORCE = "workforce", "Workforce and staff transfer"
    ENGAGEMENT = "engagement", "Staff engagement and unions"
    GOVERNANCE = "governance", "Governance design"
    PLANNING = "planning", "Options appraisal and business planning"
    PROGRAMME = "programme", "Programme management"
    CONTINGENCY = "contingency", "Contingency"
    OTHER = "other", "Other"


class ApprovalStatus(Term):
    """Where an outside approval has got to."""

    NOT_NEEDED = "not-needed", "Not needed"
    NEEDED = "needed", "Needed, not yet sought"
    SOUGHT = "sought", "Sought"
    GIVEN = "given", "Given"
    REFUSED = "refused", "Refused"
