"""A text that follows a finger."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class Lively(QWidget):
    """A text that may change many times a second without the page being laid out each time.

    A label asks for that at every new text. This asks only where it needs more room than it has
    had, and keeps what it has, so that nothing below jumps to and fro.
    """

    def __init__(self, label: QLabel) -> None:
        """Stand in for a label, which says what this is told to."""
        super().__init__()
        self._label = label
        label.setParent(self)
        policy = label.sizePolicy()
        policy.setHeightForWidth(label.wordWrap())
        self.setSizePolicy(policy)
        self.setMinimumWidth(label.minimumWidth())
        self._kept = QSize(0, 0)

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)
        needed = self._needed()
        if needed.expandedTo(self._kept) != self._kept:
            self._kept = needed.expandedTo(self._kept)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for what the text needs, or once needed."""
        return self._label.sizeHint().expandedTo(self._kept)

    def minimumSizeHint(self) -> QSize:
        """Make do with what a label does, or with what was needed."""
        return self._label.minimumSizeHint().expandedTo(self._kept)

    def heightForWidth(self, width: int) -> int:
        """Give the height that the text needs at a width."""
        kept = self._kept.height() if width == self.width() else 0
        return max(self._label.heightForWidth(width), kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill it all with the text; at another width what was needed means nothing."""
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())
        if event.oldSize().width() != event.size().width() and self._label.wordWrap():
            before, self._kept = self._kept, self._needed()
            if self._kept != before:
                self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Ask anew in another face or size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._kept = QSize(0, 0)
            self.updateGeometry()

    def _needed(self) -> QSize:
        """What the text needs: as high at this width where it wraps, else as wide and high."""
        self._label.ensurePolished()
        if self._label.wordWrap():
            return QSize(0, self._label.heightForWidth(self.width()))
        return self._label.sizeHint()
