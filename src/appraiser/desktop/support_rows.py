"""What the support plan comes to and what its money buys, as rows of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from appraiser.analysis.results import Results
from appraiser.analysis.support_days import DaysBought, Grade, GradeDays, grades_of
from appraiser.analysis.support_totals import SupportTotals
from appraiser.domain.money_terms import SupportKind, SupportStatus
from appraiser.domain.terms import Stage
from appraiser.domain.written import plain_number, pounds

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue

Row = tuple[str, ...]

METER_COLUMNS = ("", "From the programme", "In kind", "Match-funded by the trust")
FOUND_COLUMNS = (("How it matters", 1.0), ("What was found", 4.0))
RATE_COLUMNS = (("Rate", 1.0), ("What it rests on", 2.5))
DAYS_COLUMNS = ("Grade", "A day, before VAT", "What is left buys", "The whole cap buys", "Standing")

NOTHING_FOUND: Row = ("Nothing", "No cap or threshold is passed, and nothing is split or left out.")


def meter_rows(totals: SupportTotals) -> list[Row]:
    """Give what is spent, committed and planned of each kind of money, and what that leaves."""
    rows = [
        ("Spent", pounds(totals.spent), *_apart(totals, SupportStatus.SPENT)),
        ("Committed", pounds(totals.committed), *_apart(totals, SupportStatus.COMMITTED)),
        (
            "Planned, not yet spent",
            pounds(totals.planned),
            *_apart(totals, SupportStatus.PLANNED),
        ),
        (
            "Forecast: the three together",
            pounds(totals.forecast),
            pounds(totals.in_kind),
            pounds(totals.match_funded),
        ),
    ]
    if totals.cap is not None:
        vat = "VAT in" if totals.cap_includes_vat else "before VAT"
        rows.append((f"Cap, {vat}", pounds(totals.cap), "", ""))
        if totals.over_cap:
            rows.append(("Over the cap", pounds(totals.over_cap), "", ""))
        else:
            rows.append(("Left", pounds(totals.cap - totals.forecast), "", ""))
    return rows


def _apart(totals: SupportTotals, status: SupportStatus) -> Row:
    """Give what is in kind and what is match-funded at one status, apart from the cap."""
    kinds = (SupportKind.IN_KIND, SupportKind.MATCH_FUNDED)
    return tuple(
        pounds(
            sum(each.cost for each in totals.lines if (each.kind, each.status) == (kind, status))
        )
        for kind in kinds
    )


def day_rows(days: Sequence[GradeDays]) -> list[Row]:
    """Give the days that the money buys at each grade, and how the rate stands."""
    return [
        (
            f"{each.grade.name}, {each.grade.level}",
            pounds(each.grade.day_rate),
            _days(each.left),
            _days(each.cap),
            _standing(each.grade),
        )
        for each in days
    ]


def _standing(grade: Grade) -> str:
    return f"{grade.standing.label}, {grade.dated}" if grade.standing else "In the plan"


def rate_rows(catalogue: Catalogue) -> list[Row]:
    """Say of each known rate once what it rests on, with its date, its standing and its sources."""
    known = {grade.rate: grade for rate in catalogue.rates.values() for grade in grades_of(rate)}
    return [(grade.name, " ".join(_basis(grade, catalogue))) for grade in known.values()]


def _days(bought: DaysBought | None) -> str:
    if bought is None:
        return ""
    recovered, sticking = _tenths(bought.recovered), _tenths(bought.sticking)
    if recovered == sticking:
        return f"{recovered} days"
    return f"{recovered} days, or {sticking} where VAT sticks"


def _tenths(days: float) -> str:
    return plain_number(round(days, 1))


def _basis(grade: Grade, catalogue: Catalogue) -> Iterator[str]:
    yield grade.basis
    named = [catalogue.sources[each] for each in grade.sources if each in catalogue.sources]
    about = "; ".join(f"{each.title}, {each.publisher}" for each in named)
    yield f"{_standing(grade)}" + (f"; {about}." if about else ".")


def finding_rows(results: Results) -> list[Row]:
    """Give what was found in the plan, each finding with how much it matters."""
    return [
        (each.severity.label, each.words)
        for each in results.findings
        if each.stage is Stage.SUPPORT
    ]
