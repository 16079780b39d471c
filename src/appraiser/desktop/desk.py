"""The desk of an open appraisal: rail, page, drawer and strip."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from appraiser.desktop.announcing import announce
from appraiser.desktop.glance import glance
from appraiser.desktop.page_list import page_list
from appraiser.desktop.widgets.drawer import Drawer
from appraiser.desktop.widgets.page import Page
from appraiser.desktop.widgets.rail import Rail
from appraiser.desktop.widgets.strip import Strip
from appraiser.desktop.workspace import Workspace
from appraiser.domain.ids import Ref
from appraiser.domain.progress import StageProgress, progress
from appraiser.domain.stages import stage_of
from appraiser.domain.terms import Part, Stage


class Desk(QWidget):
    """Shows one page at a time; a page is made when it is first visited."""

    stage_shown = Signal(object)
    result_changed = Signal(str)
    """Another option leads, or none does any more; it carries what a screen reader says."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        tokens = workspace.tokens
        self._infos = {info.stage: info for info in page_list()}
        self._pages: dict[Stage, Page] = {}
        self.stage = Stage.TRUST
        self._rail, self._drawer, self._strip = Rail(tokens), Drawer(), Strip(tokens)
        self._stack = QStackedWidget()
        self._said = ""
        self._progress: dict[Stage, StageProgress] = {}
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addWidget(self._stack, stretch=1)
        middle.addWidget(self._drawer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, stretch=1)
        layout.addWidget(self._strip)
        self._connect()
        self._follow()
        self.show_stage(Stage.TRUST)

    def _connect(self) -> None:
        self._rail.chosen.connect(self.show_stage)
        self._drawer.place_asked.connect(self.go_to)
        self._workspace.changed.connect(self._changed)
        self._workspace.results_changed.connect(self._show_glance)
        self._workspace.asked_for.connect(self.go_to)
        self._workspace.tokens_changed.connect(self._take_tokens)
        self.result_changed.connect(self._announce)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self.stage]

    @property
    def facts(self) -> tuple[str, ...]:
        """What the strip says."""
        return self._strip.facts

    @Slot(object)
    def show_stage(self, stage: Stage) -> None:
        """Show the page of a stage; what was typed on the last one is kept."""
        if self.stage in self._pages:
            self.page.keep()
        self.stage = stage
        if stage not in self._pages:
            self._pages[stage] = self._infos[stage].build(self._workspace)
            self._stack.addWidget(self._pages[stage])
        self._stack.setCurrentWidget(self.page)
        self._rail.show_stage(stage)
        self._drawer.show_stage(self._infos[stage], self._progress[stage])
        self.stage_shown.emit(stage)

    @Slot(object, str)
    def go_to(self, place: object, field: str = "") -> None:
        """Show a stage, or the field of something wherever it is."""
        if isinstance(place, Stage):
            self.show_stage(place)
            self.page.take_keyboard()
        elif isinstance(place, Ref):
            self.show_stage(stage_of(place))
            self.page.go_to(place, field)

    @Slot()
    def next_part(self) -> None:
        """Give the keyboard to the next part of the window: rail, page, drawer, rail again."""
        parts: tuple[Rail | Page | Drawer, ...] = (self._rail, self.page, self._drawer)
        here = QApplication.focusWidget()
        at = next((at for at, part in enumerate(parts) if here and part.isAncestorOf(here)), -1)
        for part in (*parts[at + 1 :], *parts[: at + 1]):
            if part.isVisible() and part.take_keyboard():
                return

    def keep(self) -> None:
        """Keep what was typed on the page that is shown."""
        self.page.keep()

    @Slot()
    def _take_tokens(self) -> None:
        self._rail.set_tokens(self._workspace.tokens)
        self._strip.set_tokens(self._workspace.tokens)

    def fold_drawer(self, *, folded: bool) -> None:
        """Fold the drawer away, or bring it back."""
        self._drawer.setVisible(not folded)

    @property
    def drawer_is_shown(self) -> bool:
        """Whether the drawer is there."""
        return self._drawer.isVisibleTo(self)

    @Slot(object)
    def _changed(self, _touched: Part) -> None:
        self._follow()
        self._drawer.show_stage(self._infos[self.stage], self._progress[self.stage])

    def _follow(self) -> None:
        found = progress(self._workspace.appraisal)
        self._progress = {each.stage: each for each in found}
        self._rail.show_progress(found)
        self._show_glance()

    @Slot()
    def _show_glance(self) -> None:
        workspace = self._workspace
        of = workspace.appraisal if workspace.results is None else workspace.assessed
        seen = glance(of, workspace.results)
        if self._workspace.results is not None:
            if self._said not in ("", seen.facts[0]):
                self.result_changed.emit(", ".join(seen.facts))
            self._said = seen.facts[0]
        self._strip.show_facts(seen.facts, seen.support, seen.share)

    @Slot(str)
    def _announce(self, said: str) -> None:
        announce(self, said)
