"""The paragraphs of a paper as a list: the way through it for who cannot see its pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from appraiser.desktop.preview.paper_view import PaperView, TipOf
from appraiser.desktop.preview.place import Place, Places
from appraiser.desktop.theme.tokens import Tokens
from appraiser.desktop.widgets.parts import cut, tip

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_DESCRIBED = int(Qt.ItemDataRole.AccessibleDescriptionRole)

LONGEST = 300
"""Characters of a paragraph's words that are shown."""
_PADDING = 6
_NUMBER = 34
"""What the number of a page takes beside the words, in pixels."""


class PlaceModel(QAbstractListModel):
    """A row for each paragraph, or for those that are wanted."""

    def __init__(self, tip_of: TipOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._tip_of = tip_of
        self._places: list[Place] = []

    def show_places(self, places: Sequence[Place]) -> bool:
        """Show other paragraphs; tell whether they are others."""
        wanted = list(places)
        if wanted == self._places:
            return False
        self.beginResetModel()
        self._places = wanted
        self.endResetModel()
        return True

    def place(self, row: int) -> Place:
        """Give the paragraph of a row."""
        return self._places[row]

    def row_of(self, place: Place | None) -> int:
        """Give the row of a paragraph, known by its key, or -1."""
        keys = (each.key for each in self._places)
        return (
            -1 if place is None else next((at for at, k in enumerate(keys) if k == place.key), -1)
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Give how many there are."""
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Give the words of a paragraph, where it is, and what choosing it does."""
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == _DISPLAY:
            return cut(" ".join(place.words.split()), LONGEST)
        if role == _TIP:
            return tip(f"{place.words}\nPage {place.page + 1}. {self._tip_of(place)}")
        return f"Page {place.page + 1}. {self._tip_of(place)}" if role == _DESCRIBED else None


class PlaceList(QListView):
    """Moving along it shows a paragraph on its page; Enter, or a double click, chooses it."""

    moved_to = Signal(object)
    """A `Place`."""
    chosen = Signal(object)
    """A `Place`."""

    def __init__(self, paper: PaperView, tokens: Tokens, tip_of: TipOf) -> None:
        super().__init__()
        self.setAccessibleName("Paragraphs")
        self.setAccessibleDescription(
            "Moving along the list shows a paragraph on its page. Enter goes to where it is made."
        )
        self._paper, self.tokens = paper, tokens
        self._last: Place | None = None
        self._follows = False
        self._rows = PlaceModel(tip_of, self)
        self.setModel(self._rows)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._show)
        self.doubleClicked.connect(self._choose)

    @property
    def place(self) -> Place | None:
        """The paragraph that the list is at."""
        index = self.currentIndex()
        return self.place_of(index) if index.isValid() else None

    def place_of(self, index: Index) -> Place:
        """Give the paragraph of a row."""
        return self._rows.place(index.row())

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours."""
        self.tokens = tokens
        self.viewport().update()

    def show_places(self, places: Sequence[Place]) -> None:
        """Show some paragraphs, at the one that the list was at whenever it is among them."""
        if self._rows.show_places(places):
            self._follow(self._last)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the paragraph that is in view; to come here alone moves nothing."""
        if not self.currentIndex().isValid():
            self._follow(self._paper.place_here)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a paragraph."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            at = self.visualRect(index).center() if by_key else event.pos()
            menu = self._paper.menu_for(self.place_of(index))
            menu.popup(self.viewport().mapToGlobal(at))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt calls it
        """Show the paragraph that was moved to, unless the list only follows."""
        super().currentChanged(current, previous)
        if not current.isValid():
            return
        self._last = self.place_of(current)
        if self.hasFocus() and not self._follows:
            self.moved_to.emit(self._last)

    def _follow(self, place: Place | None) -> None:
        """Be at a paragraph, if it is listed, without telling anybody."""
        self._follows = True
        self.setCurrentIndex(self._rows.index(self._rows.row_of(place)))
        self._follows = False

    @Slot(QModelIndex)
    def _show(self, index: QModelIndex) -> None:
        """Show a paragraph that is clicked, also the one that the list is at."""
        self.moved_to.emit(self.place_of(index))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.place_of(index))


class _PlaceDelegate(QStyledItemDelegate):
    """Paints two lines of a paragraph's words, with the number of its page beside them."""

    def __init__(self, places: PlaceList) -> None:
        super().__init__(places)
        self._places = places

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for two lines, as wide as the list."""
        return QSize(80, 2 * self._places.fontMetrics().lineSpacing() + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words, and frame the paragraph that the list is at."""
        tokens, room = self._places.tokens, option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(QColor(tokens.line))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        if is_current:
            painter.fillRect(room, QColor(tokens.tint))
        if is_current and self._places.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        inside = room.adjusted(2 * _PADDING, _PADDING, -2 * _PADDING, -_PADDING)
        painter.setPen(QColor(tokens.muted))
        number = str(self._places.place_of(index).page + 1)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight, number)
        inside.setRight(inside.right() - _NUMBER)
        painter.setPen(QColor(tokens.strong if is_current else tokens.ink))
        for line in two_lines(str(index.data()), painter.font(), inside.width()):
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, line)
            inside.setTop(inside.top() + painter.fontMetrics().lineSpacing())
        painter.restore()


def two_lines(said: str, font: QFont, width: int) -> tuple[str, str]:
    """Break words over two lines of a width; what does not fit is cut off with an ellipsis."""
    layout = QTextLayout(said, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    first, rest = said[: line.textLength()], said[line.textLength() :]
    return first, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)


def rows_wanted(places: Places, words: str, found: set[int]) -> list[Place]:
    """Give the paragraphs that have some words or in which they were found; all for no words."""
    sought = " ".join(words.split()).casefold()
    if not sought:
        return list(places)
    return [
        each for at, each in enumerate(places) if at in found or sought in each.words.casefold()
    ]
