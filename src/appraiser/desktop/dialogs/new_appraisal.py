"""The two questions that start an appraisal."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from appraiser.desktop.dialogs.buttons import dialog_buttons
from appraiser.desktop.widgets.parts import words
from appraiser.domain.terms import Scope


class NewAppraisalDialog(QDialog):
    """Asks for the trust's name and the scope; both can be changed later."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("New appraisal")
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(words("Two questions to begin with", "heading"))
        form = QFormLayout()
        form.setSpacing(10)
        self._trust = QLineEdit()
        self._trust.textChanged.connect(self._typed)
        form.addRow("Which &trust?", self._trust)
        self._scopes = QButtonGroup(self)
        for at, scope in enumerate(Scope):
            choice = QRadioButton(scope.label)
            choice.setChecked(at == 0)
            self._scopes.addButton(choice, at)
            form.addRow("How much of it?" if at == 0 else "", choice)
        layout.addLayout(form)
        layout.addWidget(words("Both can be changed later.", "note"))
        row, self._go = dialog_buttons(self, "Choose where to keep it…")
        self._go.setEnabled(False)
        layout.addWidget(row)

    @property
    def trust(self) -> str:
        """The trust's name."""
        return self._trust.text().strip()

    @property
    def scope(self) -> Scope:
        """How much of the trust is considered."""
        return list(Scope)[self._scopes.checkedId()]

    @Slot()
    def _typed(self) -> None:
        self._go.setEnabled(bool(self.trust))
