"""What has counted as a public service mutual, version by version, as tests to answer."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from appraiser.catalogue.facts import Entry, Fact, Link, PartialDate
from appraiser.domain.terms import Answer


class Settles(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Forms whose nature answers a test, and how; a person may still answer otherwise."""

    answer: Answer
    forms: tuple[str, ...] = ()
    stays_in_nhs: bool | None = None
    reason: Fact


class DefinitionTest(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One test of a definition, as a question that an option answers yes or no."""

    id: str
    question: str
    basis: Fact
    settled: tuple[Settles, ...] = ()


class Definition(Entry, frozen=True, kw_only=True):
    """One version of the definition; an option meets it when every test is answered yes."""

    name: str
    publisher: str
    dated: PartialDate
    use: Fact
    tests: tuple[DefinitionTest, ...]

    def links(self) -> Iterator[Link]:
        """Give the forms that its tests name."""
        for test in self.tests:
            for settled in test.settled:
                for form in settled.forms:
                    yield Link("forms", form, f"tests.{test.id}.settled.forms")
