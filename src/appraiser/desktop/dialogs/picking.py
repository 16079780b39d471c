"""Asks which of a list of things."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from appraiser.desktop.dialogs.buttons import dialog_buttons
from appraiser.desktop.widgets.parts import words


class PickDialog(QDialog):
    """A question and a list; Enter or a double click takes the one that is chosen."""

    def __init__(self, parent: QWidget, title: str, question: str, things: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumSize(480, 320)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(words(title, "heading"))
        layout.addWidget(words(question, "note"))
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.addItems(list(things))
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        layout.addWidget(self._list)
        row, _ = dialog_buttons(self, title)
        layout.addWidget(row)

    @property
    def picked(self) -> int:
        """Where the chosen thing stands in the list."""
        return self._list.currentRow()
