"""Draws a figure on screen from its geometry."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QStaticText,
)
from PySide6.QtWidgets import (
    QWidget,
)

from appraiser.desktop.theme.style import FAMILY
from appraiser.desktop.theme.tokens import Tokens
from appraiser.figures.geometry import Anchor, Figure, Line, Rect, Role, Text

SCALE = 1.3
"""Pixels on screen to a point of the geometry, at 100%."""

LAID_OUT_AT = 60
"""Pixels at which text is laid out before it is scaled to its size."""


class FigureView(QWidget):
    """The painter. Figures are laid out for paper; on screen they are drawn larger."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._figure: Figure | None = None
        # it paints its own ground, so that what lies under it need not be painted at every step
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        """Ask for the figure's own size."""
        figure = self._figure
        if figure is None:
            return QSize(320, 120)
        return QSize(int(figure.width * SCALE), int(figure.height * SCALE))

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; its finding is what a screen reader says."""
        before, self._figure = self.sizeHint(), figure
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(figure.alt)
        if self.sizeHint() != before:
            self.updateGeometry()  # else the whole page would be laid out at every step of a slider
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self._tokens = tokens
        self.update()

    def picture(self) -> QPixmap:
        """Give the figure as a picture, at twice the size for documents."""
        figure = self._figure
        size = self.sizeHint() * 2
        pixmap = QPixmap(size)
        pixmap.fill(QColor(self._tokens.card))
        if figure is not None:
            painter = QPainter(pixmap)
            painter.scale(2 * SCALE, 2 * SCALE)
            draw(painter, figure, self._tokens)
            painter.end()
        return pixmap

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every mark on the ground of a card."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._tokens.card))
        if self._figure is not None:
            painter.scale(SCALE, SCALE)
            draw(painter, self._figure, self._tokens)


def draw(painter: QPainter, figure: Figure, tokens: Tokens) -> None:
    """Draw a figure's marks in the colours of the tokens."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = {
        role: QColor(colour_of(role, tokens)) for role in {mark.role for mark in figure.marks}
    }
    for mark in figure.marks:
        colour = colours[mark.role]
        match mark:
            case Rect():
                fill = _faded(colour, mark.strength) if mark.strength < 1 else colour
                box = QRectF(mark.x, mark.y, mark.width, mark.height)
                if mark.radius:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(fill)
                    painter.drawRoundedRect(box, mark.radius, mark.radius)
                else:
                    painter.fillRect(box, fill)
            case Line():
                painter.setPen(QPen(colour, mark.thickness))
                painter.drawLine(*map(round, (mark.x1, mark.y1, mark.x2, mark.y2)))
            case Text():
                _draw_text(painter, mark, colour)


def _draw_text(painter: QPainter, mark: Text, colour: QColor) -> None:
    """Draw one line of text, laid out large and scaled down: small sizes would be rounded."""
    font, laid_out = _face(bold=mark.bold), _laid_out(mark.words, bold=mark.bold)
    back = 0.0
    if mark.anchor is not Anchor.START:
        width = laid_out.size().width()
        back = width if mark.anchor is Anchor.END else width / 2
    scale = mark.size / LAID_OUT_AT
    painter.setFont(font)
    painter.setPen(colour)
    painter.translate(mark.x, mark.y)
    painter.scale(scale, scale)
    painter.drawStaticText(QPointF(-back, -_ascent(bold=mark.bold)), laid_out)
    painter.scale(1 / scale, 1 / scale)
    painter.translate(-mark.x, -mark.y)


@lru_cache(maxsize=512)
def _laid_out(text: str, *, bold: bool) -> QStaticText:
    """Lay a line out once: most of a figure says the same at every step of a slider."""
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(font=_face(bold=bold))
    return laid_out


@cache
def _ascent(*, bold: bool) -> float:
    """Give how far the baseline lies under the top of a line."""
    return QFontMetricsF(_face(bold=bold)).ascent()


def _faded(colour: QColor, strength: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(strength)
    return faded


@cache
def _face(*, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(LAID_OUT_AT)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def colour_of(role: Role, tokens: Tokens) -> str:
    """Give the colour that a role has in these tokens."""
    if role.value.startswith("series-"):
        return tokens.series[int(role.value[-1]) - 1]
    found: str = getattr(tokens, role.value.replace("-", "_"))
    return found
