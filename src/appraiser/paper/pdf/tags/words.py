"""Paragraphs that say where they stand in the tree, from within their own text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from appraiser.paper.pdf.tags.canvas import END, Lead
from appraiser.paper.pdf.tags.structure import Node, Path


class TaggedWords(Paragraph):
    """A paragraph at a path; its parts are at the same path when a page parts it."""

    path: Path = ()
    aside: Path = ()
    """Where its number or bullet stands."""
    leads: Mapping[str, Lead] = {}
    """Its links by where they lead."""

    def placed(self, path: Path, aside: Path = (), links: Mapping[str, str] | None = None) -> None:
        """Say where it stands; `links` has the words of each link by where it leads."""
        self.path, self.aside = path, aside or path
        self.follows = _Following("".join(each.text for each in self.frags))
        self.leads = {to: Lead((*path, Node("Link")), words) for to, words in (links or {}).items()}

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Part it; what it is stays the same."""
        parts: list[Any] = super().split(availWidth, availHeight)
        for each in parts:
            each.path, each.aside, each.leads = self.path, self.aside, self.leads
            each.follows = self.follows
        return parts

    def draw(self) -> None:
        """Draw it, with its number or bullet beside it."""
        canvas: Any = self.canv  # a `TaggedCanvas`
        canvas.aside, canvas.links = self.aside, self.leads
        super().draw()
        canvas.aside, canvas.links = (), {}

    def beginText(self, x: float, y: float) -> Any:  # noqa: N802
        """Begin its text with the mark of what it is: a mark may not cross the text's ends."""
        canvas: Any = self.canv  # a `TaggedCanvas`
        text = canvas.beginText(x, y)
        text.marks_itself = True
        line: Any = self.blPara  # type: ignore[attr-defined]
        whole = line.link if line.kind == 0 else ()
        path = self.leads[_to(whole[0])].path if whole else self.path
        code: list[str] = text._code  # noqa: SLF001
        code.append(canvas.mark(path))

        def record(link: tuple[int, str], what: str) -> None:
            if what == "start":  # comes after the first words of the link were written
                words = code.pop()
                code.extend((END, canvas.mark(self.leads[_to(link)].path), words))
            else:
                code.extend((END, canvas.mark(self.path)))

        write = text._textOut  # noqa: SLF001

        def spaced(words: str, ends_line: int = 0) -> None:
            """End a line with a space: read out of the file, words would run into one another."""
            parted = self.follows.is_parted_after(words)
            write(f"{words} " if ends_line and words and parted else words, ends_line)

        text._linkRecord, text._textOut = record, spaced  # noqa: SLF001
        return text


class _Following:
    """Follows the words of a paragraph as they are drawn, to tell a line's end in a word."""

    def __init__(self, source: str) -> None:
        self._source, self._place = source, 0

    def is_parted_after(self, words: str) -> bool:
        """Whether a space, or nothing, comes after some more words."""
        for sign in words:
            if not sign.isspace():
                self._place = self._source.find(sign, self._place) + 1
        return not self._source[self._place : self._place + 1].strip()


def words_at(markup: str, style: ParagraphStyle, path: Path) -> TaggedWords:
    """Make a paragraph of markup at a path."""
    found = TaggedWords(markup, style)
    found.placed(path)
    return found


def _to(link: tuple[int, str]) -> str:
    """Give the key of the heading that a link leads to."""
    return link[1].removeprefix("#")
