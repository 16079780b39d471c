"""The grid of scores, whose they are, and what lies behind the cell that is chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from appraiser.desktop.models.score_model import ScoreModel
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.editors import editor_for
from appraiser.desktop.widgets.field_editor import FieldEditor
from appraiser.desktop.widgets.parts import GRID, Card, row, words
from appraiser.desktop.widgets.score_grid import ROW_HEIGHT, ScoreGrid
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import called
from appraiser.domain.edits import SetScores
from appraiser.domain.fields import Kind, specs
from appraiser.domain.scores import CONSENSUS, Cell, Score, SheetKey
from appraiser.domain.terms import Round, ValueShape

MOST_ROWS_SHOWN = 12
_SHORT = 4
"""So many fields of a cell stand side by side; the rest go one under another."""
_SAID = ("low", "high", "said_by", "performance", "reason", "verbatim", "evidence")
"""What may be said of a cell beside its score; performance only where that is what counts."""


class ScoreCard(Card):
    """Whose scores, the grid, and what was said of the cell that is chosen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Scores")
        self._workspace = workspace
        self._model = ScoreModel(workspace, self)
        self._whose = ChoiceList()
        self._whose.setAccessibleName("Whose scores")
        self._whose.activated.connect(self._choose_sheet)
        self._whose.setMinimumContentsLength(36)
        label = words("&Whose scores", "label", wrap=False)
        label.setTextFormat(Qt.TextFormat.AutoText)
        label.setBuddy(self._whose)
        self.add(row(label, self._whose, None))
        self.table = ScoreGrid()
        self.table.setAccessibleName("Scores of each option on each criterion")
        self.table.setModel(self._model)
        self.table.selectionModel().currentChanged.connect(self._show_cell)
        self.add(self.table)
        self._empty = words("Put options on the shortlist and name criteria first.", "note")
        self.add(self._empty)
        self._shown: tuple[SheetKey, Cell] | None = None
        self._build_cell()
        self._model.modelReset.connect(self._fit)
        workspace.changed.connect(self._follow)
        self._follow()
        self._fit()

    def place_of(self, cell: str) -> QWidget:
        """Go to a cell of the consensus, named as option and criterion with a slash between."""
        option, _, criterion = cell.partition("/")
        self._show_sheet(CONSENSUS)
        index = self._model.index_of(option, criterion)
        if index.isValid():
            self.table.setCurrentIndex(index)
        return self.table if self.table.isVisibleTo(self) else self._whose

    def keep(self) -> None:
        """Keep the score that is being typed."""
        typing = QApplication.focusWidget()
        if typing is not None and self.table.isAncestorOf(typing):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_cell(self) -> None:
        """Lay out what is said of the chosen cell under its name and anchors."""
        self._cell = QWidget()
        grid = QGridLayout(self._cell)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * GRID)
        self._cell_name, self._anchors = words("", "heading"), words("", "note")
        grid.addWidget(self._cell_name, 0, 0, 1, 4)
        grid.addWidget(self._anchors, 1, 0, 1, 4)
        self._said: dict[str, FieldEditor] = {}
        self._labels: dict[str, QLabel] = {}
        for at, name in enumerate(_SAID):
            editor = editor_for(specs(Score)[name], self._workspace.ask)
            editor.given.connect(partial(_give, self, name))
            self._said[name] = editor
            line, side, span = (2, at, 1) if at < _SHORT else (4 + 2 * (at - _SHORT), 0, 4)
            if editor.spec.kind is not Kind.FLAG:
                label = self._labels[name] = words(editor.spec.label, "label", wrap=False)
                label.setBuddy(editor.control)
                grid.addWidget(label, line, side, 1, span)
            grid.addWidget(editor, line + 1, side, 1, span, Qt.AlignmentFlag.AlignTop)
        self.add(self._cell)

    @Slot()
    def _follow(self) -> None:
        """Offer every sheet there can be, and show the chosen cell as it stands."""
        wanted = [CONSENSUS] + [
            SheetKey(each, scorer.id)
            for scorer in self._workspace.appraisal.scorers
            for each in (Round.ALONE, Round.AGAIN)
        ]
        names = [self._sheet_name(each) for each in wanted]
        if names != [self._whose.itemText(at) for at in range(self._whose.count())]:
            self._whose.clear()
            for name, key in zip(names, wanted, strict=True):
                self._whose.addItem(name, key)
        at = wanted.index(self._model.sheet) if self._model.sheet in wanted else 0
        self._whose.setCurrentIndex(at)
        self._model.show_sheet(wanted[at])
        self._show_cell(self.table.currentIndex())

    def _sheet_name(self, key: SheetKey) -> str:
        if key.scorer is None:
            return "Consensus, agreed in the room"
        scorers = self._workspace.appraisal.scorers
        who = next((each for each in scorers if each.id == key.scorer), None)
        name = (who.role or called(who) or "Unnamed scorer") if who else ""
        return f"{name}, {key.round.inline}"

    @Slot(int)
    def _choose_sheet(self, _at: int) -> None:
        self._show_sheet(SheetKey(*self._whose.currentData()))

    def _show_sheet(self, key: SheetKey) -> None:
        self._model.show_sheet(key)
        self._follow()

    @Slot()
    def _fit(self) -> None:
        rows = min(self._model.rowCount(), MOST_ROWS_SHOWN)
        there = rows > 0 and self._model.columnCount() > 0
        self.table.setFixedHeight(rows * ROW_HEIGHT + self.table.horizontalHeader().height() + 4)
        self.table.setVisible(there)
        self._empty.setVisible(not there)
        if there and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self._model.index(0, 0))
        self._show_cell(self.table.currentIndex())

    @Slot(QModelIndex)
    def _show_cell(self, index: QModelIndex) -> None:
        self._cell.setVisible(index.isValid())
        if not index.isValid():
            return
        option, criterion = self._model.names(index)
        self._cell_name.setText(f"{option} on {criterion}")
        scale = self._model.criterion(index)
        ends = (("0", scale.anchor_0), ("50", scale.anchor_50), ("100", scale.anchor_100))
        self._anchors.setText("\n".join(f"{at}: {text}" for at, text in ends if text.strip()))
        measured = scale.shape is not ValueShape.DIRECT
        for part in (self._labels["performance"], self._said["performance"]):
            part.setVisible(measured)
        here = (self._model.sheet, self._model.cell(index))
        score = self._model.score(index) or Score()
        for name, editor in self._said.items():
            show = editor.show_value if here == self._shown else editor.begin
            show(getattr(score, name))
        self._shown = here

    def say(self, name: str, value: object) -> None:
        """Set what is said of the cell that is shown."""
        if self._shown is None:
            return
        sheet, cell = self._shown
        sheets = self._workspace.appraisal.sheets
        before = sheets[sheet].cells.get(cell) if sheet in sheets else None
        after = replace(before or Score(), **{name: value})  # type: ignore[arg-type]
        edit = SetScores(sheet, ((cell, after if after != Score() else None),))
        if not self._workspace.perform(edit):
            self._show_cell(self.table.currentIndex())


def _give(card: ScoreCard, name: str, value: object) -> None:
    card.say(name, value)
