"""A person at the keyboard: presses keys, and finds their way by what a screen reader would say."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QListWidget, QWidget

Key = Qt.Key
MOST_TABS = 400
SOON = 10
"""Milliseconds between looks whether a dialog is up."""


class Hands:
    """Types into whatever has the keyboard. There is no mouse."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    @property
    def here(self) -> QWidget:
        """What has the keyboard."""
        if QApplication.activeWindow() is None:  # only offscreen does a dialog not give it back
            self._window.activateWindow()
            QApplication.processEvents()
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    @property
    def heard(self) -> str:
        """What a screen reader calls it."""
        spoken = QAccessible.queryAccessibleInterface(self.here).text(QAccessible.Text.Name)
        return self.here.accessibleName() or spoken

    def press(self, keys: str) -> None:
        """Press a key, with others held down where there are some: Ctrl+S."""
        pressed = QKeySequence(keys)[0]
        QTest.keyClick(self.here, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type some words; the first letter may open a cell for the rest."""
        for letter in text:
            QTest.keyClicks(self.here, letter)

    def go_to(self, name: str) -> None:
        """Press Tab until something of this name has the keyboard."""
        passed = []
        for _ in range(MOST_TABS):
            if self.heard == name:
                return
            passed.append(self.heard)
            self.press("Tab")
        raise AssertionError(f"Tab never came to {name!r}, only to {list(dict.fromkeys(passed))}")

    def go_to_section(self, name: str) -> None:
        """Show a section of the page by its name, with the arrows."""
        for _ in range(MOST_TABS):
            if self.heard.startswith("Section: "):
                break
            self.press("Tab")
        for _ in range(MOST_TABS):
            if self.heard.startswith(f"Section: {name}"):
                return
            self.press("Right")
        raise AssertionError(f"there is no section {name!r}")

    def push(self, name: str) -> None:
        """Go to a button and push it."""
        self.go_to(name)
        assert isinstance(self.here, QAbstractButton)
        self.press("Space")

    def fill(self, name: str, text: str) -> None:
        """Go to a field and type in it, over what is there."""
        self.go_to(name)
        self.press("Ctrl+A")
        self.type(text)

    def choose(self, name: str, wanted: str) -> None:
        """Go to a list and choose from it with the arrows."""
        self.go_to(name)
        chosen = self.here
        assert isinstance(chosen, QComboBox)
        self.press("Home")
        for _ in range(chosen.count()):
            if chosen.currentText() == wanted:
                return
            self.press("Down")
        raise AssertionError(f"{wanted!r} is not in {list(texts(chosen))}")

    def tick(self, name: str, *wanted: str) -> None:
        """Go to a list of boxes and tick some."""
        self.go_to(name)
        boxes = self.here
        assert isinstance(boxes, QListWidget)
        self.press("Home")
        for at in range(boxes.count()):
            if boxes.item(at).text() in wanted:
                self.press("Space")
            self.press("Down")

    def answer(self, act: Callable[[], object]) -> None:
        """Do something as soon as a dialog is up; it waits for an answer, so say this before."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is not None and dialog.isActiveWindow():
                act()
                return
            if dialog is not None:
                dialog.activateWindow()
            QTimer.singleShot(SOON, look)

        QTimer.singleShot(SOON, look)


def texts(chosen: QComboBox) -> Iterator[str]:
    """Give what a list offers."""
    return (chosen.itemText(at) for at in range(chosen.count()))
