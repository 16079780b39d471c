"""The weights as they are given: a line for each criterion, the swing typed, the weight shown."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.parts import Card, empty, row, words
from appraiser.desktop.widgets.typed_editor import TypedEditor
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import named
from appraiser.domain.criteria import Criterion, WeightSet
from appraiser.domain.edits import SetField
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.ids import CriterionId, Ref, WeightSetId
from appraiser.domain.terms import WeightMethod
from appraiser.domain.written import whole_percent

_ASKS = {
    WeightMethod.SWING: "Give 100 to the change from worst to best that matters most, and every "
    "other change its share of that.",
    WeightMethod.POINTS: "Share out points among the criteria, as many as you like.",
    WeightMethod.RANK: "Give 1 to the criterion that matters most, 2 to the next, and so on.",
    WeightMethod.PAIRWISE: "These weights come from the pairwise comparisons.",
}
_NOUNS = {
    WeightMethod.SWING: "Swing",
    WeightMethod.POINTS: "Points",
    WeightMethod.RANK: "Rank",
    WeightMethod.PAIRWISE: "Weight",
}


class WeightsCard(Card):
    """One weight set at a time, the one that feeds the totals first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("How much does each change matter?")
        self._workspace = workspace
        self._ask = words("", "note")
        self.add(self._ask)
        self._whose = ChoiceList()
        self._whose.setAccessibleName("Whose weights")
        self._whose.activated.connect(self._choose)
        label = words("Whose weights", "label", wrap=False)
        label.setBuddy(self._whose)
        self.add(row(label, self._whose, None))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(0, 1)
        self.add(self._grid)
        self._chosen: WeightSetId | None = None
        self._lines: dict[CriterionId, tuple[TypedEditor, QLabel]] = {}
        self._laid_out: object = None

    @property
    def _set(self) -> WeightSet | None:
        """The set that is shown: the one chosen here, or else the one that feeds the totals."""
        appraisal = self._workspace.appraisal
        wanted = (self._chosen, appraisal.weighting.model_set)
        found = (each for want in wanted for each in appraisal.weight_sets if each.id == want)
        return next(found, None)

    @property
    def first_to_weigh(self) -> QWidget:
        """The control of the first criterion that the weights used have nothing for."""
        self._chosen = None
        self.refresh()
        raw = self._set.raw if self._set else {}
        controls = {each: line.control for each, (line, _) in self._lines.items()}
        return next((found for each, found in controls.items() if each not in raw), self._whose)

    @Slot()
    def refresh(self) -> None:
        """Show the swings as they are given and the weights as they are worked out."""
        appraisal, weights = self._workspace.appraisal, self._set
        self.setVisible(bool(appraisal.criteria) and weights is not None)
        if weights is None:
            return
        self._offer(weights)
        self._ask.setText(_ASKS[weights.method])
        wanted = (weights.id, weights.method, tuple((c.id, named(c)) for c in appraisal.criteria))
        if wanted != self._laid_out:
            self._lay_out(weights, appraisal.criteria)
            self._laid_out = wanted
        shares = self._shares(weights)
        fixed = appraisal.seal is not None or weights.method is WeightMethod.PAIRWISE
        for criterion, (line, share) in self._lines.items():
            line.show_value(weights.raw.get(criterion))
            line.set_read_only(read_only=fixed)
            share.setText(shares.get(criterion, ""))

    def _shares(self, weights: WeightSet) -> dict[CriterionId, str]:
        """Give the weights worked out so far; only those of the set that is used are."""
        found = self._workspace.results.weights if self._workspace.results else None
        if found is None or found.set != weights.id:
            return {}
        return {each.criterion: whole_percent(each.local) for each in found.criteria}

    def _offer(self, shown: WeightSet) -> None:
        """List the sets there are, and mark the one that is shown."""
        used = self._workspace.appraisal.weighting.model_set
        sets = self._workspace.appraisal.weight_sets
        names = [named(each) + (", used" if each.id == used else "") for each in sets]
        if names != [self._whose.itemText(at) for at in range(self._whose.count())]:
            self._whose.clear()
            self._whose.addItems(names)
        self._whose.setCurrentIndex([each.id for each in sets].index(shown.id))

    @Slot(int)
    def _choose(self, at: int) -> None:
        self._chosen = self._workspace.appraisal.weight_sets[at].id
        self.refresh()

    def _lay_out(self, weights: WeightSet, criteria: tuple[Criterion, ...]) -> None:
        empty(self._grid)
        self._lines = {}
        for at, criterion in enumerate(criteria):
            line, share = TypedEditor(_spec(weights, criterion)), words("", wrap=False)
            line.setMaximumWidth(150)
            line.given.connect(partial(_given, self, criterion.id))
            name = words(named(criterion))
            name.setBuddy(line.control)
            share.setMinimumWidth(48)
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(line, at, 1)
            self._grid.addWidget(share, at, 2)
            self._lines[criterion.id] = (line, share)
        controls = [line.control for line, _ in self._lines.values()]
        for one, following in pairwise((self._whose, *controls)):
            QWidget.setTabOrder(one, following)

    def take(self, criterion: CriterionId, given: object) -> None:
        """Take what was given for a criterion; None takes its weight away."""
        weights = self._set
        if weights is None:
            return
        raw: dict[CriterionId, object] = {**weights.raw, criterion: given}
        if given is None:
            del raw[criterion]
        known = {each.id: named(each) for each in self._workspace.appraisal.criteria}
        edit = SetField(Ref("weight_sets", weights.id), "raw", raw)
        if not self._workspace.perform(edit, f"weight of {known[criterion]}"):
            self.refresh()


def _given(card: WeightsCard, criterion: CriterionId, value: object) -> None:
    card.take(criterion, value)


def _spec(weights: WeightSet, criterion: Criterion) -> FieldSpec:
    """Describe one number of the set as a field of its own."""
    label = f"{_NOUNS[weights.method]} of {named(criterion)}"
    return replace(specs(WeightSet)["raw"], kind=Kind.NUMBER, label=label, optional=True, to="")
