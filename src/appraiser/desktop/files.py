"""Opening, making, saving and putting away appraisals, with what is asked on the way."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from appraiser.desktop.asking import Ask
from appraiser.desktop.recent import RecentFiles

if TYPE_CHECKING:
    from appraiser.domain.appraisal import Appraisal
    from appraiser.session.document import Document
    from appraiser.session.document import Clock
    from appraiser.store.folders import Folders

UNSAVED = ".json"
"""A file of this ending is read into a new appraisal; it is never written to."""


class Files(QObject):
    """The one place that opens and closes documents for the window."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, ask: Ask, recent: RecentFiles, clock: Clock, folders: Folders) -> None:
        super().__init__()
        self._ask, self._recent = ask, recent
        self._clock, self._folders = clock, folders
        self._who = _person()
        self.document: Document | None = None

    def new(self) -> None:
        """Ask the two questions and where to keep it, then begin."""
        from appraiser.domain.starting import new_appraisal

        answers = self._ask.new_appraisal()
        if answers is None:
            return
        trust, scope = answers
        suggested = Path.home() / f"{_file_name(trust)}.appraisal"
        path = self._ask.path_to_save("Keep the appraisal", suggested, "appraisal")
        if path is not None:
            self._begin(path, lambda: new_appraisal(trust, scope))

    def open(self) -> None:
        """Ask which file, and open it."""
        path = self._ask.path_to_open()
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a file, or read a sample or an exported appraisal into a new one."""
        from appraiser.exchange.reading import read_appraisal
        from appraiser.session.opening import open_document

        if path.suffix.lower() == UNSAVED:
            self._begin(None, lambda: read_appraisal(path), f"read from {path.name}")
            return
        self._take(
            lambda: open_document(path, who=self._who, clock=self._clock, folders=self._folders)
        )

    def save(self) -> None:
        """Save now; an appraisal without a file asks for one."""
        if self.document is None:
            return
        if self.document.path is None:
            self.save_as()
            return
        self._try(self.document.save)

    def save_as(self) -> None:
        """Ask for another name and save under it."""
        if self.document is None:
            return
        here = self.document.path
        name = _file_name(self.document.appraisal.trust.name)
        suggested = here or Path.home() / f"{name}.appraisal"
        path = self._ask.path_to_save("Save as", suggested, "appraisal")
        document = self.document
        if path is not None and self._try(lambda: document.save_as(path)):
            self._recent.add(path, document.appraisal.trust.name)

    def put_away(self) -> bool:
        """Close what is open, saving it; give False when the person would rather stay."""
        document = self.document
        if document is None:
            return True
        if document.path is None and document.journal()[1:]:
            question = "Keep this appraisal?"
            detail = "It has no file yet. What you have changed is lost unless it is saved."
            answer = self._ask.choose(question, detail, ("Save…", "Do not keep it"))
            if answer is None:
                return False
            if answer == 0:
                self.save_as()
                if document.path is None:
                    return False
        if not self._try(document.close):
            return False
        self.document = None
        self.closed.emit()
        return True

    def _begin(
        self, path: Path | None, make: Callable[[], Appraisal], words: str = "a new appraisal"
    ) -> None:
        from appraiser.session.opening import create

        self._take(
            lambda: create(
                path,
                make(),
                who=self._who,
                clock=self._clock,
                folders=self._folders,
                words=words,
            )
        )

    def _take(self, make: Callable[[], Document]) -> None:
        """Open something in place of what is open; where that fails, what was open stays."""
        made: list[Document] = []
        if not self._try(lambda: made.append(make())):
            return
        if not self.put_away():
            made[0].close()
            return
        self.document = made[0]
        if self.document.path is not None:
            self._recent.add(self.document.path, self.document.appraisal.trust.name)
        self.opened.emit(self.document)

    def _try(self, act: Callable[[], object]) -> bool:
        from appraiser.domain.problem import Problem

        try:
            act()
        except Problem as problem:
            self._ask.tell(problem)
            return False
        return True


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _file_name(trust: str) -> str:
    kept = "".join(each if each.isalnum() or each in " -" else " " for each in trust)
    return " ".join(kept.split()) or "Appraisal"
