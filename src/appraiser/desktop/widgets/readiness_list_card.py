"""What stands between the paper and the board's pack, and where each is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from appraiser.desktop.preparing import Preparing
from appraiser.desktop.widgets.parts import GRID, Card, button, column, empty, pill, words
from appraiser.desktop.workspace import Workspace
from appraiser.domain.checks import check
from appraiser.domain.findings import Severity
from appraiser.domain.written import counted

if TYPE_CHECKING:
    from appraiser.paper.readiness_list import ReadinessItem

MOST_LISTED = 12
"""Things of one kind that are listed; of more, their number is given."""

STAGE = 148
"""Pixels of the stage before each thing: the longest name, so that the words stand in line."""

MOST_SAID = 3
"""Things that are said when the paper is exported all the same."""

_AT_WORK = "The paper is being made; what it lacks is listed here in a moment."


class ReadinessListCard(Card):
    """The list itself, the length of the body, and whether a public paper would leak."""

    def __init__(self, workspace: Workspace, preparing: Preparing) -> None:
        super().__init__("Is the paper ready for the board?")
        self._workspace, self._preparing = workspace, preparing
        self._items: list[ReadinessItem] = []
        self._state = words(_AT_WORK)
        self._budget = words("", "note")
        self._list = column(spacing=GRID)
        for part in (self._state, self._budget, self._list):
            self.add(part)
        preparing.watch(self)
        preparing.prepared.connect(self.refresh)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the paper made, so that what it lacks can be listed."""
        super().showEvent(event)
        self._preparing.look()

    @property
    def blocking(self) -> tuple[ReadinessItem, ...]:
        """What should be put right before the paper goes to the board."""
        return tuple(each for each in self._items if each.blocking)

    def against(self) -> str:
        """Say what stands against sending the paper out, or nothing.

        It is looked up here and now: the paper whose list is shown may be of a moment ago.
        """
        results = self._workspace.results
        findings = (*check(self._workspace.appraisal), *(results.findings if results else ()))
        found = list(
            dict.fromkeys(each.words for each in findings if each.severity is not Severity.WARNING)
        )
        first, more = " ".join(found[:MOST_SAID]), len(found) - MOST_SAID
        return f"{first} And {more} more." if more > 0 else first

    @Slot()
    def refresh(self) -> None:
        """Show what the paper that was made last lacks."""
        empty(self._list)
        paper = self._preparing.paper
        if self._preparing.problem is not None:
            self._say(str(self._preparing.problem), "")
            return
        if paper is None:
            self._say(_AT_WORK, "")
            return
        self._items = list(paper.ready)
        waiting = [each for each in self._items if not each.blocking]
        self._say(_state(len(self.blocking), len(waiting)), paper.budget.words)
        if paper.leak is not None:
            self._list.addWidget(words(str(paper.leak), "wrong"))
        self._add("Before it goes to the board", list(self.blocking), "bad")
        self._add("Worth a look", waiting, "watch")

    def _say(self, state: str, budget: str) -> None:
        self._state.setText(state)
        self._budget.setText(budget)
        self._budget.setVisible(bool(budget))

    def _add(self, heading: str, items: list[ReadinessItem], kind: str) -> None:
        if not items:
            return
        self._list.addWidget(words(f"{heading} ({len(items)})", "heading"))
        for item in items[:MOST_LISTED]:
            self._list.addWidget(self._line(item, kind))
        if len(items) > MOST_LISTED:
            self._list.addWidget(words(f"and {len(items) - MOST_LISTED} more", "note"))

    def _line(self, item: ReadinessItem, kind: str) -> QWidget:
        """Make a line of one thing: its stage, its words and the way there."""
        go = button("Go to", self._go, kind="link")
        go.setProperty("item", self._items.index(item))
        go.setAccessibleName(f"Go to: {item.words}")
        stage = pill(item.stage.label, kind)
        stage.setMinimumWidth(STAGE)
        stage.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(3 * GRID)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(stage, alignment=top)
        layout.addWidget(words(item.words), stretch=1)
        layout.addWidget(go, alignment=top)
        return line

    @Slot()
    def _go(self) -> None:
        pressed = self.sender()
        assert isinstance(pressed, QPushButton)
        item = self._items[pressed.property("item")]
        self._workspace.go_to(item.ref if item.ref is not None else item.stage, item.field)


def _state(blocking: int, waiting: int) -> str:
    if blocking:
        are = "is" if blocking == 1 else "are"
        return f"{counted(blocking, 'thing')} {are} to be put right before it goes to the board."
    if waiting:
        return f"Nothing stands in its way; {counted(waiting, 'thing')} may be worth a look."
    return "Nothing is missing. The paper is ready for the board."
