"""Writes the board paper and its twins, off the window's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem


class Export(QObject):
    """Asks where the paper goes and writes it. `finished` gives the path, or None."""

    finished = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    def ask_and_start(self) -> bool:
        """Ask where to, and begin; tell whether it was begun."""
        document = self._workspace.document
        folder = document.path.parent if document.path else Path.home()
        path = self._workspace.ask.path_to_save("Export paper", folder / "board-paper.pdf", "pdf")
        if path is None:
            return False
        work = partial(_write, self._workspace.appraisal, path)
        self._workspace.background.start(work, partial(self._done, path), self._failed)
        return True

    def _done(self, path: Path, notices: tuple[str, ...]) -> None:
        self.finished.emit(path)
        for notice in notices:
            self._workspace.ask.tell(Problem(notice, safe=f"The paper is in {path.name}."))

    def _failed(self, error: BaseException) -> None:
        self.finished.emit(None)
        if not isinstance(error, Problem):
            raise error
        self._workspace.ask.tell(error)


def _write(appraisal: Appraisal, path: Path) -> tuple[str, ...]:
    from appraiser.exporting import export_to

    return export_to(appraisal, path)
