"""The three lists of barriers: we act, commissioners and others act, Government is asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from appraiser.analysis.barriers.register import BarrierList, ListedBarrier, barrier_lists
from appraiser.desktop.barrier_words import BarrierWords
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.parts import (
    GRID,
    Card,
    button,
    column,
    cut,
    empty,
    pill,
    row,
    words,
)
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.ids import BarrierId, Ref
from appraiser.domain.terms import Part
from appraiser.domain.written import counted, listed

_TOUCHED = Part.BARRIERS | Part.OPTIONS | Part.SUPPORT
_LONGEST_NAME = 60
_CHOICE_LENGTH = 26
_MOST_SHOWN = 25
"""Barriers of a list that are shown; the rest are the least grave, and in the register."""

_NOTE = (
    "Each barrier stands in one list, Government's where anything is asked of Government. "
    "Show-stoppers come first, then the highest risk: likelihood times severity, 25 at most."
)
_NONE = "No barrier is in the register yet. Add the first under Barriers."


class BarrierListsCard(Card):
    """A list for each of those who act. The name of a barrier leads to it in the register."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Who has to act")
        self._workspace = workspace
        self._stale = False
        self._buttons: dict[BarrierId, QPushButton] = {}
        self._under = words("", "note")
        self.add(self._under)
        self.which = ChoiceList()
        self.which.setAccessibleName("Which list")
        self.which.setMinimumContentsLength(_CHOICE_LENGTH)
        for key, label in (("", "All three lists"), *((each, each.label) for each in BarrierList)):
            self.which.addItem(label, str(key))
        self.which.activated.connect(self.refresh)
        self.add(row(self.which, None))
        self._lists = column(spacing=GRID)
        self.add(self._lists)
        workspace.changed.connect(self._changed)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed out of sight."""
        if self._stale:
            self.refresh()
        super().showEvent(event)

    @Slot(object)
    def _changed(self, touched: Part) -> None:
        if touched & _TOUCHED:
            self._stale = True
            if self.isVisible():
                self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the lists as the register has them now; the keyboard stays with its barrier."""
        self._stale = False
        appraisal, chosen = self._workspace.appraisal, self.which.currentData()
        lists, said = barrier_lists(appraisal), BarrierWords(appraisal)
        self._under.setText(_under(appraisal, lists.settled) if appraisal.barriers else _NONE)
        self.which.setVisible(bool(appraisal.barriers))
        here = [name for name, each in self._buttons.items() if each.hasFocus()]
        empty(self._lists)
        self._buttons = {}
        for which in BarrierList if appraisal.barriers else ():
            if chosen in {"", which}:
                self._show_list(which, lists.of(which), said)
        for one, following in pairwise((self.which, *self._buttons.values())):
            QWidget.setTabOrder(one, following)
        for name in here:
            there = self._buttons.get(name, self.which)
            there.show()  # at once, so that it can take the keyboard
            there.setFocus()

    def _show_list(
        self, which: BarrierList, barriers: Sequence[ListedBarrier], said: BarrierWords
    ) -> None:
        heading = f"{which.label}: {counted(len(barriers), 'barrier')}"
        self._lists.addWidget(words(heading, "heading"))
        for each in barriers[:_MOST_SHOWN]:
            self._show_barrier(each, said)
        if len(barriers) > _MOST_SHOWN:
            more = counted(len(barriers) - _MOST_SHOWN, "more barrier")
            self._lists.addWidget(words(f"And {more} in the register.", "note"))

    def _show_barrier(self, each: ListedBarrier, said: BarrierWords) -> None:
        go = button(cut(said.name(each), _LONGEST_NAME), partial(self._go_to, each), kind="link")
        go.setAccessibleDescription("Goes to the barrier in the register")
        self._buttons[each.barrier] = go
        risk = pill(f"Risk {each.risk}", "fact")
        stops = [pill("Bars", "bad")] if each.stops else []
        self._lists.addLayout(row(go, risk, *stops, None))
        self._lists.addWidget(words(said.standing(each), "note"))
        for line in said.done(each):
            self._lists.addWidget(words(line))
        self._lists.addSpacing(GRID)

    def _go_to(self, each: ListedBarrier) -> None:
        self._workspace.go_to(Ref("barriers", each.barrier), "title")


def _under(appraisal: Appraisal, settled: Sequence[ListedBarrier]) -> str:
    """Say how the lists are made, and what is in none of them any more."""
    if not settled:
        return _NOTE
    names = {each.id: named(each) for each in appraisal.barriers}
    said = listed([names[each.barrier] for each in settled])
    return f"{_NOTE} Dealt with, so in none: {said}."
