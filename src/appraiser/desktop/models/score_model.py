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

from appraiser.desktop.typed import read
from appraiser.desktop.widgets.parts import tip
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import named
from appraiser.domain.criteria import Criterion
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.edits import SetScores
from appraiser.domain.fields import specs
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet, SheetKey
from appraiser.domain.terms import Part, ValueShape
from appraiser.domain.written import plain_number

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
Role = Qt.ItemDataRole
MISSING = "·"
NOT_SCORED = "not scored"
DEEPEST_HEAT = 0.42


class ScoreModel(QAbstractTableModel):
    """The scores of one sheet; typing a number makes a `SetScores`, clearing it takes it away."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.sheet = CONSENSUS
        self._options: tuple[Option, ...] = ()
        self._criteria: tuple[Criterion, ...] = ()
        self._scores: list[list[Score | None]] = []
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
        return self._scores[index.row()][index.column()]

    def names(self, index: Index) -> tuple[str, str]:
        """Give what the option and the criterion at an index are called."""
        return named(self._options[index.row()]), named(self._criteria[index.column()])

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
            return named(self._options[section])
        criterion = self._criteria[section]
        if role == _DISPLAY:
            return criterion.short_name or named(criterion)
        unit = criterion.unit if _is_measured(criterion) else ""
        return tip(f"{named(criterion)}, in {unit}" if unit else named(criterion))

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Give what a cell shows, says and edits."""
        if not index.isValid():
            return None
        score, criterion = self.score(index), self.criterion(index)
        match role:
            case Role.DisplayRole:
                return _text(criterion, score) or MISSING
            case Role.EditRole:
                return _text(criterion, score)
            case Role.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignCenter)
            case Role.BackgroundRole:
                return self._heat(criterion, score)
            case Role.AccessibleTextRole:
                unit = f" {criterion.unit}".rstrip() if _is_measured(criterion) else ""
                said = f"{_text(criterion, score)}{unit}" if _text(criterion, score) else NOT_SCORED
                return f"{', '.join(self.names(index))}: {said}"
            case Role.ToolTipRole:
                return tip(score.reason) if score else None
        return None

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Set the score to what was typed, or clear it where nothing was."""
        if role != _EDIT:
            return False
        before = self.score(index)
        try:
            after = _scored(self.criterion(index), before, str(value).strip())
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

    @Slot(object)
    def _changed(self, touched: Part) -> None:
        """Follow the snapshot: another grid, or just the cells that differ."""
        if not touched & (Part.SCORES | Part.OPTIONS | Part.CRITERIA):
            return
        appraisal, before = self._workspace.appraisal, self._scores
        if (appraisal.shortlist, leaves(appraisal.criteria)) != (self._options, self._criteria):
            self.beginResetModel()
            self._take()
            self.endResetModel()
            return
        self._take()
        for row, (old, new) in enumerate(zip(before, self._scores, strict=True)):
            for column, (was, now) in enumerate(zip(old, new, strict=True)):
                if was is not now:
                    at = self.index(row, column)
                    self.dataChanged.emit(at, at)

    def _take(self) -> None:
        appraisal = self._workspace.appraisal
        self._options, self._criteria = appraisal.shortlist, leaves(appraisal.criteria)
        cells = appraisal.sheets.get(self.sheet, ScoreSheet()).cells
        self._scores = [
            [cells.get(Cell(option.id, leaf.id)) for leaf in self._criteria]
            for option in self._options
        ]

    def _heat(self, criterion: Criterion, score: Score | None) -> QColor | None:
        if score is None or score.value is None or _is_measured(criterion):
            return None
        colour = QColor(self._workspace.tokens.accent)
        colour.setAlphaF(0.05 + DEEPEST_HEAT * score.value / 100)
        return colour


def _is_measured(criterion: Criterion) -> bool:
    """Tell whether it is scored by performance in its own unit, through a value function."""
    return criterion.shape is not ValueShape.DIRECT


def _text(criterion: Criterion, score: Score | None) -> str:
    if score is None:
        return ""
    number = score.performance if _is_measured(criterion) else score.value
    number = score.value if number is None else number
    return "" if number is None else plain_number(number)


def _scored(criterion: Criterion, before: Score | None, typed: str) -> Score | None:
    """Give the score with another number; what else was said of it is kept."""
    score = before or Score()
    if not typed:
        after = replace(score, value=None, performance=None)
        return after if after != Score() else None
    if _is_measured(criterion):
        return replace(score, performance=_number("performance", typed))
    try:
        return replace(score, value=_number("value", typed))
    except Problem:
        raise Problem("A score runs from 0 to 100.", safe="The cell is as it was.") from None


def _number(field: str, typed: str) -> float:
    number = read(specs(Score)[field], typed)
    assert isinstance(number, float)
    return number
