"""How far the trust, or a service line, hangs on a single contract."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref, ServiceLineId
from appraiser.domain.options import Option
from appraiser.domain.terms import Scope, Stage
from appraiser.domain.trust import ServiceLine, Trust
from appraiser.domain.written import long_date


@dataclass(frozen=True, slots=True)
class Concentration:
    """The biggest contract of the trust or of a service line. Money is for one year, in pence.

    One enterprise was wound up after losing a single contract (domain.md sections 1.7 and 5). The
    larger part is more than all other income together, which needs no threshold.
    """

    service_line: ServiceLineId | None
    """None for the trust as a whole."""
    contract: str
    income: int | None
    contract_income: int | None
    share: float | None
    """Of the income, from 0 to 1; None where either is not known."""
    larger_part: bool | None
    ends: date | None
    notice: str
    days_left: int | None
    """From the date of the appraisal's law; below nought where it has ended by then."""
    within_horizon: bool | None
    """It ends before the years costed are over, counted from the date of the appraisal's law."""


def concentrations(appraisal: Appraisal) -> tuple[Concentration, ...]:
    """Give the biggest contract of the trust, then of each service line in their order."""
    lines = (concentration(appraisal, each) for each in appraisal.service_lines)
    return (concentration(appraisal, appraisal.trust), *lines)


def concentration(appraisal: Appraisal, of: Trust | ServiceLine) -> Concentration:
    """Give how far the trust or a service line hangs on its biggest contract."""
    whole, part = of.income, of.biggest_contract_income
    ends, on = of.biggest_contract_end, appraisal.question.rules_date
    compared = None if not whole or part is None else (part, whole)
    dated = None if ends is None or on is None else (ends, on)
    return Concentration(
        service_line=of.id if isinstance(of, ServiceLine) else None,
        contract=of.biggest_contract.strip(),
        income=whole,
        contract_income=part,
        share=compared and compared[0] / compared[1],
        larger_part=compared and 2 * compared[0] > compared[1],
        ends=ends,
        notice=of.biggest_contract_notice.strip(),
        days_left=dated and (dated[0] - dated[1]).days,
        within_horizon=dated and dated[0] < _years_after(dated[1], appraisal.costing.horizon),
    )


def contracts_of(option: Option, known: tuple[Concentration, ...]) -> tuple[Concentration, ...]:
    """Give which contracts count for an option: the trust's, or those of its service lines."""
    if option.scope is Scope.WHOLE_ORGANISATION:
        return tuple(each for each in known if each.service_line is None)
    return tuple(each for each in known if each.service_line in option.service_lines)


def concentration_findings(
    appraisal: Appraisal, known: tuple[Concentration, ...]
) -> Iterator[Finding]:
    """Find a contract that is the larger part of income and ends within the years costed."""
    lines = {each.id: each for each in appraisal.service_lines}
    for each in known:
        if not (each.larger_part and each.within_horizon) or each.ends is None:
            continue
        whose, at = "the trust", Ref("trust")
        if each.service_line is not None:
            whose = f'"{named(lines[each.service_line])}"'
            at = Ref("service_lines", each.service_line)
        words = (
            f"One contract brings {whose} more than all its other income together, and ends on "
            f"{long_date(each.ends)}, within the years that are costed."
        )
        yield Finding(
            "one-contract", Severity.WARNING, Stage.TRUST, words, at, "biggest_contract_end"
        )


def _years_after(day: date, years: int) -> date:
    """Give the same day some years on; 29 February becomes 1 March in other years."""
    year = day.year + years
    if year > date.max.year:
        return date.max
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
