"""Looks for words through a paper, page by page from the one that is looked at."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from appraiser.desktop.preview.document import PreviewDocument
from appraiser.desktop.preview.errands import Errand
from appraiser.desktop.preview.page_text import Hit
from appraiser.domain.problem import Problem

MOST_HITS = 5_000
"""One letter stands on every page hundreds of times; nobody steps through that."""


class Finder(QObject):
    """What is found and which of it is gone to."""

    changed = Signal()
    """More was found, or something else is gone to."""
    marked = Signal(int)
    """What is to be marked on a page is something else; on every page for -1."""
    gone_to = Signal(object)
    """The `Hit` that is to be shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.words = ""
        self.current: Hit | None = None
        self._document: PreviewDocument | None = None
        self._pages: deque[int] = deque()
        self._found: dict[int, tuple[Hit, ...]] = {}
        self._keeps_still = False
        self._search = self._page = 0
        self.is_cut_short = False
        """Whether there may be more on later pages, not looked for since so many were found."""

    def look_for(self, words: str, document: PreviewDocument | None, page: int) -> None:
        """Look for words from a page on; the first that is found is gone to."""
        self._begin(" ".join(words.split()), document, page, keeps_still=False)

    def look_again(self, document: PreviewDocument, page: int) -> None:
        """Look for the same words in another edition of the paper, and go nowhere."""
        self._begin(self.words, document, page, keeps_still=True)

    @property
    def is_looking(self) -> bool:
        """Whether there are pages left to look through."""
        return bool(self._pages)

    @property
    def count(self) -> int:
        """How many were found so far."""
        return sum(map(len, self._found.values()))

    @property
    def position(self) -> int:
        """Which of them is gone to, counted from 1; 0 for none."""
        if self.current is None:
            return 0
        before = sum(len(hits) for page, hits in self._found.items() if page < self.current.page)
        return before + 1 + self._found[self.current.page].index(self.current)

    def hits(self) -> Iterator[Hit]:
        """Give all that were found, from the first page on."""
        for page in sorted(self._found):
            yield from self._found[page]

    def hits_on(self, page: int) -> Iterator[tuple[Hit, bool]]:
        """Give what was found on a page, and of each whether it is the one gone to."""
        for hit in self._found.get(page, ()):
            yield hit, hit == self.current

    def step(self, *, onward: bool) -> None:
        """Go to the next that was found, or the one before; from the last to the first."""
        hits = list(self.hits())
        if not hits:
            return
        if self.current is None:
            later = [hit for hit in hits if hit.page >= self._page]
            self._go_to(
                (later or hits)[0] if onward else hits[(len(hits) - len(later) - 1) % len(hits)]
            )
        else:
            self._go_to(hits[(self.position - 1 + (1 if onward else -1)) % len(hits)])

    def next_errand(self) -> Errand | None:
        """Give the looking through of the next page."""
        if self._document is None or not self._pages:
            return None
        page = self._pages[0]
        work = partial(self._document.find, self.words, page)
        take, pass_over = (partial(each, self._search) for each in (self._take, self._pass_over))
        return Errand(work, take, pass_over)

    def _begin(
        self, words: str, document: PreviewDocument | None, page: int, *, keeps_still: bool
    ) -> None:
        self.words, self._document = words, document
        self.current, self._keeps_still, self.is_cut_short = None, keeps_still, False
        self._search, self._page = self._search + 1, page
        self._found.clear()
        count = document.page_count if document is not None and words else 0
        self._pages = deque((page + at) % count for at in range(count))
        self.marked.emit(-1)
        self.changed.emit()

    def _take(self, search: int, hits: tuple[Hit, ...]) -> None:
        """Keep what was found on a page, unless something else is looked for by now."""
        if search != self._search:
            return
        page = self._pages.popleft()
        if hits:
            self._found[page] = hits
            self.marked.emit(page)
        if self._pages and self.count >= MOST_HITS:
            self._pages.clear()
            self.is_cut_short = True
        if hits and self.current is None and not self._keeps_still:
            self._go_to(hits[0])
        elif hits or not self._pages:
            self.changed.emit()

    def _pass_over(self, search: int, _problem: Problem) -> None:
        """Pass over a page that cannot be read."""
        self._take(search, ())

    def _go_to(self, hit: Hit) -> None:
        self.current = hit
        self.marked.emit(-1)
        self.changed.emit()
        self.gone_to.emit(hit)
