"""The sheets of a paper whose paragraphs can be pointed at, and whose words can be selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QCursor,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from appraiser.desktop.preview.document import PreviewDocument
from appraiser.desktop.preview.errands import Errand
from appraiser.desktop.preview.page_links import Link
from appraiser.desktop.preview.page_text import Hit
from appraiser.desktop.preview.place import Place, Places, Stretch
from appraiser.desktop.preview.selecting import Selecting, Where
from appraiser.desktop.preview.sheet_painting import on_sheet, paint_bar, paint_hit, paint_selected
from appraiser.desktop.preview.sheet_view import SheetView
from appraiser.desktop.preview.sheets import Spot
from appraiser.desktop.theme.tokens import Tokens
from appraiser.desktop.widgets.parts import tip
from appraiser.domain.problem import Problem

TipOf = Callable[[Place], str]
"""Says what choosing a paragraph does, such as "Go to stage 8, Results"."""
HitsOn = Callable[[int], Iterable[tuple[Hit, bool]]]
"""Gives what is found on a page, and of each whether it is the one that was gone to."""

_LEFT = Qt.MouseButton.LeftButton


class PaperView(SheetView):
    """A click on a paragraph chooses it; one on a link leads on within the paper."""

    chosen = Signal(object)
    """A `Place`."""

    def __init__(self, tokens: Tokens, tip_of: TipOf, hits_on: HitsOn) -> None:
        super().__init__(tokens)
        self._tip_of, self._hits_on = tip_of, hits_on
        self.places = Places()
        self.selecting: Selecting | None = None
        self._marked: Stretch | None = None
        self._hovered: Stretch | None = None
        self._links: dict[int, tuple[Link, ...]] = {}
        self._came_from: list[Spot] = []
        self._pressed: QPoint | None = None
        self._is_dragging = False
        self.viewport().setMouseTracking(True)

    def show_paper(self, document: PreviewDocument, places: Places) -> None:
        """Show a paper and where its paragraphs are; the one that is marked stays so.

        What was selected is so no more.
        """
        row = places.row_of(self._marked.place.key) if self._marked is not None else -1
        self._marked = places.at(places[row].page, places[row].top) if row >= 0 else None
        self.places, self._hovered = places, None
        self.selecting = Selecting(document, self.viewport().update)
        self._links.clear()
        self._came_from.clear()
        self.show_document(document)

    def mark(self, place: Place) -> None:
        """Mark a paragraph and bring it to the top of the view."""
        self._marked = self.places.at(place.page, place.top)
        self.go_to(place.page, place.top)
        self.viewport().update()

    def show_hit(self, hit: Hit) -> None:
        """Bring something that was found into view."""
        box = on_sheet(self.sheets.rect(hit.page), self.sheets.scale, hit.boxes[0])
        self.bring(box.toAlignedRect())
        self.viewport().update()

    def go_back(self) -> None:
        """Go back to where the last link was followed."""
        if self._came_from:
            corner = self.sheets.point(self._came_from.pop())
            self.horizontalScrollBar().setValue(corner.x())
            self.verticalScrollBar().setValue(corner.y())

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if self.selecting is not None:
            self.selecting.copy()

    def select_all(self) -> None:
        """Select all that the paper says."""
        if self.selecting is not None:
            self.selecting.select_all()

    @property
    def place_here(self) -> Place | None:
        """The paragraph that is marked while it is in view, or else the first one in view."""
        here = QRectF(self.viewport().rect())
        if self._marked is not None and self._in_view(self._marked).intersects(here):
            return self._marked.place
        where = self._where(QPoint(self.viewport().width() // 2, 0)) or Where(self.page, 0, 0)
        row = self.places.row_before(where.page, where.down) + 1
        if row < len(self.places):
            below = self.places.at(self.places[row].page, self.places[row].top)
            if below is not None and self._in_view(below).intersects(here):
                return below.place
        return self.places[row - 1] if row else None

    def next_links(self) -> Errand | None:
        """Give the reading of the links of a page in view, if they are not known yet."""
        for page in self.pages_in_view if self.document is not None else ():
            if page not in self._links and self.document is not None:
                work = partial(self.document.links, page)
                keep = partial(self._links.__setitem__, page)
                return Errand(work, keep, partial(self._without_links, page))
        return None

    def next_selected(self) -> Errand | None:
        """Give the finding out of where the selected words in view stand."""
        return self.selecting.next_boxes(self.pages_in_view) if self.selecting else None

    def next_copy(self) -> Errand | None:
        """Give the reading of what is to be copied, if anything is."""
        return self.selecting.next_copy() if self.selecting else None

    def paint_over(self, painter: QPainter, page: int, rect: QRect) -> None:
        """Mark what is found, selected and pointed at on a sheet."""
        scale = self.sheets.scale
        if self.selecting is not None:
            boxes = self.selecting.boxes(page)
            paint_selected(painter, (on_sheet(rect, scale, box) for box in boxes))
        for hit, is_current in self._hits_on(page):
            for box in hit.boxes:
                paint_hit(painter, on_sheet(rect, scale, box), is_current=is_current)
        for stretch in {self._marked, self._hovered} - {None}:
            if stretch is not None and stretch.page == page:
                beside = self._in_view(stretch)
                beside.setLeft(max(beside.left(), 0.0))  # in view, however far it is scrolled
                paint_bar(painter, beside)

    def scrollContentsBy(self, across: int, down: int) -> None:  # noqa: N802 - Qt calls it
        """Point at what has come under the pointer."""
        super().scrollContentsBy(across, down)
        if self.viewport().underMouse():
            self._point_at(self.viewport().mapFromGlobal(QCursor.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select and copy by the usual keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, or the selecting of words."""
        if event.button() is _LEFT:
            self._pressed, self._is_dragging = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the pointer, or select up to it."""
        at = event.position().toPoint()
        if self._pressed is None:
            self._point_at(at)
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._is_dragging:
            self._is_dragging = True
            self._begin_selecting(self._pressed)
        if self._is_dragging:
            self._select_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the selecting, or do what a click does."""
        if event.button() is _LEFT and self._pressed is not None:
            was_click, self._pressed = not self._is_dragging, None
            if was_click:
                self._click(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tip what a click would do; point at nothing once the pointer has left."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self._said_at(event.pos())), self.viewport())
            return True
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done, with the paragraph pointed at or, by keyboard, the one here."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        stretch = self._stretch_at(event.pos())
        place = self.place_here if by_key else stretch.place if stretch is not None else None
        middle = self.viewport().mapToGlobal(self.viewport().rect().center())
        self.menu_for(place).popup(middle if by_key else event.globalPos())

    def menu_for(self, place: Place | None) -> QMenu:
        """Make the menu of a paragraph; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if place is not None:
            menu.addAction(self._tip_of(place).replace("&", "&&")).setData(place)
            menu.addSeparator()
        copy = menu.addAction("Copy", self.copy)
        copy.setEnabled(self.selecting is not None and self.selecting.selection is not None)
        menu.addAction("Select all", self.select_all)
        menu.triggered.connect(self._choose)
        return menu

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        """Choose the paragraph that an entry of the menu is about, if it is about one."""
        if isinstance(action.data(), Place):
            self.chosen.emit(action.data())

    def _click(self, at: QPoint) -> None:
        """Let go of what is selected, or else follow a link, or else choose a paragraph."""
        if self.selecting is not None and self.selecting.selection is not None:
            self.selecting.clear()
        elif (link := self._link_at(at)) is not None:
            self._came_from.append(self.sheets.spot(self.corner))
            self.go_to(link.page, link.down)
        elif (stretch := self._stretch_at(at)) is not None:
            self.chosen.emit(stretch.place)

    def _begin_selecting(self, at: QPoint) -> None:
        where = self._where(at)
        if self.selecting is not None and where is not None:
            self.selecting.begin(where)

    def _select_to(self, at: QPoint) -> None:
        """Select up to a point; beyond the view, scroll towards it."""
        beyond = at.y() - max(0, min(at.y(), self.viewport().height()))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + beyond)
        where = self._where(at)
        if self.selecting is not None and where is not None:
            self.selecting.go_on(where)

    def _point_at(self, at: QPoint) -> None:
        """Show a hand and a bar where a click would do something."""
        link, stretch = self._link_at(at), self._stretch_at(at)
        points = link is not None or stretch is not None
        shape = Qt.CursorShape.PointingHandCursor if points else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)
        self._hover(stretch if link is None else None)

    def _hover(self, stretch: Stretch | None) -> None:
        if stretch != self._hovered:
            self._hovered = stretch
            self.viewport().update()

    def _said_at(self, at: QPoint) -> str:
        link, stretch = self._link_at(at), self._stretch_at(at)
        if link is not None:
            return f"Go to page {link.page + 1}"
        return self._tip_of(stretch.place) if stretch is not None else ""

    def _link_at(self, at: QPoint) -> Link | None:
        where = self._where(at)
        if where is None:
            return None
        links = self._links.get(where.page, ())
        return next((each for each in links if each.box.holds(where.across, where.down)), None)

    def _stretch_at(self, at: QPoint) -> Stretch | None:
        where = self._where(at)
        return None if where is None else self.places.at(where.page, where.down)

    def _where(self, at: QPoint) -> Where | None:
        """Give the point of a page at a point of the view; none beside the sheets."""
        ground = at + self.corner
        page = self.sheets.page_at(ground)
        if page is None:
            return None
        inside = ground - self.sheets.rect(page).topLeft()
        return Where(page, inside.x() / self.sheets.scale, inside.y() / self.sheets.scale)

    def _in_view(self, stretch: Stretch) -> QRectF:
        """Give where a paragraph is in the view."""
        rect, scale = QRectF(self.sheets.rect(stretch.page)), self.sheets.scale
        bottom = min(rect.bottom(), rect.y() + stretch.bottom * scale)
        rect.setTop(rect.y() + stretch.top * scale)
        rect.setBottom(bottom)
        return rect.translated(-self.corner)

    def _without_links(self, page: int, _problem: Problem) -> None:
        """Leave a page that cannot be read without links."""
        self._links[page] = ()
