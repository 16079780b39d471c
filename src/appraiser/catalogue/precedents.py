"""Those who went before, and those who help: what happened, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.catalogue.facts import Entry, Fact, Link
from appraiser.domain.term import Term


class PrecedentKind(Term):
    """Where a precedent comes from."""

    PATHFINDER_2014 = "pathfinder-2014", "Pathfinder of 2014"
    PATHFINDER_2010 = "pathfinder-2010", "Pathfinder of 2010"
    MUTUAL = "mutual", "Mutual or social enterprise"
    JOINT_VENTURE = "joint-venture", "Joint venture"
    FRANCHISE = "franchise", "Franchise"
    HALTED = "halted", "Halted transfer"
    SCHEME = "scheme", "Earlier scheme"


class Precedent(Entry, frozen=True, kw_only=True):
    """An organisation or attempt, what came of it and what it shows."""

    name: str
    kind: PrecedentKind
    forms: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    years: str = ""
    what: Fact
    outcome: Fact
    lesson: Fact

    def links(self) -> Iterator[Link]:
        """Give the forms it is an example of."""
        for each in self.forms:
            yield Link("forms", each, "forms")


class Mentor(Entry, frozen=True, kw_only=True):
    """An organisation that gave its time to those setting up a mutual."""

    name: str
    offer: Fact
