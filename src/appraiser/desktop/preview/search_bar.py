"""The line to search a paper with, what was found, and the way from one find to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from appraiser.desktop.announcing import announce
from appraiser.desktop.preview.finder import Finder
from appraiser.desktop.widgets.parts import GRID, Line, button, column, row

_REST = 200
"""The keyboard has rested this long before a search begins, in milliseconds."""


class SearchBar(QWidget):
    """Enter goes to the next find, Shift and Enter to the one before, Escape clears the line."""

    asked = Signal(str)
    """Words to look for; none to look for nothing."""
    left = Signal()
    """Escape was pressed on an empty line."""

    def __init__(self, finder: Finder) -> None:
        super().__init__()
        self._finder = finder
        self._asked = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText("Find in the paper")
        self.line.setAccessibleName("Find in the paper")
        self.line.setAccessibleDescription("Enter goes to the next, Shift and Enter to the last.")
        self.line.setClearButtonEnabled(True)
        self.said = Line("note")
        self.said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.before = button("↑", self._to_one_before)
        self.after = button("↓", self._to_next)
        for each, name, keys in (
            (self.before, "One before", "Shift+F3"),
            (self.after, "Next one", "F3"),
        ):
            each.setProperty("small", True)
            each.setAccessibleName(name)
            each.setToolTip(f"{name} ({keys})")
        self._under = QWidget()
        self._under.setLayout(row(self.said, self.before, self.after, spacing=GRID))
        self.setLayout(column(self.line, self._under, spacing=6))
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._ask)
        self.line.textEdited.connect(self._rest.start)
        self.line.textChanged.connect(self._ask_if_empty)
        finder.changed.connect(self._follow)
        self._follow()

    def take_keyboard(self) -> None:
        """Give the line the keyboard, with what is in it ready to be typed over."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def step(self, *, onward: bool) -> None:
        """Go to the next find or the one before; look first, if other words are there."""
        if self.line.text() != self._asked:
            self._ask()
            return
        self._finder.step(onward=onward)
        announce(self, self.said.words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, and leave with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.line.hasFocus():
            self.step(onward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _to_next(self) -> None:
        self.step(onward=True)

    @Slot()
    def _to_one_before(self) -> None:
        self.step(onward=False)

    @Slot(str)
    def _ask_if_empty(self, words: str) -> None:
        """Stop looking as soon as the line is empty."""
        if not words:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        self._rest.stop()
        if self.line.text() != self._asked:
            self._asked = self.line.text()
            self.asked.emit(self._asked)

    @Slot()
    def _follow(self) -> None:
        """Say what was found so far."""
        was_looking = not self.after.isEnabled() and bool(self._finder.words)
        said = said_of(self._finder)
        self.said.say(said)
        self._under.setVisible(bool(said))
        for each in (self.before, self.after):
            each.setEnabled(self._finder.count > 0)
        if was_looking and not self._finder.is_looking:
            announce(self, said)


def said_of(finder: Finder) -> str:
    """Say what was found, and which of it is gone to."""
    if not finder.words:
        return ""
    if not finder.count:
        return "Looking…" if finder.is_looking else "Not found"
    so_far = " so far" if finder.is_looking else ""
    count = f"the first {finder.count:,}" if finder.is_cut_short else f"{finder.count:,}"
    if not finder.position:
        return f"{count} found{so_far}"
    return f"{finder.position:,} of {count} found{so_far}"
