"""A table over one collection of the appraisal. It keeps no data of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from appraiser.desktop.typed import shown
from appraiser.desktop.widgets.parts import cut, tip
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import COLLECTIONS, Appraisal, Entity, entities, entity, named
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.ids import Ref
from appraiser.domain.problem import Problem
from appraiser.domain.term import Term
from appraiser.domain.terms import Part
from appraiser.domain.written import listed
from appraiser.paper.about_words import about_words

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
PLACE = "about"
"""A field that names another thing by its place, such as `barriers/vat`."""

_NUMBERS = {Kind.NUMBER, Kind.WHOLE, Kind.MONEY, Kind.PERCENT}


LONGEST_CELL = 300
"""Characters of a text that a cell and its tip show."""


class CollectionModel(QAbstractTableModel):
    """The things of a collection as rows, some of their fields as columns."""

    def __init__(
        self,
        workspace: Workspace,
        collection: str,
        columns: Sequence[str],
        wanted: Callable[[Entity], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._collection = COLLECTIONS[collection]
        described = specs(self._collection.entity)
        self._columns = [described[name] for name in columns]
        self._wanted = wanted
        self._rows: tuple[Entity, ...] = ()
        self._take()
        workspace.changed.connect(self._changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Give how many things there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Give how many fields are shown."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Give the label of a field, or the number of a row."""
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == _DISPLAY else None
        if role == _ALIGN:
            return _alignment(self._columns[section])
        return self._columns[section].label if role in (_DISPLAY, _TIP) else None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Give what a cell shows."""
        if not index.isValid():
            return None
        if role in (_DISPLAY, _TIP):
            item = self._rows[index.row()]
            spec = self._columns[index.column()]
            text = _cell(self._workspace.appraisal, spec, getattr(item, spec.name))
            return text if role == _DISPLAY else tip(text)
        if role == _ALIGN:
            return _alignment(self._columns[index.column()])
        return None

    def ref(self, row: int) -> Ref:
        """Give where the thing of a row is."""
        return Ref(self._collection.name, self._rows[row].id)

    def row_of(self, ref: Ref) -> int:
        """Give the row of a thing, or -1."""
        ids = [each.id for each in self._rows]
        return ids.index(ref.id) if ref.id in ids else -1

    @Slot(object)
    def _changed(self, touched: Part) -> None:
        """Follow the snapshot: rows that came or went, or cells that changed."""
        before = self._rows
        found = self._found()
        if [each.id for each in before] != [each.id for each in found]:
            self.beginResetModel()
            self._rows = found
            self.endResetModel()
            return
        self._rows = found
        for row, (old, new) in enumerate(zip(before, found, strict=True)):
            if old is not new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))
        if touched and self._shows_links() and self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _shows_links(self) -> bool:
        named = {Kind.LINK, Kind.LINKS}
        return any(spec.kind in named or spec.name == PLACE for spec in self._columns)

    def _take(self) -> None:
        self._rows = self._found()

    def _found(self) -> tuple[Entity, ...]:
        found = entities(self._workspace.appraisal, self._collection.name)
        return found if self._wanted is None else tuple(filter(self._wanted, found))


def _cell(appraisal: Appraisal, spec: FieldSpec, value: object) -> str:
    match spec.kind, value:
        case _, None:
            return ""
        case Kind.FLAG, bool():
            return "Yes" if value else "No"
        case Kind.LINK, str():
            return cut(_name(appraisal, spec.to, value), LONGEST_CELL)
        case Kind.LINKS, tuple():
            return cut(listed([_name(appraisal, spec.to, each) for each in value]), LONGEST_CELL)
        case Kind.CHOICE, Term():
            return value.label
        case Kind.LINE, str() if spec.name == PLACE:
            return cut(about_words(appraisal, value), LONGEST_CELL)
    return cut(" ".join(shown(spec, value).split()), LONGEST_CELL)


def _name(appraisal: Appraisal, collection: str, wanted: str) -> str:
    try:
        return named(entity(appraisal, Ref(collection, wanted)))
    except Problem:
        return wanted


def _alignment(spec: FieldSpec) -> int:
    side = Qt.AlignmentFlag.AlignRight if spec.kind in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
