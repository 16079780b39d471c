"""The grid of scores as a view: how it looks, and the keys that work in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QTableView, QWidget

ROW_HEIGHT = 40
HEAD_HEIGHT = 48
NAMES_WIDTH, NAMES_AT_LEAST = 210, 140
ROOMY = 680
"""A grid narrower than this, in pixels, has its options' names over two lines."""

NARROWEST = 64
_WRAP = Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap))
NAMES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | _WRAP
HEADING = Qt.AlignmentFlag.AlignCenter | _WRAP


class ScoreGrid(QTableView):
    """A grid to score in without the mouse: arrows move, a number and Enter scores, Delete clears.

    Enter and Tab go on to the next cell; past the last one they stay, so that Tab leads on from
    the grid.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTabKeyNavigation(False)
        self.setProperty("grid", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(NARROWEST)
        head.setDefaultAlignment(HEADING)
        head.setFixedHeight(HEAD_HEIGHT)
        self.verticalHeader().setDefaultAlignment(NAMES)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the options' names less room where the criteria need it."""
        roomy = self.width() >= ROOMY
        self.verticalHeader().setFixedWidth(NAMES_WIDTH if roomy else NAMES_AT_LEAST)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear a cell, or open it for typing; leave the rest to the view."""
        index = self.currentIndex()
        if self.state() is QTableView.State.EditingState:
            super().keyPressEvent(event)  # such as the Enter that closes the cell
        elif index.isValid() and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.model().setData(index, "")
        elif index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def closeEditor(  # noqa: N802
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Go to the next or the last cell when one has been typed in."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._go(_STEPS.get(hint, 0))

    def _go(self, step: int) -> None:
        here, columns = self.currentIndex(), self.model().columnCount()
        to = here.row() * columns + here.column() + step
        if 0 <= to < columns * self.model().rowCount():
            self.setCurrentIndex(self.model().index(*divmod(to, columns)))


_STEPS = {
    QAbstractItemDelegate.EndEditHint.SubmitModelCache: 1,
    QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
    QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
}
