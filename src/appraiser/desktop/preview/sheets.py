"""Where the sheets of a paper stand, one under another, in the program's own pixels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from appraiser.desktop.preview.document import PageSize

GAP = 14
"""Between two sheets, and above the first and under the last."""
EDGE = 18
"""Beside the widest sheet, to either side."""


class Spot(NamedTuple):
    """A point of the paper, whatever its size on screen: a page and shares of its sheet."""

    page: int
    across: float
    down: float


class Sheets:
    """The sheets at a scale, in pixels to a point, each in the middle of the room there is."""

    def __init__(self, sizes: Sequence[PageSize], scale: float, room: int) -> None:
        self.scale = scale
        self._sizes = [(max(1, round(w * scale)), max(1, round(h * scale))) for w, h in sizes]
        steps = (height + GAP for _, height in self._sizes)
        self._tops = [GAP, *(GAP + each for each in accumulate(steps))]
        self.width = max(room, max((width for width, _ in self._sizes), default=0) + 2 * EDGE)
        self.height = self._tops[-1]

    def __len__(self) -> int:
        """How many sheets there are."""
        return len(self._sizes)

    def rect(self, page: int) -> QRect:
        """Give where a sheet stands."""
        width, height = self._sizes[page]
        return QRect((self.width - width) // 2, self._tops[page], width, height)

    def pages_between(self, top: int, bottom: int) -> range:
        """Give the pages that have something of their sheet between two heights."""
        first = bisect_right(self._tops, top, hi=len(self)) - 1
        if first < 0 or self.rect(first).bottom() < top:
            first += 1
        return range(first, max(first, bisect_left(self._tops, bottom, hi=len(self))))

    def page_at(self, at: QPoint) -> int | None:
        """Give the page that has a point on its sheet."""
        pages = self.pages_between(at.y(), at.y() + 1)
        return pages[0] if pages and self.rect(pages[0]).contains(at) else None

    def spot(self, at: QPoint) -> Spot:
        """Give the spot at a point, told from the sheet it is on or just under."""
        page = max(0, bisect_right(self._tops, at.y(), hi=len(self)) - 1)
        rect = self.rect(page)
        across, down = at.x() - rect.x(), at.y() - rect.y()
        return Spot(page, across / rect.width(), down / rect.height())

    def point(self, spot: Spot) -> QPoint:
        """Give the point at which a spot is."""
        rect = self.rect(spot.page)
        across, down = spot.across * rect.width(), spot.down * rect.height()
        return QPoint(rect.x() + round(across), rect.y() + round(down))
