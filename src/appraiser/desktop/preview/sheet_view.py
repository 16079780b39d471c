"""The sheets of a paper to scroll through, at any size, each drawn when it comes into view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from appraiser.desktop.preview.document import PreviewDocument
from appraiser.desktop.preview.errands import Errand
from appraiser.desktop.preview.sheet_drawing import SheetDrawing
from appraiser.desktop.preview.sheet_painting import (
    paint_blank,
    paint_ring,
    paint_stale,
    paint_tiles,
    paint_words,
)
from appraiser.desktop.preview.sheets import GAP, Sheets, Spot
from appraiser.desktop.preview.zoom import PIXELS_TO_A_POINT, Fit, Zoom, share_of, stepped
from appraiser.desktop.theme.tokens import Tokens

MOST_PIXELS = 16_000_000
"""Drawn and kept, of four bytes each: some pages before and after those in view."""
OVERLAP = 40
"""What stays in view when a screenful is scrolled, in pixels."""
_STEP = 48
"""How far an arrow scrolls, in pixels."""
_NOTCH = 120
"""What a wheel turns by a click, in Qt's measure."""
_TOP = QPoint(0, 0)
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Keys pressed with these mean something else."""


class SheetView(QAbstractScrollArea):
    """Keeps what is looked at where it is through zooming, resizing and another edition.

    Nothing is drawn on this thread: `next_errand` and `next_ahead` say what should be drawn, and
    until it is a sheet is blank, or shows what was drawn of it at another size.
    """

    page_changed = Signal()
    zoom_changed = Signal()
    wanting = Signal()
    """Something was painted, of which parts may not be drawn yet."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(_STEP)
        self.tokens = tokens
        self.document: PreviewDocument | None = None
        self.sheets = Sheets((), 1.0, 0)
        self.zoom: Zoom = Fit.WIDTH
        self.page = 0
        self._drawing = SheetDrawing(MOST_PIXELS, self.viewport().update)
        self._gone_to: tuple[int, QPoint] | None = None
        self._turned = 0

    def show_document(self, document: PreviewDocument) -> None:
        """Show a document in place of the one before, from where that was looked at."""
        spot, last = self._spot(_TOP), document.page_count - 1
        if spot is not None and spot.page > last:
            spot = Spot(last, spot.across, 0.0)
        self.document = document
        self._drawing.show_document(document)
        self._lay_out(spot, _TOP)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self.tokens = tokens
        self.viewport().update()

    @property
    def share(self) -> float:
        """The share of their size on paper that the sheets are shown at."""
        return self.sheets.scale / PIXELS_TO_A_POINT

    @property
    def corner(self) -> QPoint:
        """The point of the ground that is at the top left of the view."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    @property
    def seen(self) -> QRect:
        """The part of the ground that is in view."""
        return QRect(self.corner, self.viewport().size())

    @property
    def pages_in_view(self) -> range:
        """The pages that have something of their sheet in view."""
        return self.sheets.pages_between(self.seen.top(), self.seen.bottom() + 1)

    def set_zoom(self, zoom: Zoom, around: QPoint | None = None) -> None:
        """Show the sheets at another size, with what is at a point of the view staying there."""
        at = QPoint(self.viewport().width() // 2, 0) if around is None else around
        spot = self._spot(at)
        self.zoom = zoom
        self._lay_out(spot, at)
        self.zoom_changed.emit()

    def step_zoom(self, *, larger: bool, around: QPoint | None = None) -> None:
        """Go to the next size, larger or smaller."""
        self.set_zoom(stepped(self.share, larger=larger), around)

    def go_to(self, page: int, down: float | None = None) -> None:
        """Bring a page, or a place so many points down it, to the top of the view."""
        if self.document is None:
            return
        page = max(0, min(page, self.document.page_count - 1))
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar().value()
        top = self.sheets.rect(page).y() + round((down or 0) * self.sheets.scale) - GAP
        top = max(0, min(top, bar.maximum()))
        self._gone_to = page, QPoint(across, top)  # it may be too near the end to reach the top
        bar.setValue(top)
        self._follow()

    def bring(self, rect: QRect) -> None:
        """Scroll a part of the ground into view, if it is not, with some room around it."""
        seen, middle = self.seen, rect.center()
        if rect.top() < seen.top() or rect.bottom() > seen.bottom():
            self.verticalScrollBar().setValue(middle.y() - seen.height() // 3)
        if rect.left() < seen.left() or rect.right() > seen.right():
            self.horizontalScrollBar().setValue(middle.x() - seen.width() // 2)

    def turn(self, *, onward: bool) -> None:
        """Scroll by what is in view, or by a page where a whole page is."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if self.document is not None and self.sheets.rect(self.page).height() <= height:
            self.go_to(self.page + (1 if onward else -1))
        else:
            step = max(height - OVERLAP, OVERLAP)
            bar.setValue(bar.value() + (step if onward else -step))

    def next_errand(self) -> Errand | None:
        """Give the drawing of something that is in view and not drawn yet."""
        return self._drawing.next_errand(self.sheets, self.seen, self._ratio)

    def next_ahead(self) -> Errand | None:
        """Give the drawing of something that will soon be in view."""
        return self._drawing.next_ahead(self.sheets, self.seen, self._ratio)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and what is in view of the sheets."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self.tokens.ground))
        for page in self.pages_in_view:
            rect = self.sheets.rect(page).translated(-self.corner)
            self._paint_sheet(painter, page, rect)
            self.paint_over(painter, page, rect)
        if self.hasFocus():
            paint_ring(painter, self.viewport().rect(), self.tokens)
        painter.end()
        self.wanting.emit()

    def paint_over(self, painter: QPainter, page: int, rect: QRect) -> None:
        """Paint what is to be marked on a sheet; by itself it marks nothing."""

    def scrollContentsBy(self, _across: int, _down: int) -> None:  # noqa: N802 - Qt calls it
        """Paint anew, and say if another page is looked at."""
        self.viewport().update()
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is at the top of the view there."""
        super().resizeEvent(event)
        self._lay_out(self._spot(_TOP), _TOP)
        if isinstance(self.zoom, Fit):
            self.zoom_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer while Ctrl is held, else scroll."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)  # towards none: fine wheels turn by less than a click
        self._turned -= steps * _NOTCH
        for _ in range(abs(steps)):
            self.step_zoom(larger=steps > 0, around=event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that readers of PDFs know."""
        if event.modifiers() & _OTHERS:
            event.ignore()
            return
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                down.setValue(down.value() + (_STEP if event.key() == Qt.Key.Key_Down else -_STEP))
            case Qt.Key.Key_Right | Qt.Key.Key_Left if across.maximum():
                by = _STEP if event.key() == Qt.Key.Key_Right else -_STEP
                across.setValue(across.value() + by)
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self.go_to(self.page + (1 if event.key() == Qt.Key.Key_Right else -1))
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self.turn(onward=event.key() == Qt.Key.Key_PageDown)
            case Qt.Key.Key_Space:
                self.turn(onward=not back)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(self.sheets) - 1, self.sheets.height)
            case _:
                event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the keyboard's place."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has gone."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _paint_sheet(self, painter: QPainter, page: int, rect: QRect) -> None:
        ready, instead = self._drawing.drawn(page, self.sheets, self.seen, self._ratio)
        paint_blank(painter, rect, self.tokens)
        paint_stale(painter, rect, instead)
        paint_tiles(painter, rect, self._ratio, ready)
        if why := self._drawing.why_not(page):
            paint_words(painter, rect, why)

    @property
    def _ratio(self) -> float:
        return self.viewport().devicePixelRatioF()

    def _spot(self, at: QPoint) -> Spot | None:
        """Give the spot of the paper that is at a point of the view, once there is a paper."""
        return self.sheets.spot(at + self.corner) if len(self.sheets) else None

    def _lay_out(self, spot: Spot | None, at: QPoint) -> None:
        """Give the sheets their size, with a spot at a point of the view, or from the start."""
        if self.document is None:
            return
        room, sizes = self.viewport().size(), self.document.sizes
        scale = share_of(self.zoom, sizes, room) * PIXELS_TO_A_POINT
        self.sheets = Sheets(sizes, scale, room.width())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, length, shown in (
            (across, self.sheets.width, room.width()),
            (down, self.sheets.height, room.height()),
        ):
            bar.setRange(0, max(0, length - shown))
            bar.setPageStep(shown)
        corner = self.sheets.point(spot) - at if spot is not None else _TOP
        across.setValue(corner.x())
        down.setValue(corner.y())
        self.viewport().update()
        self._follow()

    def _follow(self) -> None:
        """Say which page is looked at, if it is another."""
        if self.document is None:
            return
        page = self._looked_at()
        if page != self.page:
            self.page = page
            self.page_changed.emit()

    def _looked_at(self) -> int:
        """Give the page that was gone to, or else the first that fills half the view."""
        seen = self.seen
        if self._gone_to is not None and self._gone_to[1] == self.corner:
            return self._gone_to[0]
        self._gone_to = None
        for page in self.pages_in_view:
            rect = self.sheets.rect(page)
            if 2 * seen.intersected(rect).height() >= min(rect.height(), seen.height()) - 2 * GAP:
                return page
        return self.sheets.spot(seen.center()).page
