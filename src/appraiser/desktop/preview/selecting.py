"""Selects words of a paper with the pointer, over as many pages as it is drawn across."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication

from appraiser.desktop.preview.document import PreviewDocument
from appraiser.desktop.preview.errands import Errand
from appraiser.desktop.preview.page_text import Box
from appraiser.domain.problem import Problem

NEAR, FAR = 6.0, 400.0
"""How far from a character a selection may begin, and go on, in points."""


class Where(NamedTuple):
    """A point of a page, in points from its left and its top."""

    page: int
    across: float
    down: float


class Mark(NamedTuple):
    """A character of the paper: its page, and its number on that page."""

    page: int
    character: int


Part = tuple[int, int | None]
"""The first character selected on a page and the last, None being the end of the page."""


class Selection(NamedTuple):
    """From one character to another; without a last one, to the end of that page."""

    first: Mark
    last_page: int
    last: int | None

    def on_page(self, page: int) -> Part | None:
        """Give what is selected on a page, if anything is."""
        if not self.first.page <= page <= self.last_page:
            return None
        start = self.first.character if page == self.first.page else 0
        return start, self.last if page == self.last_page else None


class Selecting:
    """What is selected of a document, where it stands, and its way to the clipboard.

    Only the character under the pointer is asked for at once; all else is errands, a page each.
    """

    def __init__(self, document: PreviewDocument, changed: Callable[[], object]) -> None:
        """Call `changed` when there is something new to paint, or to be done."""
        self._document, self._changed = document, changed
        self._began: Mark | None = None
        self._to_copy: deque[int] = deque()
        self._copied: list[str] = []
        self._boxes: dict[int, tuple[Part, tuple[Box, ...]]] = {}
        self.selection: Selection | None = None

    def begin(self, where: Where) -> None:
        """Begin at the character that is at a point; where there is none, select nothing."""
        self._take(None)
        self._began = self._mark(where, NEAR)

    def go_on(self, where: Where) -> None:
        """Select from where it was begun to the character nearest to a point."""
        mark = self._mark(where, FAR) if self._began is not None else None
        if mark is not None and self._began is not None:
            first, last = sorted((self._began, mark))
            self._take(Selection(first, last.page, last.character))

    def select_all(self) -> None:
        """Select all that the paper says."""
        self._take(Selection(Mark(0, 0), self._document.page_count - 1, None))

    def clear(self) -> None:
        """Select nothing."""
        self._began = None
        self._take(None)

    def copy(self) -> None:
        """Ask for what is selected to be put on the clipboard."""
        if self.selection is not None:
            pages = range(self.selection.first.page, self.selection.last_page + 1)
            self._to_copy, self._copied = deque(pages), []
            self._changed()

    def boxes(self, page: int) -> tuple[Box, ...]:
        """Give where the selected words of a page stand, as far as that is known yet."""
        if self.selection is None or self.selection.on_page(page) is None:
            return ()
        return self._boxes[page][1] if page in self._boxes else ()

    def next_boxes(self, pages: Iterable[int]) -> Errand | None:
        """Give the finding out of where the words selected on one of some pages stand."""
        for page in pages if self.selection is not None else ():
            part = self.selection.on_page(page) if self.selection is not None else None
            if part is not None and (page not in self._boxes or self._boxes[page][0] != part):
                work = partial(self._document.boxes, page, *part)
                keep, give_up = partial(self._keep, page, part), partial(self._give_up, page, part)
                return Errand(work, keep, give_up)
        return None

    def next_copy(self) -> Errand | None:
        """Give the reading of the next page to be copied."""
        if not self._to_copy or self.selection is None:
            return None
        part = self.selection.on_page(self._to_copy[0])
        assert part is not None, "a page outside what is selected"
        work = partial(self._document.words, self._to_copy[0], *part)
        copied = self._copied
        return Errand(work, partial(self._copy_on, copied), partial(self._copy_without, copied))

    def _copy_on(self, copied: list[str], words: str) -> None:
        """Add the words of a page, unless others are copied by now; the last one ends it."""
        if copied is not self._copied or not self._to_copy:
            return
        self._to_copy.popleft()
        copied.append(words)
        if not self._to_copy:
            QGuiApplication.clipboard().setText("\n".join(copied))

    def _copy_without(self, copied: list[str], _problem: Problem) -> None:
        """Copy nothing of a page that cannot be read; its sheet says so."""
        self._copy_on(copied, "")

    def _keep(self, page: int, part: Part, boxes: tuple[Box, ...]) -> None:
        self._boxes[page] = part, boxes
        self._changed()

    def _give_up(self, page: int, part: Part, _problem: Problem) -> None:
        self._keep(page, part, ())

    def _mark(self, where: Where, reach: float) -> Mark | None:
        try:
            found = self._document.character_at(*where, reach)
        except Problem:  # the page cannot be read, and its sheet says so
            return None
        return None if found is None else Mark(where.page, found)

    def _take(self, selection: Selection | None) -> None:
        """Select something else; what is being copied is not what is selected any more."""
        self.selection = selection
        self._to_copy.clear()
        if selection is None:
            self._boxes.clear()
        self._changed()
