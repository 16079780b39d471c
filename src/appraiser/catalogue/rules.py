"""Rules: dated statements of law or policy that a gate is worked out from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from appraiser.catalogue.facts import DatedEntry, Fact, Link, PartialDate
from appraiser.catalogue.forms import Form
from appraiser.domain.terms import (
    Gate,
    GateOutcome,
    Inheritance,
    Resolver,
    Scope,
    TrustStatus,
)


class Applies(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a rule touches: every list that is given must match, an empty one matches all."""

    inheritance: tuple[Inheritance, ...] = ()
    forms: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] = ()
    statuses: tuple[TrustStatus, ...] = ()

    def to(self, form: Form, scope: Scope, status: TrustStatus) -> bool:
        """Tell whether it touches an option of this form and scope at a trust of this status."""
        return (
            (not self.inheritance or any(each in self.inheritance for each in form.classes))
            and (not self.forms or form.id in self.forms)
            and (not self.scopes or scope in self.scopes)
            and (not self.statuses or status in self.statuses)
        )

    def links(self) -> Iterator[Link]:
        """Give the forms it names."""
        for each in self.forms:
            yield Link("forms", each, "applies.forms")


class Rule(DatedEntry, frozen=True, kw_only=True):
    """A dated statement of law or policy: while it holds, it bars what it touches or warns.

    A pending rule is not law: within its dates it is known about, so it warns and never bars.
    `expected` is when it was planned to begin, as far as that was said.
    """

    title: str
    gate: Gate
    outcome: GateOutcome
    reason: Fact
    unlock: Fact
    resolver: Resolver
    pending: bool = False
    expected: PartialDate | None = None
    applies: Applies

    def __post_init__(self) -> None:
        """Refuse a rule that neither bars nor warns."""
        super().__post_init__()
        if self.outcome not in {GateOutcome.BARS, GateOutcome.WARNS}:
            raise ValueError("a rule either bars or warns")

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all its sources, each once."""
        return tuple(dict.fromkeys((*self.reason.sources, *self.unlock.sources)))

    def links(self) -> Iterator[Link]:
        """Give the forms it names."""
        yield from self.applies.links()
