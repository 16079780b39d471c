"""Benefits as the Comprehensive Investment Appraisal model lists them: by type, year by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from appraiser.analysis.money.streams import is_valued
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.case import Benefit
from appraiser.domain.ids import BenefitId
from appraiser.domain.terms import BenefitKind, EvidenceStrength


@dataclass(frozen=True, slots=True)
class BenefitLine:
    """One benefit as a line of that model. Money is in whole pence at the price base."""

    benefit: BenefitId
    code: str
    """Its type and its number among those of its type, such as CRB2."""
    amounts: tuple[int, ...] | None
    """What it is worth in each year costed, from year 0, not discounted; None where it has no
    value, or is of the kind that never has one."""
    missing: tuple[str, ...]
    """What the model asks for and nobody gave, in words that follow "missing: "."""


def benefit_lines(appraisal: Appraisal) -> tuple[BenefitLine, ...]:
    """Give every benefit by type: cash-releasing, non-cash-releasing, societal, unmonetisable.

    The four types and their order are those of the model (method.md section 3.1). It asks for no
    options; they are named as missing because the model takes one option at a time.
    """
    return tuple(
        BenefitLine(
            benefit=benefit.id,
            code=f"{str(kind).upper()}{number}",
            amounts=_amounts(benefit, appraisal.costing.horizon),
            missing=tuple(_missing(benefit)),
        )
        for kind in BenefitKind
        for number, benefit in enumerate(
            (each for each in appraisal.benefits if each.kind is kind), start=1
        )
    )


def _amounts(benefit: Benefit, horizon: int) -> tuple[int, ...] | None:
    """Give its value in each year; where a year is not said, from the first or to the last."""
    if not is_valued(benefit):
        return None
    value, first = benefit.yearly_value or 0, benefit.first_year or 0
    last = horizon - 1 if benefit.last_year is None else benefit.last_year
    return tuple(value if first <= year <= last else 0 for year in range(horizon))


def _missing(benefit: Benefit) -> Iterator[str]:
    if not benefit.description.strip():
        yield "who gains, and how"
    if not benefit.options:
        yield "the options that bring it"
    if benefit.kind is not BenefitKind.UNMONETISABLE:
        if benefit.yearly_value is None:
            yield "a value in a year"
        if benefit.first_year is None:
            yield "its first year"
        if benefit.last_year is None:
            yield "its last year"
    if benefit.strength is EvidenceStrength.NONE or not benefit.evidence.strip():
        yield "evidence"
    if not benefit.owner.strip():
        yield "an owner"
