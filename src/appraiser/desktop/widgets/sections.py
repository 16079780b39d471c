"""The sections of a page: a row of names to choose from, and one of them in view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from appraiser.desktop.widgets.parts import row

Count = Callable[[], int]


class Sections(QWidget):
    """One task in view at a time. Arrows move along the names; the counts follow the snapshot."""

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.show_section)
        self._names: list[tuple[str, Count | None]] = []
        self._grounds: list[QWidget] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        self._row = row()
        layout.addLayout(self._row)
        self._room = QVBoxLayout()
        layout.addLayout(self._room)

    def add_section(self, name: str, count: Count | None = None) -> QVBoxLayout:
        """Begin another section; give the room for its cards."""
        at = len(self._grounds)
        choice = QPushButton(
            name, self
        )  # before its ground, so that Tab leads from one to the other
        choice.setCheckable(True)
        choice.setProperty("section", True)
        self._group.addButton(choice, at)
        self._names.append((name, count))
        ground = QWidget()
        ground.setObjectName("pageGround")
        room = QVBoxLayout(ground)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(14)
        self._grounds.append(ground)
        self._room.addWidget(ground)
        self._lay_out_row()
        self.refresh()
        self.show_section(0)
        return room

    @Slot()
    def refresh(self) -> None:
        """Show how many things each section holds."""
        for (name, count), choice in zip(self._names, self._group.buttons(), strict=True):
            text = name if count is None else f"{name} {count()}"
            if choice.accessibleName() != f"Section: {text}":
                choice.setText(text)
                choice.setAccessibleName(f"Section: {text}")

    def show_part(self, part: QWidget) -> None:
        """Show the section that a widget is in."""
        for at, ground in enumerate(self._grounds):
            if ground.isAncestorOf(part):
                self.show_section(at)

    @Slot(int)
    def show_section(self, at: int) -> None:
        """Show one section and put the others away."""
        self._group.button(at).setChecked(True)
        for place, ground in enumerate(self._grounds):
            ground.setVisible(place == at)

    @property
    def names(self) -> tuple[str, ...]:
        """What the sections are called."""
        return tuple(name for name, _ in self._names)

    def _lay_out_row(self) -> None:
        while self._row.count():
            self._row.takeAt(0)
        for choice in self._group.buttons():
            self._row.addWidget(choice)
        self._row.addStretch(1)
