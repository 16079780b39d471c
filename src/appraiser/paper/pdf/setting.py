"""Setting one paper: text made safe for ReportLab's markup, and what could not be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from appraiser.paper import palette
from appraiser.paper.blocks import Run, Runs
from appraiser.paper.pdf.fonts import showable
from appraiser.paper.pdf.tags.structure import Node, Path
from appraiser.paper.pdf.tags.words import TaggedWords, words_at
from appraiser.paper.plain_text import clean, paragraphs, pieces

LONGEST = 3000
"""Characters of a paragraph set in one go; a longer one is cut, so that it can be laid out."""


_NO_LABEL: Path = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as it will be laid out, and the points of it that must stand on one page."""

    flowables: list[Flowable]
    need: float = 0.0


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known while one paper is set: where links may lead, what no typeface has."""

    targets: frozenset[str] = frozenset()
    top: int = 1
    """The level of the topmost headings in the tree: under the paper's title, where it has one."""
    unshown: set[str] = field(default_factory=set)

    def plain(self, text: str) -> str:
        """Give a text that is read and not drawn: in the properties, the outline and the tags."""
        return clean(text)

    def drawn(self, text: str) -> str:
        """Give a text that can be drawn: a square stands for what no typeface has."""
        return showable(text, self.unshown)

    def markup(self, run: Run) -> str:
        """Give a run in the small markup that ReportLab reads."""
        words = escape(self.drawn(run.text), quote=False)
        if run.strong:
            words = f"<b>{words}</b>"
        if run.to in self.targets:
            words = f"<a href='#{escape(run.to)}' color='{palette.ACCENT}'>{words}</a>"
        return words

    def paragraph(
        self,
        runs: Runs,
        style: ParagraphStyle,
        bullet: str = "",
        longest: int = LONGEST,
        under: Path = (),
    ) -> list[TaggedWords]:
        """Set runs as a paragraph, or as several where they are very long.

        They stand under a path. In a list they are an item of it, with the bullet as its label.
        """
        node, label = Node("P"), _NO_LABEL
        if under and under[-1].role == "L":
            under = (*under, Node("LI"))
            node, label = Node("LBody"), (*under, Node("Lbl"))
        if sum(len(run.text) for run in runs) <= longest:
            words = TaggedWords("".join(map(self.markup, runs)), style, bulletText=bullet or None)
            links = [self.plain(run.text) for run in runs if run.to in self.targets]
            words.placed((*under, node), label, links)
            return [words]
        parts = [Run(piece, run.strong) for run in runs for piece in pieces(run.text, longest)]
        found = []
        for at, part in enumerate(parts):
            mark = bullet if at == 0 else None
            found.append(TaggedWords(self.markup(part), style, bulletText=mark or None))
            found[-1].placed((*under, node), label)
        return found

    def lines(
        self, text: str, style: ParagraphStyle, longest: int, cell: Path
    ) -> list[TaggedWords]:
        """Set the lines of a cell, each of at most so many characters.

        One alone is what the cell holds; several are paragraphs in it.
        """
        found = [piece for line in paragraphs(text) for piece in pieces(line, longest)]
        alone = len(found) == 1
        return [
            words_at(
                escape(self.drawn(each), quote=False), style, cell if alone else (*cell, Node("P"))
            )
            for each in found
        ]
