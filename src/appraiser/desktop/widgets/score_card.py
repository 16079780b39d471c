"""The grid of scores, whose they are, and what lies behind the cell that is chosen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHeaderView, QTableView

from appraiser.desktop.models.score_model import ScoreModel
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.editors import editor_for
from appraiser.desktop.widgets.field_editor import FieldEditor
from appraiser.desktop.widgets.parts import Card, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import called
from appraiser.domain.edits import SetScores
from appraiser.domain.fields import specs
from appraiser.domain.scores import CONSENSUS, Score, SheetKey
from appraiser.domain.terms import Round

ROW_HEIGHT = 40
NAMES = (
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap))
)
"""Names of options at the left, over two lines where they are long."""
MOST_ROWS_SHOWN = 12
NAMES_WIDTH = 210
NARROWEST = 64
_SAID = ("reason", "evidence")


class ScoreCard(Card):
    """Arrows move, a number and Enter scores, Delete clears."""

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
        self.table = QTableView()
        self.table.setAccessibleName("Scores of each option on each criterion")
        self.table.setModel(self._model)
        self.table.setTabKeyNavigation(False)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(NARROWEST)
        self.table.verticalHeader().setFixedWidth(NAMES_WIDTH)
        self.table.verticalHeader().setDefaultAlignment(NAMES)
        self.table.setProperty("grid", True)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.selectionModel().currentChanged.connect(self._show_cell)
        self.add(self.table)
        self._empty = words("Put options on the shortlist and name criteria first.", "note")
        self.add(self._empty)
        self._build_cell()
        self._model.modelReset.connect(self._fit)
        workspace.changed.connect(self._follow)
        self._follow()
        self._fit()

    def go_to(self, cell: str) -> bool:
        """Go to a cell, named as option and criterion with a slash between."""
        option, _, criterion = cell.partition("/")
        self._show_sheet(CONSENSUS)
        index = self._model.index_of(option, criterion)
        if index.isValid():
            self.table.setCurrentIndex(index)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _build_cell(self) -> None:
        """Lay out what is said of the chosen cell: its anchors, reason and evidence."""
        self._cell_name = words("", "heading")
        self._anchors = words("", "note")
        self.add(self._cell_name)
        self.add(self._anchors)
        self._said: dict[str, FieldEditor] = {}
        for name in _SAID:
            editor = editor_for(specs(Score)[name])
            label = words(editor.spec.label, "label", wrap=False)
            label.setBuddy(editor.control)
            self._said[name] = editor
            self.add(label)
            self.add(editor)
        self._said["reason"].given.connect(self._give_reason)
        self._said["evidence"].given.connect(self._give_evidence)

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
        there = index.isValid()
        for part in (self._cell_name, self._anchors, *self._said.values()):
            part.setEnabled(there)
        if not there:
            return
        option, criterion = self._model.names(index)
        self._cell_name.setText(f"{option} on {criterion}")
        scale = self._model.criterion(index)
        ends = (("0", scale.anchor_0), ("50", scale.anchor_50), ("100", scale.anchor_100))
        self._anchors.setText("\n".join(f"{at}: {text}" for at, text in ends if text.strip()))
        score = self._model.score(index) or Score()
        for name, editor in self._said.items():
            editor.show_value(getattr(score, name))

    @Slot(object)
    def _give_reason(self, value: str) -> None:
        self._give(reason=value)

    @Slot(object)
    def _give_evidence(self, value: str) -> None:
        self._give(evidence=value)

    def _give(self, **said: str) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            return
        after = replace(self._model.score(index) or Score(), **said)  # type: ignore[arg-type]
        self._workspace.perform(SetScores(self._model.sheet, ((self._model.cell(index), after),)))
