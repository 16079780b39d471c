"""A card over one collection: its things in a table, and the chosen one in a form under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView, QWidget

from appraiser.desktop.models.collection_model import CollectionModel
from appraiser.desktop.widgets.form import Form, Offers
from appraiser.desktop.widgets.parts import Card, button, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import COLLECTIONS, Entity, entities
from appraiser.domain.edits import AddEntity, MoveEntity, RemoveEntity
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.ids import Ref, new_id

ROW_HEIGHT = 34
MOST_ROWS_SHOWN = 7
LEAST_FOR_THE_OTHERS = 130
"""Pixels that a column without a width of its own keeps; headings may end in an ellipsis then."""

WIDTHS = {
    Kind.NUMBER: 84,
    Kind.WHOLE: 84,
    Kind.PERCENT: 84,
    Kind.MONEY: 132,
    Kind.DATE: 150,
    Kind.MOMENT: 150,
    Kind.FLAG: 110,
    Kind.CHOICE: 150,
    Kind.LINK: 160,
    Kind.LINE: 138,
}
"""How wide a column of each kind is, in pixels; kinds that are not here stretch."""
BESIDE_TEXT = 28
"""Pixels beside the words of a cell."""


@dataclass(frozen=True, slots=True)
class CollectionView:
    """What a card shows of a collection."""

    collection: str
    heading: str
    note: str
    columns: Sequence[str]
    fields: Sequence[str]
    starts_with: dict[str, object] = field(default_factory=dict)
    """Values that a new thing starts with, beside its defaults."""
    wanted: Callable[[Entity], bool] | None = None
    offers: Offers = field(default_factory=dict)


class CollectionCard(Card):
    """The card itself. Enter goes to the form; Delete removes; Ctrl with an arrow moves."""

    def __init__(self, workspace: Workspace, view: CollectionView) -> None:
        super().__init__(view.heading)
        self._workspace, self.view = workspace, view
        self._collection = COLLECTIONS[view.collection]
        described = specs(self._collection.entity).values()
        self._owned = [spec for spec in described if spec.kind is Kind.LINK and spec.owned]
        if view.note:
            self.add(words(view.note, "note"))
        self._model = CollectionModel(workspace, view.collection, view.columns, view.wanted, self)
        self.table = _Table(view.heading)
        self.table.setModel(self._model)
        self._fit_columns()
        self.add(self.table)
        noun = self._collection.noun
        self.add_button = button(f"Add {noun}", self.add_one)
        self.remove_button = button(f"Remove {noun}", self.remove_one)
        self.buttons = row(self.add_button, self.remove_button, None)
        self._acts = [self.add_button, self.remove_button]
        self.add(self.buttons)
        self.form: Form | None = None
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.acted.connect(self._act)
        self._model.modelReset.connect(self._reset)
        workspace.changed.connect(self._changed)
        self._last = 0
        self._reset()
        self._changed()

    def add_button_for(self, act: QPushButton) -> None:
        """Put another button beside Add and Remove."""
        self.buttons.insertWidget(self.buttons.count() - 1, act)
        self._acts.append(act)
        self._order()

    @Slot()
    def add_one(self) -> None:
        """Put a new thing at the end and go to its first field."""
        made = self._new()
        if self._workspace.perform(AddEntity(self._collection.name, made)):
            self.show_thing(Ref(self._collection.name, made.id))
            self.go_to_field(self.view.fields[0])

    @Slot()
    def remove_one(self) -> None:
        """Take the chosen thing away; undo brings it back."""
        at = self.table.currentIndex().row()
        if at >= 0:
            self._workspace.perform(RemoveEntity(self._model.ref(at)))

    @Slot()
    def move_up(self) -> None:
        """Move the chosen thing before the one above it."""
        self._act("up")

    @Slot()
    def move_down(self) -> None:
        """Move the chosen thing after the one below it."""
        self._act("down")

    def show_thing(self, ref: Ref) -> bool:
        """Choose a thing; tell whether it is here."""
        at = self._model.row_of(ref)
        if at >= 0:
            self.table.selectRow(at)
        return at >= 0

    def place_of(self, ref: Ref, name: str) -> QWidget | None:
        """Give the control of a field of a thing, choosing it; for no thing, what adds one."""
        if ref.collection != self._collection.name:
            return None
        if not ref.id:
            return self.add_button
        if not self.show_thing(ref):
            return None
        editor = self.form.editor(name) if self.form else None
        return editor.control if editor else self.table

    def go_to_field(self, name: str) -> None:
        """Give the keyboard to a field of the chosen thing."""
        editor = self.form.editor(name) if self.form else None
        if editor is not None:
            editor.control.setFocus(Qt.FocusReason.TabFocusReason)

    def _new(self) -> Entity:
        """Make a thing that belongs to the first of what it must belong to."""
        start = dict(self.view.starts_with)
        taken: Counter[str] = Counter()
        for spec in self._owned:
            owners = entities(self._workspace.appraisal, spec.to)
            start.setdefault(spec.name, owners[taken[spec.to] % len(owners)].id)
            taken[spec.to] += 1  # the two sides of a comparison are not the same criterion
        made: Entity = self._collection.entity(id=new_id(self._collection.prefix), **start)
        return made

    def _fit_columns(self) -> None:
        """Let the first column and texts stretch, and the rest be as wide as their kind needs."""
        described = specs(self._collection.entity)
        shown = [described[name] for name in self.view.columns]
        widths = {at: each for at, each in enumerate(shown) if at and each.kind in WIDTHS}
        self.table.fit(
            {at: WIDTHS[each.kind] for at, each in widths.items()},
            {at: self._longest(each) for at, each in widths.items() if each.choices},
        )

    def _longest(self, spec: FieldSpec) -> int:
        """Give the width that the longest choice of a column needs."""
        labels = [each.label for each in spec.choices or ()]
        longest = max(map(self.table.fontMetrics().horizontalAdvance, labels), default=0)
        return longest + BESIDE_TEXT

    @Slot()
    def _reset(self) -> None:
        """Fit the table to its rows and choose one again, the form after it."""
        rows = self._model.rowCount()
        self.table.setVisible(rows > 0)
        self.table.setFixedHeight(
            min(rows, MOST_ROWS_SHOWN) * ROW_HEIGHT + self.table.horizontalHeader().height() + 4
        )
        self.remove_button.setEnabled(rows > 0)
        if self.form is not None:
            self.form.setVisible(rows > 0)
        if rows:
            kept = self._model.row_of(self.form.ref) if self.form is not None else -1
            self.table.selectRow(kept if kept >= 0 else min(self._last, rows - 1))

    @Slot()
    def _changed(self) -> None:
        """Let one be added once there is something for each thing that it must belong to."""
        appraisal = self._workspace.appraisal
        self.add_button.setEnabled(all(entities(appraisal, each.to) for each in self._owned))

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid():
            return
        self._last = now.row()
        ref = self._model.ref(now.row())
        if self.form is None:
            self.form = Form(self._workspace, ref, self.view.fields, self.view.offers)
            self.add(self.form)
            self.form.show()  # at once, so that the keyboard can be given to it
            self._order()
        else:
            self.form.show_thing(ref)

    def _order(self) -> None:
        """Let Tab lead from the table to the buttons and on to the form, whenever each was made."""
        controls = [self.table, *self._acts, *(self.form.controls if self.form else ())]
        for one, following in pairwise(controls):
            QWidget.setTabOrder(one, following)

    @Slot(str)
    def _act(self, act: str) -> None:
        at = self.table.currentIndex().row()
        match act:
            case "edit":
                self.go_to_field(self.view.fields[0])
            case "remove":
                self.remove_one()
            case "up" | "down":
                self._move(at, at - 1 if act == "up" else at + 1)

    def _move(self, at: int, to: int) -> None:
        """Move a thing to where another of those shown stands."""
        if not (0 <= at < self._model.rowCount() and 0 <= to < self._model.rowCount()):
            return
        ref = self._model.ref(at)
        ids = [each.id for each in entities(self._workspace.appraisal, self._collection.name)]
        if self._workspace.perform(MoveEntity(ref, ids.index(self._model.ref(to).id))):
            self.show_thing(ref)


class _Table(QTableView):
    """A table chosen from by row, with the keys that act on a row."""

    acted = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: Mapping[int, int] = {}
        self._wishes: Mapping[int, int] = {}
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self, widths: Mapping[int, int], wishes: Mapping[int, int]) -> None:
        """Give some columns a width of their own, in pixels; the others share the rest.

        Some of them would like to be wider, where that leaves the others the room they need.
        """
        self._widths, self._wishes = widths, wishes
        head = self.horizontalHeader()
        for at in range(head.count()):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(at, mode.Interactive if at in widths else mode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the columns where they and their headings would leave the others no room."""
        head = self.horizontalHeader()
        wanted = {at: max(width, head.sectionSizeHint(at)) for at, width in self._widths.items()}
        others = [at for at in range(head.count()) if at not in wanted]
        room = self.viewport().width() - len(others) * LEAST_FOR_THE_OTHERS
        share = min(1.0, room / max(sum(wanted.values()), 1))
        widest = max(map(head.sectionSizeHint, others), default=0)
        spare = self.viewport().width() - len(others) * max(widest, LEAST_FOR_THE_OTHERS)
        spare -= sum(wanted.values())
        for at, width in wanted.items():
            more = min(max(self._wishes.get(at, 0) - width, 0), max(spare, 0))
            spare -= more
            self.setColumnWidth(at, int(width * share) + more)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the row: Enter edits, Delete removes, Ctrl with an arrow moves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.acted.emit("edit")
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.acted.emit("remove")
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _MOVES:
            self.acted.emit(_MOVES[event.key()])
        else:
            super().keyPressEvent(event)


_MOVES = {int(Qt.Key.Key_Up): "up", int(Qt.Key.Key_Down): "down"}
