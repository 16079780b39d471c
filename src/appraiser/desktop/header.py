"""What the header and the menus say of the open appraisal, and of a save that was refused."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from appraiser.desktop.asking import Ask
from appraiser.desktop.files import Files
from appraiser.desktop.menus import Menus
from appraiser.desktop.window import Window
from appraiser.desktop.workspace import Workspace
from appraiser.domain.problem import Problem


class Header(QObject):
    """Follows one open appraisal for as long as it is open."""

    def __init__(self, window: Window, menus: Menus, files: Files, ask: Ask) -> None:
        super().__init__(window)
        self._window, self._menus = window, menus
        self._files, self._ask = files, ask
        self._workspace: Workspace | None = None
        self._refused = ""
        """Why the last save was refused, if it was: it is told once, until one succeeds."""

    def follow(self, workspace: Workspace | None) -> None:
        """Follow this appraisal from now on, or none."""
        self._workspace, self._refused = workspace, ""
        self._menus.show_open(is_open=workspace is not None)
        if workspace is None:
            self._menus.show_history("", "")
            return
        workspace.changed.connect(self.refresh)
        workspace.saved.connect(self._saved)
        workspace.not_saved.connect(self._not_saved)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say what is open, what can be undone and where the changes are."""
        if self._workspace is None:
            return
        appraisal, document = self._workspace.appraisal, self._workspace.document
        name = appraisal.trust.name or "Unnamed trust"
        path = document.path
        self._window.set_name(
            f"{name} · {appraisal.question.scope.label}", path.stem if path else "Not saved yet"
        )
        self._menus.show_history(document.undo_words, document.redo_words)
        if path is None:
            self._window.set_state("Not in a file yet")
        elif document.read_only:
            self._window.set_state("Open for reading only")
        else:
            saved = document.is_saved
            self._window.set_state("All changes saved" if saved else "Kept, saving shortly…")

    @Slot()
    def _saved(self) -> None:
        self._refused = ""
        self.refresh()

    @Slot(object)
    def _not_saved(self, problem: Problem) -> None:
        """Say so in the header; tell it, or ask what to do, once until it is saved again."""
        from appraiser.store.saving import ChangedOutside

        self._window.set_state("Not saved to the file; kept on this computer")
        if problem.what == self._refused:
            return
        self._refused = problem.what
        if isinstance(problem, ChangedOutside):
            self._files.settle_change(problem)
            self.refresh()
        else:
            self._ask.tell(problem)
