"""The paper kept ready to be looked at: made anew, off the window's thread, when it has changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue
    from appraiser.domain.journal import JournalLine
    from appraiser.exporting.preparing import Prepared

REST_MILLISECONDS = 700
"""Changes have rested this long before the paper is made anew."""


class _Edition(NamedTuple):
    """Which paper is made: of which snapshot, for whom, with how much of the journal."""

    appraisal: Appraisal
    public: bool
    whole_journal: bool


class Preparing(QObject):
    """Makes the private or the public paper while somebody looks. `prepared` follows each time."""

    prepared = Signal()
    begun = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.paper: Prepared | None = None
        """The paper that was made last; the appraisal may have moved on since."""
        self.problem: Problem | None = None
        """Why it could not be made."""
        self.public = self._whole_journal = False
        self._watched: list[QWidget] = []
        self._wanted: _Edition | None = None
        self._made: _Edition | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self.look)
        workspace.changed.connect(self._rest.start)
        workspace.results_changed.connect(self._rest.start)

    def watch(self, shows: QWidget) -> None:
        """Make the paper while this, which shows it or what it lacks, can be seen."""
        self._watched.append(shows)

    def set_edition(self, *, public: bool, whole_journal: bool) -> None:
        """Make the public paper or the private one, with every change of the journal or without."""
        self.public, self._whole_journal = public, whole_journal
        self.look()

    @property
    def is_fresh(self) -> bool:
        """Whether the paper that was made last is that of the appraisal as it stands."""
        return self._made is not None and self._is_now(self._made)

    @Slot()
    def look(self) -> None:
        """Make the paper anew if somebody looks and it is not as it would be made now."""
        wanted = self._now()
        if self._wanted is not None or self.is_fresh:
            return
        self._watched = [each for each in self._watched if isValid(each)]
        if not any(each.isVisible() for each in self._watched):
            return
        self._wanted = wanted
        self.begun.emit()
        journal = self._workspace.document.journal()
        over = partial(self._is_over, wanted)
        work = partial(_prepare, self._workspace.catalogue, wanted, journal, over)
        self._workspace.background.start(work, self._take, self._failed)

    def _now(self) -> _Edition:
        return _Edition(self._workspace.appraisal, self.public, self._whole_journal)

    def _is_now(self, made: _Edition) -> bool:
        now = self._now()
        return made.appraisal is now.appraisal and made[1:] == now[1:]

    def _is_over(self, wanted: _Edition) -> bool:
        """Tell, on any thread, whether nobody waits for this paper any more."""
        return self._workspace.is_stopped or not self._is_now(wanted)

    def _take(self, found: Prepared) -> None:
        made, self._wanted = self._wanted, None
        self.paper, self.problem, self._made = found, None, made
        self.prepared.emit()
        self.look()

    def _failed(self, error: BaseException) -> None:
        from appraiser.analysis.cancelling import Cancelled

        made, self._wanted = self._wanted, None
        if isinstance(error, Problem):
            self.problem, self._made = error, made
            self.prepared.emit()
        elif not isinstance(error, Cancelled):
            raise error
        elif not self._workspace.is_stopped:
            self.look()


def _prepare(
    catalogue: Catalogue,
    wanted: _Edition,
    journal: tuple[JournalLine, ...],
    cancelled: Callable[[], bool],
) -> Prepared:
    from appraiser.exporting.preparing import prepare
    from appraiser.exporting.wanted import Wanted

    edition = Wanted(wanted.public, journal, wanted.whole_journal, cancelled=cancelled)
    return prepare(wanted.appraisal, None, catalogue, edition)
