"""One score sheet as a grid: options down, criteria across. It keeps no data of its own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor

from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import called
from appraiser.domain.criteria import Criterion
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.edits import SetScores
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet, SheetKey
from appraiser.domain.terms import Part
from appraiser.domain.written import plain_number

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_GROUND = int(Qt.ItemDataRole.BackgroundRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
MISSING = "·"
DEEPEST_HEAT = 0.42


class ScoreModel(QAbstractTableModel):
    """The scores of one sheet; typing a number makes a `SetScores`, clearing it takes it away."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.sheet = CONSENSUS
        self._options: tuple[Option, ...] = ()
        self._criteria: tuple[Criterion, ...] = ()
        self._texts: list[list[str]] = []
        self._take()
        workspace.changed.connect(self._changed)

    def show_sheet(self, sheet: SheetKey) -> None:
        """Show another sheet."""
        if sheet != self.sheet:
            self.beginResetModel()
            self.sheet = sheet
            self._take()
            self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """Give where an index stands."""
        return Cell(self._options[index.row()].id, self._criteria[index.column()].id)

    def score(self, index: Index) -> Score | None:
        """Give the score at an index, if there is one."""
        return self._cells().get(self.cell(index))

    def names(self, index: Index) -> tuple[str, str]:
        """Give what the option and the criterion at an index are called."""
        return called(self._options[index.row()]), called(self._criteria[index.column()])

    def criterion(self, index: Index) -> Criterion:
        """Give the criterion at an index."""
        return self._criteria[index.column()]

    def index_of(self, option: str, criterion: str) -> QModelIndex:
        """Give the index of a cell, invalid where it is not in the grid."""
        rows = [each.id for each in self._options]
        columns = [each.id for each in self._criteria]
        if option not in rows or criterion not in columns:
            return QModelIndex()
        return self.index(rows.index(option), columns.index(criterion))  # type: ignore[arg-type]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Give how many options there are."""
        return 0 if parent.isValid() else len(self._options)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Give how many criteria are scored."""
        return 0 if parent.isValid() else len(self._criteria)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Give the names of options and criteria."""
        if role not in (_DISPLAY, _TIP):
            return None
        if orientation is Qt.Orientation.Vertical:
            return called(self._options[section])
        criterion = self._criteria[section]
        return criterion.short_name or criterion.name if role == _DISPLAY else criterion.name

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Give what a cell shows, says and edits."""
        if role == _DISPLAY:
            return self._texts[index.row()][index.column()] or MISSING
        if role == _ALIGN:
            return _CENTRE
        if role == _GROUND:
            return self._heat(index)
        if role == _EDIT:
            return self._texts[index.row()][index.column()]
        if role == _SPOKEN:
            option, criterion = self.names(index)
            text = self._texts[index.row()][index.column()] or "not scored"
            return f"{option}, {criterion}: {text}"
        if role == _TIP:
            score = self.score(index)
            return score.reason if score else None
        return None

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Set the score to what was typed, or clear it where nothing was."""
        if role != _EDIT:
            return False
        typed = str(value).strip()
        before = self.score(index)
        try:
            after = _scored(before, typed)
        except Problem as problem:
            self._workspace.ask.tell(problem)
            return False
        if after == before:
            return False
        return self._workspace.perform(SetScores(self.sheet, ((self.cell(index), after),)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be typed in."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def _cells(self) -> dict[Cell, Score]:
        return dict(self._workspace.appraisal.sheets.get(self.sheet, ScoreSheet()).cells)

    @Slot(object)
    def _changed(self, touched: Part) -> None:
        """Follow the snapshot: another grid, or just the cells that differ."""
        if not touched & (Part.SCORES | Part.OPTIONS | Part.CRITERIA):
            return
        appraisal, before = self._workspace.appraisal, self._texts
        if (appraisal.shortlist, leaves(appraisal.criteria)) != (self._options, self._criteria):
            self.beginResetModel()
            self._take()
            self.endResetModel()
            return
        self._take()
        for row, (old, new) in enumerate(zip(before, self._texts, strict=True)):
            for column, (was, now) in enumerate(zip(old, new, strict=True)):
                if was != now:
                    at = self.index(row, column)
                    self.dataChanged.emit(at, at)

    def _take(self) -> None:
        appraisal = self._workspace.appraisal
        self._options, self._criteria = appraisal.shortlist, leaves(appraisal.criteria)
        cells = self._cells()
        self._texts = [
            [_text(cells.get(Cell(option.id, leaf.id))) for leaf in self._criteria]
            for option in self._options
        ]

    def _heat(self, index: Index) -> QColor | None:
        score = self.score(index)
        if score is None or score.value is None:
            return None
        colour = QColor(self._workspace.tokens.accent)
        colour.setAlphaF(0.05 + DEEPEST_HEAT * score.value / 100)
        return colour


def _text(score: Score | None) -> str:
    return "" if score is None or score.value is None else plain_number(score.value)


def _scored(before: Score | None, typed: str) -> Score | None:
    """Give the score with another value; what else was said of it is kept."""
    if not typed:
        return replace(before, value=None) if before and before.reason else None
    try:
        value = float(typed.replace(",", ""))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:  # noqa: PLR2004 - the scale itself
        raise Problem("A score runs from 0 to 100.", safe="The cell is as it was.")
    return replace(before or Score(), value=value)
