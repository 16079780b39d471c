"""The parts that sheets are drawn in, and a store of those drawn that never grows too large."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from appraiser.desktop.preview.document import Pixels

LONGEST = 1536
"""A side of a part, in pixels of the screen: one is drawn in a moment, however large the page."""


class Tile(NamedTuple):
    """A part of a page of one edition of the paper, at a size."""

    edition: int
    page: int
    part: Pixels

    @property
    def rect(self) -> QRect:
        """Where it is on the page as drawn."""
        return QRect(self.part.left, self.part.top, self.part.width, self.part.height)


def tiles_of(edition: int, page: int, whole: QSize, view: QRect) -> Iterator[Tile]:
    """Give the parts of a page that have something in view, from the top left on."""
    for top, height in _cut(whole.height(), view.top(), view.bottom()):
        for left, width in _cut(whole.width(), view.left(), view.right()):
            yield Tile(
                edition, page, Pixels(whole.width(), whole.height(), left, top, width, height)
            )


def _cut(length: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a length into equal parts; give the start and length of those that reach into view."""
    count = -(-length // LONGEST)
    ends = [length * at // count for at in range(count + 1)]
    for start, end in pairwise(ends):
        if start <= last and end > first:
            yield start, end - start


class TileStore:
    """Keeps what was drawn, up to so many pixels; what was not looked at longest goes first."""

    def __init__(self, most_pixels: int) -> None:
        self.most_pixels = most_pixels
        self.pixels = 0
        self._images: OrderedDict[Tile, QImage] = OrderedDict()
        self._of_page: dict[int, dict[Tile, QImage]] = {}

    def get(self, tile: Tile) -> QImage | None:
        """Give a part if it was drawn, and keep it longer."""
        image = self._images.get(tile)
        if image is not None:
            self._images.move_to_end(tile)
        return image

    def __contains__(self, tile: Tile) -> bool:
        """Tell whether a part was drawn."""
        return tile in self._images

    def put(self, tile: Tile, image: QImage) -> None:
        """Keep a part that was drawn, and let go of others if there are too many."""
        self._drop(tile)
        self._images[tile] = image
        self._of_page.setdefault(tile.page, {})[tile] = image
        self.pixels += pixels_of(tile)
        while self.pixels > self.most_pixels and len(self._images) > 1:
            self._drop(next(iter(self._images)))

    def of_page(self, page: int) -> tuple[tuple[Tile, QImage], ...]:
        """Give all parts of a page, those of other sizes and editions too, the latest last."""
        return tuple(self._of_page.get(page, {}).items())

    def forget(self, page: int) -> None:
        """Let go of all parts of a page."""
        for tile in tuple(self._of_page.get(page, ())):
            self._drop(tile)

    def _drop(self, tile: Tile) -> None:
        if self._images.pop(tile, None) is not None:
            self.pixels -= pixels_of(tile)
            of_page = self._of_page[tile.page]
            del of_page[tile]
            if not of_page:
                del self._of_page[tile.page]


def pixels_of(tile: Tile) -> int:
    """Give how many pixels a part has."""
    return tile.part.width * tile.part.height
