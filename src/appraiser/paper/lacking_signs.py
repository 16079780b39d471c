"""What the paper's own typeface has no picture of, to be told before the paper is exported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from appraiser.figures.geometry import Text
from appraiser.paper.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    FigureBlock,
    FrontSheet,
    Heading,
    Meta,
    PageBreak,
    Paper,
    Paragraph,
    Runs,
    Table,
)
from appraiser.paper.plain_text import one_line
from appraiser.paper.typefaces import lacking

EVERY_PAGE = "every-page"
"""The place of what is at the head and foot of the pages."""

_AROUND = 24
"""Signs to either side of a lacking one that are given with it."""


@dataclass(frozen=True, slots=True)
class LackingSign:
    """A sign that the paper's own typeface lacks, and where the paper first has it.

    `typeface` is the name of the one that draws it in print; it is empty where no shipped one
    can, and a square will stand for the sign. `place` is the key of the block, or what it is
    called, or the key of the heading it is under. `near` is the sign among a few words.
    """

    sign: str
    typeface: str
    place: str
    near: str

    @property
    def is_square(self) -> bool:
        """Whether it will be lost in print."""
        return not self.typeface


def lacking_signs(paper: Paper) -> tuple[LackingSign, ...]:
    """Give each sign of a paper that its own typeface lacks, in the order in which they come."""
    found: dict[str, LackingSign] = {}
    for place, text in _texts(paper):
        line = one_line(text)
        for face, sign in lacking(line):
            if sign not in found:
                name = face.name if face else ""
                found[sign] = LackingSign(sign, name, place, _near(line, sign))
    return tuple(found.values())


def _near(line: str, sign: str) -> str:
    at = line.index(sign)
    start, end = max(0, at - _AROUND), at + len(sign) + _AROUND
    before, after = line[start:at], line[at + len(sign) : end]
    if start:
        before = "…" + (before.partition(" ")[2] or before)
    if end < len(line):
        after = (after.rpartition(" ")[0] or after) + "…"
    return before + sign + after


def _texts(paper: Paper) -> Iterator[tuple[str, str]]:
    """Give every text that is drawn, with where it stands."""
    under = ""
    for block in paper.blocks:
        if isinstance(block, Heading):
            under = block.key
        place = _place(block) or under
        yield from ((place, text) for text in _drawn(block))
    yield from ((EVERY_PAGE, text) for text in _furniture(paper.meta))


def _place(block: Block) -> str:
    match block:
        case FrontSheet() | Heading() | Paragraph():
            return block.key
        case Table() | FigureBlock():
            return block.key or block.caption
        case Callout() | Contents():
            return block.title
        case BulletList() | PageBreak():
            return ""
    assert_never(block)


def _drawn(block: Block) -> Iterator[str]:
    match block:
        case FrontSheet():
            yield from (block.trust, block.title, *block.notices)
            yield from (text for field in block.fields for text in (field.label, field.text))
        case Heading() | Paragraph():
            yield block.text
        case BulletList():
            yield from map(_text, block.items)
        case Table():
            yield from (block.caption, *block.header)
            yield from (cell for row in block.rows for cell in row.cells)
        case FigureBlock():
            yield block.caption
            yield from (mark.words for mark in block.figure.marks if isinstance(mark, Text))
        case Callout():
            yield from (block.title, *map(_text, block.items))
        case Contents():  # what it lists is found in the headings
            yield block.title
        case PageBreak():
            return
        case _:
            assert_never(block)


def _furniture(meta: Meta) -> tuple[str, ...]:
    return meta.trust, meta.short_title, meta.version, meta.notice, meta.marking


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
