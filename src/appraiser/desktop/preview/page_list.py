"""The pages of a paper as a list of small pictures, drawn as they come into view."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from appraiser.desktop.preview.document import Pixels, PreviewDocument
from appraiser.desktop.preview.errands import Errand
from appraiser.desktop.preview.sheet_painting import paint_blank
from appraiser.desktop.preview.tiles import Tile, TileStore
from appraiser.desktop.theme.tokens import Tokens
from appraiser.domain.problem import Problem

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)

MOST_PIXELS = 4_000_000
"""Of small pictures that are kept, of four bytes each."""
ROOM = QSize(108, 146)
"""A small picture is drawn within this."""
_ABOVE, _UNDER, _HIGH = 10, 6, 20
"""Above a picture, between it and its number, and how high the number stands."""


class PageModel(QAbstractListModel):
    """A row for each page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0

    def show_count(self, count: int) -> None:
        """Take another number of pages; rows that stay are left alone."""
        first, last = sorted((count, self._count))
        if count > self._count:
            self.beginInsertRows(QModelIndex(), first, last - 1)
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), first, last - 1)
        else:
            return
        grew, self._count = count > self._count, count
        if grew:
            self.endInsertRows()
        else:
            self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Give how many pages there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Give the number of a page, and what a screen reader says of it."""
        if not index.isValid():
            return None
        if role == _DISPLAY:
            return str(index.row() + 1)
        return f"Page {index.row() + 1} of {self._count}" if role == _SPOKEN else None


class PageList(QListView):
    """Moving along it goes to the page; it marks the page that is looked at."""

    page_asked = Signal(int)
    wanting = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setAccessibleName("Pages")
        self.tokens = tokens
        self._document: PreviewDocument | None = None
        self._edition = 0
        self._page = 0
        self._store = TileStore(MOST_PIXELS)
        self._broken: set[int] = set()
        self._pages = PageModel(self)
        self.setModel(self._pages)
        self.setItemDelegate(_PageDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(40)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)

    def show_document(self, document: PreviewDocument) -> None:
        """Show the pages of a document; old pictures stand in until the new ones are drawn."""
        self._document, self._edition = document, self._edition + 1
        self._broken.clear()
        self._pages.show_count(document.page_count)
        self.viewport().update()

    def show_page(self, page: int) -> None:
        """Mark the page that is looked at, and bring its picture into view."""
        self._page = page
        if page != self.currentIndex().row():
            self.setCurrentIndex(self._pages.index(page))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self.tokens = tokens
        self.viewport().update()

    def next_errand(self) -> Errand | None:
        """Give the drawing of a small picture that is in view and not drawn yet."""
        if self._document is None or not self.isVisible():
            return None
        for page in self._in_view():
            tile = self.tile(page)
            if tile not in self._store and page not in self._broken:
                work = partial(self._document.draw, page, tile.part)
                return Errand(work, partial(self._take, tile), partial(self._give_up, page))
        return None

    def picture(self, page: int) -> QImage | None:
        """Give the small picture of a page, or one it had before."""
        image = self._store.get(self.tile(page))
        if image is None:
            former = self._store.of_page(page)
            image = former[-1][1] if former else None
        return image

    def tile(self, page: int) -> Tile:
        """Give the part that is drawn of a page: all of it, within the room for a picture."""
        size = self.size_of(page) * self.devicePixelRatioF()
        part = Pixels(size.width(), size.height(), 0, 0, size.width(), size.height())
        return Tile(self._edition, page, part)

    def size_of(self, page: int) -> QSize:
        """Give how large a page is shown."""
        if self._document is None:
            return ROOM
        width, height = self._document.sizes[page]
        scale = min(ROOM.width() / width, ROOM.height() / height)
        return QSize(max(1, round(width * scale)), max(1, round(height * scale)))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt calls it
        """Go to a page that the person has moved to."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != self._page:
            self._page = current.row()
            self.page_asked.emit(self._page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for what is missing of what is painted."""
        super().paintEvent(event)
        self.wanting.emit()

    def _in_view(self) -> range:
        first = self.indexAt(QPoint(self.viewport().width() // 2, 1))
        last = self.indexAt(QPoint(self.viewport().width() // 2, self.viewport().height() - 1))
        if not first.isValid():
            return range(0)
        end = last.row() + 1 if last.isValid() else self._pages.rowCount()
        return range(first.row(), end)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        """Go to the top of a page that is clicked, also of the one that is looked at."""
        self.page_asked.emit(index.row())

    def _take(self, tile: Tile, image: QImage) -> None:
        if tile.edition == self._edition:
            self._store.forget(tile.page)
            self._store.put(tile, image)
            self.update(self._pages.index(tile.page))

    def _give_up(self, page: int, _problem: Problem) -> None:
        """Leave a page blank that cannot be drawn; its sheet says why."""
        self._broken.add(page)


class _PageDelegate(QStyledItemDelegate):
    """Paints a small picture with its number under it."""

    def __init__(self, pages: PageList) -> None:
        super().__init__(pages)
        self._pages = pages

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for the room of a picture and its number."""
        return QSize(ROOM.width() + 2 * _ABOVE, ROOM.height() + 2 * _ABOVE + _UNDER + _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the picture, or a blank sheet, and frame the one that is looked at."""
        tokens, room = self._pages.tokens, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        sheet = QRect(QPoint(0, 0), self._pages.size_of(index.row()))
        sheet.moveCenter(room.center())
        sheet.moveTop(room.top() + _ABOVE + (ROOM.height() - sheet.height()) // 2)
        painter.save()
        if is_current:
            painter.fillRect(room, QColor(tokens.tint))
        paint_blank(painter, sheet, tokens)
        image = self._pages.picture(index.row())
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, image)
        if is_current:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(sheet.adjusted(-3, -3, 3, 3))
        painter.setPen(QColor(tokens.strong if is_current else tokens.muted))
        number = QRect(room.left(), room.bottom() - _ABOVE - _HIGH, room.width(), _HIGH)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()
