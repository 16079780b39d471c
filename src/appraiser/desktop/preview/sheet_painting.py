"""Paints the sheets of a paper: white in either theme, since that is what will be printed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from appraiser.desktop.preview.page_text import Box
from appraiser.desktop.preview.tiles import Tile
from appraiser.desktop.theme.tokens import LIGHT, Tokens

SHEET = LIGHT
"""What is painted on a sheet has the light colours: they read on white, and white it stays."""

_BAR = 3
"""How wide the bar beside a paragraph is, in pixels."""


def paint_blank(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """Paint a sheet with nothing on it, with a hairline around it."""
    painter.fillRect(rect, QColor(SHEET.card))
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-1, -1, 0, 0))


def paint_tiles(
    painter: QPainter, rect: QRect, ratio: float, tiles: Iterable[tuple[Tile, QImage]]
) -> None:
    """Paint parts of a page that were drawn for just this size, pixel upon pixel."""
    corner = QPoint(round(rect.x() * ratio), round(rect.y() * ratio))
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    for tile, image in tiles:
        painter.drawImage(corner + tile.rect.topLeft(), image)
    painter.restore()


def paint_stale(painter: QPainter, rect: QRect, tiles: Iterable[tuple[Tile, QImage]]) -> None:
    """Paint parts that were drawn for another size, until the right ones are there."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for (_, _, part), image in tiles:
        across, down = rect.width() / part.whole_width, rect.height() / part.whole_height
        place = QRectF(part.left * across, part.top * down, part.width * across, part.height * down)
        painter.drawImage(place.translated(rect.topLeft()), image)
    painter.restore()


def paint_words(painter: QPainter, rect: QRect, words: str) -> None:
    """Write a few words in the middle of a sheet that cannot be drawn."""
    painter.setPen(QColor(SHEET.bad))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def paint_hit(painter: QPainter, rect: QRectF, *, is_current: bool) -> None:
    """Mark something that was found: filled under its words, and framed, heavily if gone to."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    tint = SHEET.tint if is_current else SHEET.watch_tint
    edge = SHEET.accent if is_current else SHEET.watch
    painter.setPen(QPen(QColor(edge), 2 if is_current else 1))
    painter.setBrush(QColor(tint))
    painter.drawRect(rect.adjusted(-2, -2, 2, 2))
    painter.restore()


def paint_selected(painter: QPainter, rects: Iterable[QRectF]) -> None:
    """Mark words that are selected, under their letters."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    colour = QColor(SHEET.accent)
    colour.setAlphaF(0.25)
    for rect in rects:
        painter.fillRect(rect, colour)
    painter.restore()


def paint_bar(painter: QPainter, rect: QRectF) -> None:
    """Mark a paragraph with a bar at the left edge of its sheet."""
    painter.fillRect(QRectF(rect.x(), rect.y(), _BAR, rect.height()), QColor(SHEET.accent))


def paint_ring(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """Show that the keyboard is here."""
    painter.setPen(QPen(QColor(tokens.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def on_sheet(rect: QRect, scale: float, box: Box) -> QRectF:
    """Give where a box of a page is on its sheet."""
    left, top, width, height = (each * scale for each in box)
    return QRectF(rect.x() + left, rect.y() + top, width, height)
