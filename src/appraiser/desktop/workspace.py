"""The open appraisal as the window sees it: edits go in, news of what changed comes out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from appraiser.desktop.asking import Ask
from appraiser.desktop.background import Background
from appraiser.desktop.kept_front_sheets import KeptFrontSheets
from appraiser.desktop.theme.tokens import Tokens
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.edits import Edit
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Part
from appraiser.store.folders import Folders

if TYPE_CHECKING:
    from appraiser.analysis.results import Results
    from appraiser.catalogue.loading import Catalogue
    from appraiser.session.document import Document
    from appraiser.store.about import About

REST_MILLISECONDS = 1500
"""The keyboard has rested this long before a whole copy is swapped in at the target."""


class Workspace(QObject):
    """Every page's way to the document. Pages read `appraisal` and call `perform`.

    `changed` carries the parts a change touched; `results_changed` follows once the numbers
    have been worked out again, off this thread; `saved` and
    `not_saved` tell how a save ended that began by itself.
    """

    changed = Signal(object)
    results_changed = Signal()
    tokens_changed = Signal()
    saved = Signal()
    not_saved = Signal(object)
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
        self.front_sheets = KeptFrontSheets(Folders.usual().front_sheets)
        """Those a trust has kept for its other appraisals; the program may give another folder."""
        self.results: Results | None = None
        self.assessed: Appraisal = document.appraisal
        """The snapshot that the results are of; the appraisal may have moved on since."""
        self._asked: int | None = None
        self._examined: Results | None = None
        self._stopped = self._broken_off = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.rest)
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
    def rest(self) -> None:
        """Swap a whole copy in at the target while edits may go on, off this thread."""
        document = self.document
        if document.path is None or document.read_only or document.is_saved:
            return
        if document.is_saving:
            self._rest.start()
            return
        try:
            saving = document.begin_saving()
        except Problem as problem:
            self.not_saved.emit(problem)
            return
        self.background.start(saving.finish, self._rested, self._not_rested)

    def examine(self) -> None:
        """Have the results examined further, off this thread, unless they are or were already.

        `results_changed` follows. While the results are of an earlier snapshot nothing is begun:
        others are on their way. What is found out is dropped once the document moves on.
        """
        results = self.results
        if self._stopped or results is None or self.assessed is not self.appraisal:
            return
        if results.examination is not None or results is self._examined:
            return
        self._examined, self._broken_off = results, False
        work = partial(_examine, self.assessed, results, partial(self._is_over, results))
        done, failed = partial(self._take_examined, results), self._not_examined
        self.background.start(work, done, failed)

    def _is_over(self, results: Results) -> bool:
        """Tell, on any thread, whether nobody waits any more for these to be examined."""
        return self._stopped or results is not self.results or self.assessed is not self.appraisal

    def _take_examined(self, results: Results, found: Results) -> None:
        if self._is_over(results):
            self._examined, self._broken_off = None, True
        elif found is not results:
            self.results = found
            self.results_changed.emit()

    def _not_examined(self, error: BaseException) -> None:
        from appraiser.analysis.cancelling import Cancelled

        if isinstance(error, Cancelled):
            self._examined, self._broken_off = None, True
        elif isinstance(error, Problem):
            self.ask.tell(error)
        else:
            raise error

    def stop(self) -> None:
        """Save no more by itself, and break off what can be; the document is being put away."""
        self._stopped = True
        self._rest.stop()

    @property
    def is_stopped(self) -> bool:
        """Whether the document is being put away, so that nobody waits for what is worked out."""
        return self._stopped

    def go_on(self) -> None:
        """Save by itself again, and take up what was broken off; the document stays open."""
        self._stopped = False
        self._rest.start()
        if self.results is None or self.assessed is not self.appraisal:
            self._work_out()
        elif self._broken_off:
            self.examine()

    def _rested(self, about: About) -> None:
        self.document.end_saving(about)
        self.saved.emit()

    def _not_rested(self, error: BaseException) -> None:
        self.document.end_saving(None)
        if not isinstance(error, Problem):
            raise error
        self.not_saved.emit(error)

    def go_to(self, place: object, field: str = "") -> None:
        """Ask the window to show a place: a stage, or the field of something."""
        self.asked_for.emit(place, field)

    def _after(self, touched: Part) -> None:
        self.changed.emit(touched)
        self._rest.start()
        self._work_out()

    def _work_out(self) -> None:
        """Ask for the numbers, unless they are being worked out: then ask again afterwards."""
        if self._asked is not None:
            return
        self._asked = self.document.revision
        moved_on = partial(self._has_moved_on, self._asked)
        work = partial(_assess, self.appraisal, self.catalogue, moved_on)
        self.background.start(work, self._take, self._failed)

    def _has_moved_on(self, asked: int) -> bool:
        """Tell, on any thread, whether nobody waits any more for what was asked for then."""
        return self._stopped or self.document.revision != asked

    def _take(self, found: Results) -> None:
        """Take the numbers in, unless the document has moved on since they were asked for."""
        asked, self._asked = self._asked, None
        if asked == self.document.revision:
            self.results, self.assessed = found, self.appraisal
            self.results_changed.emit()
        else:
            self._work_out()

    def _failed(self, error: BaseException) -> None:
        from appraiser.analysis.cancelling import Cancelled

        self._asked = None
        if isinstance(error, Cancelled):
            if not self._stopped:
                self._work_out()
        elif isinstance(error, Problem):
            self.ask.tell(error)
        else:
            raise error


def _examine(appraisal: Appraisal, results: Results, cancelled: Callable[[], bool]) -> Results:
    from appraiser.analysis.examining import examine

    return examine(appraisal, results, cancelled=cancelled)


def _assess(appraisal: Appraisal, catalogue: Catalogue, cancelled: Callable[[], bool]) -> Results:
    from appraiser.analysis.assessing import assess

    return assess(appraisal, catalogue, cancelled=cancelled)
