"""Each measure beside its comparable figure, or the reason why the two are not compared."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout

from appraiser.analysis.measures import Comparison, compare_measures, compare_with_comparator
from appraiser.desktop.measure_words import apart, beside, measured
from appraiser.desktop.source_words import source_words
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.parts import GRID, Card, column, cut, empty, pill, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import named
from appraiser.domain.terms import Part
from appraiser.domain.trust import Measure
from appraiser.domain.written import counted

_TOP = Qt.AlignmentFlag.AlignTop
_MOST_SHOWN = 40
_LONGEST_NAME = 60
_NAMES_WIDTH = 190
_CHOICE_LENGTH = 22


class MeasureCard(Card):
    """What each measure says against the figure beside it; any two can be set side by side."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Beside what can be compared")
        self._workspace = workspace
        self.add(
            words(
                "Different kinds, scales and, for some, organisations are never compared.", "note"
            )
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4 * GRID)
        self._grid.setVerticalSpacing(2 * GRID)
        self._grid.setColumnMinimumWidth(0, _NAMES_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.add(self._grid)
        self.one, self.other = ChoiceList(), ChoiceList()
        for each, name in ((self.one, "Measure to compare"), (self.other, "Compared with")):
            each.setAccessibleName(name)
            each.setMinimumContentsLength(_CHOICE_LENGTH)
            each.activated.connect(self._compare)
        self._with = words("with", "label", wrap=False)
        self._compared = words("Compare two", "label", wrap=False)
        self.add(row(self._compared, self.one, self._with, self.other, None))
        self._said = words("")
        self.add(self._said)
        self._stale = True
        workspace.changed.connect(self._changed)
        workspace.results_changed.connect(self._catch_up)
        if workspace.results is not None:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed out of sight."""
        self._catch_up()
        super().showEvent(event)

    @Slot(object)
    def _changed(self, touched: Part) -> None:
        if touched & Part.TRUST:
            self._stale = True
            if self.isVisible():
                self.refresh()

    @Slot()
    def _catch_up(self) -> None:
        """Read the library only once there are results, so that the first page need not wait."""
        if self._stale:
            self.refresh()

    @property
    def said(self) -> str:
        """What is said of the two that are chosen."""
        return self._said.text()

    def refresh(self) -> None:
        """Set each measure beside its figure again."""
        self._stale = False
        appraisal, catalogue = self._workspace.appraisal, self._workspace.catalogue
        empty(self._grid)
        for line, each in enumerate(appraisal.measures[:_MOST_SHOWN]):
            found = compare_with_comparator(each, catalogue, appraisal.trust.name)
            self._show(line, each, found)
        self._show_rest(len(appraisal.measures))
        for chooser in (self.one, self.other):
            _offer(chooser, appraisal.measures)
        for part in (self._compared, self.one, self._with, self.other, self._said):
            part.setVisible(len(appraisal.measures) > 1)
        self._compare()

    def _show(self, line: int, measure: Measure, found: Comparison | None) -> None:
        said = column(words(measured(measure)), words(beside(measure, found), "note"), spacing=GRID)
        for under in () if found is None else found.cautions:
            said.addWidget(words(under, "note"))
        sources = source_words(self._workspace.catalogue, () if found is None else found.sources)
        if sources:
            said.addWidget(words(f"Source: {sources}.", "note"))
        self._grid.addWidget(words(named(measure), "label"), line, 0, _TOP)
        self._grid.addLayout(said, line, 1)
        self._grid.addWidget(pill(*_standing(found)), line, 2, _TOP)

    def _show_rest(self, count: int) -> None:
        if not count:
            self._grid.addWidget(words("No measure is given yet.", "note"), 0, 0, 1, 3)
        elif count > _MOST_SHOWN:
            more = f"And {counted(count - _MOST_SHOWN, 'more measure')} in the table above."
            self._grid.addWidget(words(more, "note"), _MOST_SHOWN, 0, 1, 3)

    @Slot()
    def _compare(self) -> None:
        """Say how far the two that are chosen are apart, or why not."""
        of = {each.id: each for each in self._workspace.appraisal.measures}
        one, other = of.get(self.one.currentData()), of.get(self.other.currentData())
        if one is None or other is None or one is other:
            self._said.setText("Choose two to compare.")
            return
        found = compare_measures(one, other, self._workspace.catalogue)
        self._said.setText(" ".join((apart(one, other, found), *found.cautions)))


def _offer(chooser: ChoiceList, measures: tuple[Measure, ...]) -> None:
    """Offer the measures, and keep the one that was chosen."""
    chosen = chooser.currentData()
    chooser.clear()
    for each in measures:
        chooser.addItem(cut(named(each), _LONGEST_NAME), each.id)
    chooser.setCurrentIndex(max(chooser.findData(chosen), 0))


def _standing(found: Comparison | None) -> tuple[str, str]:
    if found is None:
        return "Alone", "fact"
    if found.difference is None:
        return "Not compared", "bad"
    return ("Compared with care", "watch") if found.cautions else ("Compared", "good")
