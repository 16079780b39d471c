"""The three lists of barriers: we act, commissioners and others act, Government is asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from appraiser.analysis.barriers.register import BarrierList, ListedBarrier, barrier_lists
from appraiser.desktop.barrier_words import BarrierWords
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
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Part
from appraiser.domain.written import counted, listed

_TOUCHED = Part.BARRIERS | Part.OPTIONS | Part.SUPPORT
_LONGEST_NAME = 60
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
        self._under = words("", "note")
        self.add(self._under)
        self._lists: dict[BarrierList, QVBoxLayout] = {}
        for which in BarrierList:
            self._lists[which] = column(spacing=GRID)
            self.add(self._lists[which])
        workspace.changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what the register has by now; while out of sight the lists are left alone."""
        self.refresh()
        super().showEvent(event)

    @Slot(object)
    def _changed(self, touched: Part) -> None:
        if touched & _TOUCHED and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the lists as the register has them now."""
        appraisal = self._workspace.appraisal
        lists, said = barrier_lists(appraisal), BarrierWords(appraisal)
        self._under.setText(_under(appraisal, lists.settled) if appraisal.barriers else _NONE)
        for which, layout in self._lists.items():
            empty(layout)
            if appraisal.barriers:
                self._show_list(layout, which, lists.of(which), said)

    def _show_list(
        self,
        layout: QVBoxLayout,
        which: BarrierList,
        barriers: Sequence[ListedBarrier],
        said: BarrierWords,
    ) -> None:
        heading = f"{which.label}: {counted(len(barriers), 'barrier')}"
        layout.addWidget(words(heading, "heading"))
        for each in barriers[:_MOST_SHOWN]:
            self._show_barrier(layout, each, said)
        if len(barriers) > _MOST_SHOWN:
            more = counted(len(barriers) - _MOST_SHOWN, "more barrier")
            layout.addWidget(words(f"{more[0].upper()}{more[1:]} in the register.", "note"))

    def _show_barrier(self, layout: QVBoxLayout, each: ListedBarrier, said: BarrierWords) -> None:
        go = button(cut(said.name(each), _LONGEST_NAME), partial(self._go_to, each), kind="link")
        go.setAccessibleDescription("Goes to the barrier in the register")
        risk = pill(f"Risk {each.risk}", "fact")
        stops = [pill("Bars", "bad")] if each.stops else []
        layout.addLayout(row(go, risk, *stops, None))
        layout.addWidget(words(said.standing(each), "note"))
        for line in said.done(each):
            layout.addWidget(words(line))
        layout.addSpacing(GRID)

    def _go_to(self, each: ListedBarrier) -> None:
        self._workspace.go_to(Ref("barriers", each.barrier), "title")


def _under(appraisal: Appraisal, settled: Sequence[ListedBarrier]) -> str:
    """Say how the lists are made, and what is in none of them any more."""
    if not settled:
        return _NOTE
    names = {each.id: named(each) for each in appraisal.barriers}
    said = listed([names[each.barrier] for each in settled])
    return f"{_NOTE} Dealt with, so in none: {said}."
