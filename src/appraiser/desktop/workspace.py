"""The open appraisal as the window sees it: edits go in, news of what changed comes out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from appraiser.desktop.asking import Ask
from appraiser.desktop.background import Background
from appraiser.desktop.theme.tokens import Tokens
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.edits import Edit
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Part

if TYPE_CHECKING:
    from appraiser.analysis.results import Results
    from appraiser.catalogue.loading import Catalogue
    from appraiser.session.document import Document

REST_MILLISECONDS = 1500
"""The keyboard has rested this long before a whole copy is swapped in at the target."""


class Workspace(QObject):
    """Every page's way to the document. Pages read `appraisal` and call `perform`.

    `changed` carries the parts a change touched; `results_changed` follows once the numbers
    have been worked out again, off this thread; `saved` says whether the target is up to date.
    """

    changed = Signal(object)
    results_changed = Signal()
    tokens_changed = Signal()
    saved = Signal(bool)
    asked_for = Signal(object, str)
    """A place to go to: a `Ref` and the name of a field, or a `Stage`."""

    def __init__(
        self,
        document: Document,
        catalogue: Catalogue,
        ask: Ask,
        background: Background,
        clock: Callable[[], datetime],
        tokens: Tokens,
    ) -> None:
        super().__init__()
        self._clock = clock
        self.tokens = tokens
        self.document, self.catalogue, self.ask = document, catalogue, ask
        self.background = background
        self.results: Results | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.save)
        self._work_out()

    @property
    def appraisal(self) -> Appraisal:
        """The snapshot as it stands now."""
        return self.document.appraisal

    def set_tokens(self, tokens: Tokens) -> None:
        """Take other colours, and tell what is painted by hand."""
        self.tokens = tokens
        self.tokens_changed.emit()

    def now(self) -> datetime:
        """The time on the wall, to the second, without a time zone."""
        return self._clock().replace(microsecond=0, tzinfo=None)

    def perform(self, edit: Edit, words: str = "") -> bool:
        """Make an edit; tell the person if it is refused. Give whether it was made."""
        try:
            applied = self.document.apply(edit, words)
        except Problem as problem:
            self.ask.tell(problem)
            return False
        if applied.touched:
            self._after(applied.touched)
        return True

    @Slot()
    def undo(self) -> None:
        """Take back the last change."""
        try:
            applied = self.document.undo()
        except Problem as problem:
            self.ask.tell(problem)
            return
        self._after(applied.touched)

    @Slot()
    def redo(self) -> None:
        """Make the change last taken back again."""
        try:
            applied = self.document.redo()
        except Problem as problem:
            self.ask.tell(problem)
            return
        self._after(applied.touched)

    @Slot()
    def save(self) -> bool:
        """Swap a whole copy in at the target now; tell the person if it cannot be done."""
        self._rest.stop()
        try:
            self.document.save()
        except Problem as problem:
            self.ask.tell(problem)
            return False
        self.saved.emit(True)
        return True

    def go_to(self, place: object, field: str = "") -> None:
        """Ask the window to show a place: a stage, or the field of something."""
        self.asked_for.emit(place, field)

    def _after(self, touched: Part) -> None:
        self.saved.emit(False)
        self.changed.emit(touched)
        self._rest.start()
        self._work_out()

    def _work_out(self) -> None:
        work = partial(_assess, self.appraisal, self.catalogue)
        revision = self.document.revision
        self.background.start(work, partial(self._take, revision), self._failed)

    def _take(self, revision: int, found: Results) -> None:
        """Take the numbers in, unless the document has moved on since they were asked for."""
        if revision == self.document.revision:
            self.results = found
            self.results_changed.emit()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self.ask.tell(error)
            return
        raise error


def _assess(appraisal: Appraisal, catalogue: Catalogue) -> Results:
    from appraiser.analysis.results import assess

    return assess(appraisal, catalogue)
