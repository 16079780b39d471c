"""The board paper as typed blocks, for any writer to set.

Text in a block is plain text, never markup: each writer escapes it in its own way. A block says
what it is, not how it looks, so that a writer can tag it, style it and read it aloud.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from appraiser.figures.geometry import Figure


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in a paragraph. `to` is the key of a heading it leads to."""

    text: str
    strong: bool = False
    to: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled entry of the front sheet; a short one may share its line with another."""

    label: str
    text: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class FrontSheet:
    """The first page: whose paper it is, what it is called, what to know of it, its fields."""

    trust: str
    title: str
    notices: tuple[str, ...]
    fields: tuple[Field, ...]
    key: str = "front-sheet"
    logo: bytes = b""
    """A PNG, or nothing."""

    @property
    def logo_alt(self) -> str:
        """What is said of the logo to those who do not see it."""
        return f"Logo of {self.trust}"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2. No level is skipped. `number` is empty until it is numbered."""

    level: int
    text: str
    key: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `key` is stable between papers; `number` is what minutes cite, such as 2.3."""

    runs: Runs
    key: str = ""
    number: str = ""

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points in no order."""

    items: tuple[Runs, ...]


class Align(Enum):
    """How a column of a table is set: words at its start, numbers at its end."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, and how it is set."""

    heading: str
    weight: float = 1.0
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. Lines in a cell are parted by a newline. A strong row is a sum."""

    cells: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and headings; the first cell of each row is its heading too."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: str = ""

    @property
    def header(self) -> tuple[str, ...]:
        """The headings of its columns."""
        return tuple(column.heading for column in self.columns)


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure with its caption. Its alt text and its numbers are the figure's own."""

    figure: Figure
    caption: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """Words set apart, such as the ask. `lettered` items are cited as (a), (b)."""

    title: str
    items: tuple[Runs, ...]
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents: the heading it leads to."""

    text: str
    key: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents. A writer that knows pages gives the page of each."""

    entries: tuple[ContentsEntry, ...]
    title: str = "Contents"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block = (
    FrontSheet
    | Contents
    | Heading
    | Paragraph
    | BulletList
    | Table
    | FigureBlock
    | Callout
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Meta:
    """What stands on every page and in the properties of the file.

    `notice` warns on every page, such as that figures are illustrative; it may be empty.
    """

    trust: str
    short_title: str
    author: str
    version: str
    marking: str
    notice: str
    made_from: str = ""
    """Which appraisal the paper was made from, and the fingerprint of what it held."""
    made_with: tuple[tuple[str, str], ...] = ()
    """The versions, the data and the seed that it was made with, by name, for an auditor."""
    language: str = "en-GB"
    draft: bool = False
    """Whether every page says that it is a draft."""
    dated: date | None = None
    """The date that the properties of the file give; none is given where it is not known."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole board paper, ready for a writer."""

    title: str
    blocks: tuple[Block, ...]
    meta: Meta


def letter(position: int) -> str:
    """Give the letter of an item by its position from 0: a, b … z, aa, ab."""
    before, at = divmod(position, 26)
    return (letter(before - 1) if before else "") + chr(ord("a") + at)


def paragraph(key: str, *words: str | Run) -> Paragraph:
    """Make a paragraph of words and runs."""
    return Paragraph(runs(*words), key)


def runs(*words: str | Run) -> Runs:
    """Make runs of words and runs."""
    return tuple(Run(each) if isinstance(each, str) else each for each in words)


def words_table(
    caption: str, columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]], key: str
) -> Iterator[Table]:
    """Make a table of rows of words where there is a row to put into it."""
    if rows:
        yield Table(caption, columns, tuple(map(Row, rows)), key)


def strong(words: str) -> Run:
    """Make a run that stands out."""
    return Run(words, strong=True)
