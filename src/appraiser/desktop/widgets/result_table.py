"""A table of results: rows of words, some to the right, none to be edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from appraiser.desktop.widgets.parts import Card, tip, words

ROW_HEIGHT = 34
MOST_ROWS_SHOWN = 14


class ResultTable(Card):
    """A card with a table in it and a line of words over it."""

    def __init__(self, heading: str, note: str, columns: Sequence[str]) -> None:
        super().__init__(heading)
        if note:
            self.add(words(note, "note"))
        self.table = QTableWidget(0, len(columns))
        self.table.setAccessibleName(heading)
        for at, heading_text in enumerate(columns):
            item = QTableWidgetItem(heading_text)
            item.setTextAlignment(_RIGHT if at else _LEFT)
            self.table.setHorizontalHeaderItem(at, item)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.add(self.table)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows of words; the first column names the row, the rest stand to the right."""
        self.setVisible(bool(rows))
        self.table.setRowCount(len(rows))
        for line, cells in enumerate(rows):
            for across, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_RIGHT if across else _LEFT)
                item.setToolTip(tip(text))
                self.table.setItem(line, across, item)
        shown = min(len(rows), MOST_ROWS_SHOWN)
        self.table.setFixedHeight(self.table.horizontalHeader().height() + shown * ROW_HEIGHT + 4)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
