"""The control for one field of an appraisal: it shows the value and says what was given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appraiser.domain.fields import FieldSpec

Choices = tuple[tuple[str, str], ...]
"""What may be chosen: the id and what it is called."""


class FieldEditor(QWidget):
    """A control and, under it, room for the sentence that says what is wrong."""

    given = Signal(object)

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__()
        self.spec = spec
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    @property
    def control(self) -> QWidget:
        """The control that takes the keyboard."""
        raise AssertionError(self.spec.kind)

    def show_value(self, value: object) -> None:
        """Show a value, unless it is what is shown already."""
        raise AssertionError(value)

    def begin(self, value: object) -> None:
        """Show the value of another thing, whatever was typed for the last one."""
        self.show_value(value)

    def keep(self) -> None:
        """Give what was typed and not given yet."""

    def offer(self, choices: Choices) -> None:
        """Take the list of what may be chosen, for editors that choose."""

    def _place(self, control: QWidget) -> None:
        if self.spec.hint:
            control.setToolTip(self.spec.hint)
        control.setAccessibleName(self.spec.label)
        control.setAccessibleDescription(self.spec.hint)
        self._layout.addWidget(control)
