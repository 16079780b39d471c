"""Asks for a few short texts at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from appraiser.desktop.dialogs.buttons import dialog_buttons
from appraiser.desktop.widgets.parts import words


class WordsDialog(QDialog):
    """A question and a line for each answer; it goes on when every line has something."""

    def __init__(
        self, parent: QWidget | None, title: str, question: str, fields: Sequence[str]
    ) -> None:
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
        self._lines = [QLineEdit() for _ in fields]
        for label, line in zip(fields, self._lines, strict=True):
            line.textChanged.connect(self._typed)
            form.addRow(label, line)
        layout.addLayout(form)
        row, self._go = dialog_buttons(self, title)
        self._go.setEnabled(False)
        layout.addWidget(row)

    @property
    def words(self) -> tuple[str, ...]:
        """What was typed, line by line."""
        return tuple(line.text().strip() for line in self._lines)

    @Slot()
    def _typed(self) -> None:
        self._go.setEnabled(all(self.words))
