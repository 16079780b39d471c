"""The window: what is always there, and the one place where its parts meet.

Only Qt and the standard library are needed to show it; the rest is loaded after the first paint.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from appraiser.desktop.theme.tokens import Tokens
from appraiser.desktop.widgets.parts import Line, words

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QAction,
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from appraiser.desktop.desk import Desk
    from appraiser.desktop.start_page import StartPage

HEADER_HEIGHT = 52
DRAWER_NEEDS = 1200
"""Below this width the drawer is folded away until it is asked for."""


class Window(QMainWindow):
    """Header, menus and either the start page or the desk of the open appraisal."""

    closing = Signal()
    file_dropped = Signal(Path)
    painted = Signal()
    """It has been painted for the first time."""

    def __init__(self, start: StartPage, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens
        self.desk: Desk | None = None
        self.may_close = True
        self._has_painted = False
        self.setWindowTitle("Appraiser")
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.setMinimumSize(880, 500)  # a laptop of 1920 x 1080 at 200% has 960 x 540
        self._product = words("Appraiser", "product", wrap=False)
        self._name = Line("note")
        self._state = Line("note")
        self._middle = QStackedWidget()
        self.start = start
        self._middle.addWidget(start)
        ground = QWidget()
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        layout.addWidget(self._middle, stretch=1)
        self.setCentralWidget(ground)

    def _header(self) -> QWidget:
        header = QFrame()
        header.setObjectName("header")
        header.setFixedHeight(HEADER_HEIGHT)
        layout = QHBoxLayout(header)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(14)
        layout.addWidget(self._product)
        layout.addWidget(self._name, stretch=1)
        layout.addWidget(self._state)
        return header

    def add_menu(self, title: str, actions: tuple[QAction | None, ...]) -> None:
        """Add a menu; None parts its entries."""
        menu = self.menuBar().addMenu(title)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)

    def show_start(self, start: StartPage) -> None:
        """Show a fresh start page in place of the desk or of the old one."""
        for old in (self.start, self.desk):
            if old is not None:
                self._middle.removeWidget(old)
                old.deleteLater()
        self.start, self.desk = start, None
        self._middle.addWidget(start)
        self._middle.setCurrentWidget(start)
        start.new_button.setFocus()
        self.set_name("", "")
        self.set_state("")

    def show_desk(self, desk: Desk) -> None:
        """Show the desk of an appraisal."""
        if self.desk is not None:
            self._middle.removeWidget(self.desk)
            self.desk.deleteLater()
        self.desk = desk
        self._middle.addWidget(desk)
        self._middle.setCurrentWidget(desk)
        desk.page.take_keyboard()
        self._fold()

    def set_name(self, name: str, file: str) -> None:
        """Say in the header and the title bar what is open."""
        self._name.say(name)
        self.setWindowTitle(f"{file} - Appraiser" if file else "Appraiser")

    def set_state(self, words: str) -> None:
        """Say in the header whether everything is saved, or what is under way."""
        self._state.say(words)

    @property
    def state(self) -> str:
        """What the header says of saving."""
        return self._state.words

    @Slot()
    def toggle_drawer(self) -> None:
        """Fold the drawer away or bring it back."""
        if self.desk is not None:
            self.desk.fold_drawer(folded=self.desk.drawer_is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the drawer when there is no room for it."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint, once all that is in the window has been painted too."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def _fold(self) -> None:
        if self.desk is not None:
            self.desk.fold_drawer(folded=self.width() < DRAWER_NEEDS)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged in."""
        if _dragged(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file was dropped."""
        file = _dragged(event)
        if file is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(file)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let what is open be put away first; it may ask to stay."""
        self.may_close = True
        self.closing.emit()
        event.setAccepted(self.may_close)


def _dragged(event: QDropEvent) -> Path | None:
    """Give the one file of this computer that is dragged, if that is what it is."""
    addresses = event.mimeData().urls()
    if len(addresses) != 1 or not addresses[0].isLocalFile():
        return None
    return Path(addresses[0].toLocalFile())
