"""The bar over the sheets: which page is looked at, and how large."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from appraiser.desktop.preview.sheet_view import SheetView
from appraiser.desktop.preview.zoom import STEPS, Fit, Zoom, words_for
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.parts import GRID, button, row

_ZOOMS: tuple[Zoom, ...] = (*Fit, *STEPS)


class PreviewBar(QWidget):
    """Follows the sheets and moves them."""

    side_toggled = Signal(bool)

    def __init__(self, sheets: SheetView) -> None:
        super().__init__()
        self._sheets = sheets
        self.setAccessibleName("Page and size")
        self.side = button("Lists", self._toggle_side)
        self.side.setProperty("toggle", True)
        self.side.setCheckable(True)
        self.side.setChecked(True)
        self.side.setAccessibleDescription("Search, pages and paragraphs")
        self.side.setToolTip("Search, pages and paragraphs")
        self.earlier = _small("↑", self._go_earlier, "Page before (Ctrl+Page Up)")
        self.later = _small("↓", self._go_later, "Next page (Ctrl+Page Down)")
        self.number = PageNumber()
        self.smaller = _small("\N{MINUS SIGN}", self._make_smaller, "Smaller (Ctrl+-)")
        self.larger = _small("+", self._make_larger, "Larger (Ctrl++)")
        self.zooms = ChoiceList()
        self.zooms.setAccessibleName("Size")
        self.zooms.setMinimumContentsLength(8)
        for zoom in _ZOOMS:
            self.zooms.addItem(words_for(zoom))
        self._room = row(spacing=GRID)
        parts = (self.side, None, self.earlier, self.number, self.later, None)
        layout = row(*parts, self.smaller, self.zooms, self.larger, self._room, spacing=GRID)
        self.setLayout(layout)
        self.number.page_asked.connect(sheets.go_to)
        self.zooms.activated.connect(self._set_size)
        sheets.page_changed.connect(self.follow)
        sheets.zoom_changed.connect(self.follow)
        self.follow()

    def add(self, part: QWidget) -> None:
        """Put something at the end of the bar."""
        self._room.addWidget(part)

    @Slot()
    def follow(self) -> None:
        """Show the page that is looked at and the size that it has."""
        document, page = self._sheets.document, self._sheets.page
        count = document.page_count if document is not None else 0
        for each in (self.number, self.zooms, self.smaller, self.larger):
            each.setEnabled(count > 0)
        self.earlier.setEnabled(page > 0)
        self.later.setEnabled(page + 1 < count)
        self.number.show_page(page, count)
        zoom, share = self._sheets.zoom, self._sheets.share
        self.zooms.setCurrentIndex(_ZOOMS.index(zoom) if zoom in _ZOOMS else -1)
        now = f"{round(100 * share)}% of the size on paper"
        self.zooms.setToolTip(now)
        self.zooms.setAccessibleDescription(now)

    @Slot()
    def _toggle_side(self) -> None:
        self.side_toggled.emit(self.side.isChecked())

    @Slot()
    def _go_earlier(self) -> None:
        self._sheets.go_to(self._sheets.page - 1)

    @Slot()
    def _go_later(self) -> None:
        self._sheets.go_to(self._sheets.page + 1)

    @Slot()
    def _make_smaller(self) -> None:
        self._sheets.step_zoom(larger=False)

    @Slot()
    def _make_larger(self) -> None:
        self._sheets.step_zoom(larger=True)

    @Slot(int)
    def _set_size(self, at: int) -> None:
        self._sheets.set_zoom(_ZOOMS[at])


class PageNumber(QSpinBox):
    """Says "Page 3 of 44"; another number typed over it, and Enter, goes there."""

    page_asked = Signal(int)
    """A page, counted from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Page number")
        self.setPrefix("Page ")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown = 0
        self.valueChanged.connect(self._ask)

    def show_page(self, page: int, count: int) -> None:
        """Show which page of how many is looked at."""
        self._shown = page + 1
        self.setSuffix(f" of {count:,}")
        self.setRange(min(1, count), count)
        self.setValue(self._shown)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn pages only where the keyboard is."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot(int)
    def _ask(self, number: int) -> None:
        if number != self._shown:
            self.page_asked.emit(number - 1)


def _small(text: str, pressed: Callable[[], object], name: str) -> QPushButton:
    made = button(text, pressed)
    made.setProperty("small", True)
    made.setAccessibleName(name.partition(" (")[0])
    made.setToolTip(name)
    return made
