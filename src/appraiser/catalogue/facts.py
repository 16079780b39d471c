"""Facts with their sources: what every statement of the reference data is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Annotated, NamedTuple, get_args, get_type_hints

from msgspec import Meta, Struct, field

from appraiser.domain.sources import Standing

PartialDate = Annotated[str, Meta(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
"""A year, a month or a day, as exactly as it is known: `2014`, `2014-07` or `2014-07-28`."""


class Link(NamedTuple):
    """A mention of another entry, which must exist: the subject it is in, its id, and where."""

    subject: str
    id: str
    place: str


class Entry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry of the reference data, known by its id."""

    id: str

    def links(self) -> Iterator[Link]:
        """Give the other entries that this one mentions."""
        yield from ()


class Source(Entry, frozen=True, kw_only=True):
    """A publication that facts rest on. `read` says how much of it was read, where not all."""

    title: str
    publisher: str
    address: str
    dated: PartialDate | None = None
    read: str = ""


class Fact(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One statement, and what it rests on.

    A published fact names at least one source. A judgement is the project's own reasoning, and
    a person may put another in its place; an unconfirmed statement was found once and not checked.
    """

    text: str
    sources: tuple[str, ...] = ()
    standing: Standing = Standing.PUBLISHED
    note: str = ""

    @property
    def needs_source(self) -> bool:
        """Whether it claims to be published and says nowhere where."""
        return self.standing is Standing.PUBLISHED and not self.sources


class DatedEntry(Entry, frozen=True, kw_only=True):
    """An entry that holds from one day until another, both days in.

    An end that is left out is open, or not known; the entry's own words say which.
    """

    since: date | None = field(default=None, name="from")
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"it ends on {self.until}, before it begins on {self.since}")

    def holds(self, on: date) -> bool:
        """Tell whether the day lies within."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class Cell(NamedTuple):
    """A labelled fact of an entry, for tables that compare entries."""

    name: str
    label: str
    fact: Fact


def cells(entry: Entry) -> tuple[Cell, ...]:
    """Give the facts of an entry that carry a label, in the order they are declared."""
    return tuple(
        Cell(name, label, getattr(entry, name)) for name, label in cell_labels(type(entry)).items()
    )


@cache
def cell_labels(entry: type[Entry]) -> Mapping[str, str]:
    """Give the label of each labelled fact of a kind of entry, by the name of its field."""
    found = {}
    for name, hint in get_type_hints(entry, include_extras=True).items():
        titles = [each.title for each in get_args(hint)[1:] if isinstance(each, Meta)]
        if titles and titles[0]:
            found[name] = titles[0]
    return found


def facts_in(value: object, place: str = "") -> Iterator[tuple[str, Fact]]:
    """Give every fact inside an entry, with its place, such as `examples[1]`."""
    if isinstance(value, Fact):
        yield place, value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from facts_in(getattr(value, name), f"{place}.{name}" if place else name)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from facts_in(each, f"{place}[{index}]")
