"""A form over one thing of the appraisal: labelled fields that read and make edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from appraiser.desktop.widgets.editors import editor_for
from appraiser.desktop.widgets.field_editor import Choices, FieldEditor
from appraiser.desktop.widgets.parts import GRID, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import COLLECTIONS, SINGLES, entities, entity, named
from appraiser.domain.edits import SetField
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.ids import Ref
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Part

WIDE = {Kind.TEXT, Kind.LINES, Kind.LINKS}
"""Kinds that need the whole width of a form."""

Offers = dict[str, Callable[[], Choices]]
"""For a text field that is chosen from a list: how to get the list."""

Givers = Mapping[str, Callable[[object], bool]]
"""For a field of which more comes than its value: what to do, telling whether it was done."""


class Form(QWidget):
    """The fields of one thing, two to a row where they are short.

    The form holds no data: it shows the snapshot, and what is typed becomes a `SetField`.
    """

    def __init__(
        self,
        workspace: Workspace,
        ref: Ref,
        names: Sequence[str],
        offers: Offers | None = None,
        givers: Givers | None = None,
    ) -> None:
        super().__init__()
        self._workspace, self._ref = workspace, ref
        self._offers = offers or {}
        self._givers = givers or {}
        self._editors: dict[str, FieldEditor] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._lay_out([specs(_class_of(ref))[name] for name in names])
        workspace.changed.connect(self._changed)
        self.refresh()

    @property
    def ref(self) -> Ref:
        """What the form shows."""
        return self._ref

    @property
    def names(self) -> tuple[str, ...]:
        """The fields it shows."""
        return tuple(self._editors)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """The controls of its fields, in order."""
        return tuple(editor.control for editor in self._editors.values())

    def show_thing(self, ref: Ref) -> None:
        """Show another thing of the same collection; what was typed for the last one is kept."""
        if ref == self._ref:
            self.refresh()
            return
        self.keep()
        self._ref = ref
        for name, editor in self._editors.items():
            self._offer(editor)
            editor.begin(getattr(entity(self._workspace.appraisal, ref), name))

    def keep(self) -> None:
        """Keep what was typed and not kept yet."""
        for editor in self._editors.values():
            editor.keep()

    def editor(self, field: str) -> FieldEditor | None:
        """Give the editor of a field, if the form has it."""
        return self._editors.get(field)

    def refresh(self) -> None:
        """Show the snapshot as it stands."""
        try:
            item = entity(self._workspace.appraisal, self._ref)
        except Problem:
            return
        for name, editor in self._editors.items():
            self._offer(editor)
            editor.show_value(getattr(item, name))

    def _lay_out(self, wanted: Sequence[FieldSpec]) -> None:
        line, side = 0, 0
        for spec in wanted:
            wide = spec.kind in WIDE
            if wide and side:
                line, side = line + 2, 0
            self._place(spec, line, side, 2 if wide else 1)
            side = 0 if wide else 1 - side
            line += 2 if wide or not side else 0

    def _place(self, spec: FieldSpec, line: int, side: int, span: int) -> None:
        ask = self._workspace.ask
        editor = editor_for(spec, ask, from_list=spec.name in self._offers)
        editor.given.connect(partial(_give, self, spec.name))
        self._editors[spec.name] = editor
        top = Qt.AlignmentFlag.AlignTop
        if spec.kind is not Kind.FLAG:
            label = words(spec.label, "label", wrap=False)
            label.setBuddy(editor.control)
            self._grid.addWidget(label, line, side, 1, span)
            self._grid.addWidget(editor, line + 1, side, 1, span, top)
        else:
            self._grid.addWidget(editor, line + 1, side, 1, span, Qt.AlignmentFlag.AlignVCenter)

    def _offer(self, editor: FieldEditor) -> None:
        spec = editor.spec
        if spec.name in self._offers:
            editor.offer(self._offers[spec.name]())
        elif spec.kind in {Kind.LINK, Kind.LINKS}:
            found = entities(self._workspace.appraisal, spec.to)
            editor.offer(tuple((each.id, named(each)) for each in found))

    @Slot(object)
    def _changed(self, _touched: Part) -> None:
        self.refresh()

    def give(self, field: str, value: object) -> bool:
        """Give a field a value, or do what goes with it; tell whether it was done."""
        giver = self._givers.get(field)
        return giver(value) if giver else self._workspace.perform(SetField(self._ref, field, value))


def _give(form: Form, field: str, value: object) -> None:
    """Make the edit; where it is refused, show again what is so."""
    if not form.give(field, value):
        form.refresh()


def _class_of(ref: Ref) -> type:
    if ref.collection in SINGLES:
        return SINGLES[ref.collection][0]
    return COLLECTIONS[ref.collection].entity
