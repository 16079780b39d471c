"""Selects words of a paper with the pointer, over as many pages as it is drawn across."""

from __future__ import annotations

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


class Selection(NamedTuple):
    """From one character to another; without a last one, to the end of that page."""

    first: Mark
    last_page: int
    last: int | None

    def on_page(self, page: int) -> tuple[int, int | None] | None:
        """Give the first character selected on a page and the last, None being its end."""
        if not self.first.page <= page <= self.last_page:
            return None
        start = self.first.character if page == self.first.page else 0
        return start, self.last if page == self.last_page else None

    def words(self, document: PreviewDocument) -> str:
        """Give what is selected, as text."""
        pages = range(self.first.page, self.last_page + 1)
        parts = ((page, self.on_page(page)) for page in pages)
        return "\n".join(document.words(page, *part) for page, part in parts if part is not None)


class Selecting:
    """What is selected of a document, where it stands, and its way to the clipboard."""

    def __init__(self, document: PreviewDocument) -> None:
        self._document = document
        self._began: Mark | None = None
        self._copying: Selection | None = None
        self._boxes: dict[int, tuple[Box, ...]] = {}
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
        self._copying = self.selection

    def next_errand(self) -> Errand | None:
        """Give the reading of what is to be copied; all of a long paper takes a while."""
        selection, self._copying = self._copying, None
        if selection is None:
            return None
        work = partial(selection.words, self._document)
        return Errand(work, QGuiApplication.clipboard().setText, _leave_it)

    def boxes(self, page: int) -> tuple[Box, ...]:
        """Give where the selected words of a page stand."""
        part = self.selection.on_page(page) if self.selection is not None else None
        if part is None:
            return ()
        if page not in self._boxes:
            self._boxes[page] = self._read(page, part)
        return self._boxes[page]

    def _read(self, page: int, part: tuple[int, int | None]) -> tuple[Box, ...]:
        try:
            return self._document.boxes(page, *part)
        except Problem:  # the page cannot be read, and its sheet says so
            return ()

    def _mark(self, where: Where, reach: float) -> Mark | None:
        try:
            found = self._document.character_at(*where, reach)
        except Problem:
            return None
        return None if found is None else Mark(where.page, found)

    def _take(self, selection: Selection | None) -> None:
        self.selection = selection
        self._boxes.clear()


def _leave_it(_problem: Problem) -> None:
    """Leave the clipboard as it is; the sheet says that it cannot be read."""
