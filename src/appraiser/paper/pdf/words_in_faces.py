"""Paragraphs whose every sign is drawn by a typeface that has it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paragraph import cleanBlockQuotedText
from reportlab.platypus.paraparser import ParaFrag, ParaParser

from appraiser.paper.pdf.fonts import REGULAR, SEMIBOLD, in_faces
from appraiser.paper.pdf.plain_lines import plain_lines
from appraiser.paper.pdf.right_to_left import (
    directions,
    in_drawing_order,
    line_in_drawing_order,
    reads_from_right,
)
from appraiser.paper.typefaces import is_own

_OWN = frozenset({REGULAR, SEMIBOLD})


class WordsInFaces(Paragraph):
    """A paragraph in the paper's own typeface, and in those that stand in for what it lacks."""

    blPara: Any  # noqa: N815 # its lines, as ReportLab has laid them out
    frags: list[Any]

    def __init__(self, text: str, style: ParagraphStyle | None = None, **more: Any) -> None:
        part_of_another = more.get("frags") is not None
        if not part_of_another:
            more["frags"] = _plain(text, style)
        super().__init__(text, style, **more)
        if not part_of_another:
            self.frags = [part for each in self.frags for part in _parted(each)]

    def breakLines(self, width: Any) -> Any:  # noqa: N802
        """Break it into lines."""
        return plain_lines(self, width) or super().breakLines(width)

    @property
    def is_in_own_faces(self) -> bool:
        """Whether all of it is in one face, and that of the paper's own typeface."""
        return self.blPara.kind == 0 and self.blPara.fontName in _OWN

    def draw(self) -> None:
        """Draw it, with words that are read from the right in the order in which they stand."""
        laid_out = self.blPara
        self.blPara = _turned(laid_out)
        super().draw()
        self.blPara = laid_out


def _plain(markup: str | None, style: ParagraphStyle | None) -> list[ParaFrag] | None:
    """Give words without any markup as ReportLab's parser would, which takes longer; else None."""
    if style is None or not markup or "<" in markup or "&" in markup:
        return None
    words = cleanBlockQuotedText(markup)
    return [_like(style).clone(text=words)] if words else None


@cache
def _like(style: ParagraphStyle) -> ParaFrag:
    """Give a piece of words in a style."""
    parser: Any = ParaParser()
    _, (found,), _ = parser.parse("x", style)
    return ParaFrag(**vars(found))


def _parted(frag: Any) -> Iterator[Any]:
    if is_own(frag.text):
        yield frag
        return
    for face, words in in_faces(frag.text, bold=frag.fontName == SEMIBOLD):
        yield frag.clone(text=words, fontName=face)


def _turned(laid_out: Any) -> Any:
    """Give lines in the order in which they are drawn: the same ones, but for those of few papers.

    What is read from the right is never in the paper's own typeface.
    """
    if laid_out.kind == 0:  # all of it is in one typeface
        if laid_out.fontName in _OWN:
            return laid_out
        lines = [(room, [line_in_drawing_order(" ".join(words))]) for room, words in laid_out.lines]
        return laid_out.clone(lines=lines)
    if _OWN.issuperset(frag.fontName for line in laid_out.lines for frag in line.words):
        return laid_out
    text = "".join(frag.text for line in laid_out.lines for frag in line.words)
    return _lines_turned(laid_out, directions(text)) if reads_from_right(text) else laid_out


def _lines_turned(laid_out: Any, found: str) -> Any:
    """Put each line in its order; which way a sign is read was found for the whole paragraph."""
    lines, start = [], 0
    for line in laid_out.lines:
        signs = [(sign, frag) for frag in line.words for sign in frag.text]
        end = start + len(signs)
        ordered = groupby(in_drawing_order(signs, found[start:end]), key=itemgetter(1))
        frags = [frag.clone(text="".join(sign for sign, _ in held)) for frag, held in ordered]
        lines.append(line.clone(words=frags or line.words))
        start = end
    return laid_out.clone(lines=lines)
