"""Asks for a password, typed twice so that a slip of the keyboard locks nobody out."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from appraiser.desktop.dialogs.buttons import dialog_buttons
from appraiser.desktop.widgets.parts import words

_DIFFERENT = "The two are not the same yet."


class PasswordDialog(QDialog):
    """Two lines of dots; it goes on once both say the same."""

    def __init__(self, parent: QWidget | None, title: str, question: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(words(title, "heading"))
        layout.addWidget(words(question, "note"))
        form = QFormLayout()
        form.setSpacing(10)
        self._lines = QLineEdit(), QLineEdit()
        for label, line in zip(("Password", "The same again"), self._lines, strict=True):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.textChanged.connect(self._typed)
            form.addRow(label, line)
        layout.addLayout(form)
        self._wrong = words("", "wrong")
        layout.addWidget(self._wrong)
        row, self._go = dialog_buttons(self, title)
        layout.addWidget(row)
        self._typed()

    @property
    def password(self) -> str:
        """What was typed in both."""
        return self._lines[0].text()

    @Slot()
    def _typed(self) -> None:
        first, again = (line.text() for line in self._lines)
        self._go.setEnabled(bool(first) and first == again)
        self._wrong.setText(_DIFFERENT if again and first != again else "")
