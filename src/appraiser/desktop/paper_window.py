"""The window that shows the paper as it would be exported, and leads back to its stages."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appraiser.desktop.preparing import Preparing
from appraiser.desktop.preview.place import Place
from appraiser.desktop.preview.view import PreviewView
from appraiser.desktop.printing import Printing
from appraiser.desktop.widgets.parts import button, row, words
from appraiser.desktop.workspace import Workspace
from appraiser.desktop.writing_over import WritingOver
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Stage

if TYPE_CHECKING:
    from appraiser.paper.places import Place as PaperPlace

_SIZE = 1080, 860
_PRINT, _STOP = "Print…", "Stop printing"
_MAKING = "Making the paper…"
_STALE = "The appraisal has changed; the paper is being made anew."


class PaperWindow(QWidget):
    """The preview in a window of its own, so that it can stand beside the program's."""

    left = Signal()
    """A place in the program was gone to; its window should come to the front."""

    def __init__(self, workspace: Workspace, preparing: Preparing) -> None:
        super().__init__()
        self.setWindowTitle("Preview of the board paper")
        self.resize(*_SIZE)
        self._workspace, self._preparing = workspace, preparing
        self._writing_over = WritingOver(workspace)
        self._places: dict[str, PaperPlace] = {}
        self._files = tempfile.TemporaryDirectory(prefix="appraiser-")
        self.view = PreviewView(workspace.tokens, self._tip)
        self._state = words(_MAKING, "note")
        self._printing = Printing(workspace.ask, self)
        self._print_button = button(_PRINT, self.print)
        self._acts = self._print_button, button("Open in PDF reader", self.open_outside)
        head = row(*self._acts)
        head.insertWidget(0, self._state, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, stretch=1)
        head.setContentsMargins(16, 0, 16, 0)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.view.chosen.connect(self._choose)
        self._preparing.watch(self)
        self._preparing.prepared.connect(self._show)
        self._preparing.begun.connect(self._follow)
        self._printing.told.connect(self._follow_printing)
        self._workspace.tokens_changed.connect(self._take_tokens)
        QShortcut(QKeySequence.StandardKey.Print, self, self.print)
        QShortcut(QKeySequence.StandardKey.Close, self, self.close)

    def look(self) -> None:
        """Show the window, and have the paper made if it is not as it would be now."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._preparing.look()

    @Slot()
    def _show(self) -> None:
        paper = self._preparing.paper
        if paper is not None and paper.content != self.view.content:
            self._places = {each.key: each for each in paper.places}
            shown = [Place(each.key, each.words, each.page, each.top) for each in paper.places]
            self.view.show_paper(paper.content, shown)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Say what is shown, and whether it is as it would be exported now."""
        paper = self._preparing.paper
        for act in self._acts:
            act.setEnabled(paper is not None)
        if self._preparing.problem is not None:
            self._state.setText(str(self._preparing.problem))
        elif paper is None:
            self._state.setText(_MAKING)
        elif not self._preparing.is_fresh:
            self._state.setText(_STALE)
        else:
            part = "Part 1, public" if self._preparing.public else "Part 2, private"
            self._state.setText(f"{part}, as it would be exported now. {paper.budget.words}")

    def _tip(self, place: Place) -> str:
        return f"Go to stage {self._stage(place).number}, {self._stage(place).label}"

    def _stage(self, place: Place) -> Stage:
        found = self._places.get(place.key)
        return found.stage if found is not None else Stage.PAPER

    @Slot(object)
    def _choose(self, place: Place) -> None:
        """Offer what can be done with a part of the paper: go to its stage, or write over it."""
        paper, stage = self._preparing.paper, self._stage(place)
        composed = paper.composed.get(place.key) if paper is not None else None
        go = f"Go to {stage.label}"
        acts = (go, *self._writing_over.acts(composed))
        chosen = 0
        if len(acts) > 1:
            answer = self._workspace.ask.choose(place.words, "What would you like to do?", acts)
            if answer is None:
                return
            chosen = answer
        if chosen == 0:
            self._workspace.go_to(stage)
            self.left.emit()
        elif composed is not None:
            self._writing_over.do(acts[chosen], composed)

    @Slot()
    def open_outside(self) -> None:
        """Open the very bytes that are shown in the system's own reader."""
        path = Path(self._files.name) / "board-paper.pdf"
        path.write_bytes(self.view.content)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._workspace.ask.tell(
                Problem(
                    "No program on this computer opens PDF files.",
                    safe="The paper is as it was.",
                    todo="Export it, and open the file on another computer.",
                )
            )

    @Slot()
    def print(self) -> None:
        """Ask which printer, and print off this thread; pressed again, stop."""
        if self._printing.is_on:
            self._printing.stop()
            return
        document = self.view.paper.document
        if document is None:
            return
        printer = self._workspace.ask.printer(document.page_count, self.view.paper.page + 1)
        if printer is not None:
            self._printing.start(self.view.content, printer, self.view.paper.page)

    @Slot(str)
    def _follow_printing(self, words: str) -> None:
        self._print_button.setText(_STOP if self._printing.is_on else _PRINT)
        if words:
            self._state.setText(words)
        else:
            self._follow()

    @Slot()
    def _take_tokens(self) -> None:
        self.view.set_tokens(self._workspace.tokens)

    @Slot()
    def put_away(self) -> None:
        """End all work of the preview, let go of its files, and go."""
        self.close()
        self._printing.put_away()
        self.view.put_away()
        self._files.cleanup()
        self.deleteLater()  # left to Python, it would be collected at any moment, in any order
