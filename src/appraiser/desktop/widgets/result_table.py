"""A table of results: rows of words, some to the right, none to be edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt

from appraiser.desktop.widgets.parts import Card, words
from appraiser.desktop.widgets.reading_table import ABOVE, ReadingTable, height_of

ROW_HEIGHT = 34
MOST_ROWS_SHOWN = 14
LEAST_FOR_WORDS = 140
"""Pixels that a column of many words keeps; they take several lines then."""
MOST_LINES = 6
LONGEST = 300
"""Characters of a cell that are shown; the whole of it is in its tip."""
BESIDE = 24
"""Pixels beside the words of a cell, as the style sheet has them, to both sides."""


class ResultTable(Card):
    """A card with a table in it and a line of words over it; away while there are no rows."""

    def __init__(self, heading: str, note: str, columns: Sequence[str]) -> None:
        super().__init__(heading)
        if note:
            self.add(words(note, "note"))
        self.table = _Table(heading, columns)
        self.add(self.table)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows of words; the first column names the row, the rest stand to the right.

        A column in which no row has anything is put away.
        """
        self.setVisible(bool(rows))
        self.table.setRowCount(len(rows))
        for line, cells in enumerate(rows):
            for across, text in enumerate(cells):
                self.table.put(line, across, text, _RIGHT if across else _LEFT, LONGEST)
        for across in range(self.table.columnCount()):
            self.table.setColumnHidden(across, not any(cells[across] for cells in rows))
        if self.table.isVisible():
            self.table.fit()


class _Table(ReadingTable):
    """As wide as its card and as high as its rows, whose words break where they must."""

    def __init__(self, name: str, columns: Sequence[str]) -> None:
        super().__init__(name)
        self.setColumnCount(len(columns))
        for at, heading in enumerate(columns):
            self.put_heading(at, heading, _RIGHT if at else _LEFT)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def fit(self) -> None:
        """Give each column its width and each row its height, and be as high as the first rows."""
        for at, width in self._widths().items():
            self.setColumnWidth(at, width)
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(ROW_HEIGHT, self._lines(row) + 2 * ABOVE))
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), MOST_ROWS_SHOWN)))
        self.setFixedHeight(self.horizontalHeader().height() + rows + 4)

    def _widths(self) -> dict[int, int]:
        """Let the first column take what the others leave; where that is little, all wrap."""
        head, room = self.horizontalHeader(), self.viewport().width()
        shown = [at for at in range(self.columnCount()) if not self.isColumnHidden(at)]
        headings = {at: head.sectionSizeHint(at) for at in shown}
        wanted = {at: max([headings[at], *self._needed(at)]) for at in shown}
        least = {at: max(headings[at], min(wanted[at], LEAST_FOR_WORDS)) for at in shown}
        over, spare = sum(wanted.values()) - room, sum(wanted.values()) - sum(least.values())
        given = min(1.0, max(0, over) / max(spare, 1))
        found = {at: wanted[at] - round(given * (wanted[at] - least[at])) for at in shown}
        return {**found, 0: max(found[0] + room - sum(found.values()), 0)} if found else {}

    def _needed(self, at: int) -> Iterator[int]:
        """Give what each cell of a column needs on one line."""
        for item in (self.item(row, at) for row in range(self.rowCount())):
            yield self.fontMetrics().horizontalAdvance(item.text()) + BESIDE if item else 0

    def _lines(self, row: int) -> int:
        """Give how high the words of a row are that do not stand on one line."""
        metrics, highest = self.fontMetrics(), 0
        for at in range(self.columnCount()):
            item, room = self.item(row, at), self.columnWidth(at) - BESIDE
            if item is not None and metrics.horizontalAdvance(item.text()) > room > 0:
                most = MOST_LINES * metrics.height()
                highest = max(highest, min(height_of(metrics, item.text(), room, most), most))
        return highest


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
