"""The words of a page and where they stand. To be called with the lock of PDFium held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

FINE = 100
"""PDFium gives places in whole pixels; this many are asked for to a point."""

_LEFT_OUT = dict.fromkeys(map(ord, "\r\x02\ufffe"))
"""Half an end of a line, and what PDFium puts where a word was broken there."""
_LINES_APART = (6.0, 24.0)
"""How far up or down a character may be to be preferred to a nearer one of another line."""


class Box(NamedTuple):
    """A part of a page, in points from its left and from its top."""

    left: float
    top: float
    width: float
    height: float

    def holds(self, across: float, down: float) -> bool:
        """Tell whether a point is in it."""
        return 0 <= across - self.left <= self.width and 0 <= down - self.top <= self.height


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found: a page, counted from 0, and a box for each line it stands on."""

    page: int
    boxes: tuple[Box, ...]


def words_of(text: Any, first: int, count: int) -> str:
    """Give some characters of a page, each line ended by a line feed."""
    found: str = text.get_text_range(first, count)
    return found.replace("\r\n", "\n").translate(_LEFT_OUT)


def runs_of(text: Any, words: str) -> Iterator[tuple[int, int]]:
    """Find words, large and small letters alike: the first character of each find and how many."""
    searcher = text.search(words)
    try:
        while (found := searcher.get_next()) is not None:
            yield found
    finally:
        searcher.close()


def boxes_of(page: Any, text: Any, first: int, count: int) -> tuple[Box, ...]:
    """Give where some characters of a page stand: a box for each piece of a line."""
    rects = (text.get_rect(at) for at in range(text.count_rects(first, count)))
    return tuple(box_of(page, *rect) for rect in rects)


def box_of(page: Any, left: float, bottom: float, right: float, top: float) -> Box:
    """Turn a rectangle in a page's own measures, which may be turned or shifted, into a box."""
    (x1, y1), (x2, y2) = _seen(page, left, top), _seen(page, right, bottom)
    return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def character_at(page: Any, text: Any, across: float, down: float, reach: float) -> int | None:
    """Give the character at a point, or else the nearest one within reach, if there is one."""
    from ctypes import c_double

    from pypdfium2 import raw

    x, y = c_double(), c_double()
    raw.FPDF_DeviceToPage(page, *_whole(page), round(across * FINE), round(down * FINE), x, y)
    heights = (*(each for each in _LINES_APART if each < reach), reach)
    found = (text.get_index(x.value, y.value, 2 * reach, 2 * each) for each in heights)
    return next((each for each in found if each is not None), None)


def _seen(page: Any, x: float, y: float) -> tuple[float, float]:
    """Turn a point in the page's own measures into one as it is seen, from the top left."""
    from ctypes import c_int

    from pypdfium2 import raw

    across, down = c_int(), c_int()
    raw.FPDF_PageToDevice(page, *_whole(page), x, y, across, down)
    return across.value / FINE, down.value / FINE


def _whole(page: Any) -> tuple[int, int, int, int, int]:
    """Give a whole page as PDFium wants to be told: corner, size and how far it is turned."""
    return 0, 0, round(page.get_width() * FINE), round(page.get_height() * FINE), 0
