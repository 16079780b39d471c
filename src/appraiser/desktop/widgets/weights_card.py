"""The weights as they are given: a line for each criterion, the swing typed, the weight shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit

from appraiser.desktop.widgets.parts import Card, empty, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import called
from appraiser.domain.criteria import Criterion, WeightSet
from appraiser.domain.edits import SetField
from appraiser.domain.ids import CriterionId, Ref
from appraiser.domain.terms import WeightMethod
from appraiser.domain.written import plain_number

_ASKS = {
    WeightMethod.SWING: "Give 100 to the change from worst to best that matters most, and every "
    "other change its share of that.",
    WeightMethod.POINTS: "Share out points among the criteria, as many as you like.",
    WeightMethod.RANK: "Give 1 to the criterion that matters most, 2 to the next, and so on.",
    WeightMethod.PAIRWISE: "The weights come from the pairwise comparisons.",
}


class WeightsCard(Card):
    """Follows the weight set that feeds the totals."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("How much does each change matter?")
        self._workspace = workspace
        self._ask = words("", "note")
        self.add(self._ask)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(0, 1)
        self.add(self._grid)
        self._lines: dict[CriterionId, tuple[QLineEdit, QLabel]] = {}
        self._laid_out: tuple[tuple[str, str], ...] | None = None

    @property
    def _set(self) -> WeightSet | None:
        appraisal = self._workspace.appraisal
        wanted = appraisal.weighting.model_set
        return next((each for each in appraisal.weight_sets if each.id == wanted), None)

    @Slot()
    def refresh(self) -> None:
        """Show the swings as they are given and the weights as they are worked out."""
        weights = self._set
        criteria = self._workspace.appraisal.criteria
        self.setVisible(bool(criteria) and weights is not None)
        if weights is None:
            return
        self._ask.setText(_ASKS[weights.method])
        wanted = tuple((each.id, called(each)) for each in criteria)
        if wanted != self._laid_out:
            self._lay_out(criteria)
            self._laid_out = wanted
        found = self._workspace.results.weights if self._workspace.results else None
        shares = {each.criterion: f"{each.local:.0%}" for each in found.criteria} if found else {}
        sealed = self._workspace.appraisal.seal is not None
        for criterion, (line, share) in self._lines.items():
            given = weights.raw.get(criterion)
            text = "" if given is None else plain_number(given)
            if not line.hasFocus() or line.property("kept") == line.text():
                line.setText(text)
            line.setProperty("kept", text)
            line.setReadOnly(sealed or weights.method is WeightMethod.PAIRWISE)
            share.setText(shares.get(criterion, ""))

    def _lay_out(self, criteria: tuple[Criterion, ...]) -> None:
        empty(self._grid)
        self._lines = {}
        for at, criterion in enumerate(criteria):
            line, share = QLineEdit(), words("", wrap=False)
            line.setMaximumWidth(110)
            line.editingFinished.connect(partial(_given, self, criterion.id))
            name = words(called(criterion) or "Unnamed criterion")
            name.setBuddy(line)
            line.setAccessibleName(f"Swing of {called(criterion)}")
            share.setMinimumWidth(48)
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(line, at, 1)
            self._grid.addWidget(share, at, 2)
            self._lines[criterion.id] = (line, share)

    def take(self, criterion: CriterionId) -> None:
        """Take what was typed for a criterion; what is no number is put back."""
        weights = self._set
        line = self._lines[criterion][0]
        if weights is None or line.text() == line.property("kept"):
            return
        raw = {key: value for key, value in weights.raw.items() if key != criterion}
        typed = line.text().strip()
        if typed:
            try:
                raw[criterion] = float(typed.replace(",", ""))
            except ValueError:
                line.setText(str(line.property("kept")))
                return
        line.setProperty("kept", line.text())
        name = called(self._workspace.appraisal.criteria[self._place(criterion)])
        edit = SetField(Ref("weight_sets", weights.id), "raw", raw)
        if not self._workspace.perform(edit, f"weight of {name}"):
            self.refresh()

    def _place(self, criterion: CriterionId) -> int:
        ids = [each.id for each in self._workspace.appraisal.criteria]
        return ids.index(criterion)


def _given(card: WeightsCard, criterion: CriterionId) -> None:
    card.take(criterion)
