"""The strip along the bottom: the truth of the appraisal at a glance."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from appraiser.desktop.theme.tokens import Tokens
from appraiser.desktop.widgets.parts import Line

HEIGHT = 40


class Strip(QWidget):
    """Short facts side by side, and the support against its cap."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Where the appraisal stands")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(24)
        self._facts = [Line() for _ in range(4)]
        for fact in self._facts:
            layout.addWidget(fact)
        layout.addStretch(1)
        self._support = Line()
        self._meter = Meter(tokens)
        layout.addWidget(self._support)
        layout.addWidget(self._meter)

    def show_facts(self, facts: tuple[str, ...], support: str, share: float | None) -> None:
        """Show up to four facts, the support in words, and its share of the cap."""
        for label, fact in zip(self._facts, (*facts, "", "", "", ""), strict=False):
            _set(label, fact)
        _set(self._support, support)
        self._meter.show_share(share)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self._meter.set_tokens(tokens)

    @property
    def facts(self) -> tuple[str, ...]:
        """What is shown, in words."""
        return tuple(line.words for line in (*self._facts, self._support) if line.words)


class Meter(QWidget):
    """A bar filled up to a share; past the whole it is marked as over."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._share: float | None = None

    def sizeHint(self) -> QSize:
        """Ask for a short bar."""
        return QSize(150, 8)

    def show_share(self, share: float | None) -> None:
        """Show a share of the cap; none hides the bar."""
        self._share = share
        self.setVisible(share is not None)
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self._tokens = tokens
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        if self._share is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, (self.height() - 8) / 2, self.width(), 8)
        muted = QColor(self._tokens.strip_muted)
        muted.setAlphaF(0.4)
        painter.setBrush(muted)
        painter.drawRoundedRect(bar, 4, 4)
        over = self._share > 1
        painter.setBrush(QColor(self._tokens.strip_over if over else self._tokens.on_strip))
        bar.setWidth(bar.width() * min(self._share, 1.0))
        painter.drawRoundedRect(bar, 4, 4)


def _set(line: Line, said: str) -> None:
    line.say(said)
    line.setVisible(bool(said))
