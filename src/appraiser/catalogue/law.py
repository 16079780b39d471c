"""Which rules touch an option on a date, and which thresholds of spending hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appraiser.catalogue.loading import Catalogue
from appraiser.catalogue.private_sessions import PrivateSession
from appraiser.catalogue.rules import Rule
from appraiser.catalogue.thresholds import Threshold
from appraiser.domain.terms import GateOutcome, Scope, TrustStatus


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """A rule that touches an option on a date: it fires, or it is pending and only warns."""

    rule: Rule

    @property
    def pending(self) -> bool:
        """Whether it is not yet law, as far as the sources say."""
        return self.rule.pending

    @property
    def outcome(self) -> GateOutcome:
        """What the gate says because of it; a pending rule never bars."""
        return GateOutcome.WARNS if self.pending else self.rule.outcome


def rules_in_force(
    catalogue: Catalogue, form_id: str, scope: Scope, status: TrustStatus, on: date
) -> tuple[AppliedRule, ...]:
    """Give the rules that touch an option of this form, scope and trust status on a date.

    Those that bar come first, then those that warn, then pending ones. Raises `Problem` where
    there is no such form.
    """
    form = catalogue.form(form_id)
    found = [
        AppliedRule(rule)
        for rule in catalogue.rules.values()
        if rule.holds(on) and rule.applies.to(form, scope, status)
    ]
    return tuple(
        sorted(found, key=lambda each: (each.pending, each.outcome is not GateOutcome.BARS))
    )


def thresholds_in_force(
    catalogue: Catalogue, status: TrustStatus, on: date
) -> tuple[Threshold, ...]:
    """Give the thresholds of spending that hold for a trust of this status on a date."""
    return tuple(
        each for each in catalogue.thresholds.values() if each.holds(on) and status in each.statuses
    )


def approval_threshold(catalogue: Catalogue, status: TrustStatus, on: date) -> Threshold | None:
    """Give the threshold to go by on a date: the lowest of those that bind, if any does."""
    in_force = thresholds_in_force(catalogue, status, on)
    return min(in_force, key=lambda each: (not each.binding, each.amount), default=None)


def private_session(catalogue: Catalogue, status: TrustStatus, on: date) -> PrivateSession | None:
    """Give how the board of a trust of this status goes into private session on a date."""
    found = (
        each
        for each in catalogue.private_sessions.values()
        if each.holds(on) and status in each.statuses
    )
    return next(found, None)
