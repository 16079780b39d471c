"""A table of sentences: every column wraps, and every row is as high as its words need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from appraiser.desktop.widgets.reading_table import ABOVE, ReadingTable, height_of

LEAST_HEIGHT = 34
MOST_SHOWN = 520
"""Pixels of rows that are shown at once; the rest scrolls."""
BESIDE = 26
"""Pixels beside the words of a cell, as the style sheet has them, to both sides."""
LONGEST = 600
"""Characters of a cell that are shown; the whole of it is in its tip."""
_TALL = 100_000


class WordTable(ReadingTable):
    """Columns share the width by their weights. Rows or cells are chosen, never edited."""

    def __init__(self, name: str, *, by_cell: bool = False) -> None:
        super().__init__(name)
        self._weights: Sequence[float] = ()
        self.horizontalHeader().setDefaultAlignment(_WRAPPED)
        self.setWordWrap(True)
        if by_cell:
            self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_rows(
        self, columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str]]
    ) -> None:
        """Show rows under headings, each with the weight of its column; hide where none are."""
        self._weights = [weight for _, weight in columns]
        self.setColumnCount(len(columns))
        for at, (heading, _) in enumerate(columns):
            self.put_heading(at, heading, _WRAPPED)
        self.setRowCount(len(rows))
        for line, cells in enumerate(rows):
            for across, text in enumerate(cells):
                self.put(line, across, text, _LEFT, LONGEST)
        self.setVisible(bool(rows))
        if self.isVisible():
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
    """Give how high a cell or heading of a column is, in pixels."""
    return height_of(metrics, text, width - BESIDE, _TALL) + 2 * ABOVE


def _make_room(widget: QWidget) -> None:
    """Lay out what is around a widget at once; Qt would do one level on each turn of its loop."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        layout = around.layout()
        if layout is not None:
            layout.activate()
        around = around.parentWidget()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = _LEFT | Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap))
