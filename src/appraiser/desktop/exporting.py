"""Writes the board paper and other documents, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from appraiser.exporting.wanted import Wanted

    Write = Callable[[Appraisal, Path, Wanted], tuple[str, ...]]


class Document(NamedTuple):
    """What can be exported: what is asked, the name that is offered, and what it is called."""

    title: str
    file: str
    name: str
    write: Write


def _write_paper(appraisal: Appraisal, path: Path, wanted: Wanted) -> tuple[str, ...]:
    from appraiser.exporting.to_file import export_to

    return export_to(appraisal, path, wanted)


def _write_expression_of_interest(
    appraisal: Appraisal, path: Path, wanted: Wanted
) -> tuple[str, ...]:
    from appraiser.exporting.to_file import export_expression_of_interest

    return export_expression_of_interest(appraisal, path, wanted)


PAPER = Document("Export paper", "board-paper.pdf", "paper", _write_paper)
EXPRESSION_OF_INTEREST = Document(
    "Export expression of interest",
    "expression-of-interest.pdf",
    "expression of interest",
    _write_expression_of_interest,
)


class Choices(NamedTuple):
    """What is chosen of an export before it is asked where to."""

    public: bool = False
    whole_journal: bool = False
    password: bool = False


class Export(QObject):
    """Asks where a document goes and writes it. `finished` gives the path, or None.

    `progressed` gives how much is done, from 0 to 1; it can be broken off.
    """

    finished = Signal(object)
    progressed = Signal(float)

    def __init__(self, workspace: Workspace, document: Document) -> None:
        super().__init__(workspace)
        self._workspace, self._document = workspace, document
        self._cancelled = Event()

    def ask_and_start(self, choices: Choices, against: str = "") -> bool:
        """Ask where to, and begin; tell whether it was begun.

        `against` is what stands against sending it out; the person may do so all the same.
        """
        document, ask = self._workspace.document, self._workspace.ask
        title, file, name, _ = self._document
        question = f"Some things should be put right before the {name} goes out."
        if against and not ask.confirm(question, against, "Export all the same"):
            return False
        folder = document.path.parent if document.path else Path.home()
        offered = folder / (f"public-{file}" if choices.public else file)
        path = ask.path_to_save(title, offered, "pdf")
        if path is None:
            return False
        password = ""
        if choices.password:
            given = ask.password("Lock the paper", "Whoever opens the PDF is asked for this.")
            if given is None:
                return False
            password = given
        self._begin(path, choices, password)
        return True

    def cancel(self) -> None:
        """Break off what is being written; the file that was there stays."""
        self._cancelled.set()

    def _begin(self, path: Path, choices: Choices, password: str) -> None:
        from appraiser.exporting.wanted import Wanted

        self._cancelled.clear()
        wanted = Wanted(
            choices.public,
            self._workspace.document.journal(),
            choices.whole_journal,
            password,
            self.progressed.emit,
            self._cancelled.is_set,
        )
        work = partial(self._document.write, self._workspace.appraisal, path, wanted)
        self._workspace.background.start(work, partial(self._done, path), self._failed)

    def _done(self, path: Path, notices: tuple[str, ...]) -> None:
        self.finished.emit(path)
        for notice in notices:
            safe = f"The {self._document.name} is in {path.name}."
            self._workspace.ask.tell(Problem(notice, safe=safe))

    def _failed(self, error: BaseException) -> None:
        from appraiser.analysis.cancelling import Cancelled

        self.finished.emit(None)
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, Problem):
            raise error
        self._workspace.ask.tell(error)
