"""The rail on the left: the ten stages, how far each has got, and which one is shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from appraiser.desktop.theme.tokens import Tokens
from appraiser.domain.progress import StageProgress, StageState
from appraiser.domain.terms import Stage

WIDTH = 212


class Rail(QWidget):
    """The stages as buttons; arrows move between them, Enter or a click shows one."""

    chosen = Signal(object)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Stages")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 14, 10, 14)
        layout.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons = {stage: StageButton(stage, tokens) for stage in Stage}
        for stage, entry in self._buttons.items():
            self._group.addButton(entry, stage.number)
            layout.addWidget(entry)
        layout.addStretch(1)
        self._group.idClicked.connect(self._clicked)

    def show_progress(self, stages: tuple[StageProgress, ...]) -> None:
        """Show how far each stage has got."""
        for each in stages:
            self._buttons[each.stage].show_progress(each)

    def show_stage(self, stage: Stage) -> None:
        """Mark the stage that is shown."""
        self._buttons[stage].setChecked(True)

    def take_keyboard(self) -> bool:
        """Give the keyboard to the stage that is shown."""
        shown = self._group.checkedButton()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.TabFocusReason)
        return shown is not None

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        for entry in self._buttons.values():
            entry.set_tokens(tokens)

    @Slot(int)
    def _clicked(self, number: int) -> None:
        self.chosen.emit(list(Stage)[number - 1])


class StageButton(QAbstractButton):
    """One stage: its number or state in a ring, its name, and the share done while in hand."""

    def __init__(self, stage: Stage, tokens: Tokens) -> None:
        super().__init__()
        self._stage, self._tokens = stage, tokens
        self._progress: StageProgress | None = None
        self.setText(stage.label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(28)
        self.setAccessibleName(stage.label)

    def sizeHint(self) -> QSize:
        """Ask for the width of the rail."""
        return QSize(WIDTH - 20, 38)

    def show_progress(self, progress: StageProgress) -> None:
        """Show a state; say it in words for a screen reader and in the tip."""
        if progress == self._progress:
            return
        self._progress = progress
        words = progress.state.label
        if progress.missing:
            words += f", {progress.met} of {progress.wanted} in place"
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self._tokens = tokens
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, ring, name and share."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = self._tokens
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.tint if self.isChecked() else t.ground))
            painter.drawRoundedRect(self.rect(), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        self._draw_ring(painter)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(t.strong if self.isChecked() else t.ink))
        room = self.rect().adjusted(42, 0, -8, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._state is StageState.IN_HAND and self._progress is not None:
            font.setPixelSize(13)
            painter.setFont(font)
            painter.setPen(QColor(t.muted))
            share = f"{int(self._progress.share * 100)}%"
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, share)

    @property
    def _state(self) -> StageState:
        return self._progress.state if self._progress else StageState.NOT_STARTED

    def _draw_ring(self, painter: QPainter) -> None:
        t = self._tokens
        ring = QRectF(10, (self.height() - 22) / 2, 22, 22)
        ink, ground, edge, mark = t.muted, t.card, t.control_line, str(self._stage.number)
        match self._state:
            case StageState.DONE:
                ink, ground, edge, mark = t.card, t.good, t.good, "✓"
            case StageState.BLOCKED:
                ink, ground, edge, mark = t.watch, t.watch_tint, t.watch, "!"
            case StageState.IN_HAND:
                ink, edge = t.accent, t.accent
        painter.setPen(QPen(QColor(edge), 1.2))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(ring)
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, mark)
