"""A table to be read: words that are never edited, fitted anew to the room there is."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from appraiser.desktop.widgets.parts import cut, tip

ABOVE = 7
"""Pixels above and below the words of a cell, as the style sheet has them."""


class ReadingTable(QTableWidget):
    """What tables of results and of sentences have in common; each says how it is fitted."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put_heading(self, at: int, heading: str, where: Qt.AlignmentFlag) -> None:
        """Name a column; the whole of the name is in its tip."""
        item = QTableWidgetItem(heading)
        item.setTextAlignment(where)
        item.setToolTip(heading)
        self.setHorizontalHeaderItem(at, item)

    def put(self, line: int, at: int, text: str, where: Qt.AlignmentFlag, longest: int) -> None:
        """Show so many characters of a text in a cell; the whole of it is in its tip."""
        item = QTableWidgetItem(cut(text, longest))
        item.setTextAlignment(where)
        item.setToolTip(tip(text))
        self.setItem(line, at, item)

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
        """Give each column its width and each row its height, and be as high as is wanted."""
        raise NotImplementedError  # each kind of table says; Qt's classes cannot be abstract


def height_of(metrics: QFontMetrics, text: str, room: int, highest: int) -> int:
    """Give how high words stand when wrapped, in pixels; Qt's own answer forgets their margins."""
    box = QRect(0, 0, max(room, 1), highest)
    return metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, text).height()
