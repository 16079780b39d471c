"""A table of sentences: every column wraps, and every row is as high as its words need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from appraiser.desktop.widgets.parts import cut, tip

LEAST_HEIGHT = 34
MOST_SHOWN = 520
"""Pixels of rows that are shown at once; the rest scrolls."""
BESIDE, ABOVE = 26, 7
"""Pixels about the words of a cell, as the style sheet has them: to both sides, and to each."""
LONGEST = 600
"""Characters of a cell that are shown; the whole of it is in its tip."""
_TALL = 100_000


class WordTable(QTableWidget):
    """Columns share the width by their weights. Rows or cells are chosen, never edited."""

    def __init__(self, name: str, *, by_cell: bool = False) -> None:
        super().__init__()
        self._weights: Sequence[float] = ()
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setDefaultAlignment(_WRAPPED)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        how = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(how.SelectItems if by_cell else how.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(
        self, columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]]
    ) -> None:
        """Show rows under headings, each with the weight of its column; hide where none are."""
        self._weights = [weight for _, weight in columns]
        self.setColumnCount(len(columns))
        for at, (heading, _) in enumerate(columns):
            item = QTableWidgetItem(heading)
            item.setToolTip(heading)
            item.setTextAlignment(_WRAPPED)
            self.setHorizontalHeaderItem(at, item)
        self.setRowCount(len(rows))
        for line, cells in enumerate(rows):
            for across, text in enumerate(cells):
                item = QTableWidgetItem(cut(text, LONGEST))
                item.setToolTip(tip(text))
                item.setTextAlignment(_TOP)
                self.setItem(line, across, item)
        self.setVisible(bool(rows))
        if self.isVisible():
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the rows that were given meanwhile."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give each column its share, and each row and the headings the height they need."""
        room, whole = self.viewport().width(), sum(self._weights) or 1
        widths = [int(room * weight / whole) for weight in self._weights]
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        heads = [self.horizontalHeaderItem(at) for at in range(len(widths))]
        bold = self.horizontalHeader().fontMetrics()
        needed = [
            _height(bold, each.text(), width)
            for each, width in zip(heads, widths, strict=True)
            if each is not None
        ]
        self.horizontalHeader().setFixedHeight(max([LEAST_HEIGHT, *needed]))
        for line in range(self.rowCount()):
            self.setRowHeight(line, self._row_height(line, widths))
        rows = sum(self.rowHeight(line) for line in range(self.rowCount()))
        height = self.horizontalHeader().height() + min(rows, MOST_SHOWN) + 4
        if height != self.height():
            self.setFixedHeight(height)
            _make_room(self)

    def _row_height(self, line: int, widths: Sequence[int]) -> int:
        cells = [self.item(line, at) for at in range(len(widths))]
        heights = [
            _height(self.fontMetrics(), cell.text(), width)
            for cell, width in zip(cells, widths, strict=True)
            if cell is not None
        ]
        return max([LEAST_HEIGHT, *heights])


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    """Give how high words stand in a column; Qt's own answer forgets the room beside them."""
    box = QRect(0, 0, max(width - BESIDE, 1), _TALL)
    return metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, text).height() + 2 * ABOVE


def _make_room(widget: QWidget) -> None:
    """Lay out what is around a widget at once; Qt would do one level on each turn of its loop."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        layout = around.layout()
        if layout is not None:
            layout.activate()
        around = around.parentWidget()


_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = _TOP | Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap))
