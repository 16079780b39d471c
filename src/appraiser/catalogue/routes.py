"""Staged routes: forms taken one after another, with what must be so before each step."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from appraiser.catalogue.facts import Entry, Fact, Link
from appraiser.domain.terms import Scope


class RouteStep(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One step: a form at a scope, and what must be so before it is taken."""

    form: str
    scope: Scope
    goes_ahead: Fact


class StagedRoute(Entry, frozen=True, kw_only=True):
    """A way from one form to another by steps, with a point at each where it can stop."""

    name: str
    basis: Fact
    steps: tuple[RouteStep, ...]

    def links(self) -> Iterator[Link]:
        """Give the forms of its steps."""
        for number, step in enumerate(self.steps):
            yield Link("forms", step.form, f"steps[{number}].form")
