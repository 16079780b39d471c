"""Writes the board paper and other documents, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem


class Document(NamedTuple):
    """What can be exported: what is asked, the name that is offered, and what it is called."""

    title: str
    file: str
    name: str
    write: Callable[[Appraisal, Path], tuple[str, ...]]


def _write_paper(appraisal: Appraisal, path: Path) -> tuple[str, ...]:
    from appraiser.exporting.to_file import export_to

    return export_to(appraisal, path)


def _write_expression_of_interest(appraisal: Appraisal, path: Path) -> tuple[str, ...]:
    from appraiser.exporting.to_file import export_expression_of_interest

    return export_expression_of_interest(appraisal, path)


PAPER = Document("Export paper", "board-paper.pdf", "paper", _write_paper)
EXPRESSION_OF_INTEREST = Document(
    "Export expression of interest",
    "expression-of-interest.pdf",
    "expression of interest",
    _write_expression_of_interest,
)


class Export(QObject):
    """Asks where a document goes and writes it. `finished` gives the path, or None."""

    finished = Signal(object)

    def __init__(self, workspace: Workspace, document: Document) -> None:
        super().__init__(workspace)
        self._workspace, self._document = workspace, document

    def ask_and_start(self) -> bool:
        """Ask where to, and begin; tell whether it was begun."""
        document = self._workspace.document
        folder = document.path.parent if document.path else Path.home()
        title, file, _, write = self._document
        path = self._workspace.ask.path_to_save(title, folder / file, "pdf")
        if path is None:
            return False
        work = partial(write, self._workspace.appraisal, path)
        self._workspace.background.start(work, partial(self._done, path), self._failed)
        return True

    def _done(self, path: Path, notices: tuple[str, ...]) -> None:
        self.finished.emit(path)
        for notice in notices:
            safe = f"The {self._document.name} is in {path.name}."
            self._workspace.ask.tell(Problem(notice, safe=safe))

    def _failed(self, error: BaseException) -> None:
        self.finished.emit(None)
        if not isinstance(error, Problem):
            raise error
        self._workspace.ask.tell(error)
