"""Stage 1, trust and scope: who is asking, about what, under which programme and law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appraiser.domain.fields import (
    MOST_PENCE,
    choice,
    day,
    entry,
    flag,
    identity,
    line,
    link,
    money,
    number,
    percent,
    prose,
)
from appraiser.domain.ids import MeasureId, ReadinessAnswerId, ServiceLineId
from appraiser.domain.terms import (
    MeasureKind,
    Readiness,
    ReadinessTest,
    Scope,
    TrustKind,
    TrustStatus,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """The trust whose board is asking. Money is for one year."""

    name: str = line("Trust's name")
    code: str = line("Organisation code", "Such as RWE")
    status: TrustStatus = choice("Status in law", default=TrustStatus.NHS_TRUST)
    kind: TrustKind = choice("Kind of trust", default=TrustKind.ACUTE)
    region: str = line("Region")
    commissioner: str = line("Main commissioner")
    income: int | None = money("Income in a year")
    income_year: str = line("Year of the income", "Such as 2014-15")
    surplus: int | None = money("Surplus or deficit", "Below nought for a deficit", low=-MOST_PENCE)
    recovered_vat: int | None = money("VAT recovered in a year", "On contracted-out services")
    staff_wte: float | None = number("Staff, whole-time equivalent", low=0)
    staff_note: str = line("About the staff number", "Such as: more than 10,000")
    council_income: float | None = percent("Share of income from councils")
    biggest_contract: str = line("Biggest contract")
    biggest_contract_income: int | None = money("Its income in a year")
    biggest_contract_end: date | None = day("Its end")
    biggest_contract_notice: str = line("Notice to end it", "Such as 12 months")
    made_up: bool = flag("Made up for a sample")
    note: str = prose("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Who funds the expert support, its cap and its dates."""

    template: str = entry("Programme template")
    name: str = line("Programme")
    funder: str = line("Funder")
    cap: int | None = money("Cap on the support")
    cap_includes_vat: bool = flag("The cap includes VAT", default=True)
    approval_threshold: int | None = money("Approval needed above, for one contract")
    opens: date | None = day("Opens")
    closes: date | None = day("Closes")
    reports_by: date | None = day("Report due")
    terms: str = prose("Terms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The question the appraisal answers, and the date whose law it is answered under."""

    title: str = line("Title of the appraisal")
    text: str = prose("The question")
    scope: Scope = choice("Scope", default=Scope.WHOLE_ORGANISATION)
    rules_date: date | None = day("Law as it stood on")
    decision_by: date | None = day("Decision needed by")
    if_deferred: str = prose("What happens if the decision is put off")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """A named service that could change its form on its own. Money is for one year."""

    id: ServiceLineId = identity()
    name: str = line("Service line")
    description: str = prose("What it does")
    staff_wte: float | None = number("Staff, whole-time equivalent", low=0)
    income: int | None = money("Income in a year")
    commissioner: str = line("Commissioner")
    council_income: float | None = percent("Share of income from councils")
    biggest_contract: str = line("Biggest contract")
    biggest_contract_income: int | None = money("Its income in a year")
    biggest_contract_end: date | None = day("Its end")
    biggest_contract_notice: str = line("Notice to end it", "Such as 12 months")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A piece of evidence with its scale and its year, so that unlike is never compared."""

    id: MeasureId = identity()
    kind: MeasureKind = choice("What it measures", default=MeasureKind.ENGAGEMENT)
    name: str = line("Measure")
    service_line: ServiceLineId | None = link("Service line", "service_lines")
    value: float | None = number("Value")
    rating: str = line("Rating in words", "Where it is not a number")
    scale: str = line("Scale", "Such as 1 to 5, per cent, or the four CQC ratings")
    year: str = line("Year or period")
    comparator: float | None = number("Comparable figure elsewhere")
    comparator_name: str = line("What that figure is")
    note: str = prose("Note")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessAnswer:
    """The answer to one readiness test, with its reason."""

    id: ReadinessAnswerId = identity()
    test: ReadinessTest = choice("Test", default=ReadinessTest.CQC)
    answer: Readiness | None = choice("Answer")
    reason: str = prose("Reason")
    evidence: str = prose("Evidence")
    conditions: str = prose("Conditions", "What must be so before going on")
    answered_by: str = line("Answered by", "A role")
    answered_on: date | None = day("Answered on")
