"""The row of buttons at the foot of a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def dialog_buttons(dialog: QDialog, go: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Make a button that goes on, and Cancel; give the row and the first of them."""
    row = QDialogButtonBox(dialog)
    forward = row.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
    forward.setProperty("primary", True)
    row.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
    row.accepted.connect(dialog.accept)
    row.rejected.connect(dialog.reject)
    return row, forward
