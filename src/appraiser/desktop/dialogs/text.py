"""Asks for a longer text, starting from one that is there."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from appraiser.desktop.dialogs.buttons import dialog_buttons
from appraiser.desktop.widgets.parts import words


class TextDialog(QDialog):
    """A question over a box of text; it goes on once something stands in it."""

    def __init__(self, parent: QWidget | None, title: str, question: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumSize(620, 380)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(words(title, "heading"))
        layout.addWidget(words(question, "note"))
        self._box = QPlainTextEdit(text)
        self._box.setTabChangesFocus(True)
        self._box.setAccessibleName(title)
        self._box.setAccessibleDescription(question)
        self._box.textChanged.connect(self._typed)
        layout.addWidget(self._box, stretch=1)
        row, self._go = dialog_buttons(self, "Use these words")
        layout.addWidget(row)
        self._typed()

    @property
    def text(self) -> str:
        """What was typed."""
        return self._box.toPlainText().strip()

    @Slot()
    def _typed(self) -> None:
        self._go.setEnabled(bool(self.text))
