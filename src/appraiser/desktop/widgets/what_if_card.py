"""What if something mattered more or less: a slider over one weight, tried and never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QSlider

from appraiser.analysis.results import Results
from appraiser.desktop.announcing import announce
from appraiser.desktop.what_if_words import flip_words, tried_words
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.lively import Lively
from appraiser.desktop.widgets.parts import Card, button, cut, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.ids import CriterionId
from appraiser.domain.problem import Problem
from appraiser.domain.written import whole_percent

if TYPE_CHECKING:
    from appraiser.analysis.reweighing import Reweighing

WHOLE = 100
"""The slider counts in whole per cent."""

REST_MILLISECONDS = 400
"""The slider has rested this long before a screen reader is told what follows."""

LONGEST_NAME = 32
"""Characters of a criterion that are said beside the figure."""

_GIVEN = "Move the slider to try another weight. The others keep their ratios; nothing is stored."


class WhatIfCard(Card):
    """One criterion or branch at a time.

    `tried` carries what follows, or None when it is put back, and what was tried in words. The
    file, the seal and the paper know nothing of it.
    """

    tried = Signal(object, str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("What if it mattered more, or less?")
        self._workspace = workspace
        self._of: Appraisal | None = None
        self._reweighing: Reweighing | None = None
        self._which = ChoiceList()
        self._which.setAccessibleName("What matters more or less")
        self._which.setMinimumContentsLength(LONGEST_NAME)
        self._which.activated.connect(self._choose)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, WHOLE)
        self.slider.setPageStep(5)
        self.slider.valueChanged.connect(self._moved)
        self._share = Lively(words("", "heading", wrap=False))
        self.back = button("Put back", self._put_back, kind="link")
        self.add(row(self._which, None, self._share, self.back))
        self.add(self.slider)
        self._said = Lively(words("", "note"))
        self._flips = words("", "note")
        self.add(self._said)
        self.add(self._flips)
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._tell)
        workspace.results_changed.connect(self.refresh)
        self.refresh()

    @property
    def said(self) -> str:
        """What would follow, or how to begin."""
        return self._said.text()

    @property
    def _criterion(self) -> CriterionId | None:
        key = self._which.currentData()
        return CriterionId(key) if key else None

    @Slot()
    def refresh(self) -> None:
        """Offer the criteria as they are now, each at the weight that was given.

        What is being tried stays as it is while only more is found out about the same snapshot.
        """
        results, assessed = self._workspace.results, self._workspace.assessed
        weights = None if results is None else results.weights
        if weights is not None and self._of is assessed:
            return
        self._of, self._reweighing = assessed if weights else None, None
        if weights is None:
            self.hide()
            return
        if self.parent() is not None:  # or it would be a window of its own for a moment
            self.show()
        names = {each.id: named(each) for each in assessed.criteria}
        chosen = self._criterion
        self._which.clear()
        for each in weights.criteria:
            self._which.addItem(names[each.criterion], each.criterion)
        self._which.setCurrentIndex(max(self._which.findData(chosen), 0))
        self._show_given()

    @Slot()
    def _choose(self) -> None:
        self._show_given()
        self.tried.emit(None, "")

    @Slot()
    def _put_back(self) -> None:
        self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_given()
        self.tried.emit(None, "")

    def _show_given(self) -> None:
        """Stand the slider at the weight that was given, and say where the leader changes."""
        results, criterion = self._workspace.results, self._criterion
        if results is None or results.weights is None or criterion is None:
            return
        share = results.weights.of[criterion].cumulative
        self.slider.blockSignals(True)
        self.slider.setValue(round(WHOLE * share))
        self.slider.blockSignals(False)
        self.slider.setAccessibleName(f"Weight of {self._which.currentText()}, in per cent")
        self._rest.stop()
        self._share.say(whole_percent(share))
        self.back.setEnabled(False)
        self._said.say(_GIVEN)
        self._flips.setText(flip_words(self._workspace.assessed, results, criterion))

    @Slot(int)
    def _moved(self, value: int) -> None:
        """Try the weight that the slider stands at."""
        results, criterion = self._workspace.results, self._criterion
        if results is None or criterion is None:
            return
        self._share.say(f"{value}%")
        self.back.setEnabled(True)
        self._rest.start()
        try:
            reweighed = self._engine(results).under({criterion: value / WHOLE})
        except Problem as problem:
            self._said.say(f"This weight cannot be tried: {problem.what.rstrip('.')}.")
            self.tried.emit(None, "")
            return
        self._said.say(tried_words(self._workspace.assessed, reweighed))
        name = cut(self._which.currentText(), LONGEST_NAME)
        self.tried.emit(reweighed.shown_in(results), f"If {name} weighed {value}%")

    @Slot()
    def _tell(self) -> None:
        announce(self, self.said)

    def _engine(self, results: Results) -> Reweighing:
        """Lay everything out once for these results."""
        if self._reweighing is None:
            from appraiser.analysis.reweighing import Reweighing  # NumPy is not for the first page

            self._reweighing = Reweighing(self._workspace.assessed, results)
        return self._reweighing
