"""What the gates of an option say under the law of two dates, and which rules make the change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from appraiser.analysis.gates import GateReason, Gates, gate_results
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId
from appraiser.domain.options import Option
from appraiser.domain.terms import Gate, GateOutcome, Listing

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


@dataclass(frozen=True, slots=True)
class GateAtTwoDates:
    """What one gate says at each date, and the rules that hold at one of them only."""

    gate: Gate
    first: GateOutcome
    second: GateOutcome
    only_first: tuple[GateReason, ...]
    only_second: tuple[GateReason, ...]

    @property
    def differs(self) -> bool:
        """Whether the outcome differs, or the reasons for it do."""
        return self.first is not self.second or bool(self.only_first or self.only_second)


@dataclass(frozen=True, slots=True)
class OptionAtTwoDates:
    """One option at two dates, gate by gate in their order."""

    option: OptionId
    gates: tuple[GateAtTwoDates, ...]

    @property
    def differing(self) -> tuple[GateAtTwoDates, ...]:
        """The gates at which anything differs."""
        return tuple(each for each in self.gates if each.differs)


@dataclass(frozen=True, slots=True)
class ApprovalAtDate:
    """An amount of spending, in pence, above which an approval is needed at one of the dates."""

    threshold: str
    """Id of the threshold in the catalogue."""
    title: str
    amount: int
    binding: bool
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TwoDates:
    """Every option of the shortlist under the law of two dates, and approvals of spending."""

    first: date
    second: date
    options: tuple[OptionAtTwoDates, ...]
    only_first: tuple[ApprovalAtDate, ...]
    only_second: tuple[ApprovalAtDate, ...]

    @property
    def differs(self) -> bool:
        """Whether anything at all differs."""
        approvals = bool(self.only_first or self.only_second)
        return approvals or any(each.differing for each in self.options)


def then_and_now(appraisal: Appraisal, catalogue: Catalogue, first: date, second: date) -> TwoDates:
    """Work out the gates of the shortlist at two dates, and the approvals of spending.

    People's answers and barriers are taken as they stand, so that only the law differs.
    """
    options = tuple(
        option_at_two_dates(appraisal, catalogue, each, first, second)
        for each in appraisal.shortlist
    )
    before, after = (
        {each.threshold: each for each in _approvals(appraisal, catalogue, on)}
        for on in (first, second)
    )
    return TwoDates(
        first,
        second,
        options,
        tuple(each for name, each in before.items() if name not in after),
        tuple(each for name, each in after.items() if name not in before),
    )


def option_at_two_dates(
    appraisal: Appraisal, catalogue: Catalogue, option: Option, first: date, second: date
) -> OptionAtTwoDates:
    """Work out the gates of one option, on the shortlist or not, at two dates."""
    before = gates_on(appraisal, catalogue, option, first)
    after = gates_on(appraisal, catalogue, option, second)
    gates = tuple(
        GateAtTwoDates(
            one.gate,
            one.outcome,
            other.outcome,
            _not_in(one.reasons, other.reasons),
            _not_in(other.reasons, one.reasons),
        )
        for one, other in zip(before, after, strict=True)
    )
    return OptionAtTwoDates(option.id, gates)


def gates_on(appraisal: Appraisal, catalogue: Catalogue, option: Option, on: date | None) -> Gates:
    """Work out the gates of one option, on the shortlist or not, under the law of a date."""
    alone = replace(
        appraisal,
        options=(replace(option, listing=Listing.SHORTLIST),),
        question=replace(appraisal.question, rules_date=on),
    )
    return gate_results(alone, catalogue)[option.id]


def _not_in(
    reasons: tuple[GateReason, ...], others: tuple[GateReason, ...]
) -> tuple[GateReason, ...]:
    known = {each.rule for each in others}
    return tuple(each for each in reasons if each.rule and each.rule not in known)


def _approvals(appraisal: Appraisal, catalogue: Catalogue, on: date) -> Iterator[ApprovalAtDate]:
    from appraiser.catalogue.law import thresholds_in_force  # reads the catalogue

    for each in thresholds_in_force(catalogue, appraisal.trust.status, on):
        yield ApprovalAtDate(
            each.id,
            each.title,
            each.amount,
            each.binding,
            each.basis.text,
            tuple(dict.fromkeys((*each.basis.sources, *each.includes.sources))),
        )
