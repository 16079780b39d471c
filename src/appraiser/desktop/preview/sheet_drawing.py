"""What is drawn of the sheets, and what is to be drawn next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from appraiser.desktop.preview.document import PreviewDocument
from appraiser.desktop.preview.errands import Errand
from appraiser.desktop.preview.sheets import Sheets
from appraiser.desktop.preview.tiles import Tile, TileStore, pixels_of, tiles_of
from appraiser.domain.problem import Problem

Drawn = list[tuple[Tile, QImage]]


class SheetDrawing:
    """Keeps the parts of sheets that were drawn, up to so many pixels, and says which are wanted.

    Each showing of a document is an edition; what was drawn of an earlier one stands in until
    the new one is drawn.
    """

    def __init__(self, most_pixels: int, changed: Callable[[], object]) -> None:
        """Call `changed` when there is something new to paint."""
        self.store = TileStore(most_pixels)
        self._most_pixels, self._changed = most_pixels, changed
        self._document: PreviewDocument | None = None
        self._edition = 0
        self._broken: dict[int, str] = {}

    def show_document(self, document: PreviewDocument) -> None:
        """Begin another edition; what was drawn stands in only for sheets of the same size."""
        before = self._document.sizes if self._document is not None else ()
        for page, size in enumerate(before):
            if page >= document.page_count or document.sizes[page] != size:
                self.store.forget(page)
        self._document, self._edition = document, self._edition + 1
        self._broken.clear()

    def drawn(self, page: int, sheets: Sheets, seen: QRect, ratio: float) -> tuple[Drawn, Drawn]:
        """Give what is drawn of the part of a sheet that is seen, and what stands in for it."""
        tiles = [(each, self.store.get(each)) for each in self._tiles(page, sheets, seen, ratio)]
        ready = [(tile, image) for tile, image in tiles if image is not None]
        return ready, [] if len(ready) == len(tiles) else list(self.store.of_page(page))

    def why_not(self, page: int) -> str:
        """Say why a page cannot be drawn; nothing where it can."""
        return self._broken.get(page, "")

    def next_errand(self, sheets: Sheets, seen: QRect, ratio: float) -> Errand | None:
        """Give the drawing of something that is seen and not drawn yet.

        All that is seen is kept, however large the screen is, or it would be drawn for ever.
        """
        tiles = list(self._wanted(sheets, seen, ratio))
        self.store.most_pixels = max(self._most_pixels, sum(map(pixels_of, tiles)))
        return self._drawing(tiles)

    def next_ahead(self, sheets: Sheets, seen: QRect, ratio: float) -> Errand | None:
        """Give the drawing of something just below or above, while it pushes nothing seen out."""
        room = self._most_pixels - sum(map(pixels_of, self._wanted(sheets, seen, ratio)))
        for up in (1, -1):
            tiles = list(self._wanted(sheets, seen.translated(0, up * seen.height()), ratio))
            room -= sum(map(pixels_of, tiles))
            if room >= 0 and (errand := self._drawing(tiles)) is not None:
                return errand
        return None

    def _wanted(self, sheets: Sheets, seen: QRect, ratio: float) -> Iterator[Tile]:
        for page in sheets.pages_between(seen.top(), seen.bottom() + 1):
            yield from self._tiles(page, sheets, seen, ratio)

    def _tiles(self, page: int, sheets: Sheets, seen: QRect, ratio: float) -> Iterator[Tile]:
        """Give the parts of a sheet that have something in a part of the ground."""
        rect = sheets.rect(page)
        whole = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        view = seen.intersected(rect).translated(-rect.topLeft())
        if not view.isEmpty():
            on_screen = QRect(view.topLeft() * ratio, view.size() * ratio)
            yield from tiles_of(self._edition, page, whole, on_screen)

    def _drawing(self, tiles: Iterable[Tile]) -> Errand | None:
        if self._document is None:
            return None
        for tile in tiles:
            if tile not in self.store and tile.page not in self._broken:
                work = partial(self._document.draw, tile.page, tile.part)
                return Errand(work, partial(self._take, tile), partial(self._give_up, tile))
        return None

    def _take(self, tile: Tile, image: QImage) -> None:
        """Keep what was drawn, unless there is another edition by now."""
        if tile.edition == self._edition:
            self.store.put(tile, image)
            self._changed()

    def _give_up(self, tile: Tile, problem: Problem) -> None:
        """Keep why a page cannot be drawn, and do not try again."""
        if tile.edition == self._edition:
            self._broken[tile.page] = problem.what
            self._changed()
