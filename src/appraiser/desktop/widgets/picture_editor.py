"""A picture: shown as it prints, chosen from a file, or taken away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from appraiser.desktop.announcing import announce
from appraiser.desktop.asking import Ask
from appraiser.desktop.pictures import picture_in, picture_of
from appraiser.desktop.widgets.field_editor import FieldEditor
from appraiser.desktop.widgets.parts import GRID, button, row
from appraiser.domain.fields import FieldSpec
from appraiser.domain.problem import Problem

NONE = "None"
UNREADABLE = "This picture cannot be shown."
ROOM = QSize(220, 88)
"""How large the picture and the white paper around it are, in pixels."""
AROUND = 10


class PictureEditor(FieldEditor):
    """A picture with a button that chooses another and one that takes it away."""

    def __init__(self, spec: FieldSpec, ask: Ask) -> None:
        super().__init__(spec)
        self._ask = ask
        self._value = ""
        self.picture = QLabel(NONE)
        self.picture.setProperty("role", "picture")
        self.picture.setProperty("textFormat", "PlainText")
        self.picture.setFixedSize(ROOM)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_button = button("Choose picture…", self.choose)
        self.remove_button = button("Take away", self.take_away)
        for each in (self.choose_button, self.remove_button):
            each.setAccessibleName(f"{spec.label}: {each.text()}")
            each.setAccessibleDescription(spec.hint)
            each.setToolTip(spec.hint)
        self._layout.addWidget(self.picture)
        self._layout.addSpacing(GRID)
        self._layout.addLayout(row(self.choose_button, self.remove_button, None))
        self._show()

    @property
    def control(self) -> QWidget:
        """The button that chooses a picture."""
        return self.choose_button

    def show_value(self, value: object) -> None:
        """Show a picture, unless it is the one that is shown."""
        if value != self._value:
            self._value = str(value)
            self._show()

    @Slot()
    def choose(self) -> None:
        """Ask for a file, and give the picture in it; where there is none, say so."""
        path = self._ask.path_to_picture(self.spec.label)
        if path is None:
            return
        try:
            self._give(picture_in(path))
        except Problem as problem:
            self._ask.tell(problem)

    @Slot()
    def take_away(self) -> None:
        """Give no picture."""
        self._give("")
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, value: str) -> None:
        self.show_value(value)
        self.given.emit(value)
        announce(self, f"{self.spec.label}: {self.picture.accessibleName()}")

    def _show(self) -> None:
        found = picture_of(self._value) if self._value else None
        self.remove_button.setEnabled(bool(self._value))
        if found is None:
            self.picture.setText(UNREADABLE if self._value else NONE)
            self.picture.setAccessibleName(self.picture.text())
            return
        self.picture.setPixmap(_on_paper(found, self.devicePixelRatioF()))
        size = f"{found.width():,} by {found.height():,} dots"
        self.picture.setAccessibleName(f"A picture of {size}")
        self.picture.setToolTip(size)


def _on_paper(picture: QImage, scale: float) -> QPixmap:
    """Lay a picture on white, as it prints; `scale` is the screen's dots to a pixel."""
    paper = QPixmap((ROOM - QSize(2, 2)) * scale)
    paper.fill(QColor("white"))
    room = (ROOM - QSize(2 * AROUND, 2 * AROUND)) * scale
    if picture.width() > room.width() or picture.height() > room.height():
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        picture = picture.scaled(room, keep, smooth.SmoothTransformation)
    painter = QPainter(paper)
    left, top = paper.width() - picture.width(), paper.height() - picture.height()
    painter.drawImage(left // 2, top // 2, picture)
    painter.end()
    paper.setDevicePixelRatio(scale)
    return paper
