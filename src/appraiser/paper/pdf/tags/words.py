"""Paragraphs that say where they stand in the tree, from within their own text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from reportlab.lib.styles import ParagraphStyle

from appraiser.paper.pdf.tags.canvas import END, Lead
from appraiser.paper.pdf.tags.plain_words import draw_plainly, is_plain
from appraiser.paper.pdf.tags.structure import Node, Path
from appraiser.paper.pdf.words_in_faces import WordsInFaces

_Link = tuple[int, str]
"""A link as ReportLab knows it: its number in the paragraph, and where it leads."""

_SAME = 1e-9
"""Points: what widths may differ by that were reckoned in two ways."""


class TaggedWords(WordsInFaces):
    """A paragraph at a path; its parts are at the same path when a page parts it."""

    key = ""
    """By which it can be found again on its page; empty where nobody looks for it."""
    path: Path = ()
    _broken: tuple[float, Any, float] | None = None
    """The width it was last broken for, its lines, and how high they stand."""
    aside: Path = ()
    """Where its number or bullet stands."""

    def placed(self, path: Path, aside: Path = (), links: Sequence[str] = ()) -> None:
        """Say where it stands; `links` are the words of each of its links, in order."""
        self.path, self.aside = path, aside or path
        self.words_of_links = list(links)
        self.leads: dict[_Link, Lead] = {}
        self.follows = _Following("".join(each.text for each in self.frags))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Break it into lines, once for each width it is asked for."""
        if self._broken and abs(self._broken[0] - availWidth) < _SAME:
            self.width, self.blPara, self.height = self._broken
            return self.width, self.height
        size = super().wrap(availWidth, availHeight)
        if size[0]:  # none where there is no room at all
            self._broken = self.width, self.blPara, self.height
        return size

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Part it; what it is stays the same."""
        parts: list[Any] = super().split(availWidth, availHeight)
        for each in parts:
            each.path, each.aside, each.follows = self.path, self.aside, self.follows
            each.words_of_links, each.leads = self.words_of_links, self.leads
        return parts

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw it at a place."""
        if type(self) is TaggedWords and self.is_in_own_faces and is_plain(self):
            draw_plainly(self, canvas, x, y)
        else:
            super().drawOn(canvas, x, y, _sW)  # type: ignore[call-arg] # its types leave it out

    def draw(self) -> None:
        """Draw it, with its number or bullet beside it."""
        canvas: Any = self.canv  # a `TaggedCanvas`
        if self.key:
            canvas.found(self.key, self.height)
        canvas.aside = self.aside
        super().draw()
        canvas.aside = ()

    def beginText(self, x: float, y: float) -> Any:  # noqa: N802
        """Begin its text with the mark of what it is: a mark may not cross the text's ends."""
        canvas: Any = self.canv  # a `TaggedCanvas`
        text = canvas.beginText(x, y)
        text.marks_itself = True
        laid_out = self.blPara
        path = self.path
        if laid_out.kind == 0 and laid_out.link:  # all of it is one link
            lead = self._lead(laid_out.link[0])
            path = lead.path
            canvas.leads += [lead] * len(laid_out.lines)
        code: list[str] = text._code  # noqa: SLF001
        code.append(canvas.mark(path))

        def record(link: _Link, what: str) -> None:
            if what == "start":  # comes after the first words of the link were written
                words, lead = code.pop(), self._lead(link)
                code.extend((END, canvas.mark(lead.path), words))
                canvas.leads.append(lead)
            else:
                code.extend((END, canvas.mark(self.path)))

        write = text._textOut  # noqa: SLF001

        def spaced(words: str, ends_line: int = 0) -> None:
            spaced = self.ended(words)
            write(spaced if ends_line else words, ends_line)

        text._linkRecord, text._textOut = record, spaced  # noqa: SLF001
        return text

    def ended(self, words: str) -> str:
        """End a line with a space: read out of the file, words would run into one another."""
        parted = self.follows.is_parted_after(words)
        return f"{words} " if words and parted else words

    def _lead(self, link: _Link) -> Lead:
        """Give the lead of a link, the same on every line and page that it goes over."""
        if link not in self.leads:
            words = self.words_of_links.pop(0) if self.words_of_links else ""
            self.leads[link] = Lead((*self.path, Node("Link")), words)
        return self.leads[link]


class _Following:
    """Follows the words of a paragraph as they are drawn, to tell a line's end in a word.

    Signs are counted, not looked for, since a line may draw its words in another order; the count
    begins again when the headings of a table are drawn on a further page.
    """

    def __init__(self, source: str) -> None:
        self._word_ends = list(accumulate(map(len, source.split())))
        self._signs = 0

    def is_parted_after(self, words: str) -> bool:
        """Whether a space, or nothing, comes after some more words."""
        if not self._word_ends:
            return True
        more = sum(map(len, words.split()))
        self._signs = (self._signs + more - 1) % self._word_ends[-1] + 1
        return self._signs in self._word_ends


def words_at(markup: str, style: ParagraphStyle, path: Path) -> TaggedWords:
    """Make a paragraph of markup at a path."""
    found = TaggedWords(markup, style)
    found.placed(path)
    return found
