"""Setting one paper: text made safe for ReportLab's markup, and what could not be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from appraiser.paper import palette
from appraiser.paper.blocks import Run, Runs
from appraiser.paper.pdf.fonts import showable
from appraiser.paper.plain_text import paragraphs, pieces

LONGEST = 3000
"""Characters of a paragraph set in one go; a longer one is cut, so that it can be laid out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as it will be laid out, and the points of it that must stand on one page."""

    flowables: list[Flowable]
    need: float = 0.0


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known while one paper is set: where links may lead, what the typeface lacks."""

    targets: frozenset[str] = frozenset()
    unshown: set[str] = field(default_factory=set)

    def plain(self, text: str) -> str:
        """Give a text that can be drawn as it is."""
        return showable(text, self.unshown)

    def markup(self, run: Run) -> str:
        """Give a run in the small markup that ReportLab reads."""
        words = escape(self.plain(run.text))
        if run.strong:
            words = f"<b>{words}</b>"
        if run.to in self.targets:
            words = f"<a href={quoteattr('#' + run.to)} color='{palette.ACCENT}'>{words}</a>"
        return words

    def paragraph(
        self, runs: Runs, style: ParagraphStyle, bullet: str = "", longest: int = LONGEST
    ) -> list[Paragraph]:
        """Set runs as a paragraph, or as several where they are very long."""
        if sum(len(run.text) for run in runs) <= longest:
            markup = "".join(map(self.markup, runs))
            return [Paragraph(markup, style, bulletText=bullet or None)]
        parts = [Run(piece, run.strong) for run in runs for piece in pieces(run.text, longest)]
        marks = [bullet, *[""] * len(parts)]
        return [
            Paragraph(self.markup(part), style, bulletText=mark or None)
            for part, mark in zip(parts, marks, strict=False)
        ]

    def lines(self, text: str, style: ParagraphStyle, longest: int) -> list[Paragraph]:
        """Set the lines of a cell, each of at most so many characters."""
        return [
            Paragraph(escape(self.plain(piece)), style)
            for line in paragraphs(text)
            for piece in pieces(line, longest)
        ]
