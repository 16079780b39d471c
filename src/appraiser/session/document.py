"""An open appraisal: edits in, snapshots out, and everything kept as it happens. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from appraiser.domain.applying import Applied, apply
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.describing import describe
from appraiser.domain.edits import Edit, Several
from appraiser.domain.journal import How, JournalLine, edit_to_text
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Part
from appraiser.session.history import History, Step

if TYPE_CHECKING:
    from appraiser.store.saving import Saving
    from appraiser.store.working_copy import WorkingCopy

Clock = Callable[[], datetime]


def now() -> datetime:
    """Give the time on this computer's clock, with its zone, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


class Document:
    """One open appraisal. It belongs to one thread; its snapshots may cross freely."""

    def __init__(
        self, copy: WorkingCopy | None, appraisal: Appraisal, *, who: str, clock: Clock = now
    ) -> None:
        """Take over a working copy, or with none serve for reading only. See `opening`."""
        self._copy = copy
        self._appraisal = appraisal
        self._who = who
        self._clock = clock
        self._revision = 0
        self._history = History()

    @property
    def appraisal(self) -> Appraisal:
        """The snapshot as it stands. It is frozen: an edit makes another one."""
        return self._appraisal

    @property
    def revision(self) -> int:
        """A number that grows with every change, so that a late answer can be told."""
        return self._revision

    @property
    def undo_words(self) -> str:
        """What the next undo takes back, or nothing."""
        return self._history.done[-1].words if self._history.done else ""

    @property
    def redo_words(self) -> str:
        """What the next redo makes again, or nothing."""
        return self._history.undone[-1].words if self._history.undone else ""

    def apply(self, edit: Edit, words: str = "") -> Applied:
        """Make a change and keep it; raise `Problem` if it is refused or cannot be kept.

        A change that changes nothing is not kept: it answers with no part touched.
        """
        before = self._appraisal
        applied = apply(before, edit)
        if applied.appraisal == before:
            return Applied(before, Several(()), Part(0))
        words = words or describe(before, edit)
        self._keep(How.DID, edit, applied, words)
        self._history.did(Step(edit, applied.inverse, words))
        return applied

    def undo(self) -> Applied:
        """Take the last step back; raise `Problem` if there is none or it cannot be taken back."""
        if not self._history.done:
            raise Problem("There is nothing to undo.")
        step = self._history.done[-1]
        applied = self._again(step.inverse, "undone")
        self._keep(How.UNDID, step.inverse, applied, step.words)
        self._history.undid()
        return applied

    def redo(self) -> Applied:
        """Make the step again that was taken back last; raise `Problem` if it cannot be made."""
        if not self._history.undone:
            raise Problem("There is nothing to redo.")
        step = self._history.undone[-1]
        applied = self._again(step.edit, "redone")
        self._keep(How.REDID, step.edit, applied, step.words)
        self._history.redid(applied.inverse)
        return applied

    def _again(self, edit: Edit, verb: str) -> Applied:
        """Go along the history; once a step fails, none of the others can be trusted."""
        try:
            return apply(self._appraisal, edit, undoing=True)
        except Problem as problem:
            self._history.clear()
            raise Problem(
                f"This step cannot be {verb}: {problem.what}",
                safe="The appraisal is as it was before you asked.",
                todo="Earlier steps cannot be undone any more; change things by hand instead.",
            ) from problem

    def _keep(self, how: How, edit: Edit, applied: Applied, words: str) -> None:
        line = JournalLine(
            number=0,  # given by the store
            at=self._clock(),
            who=self._who,
            how=how,
            words=words,
            touched=applied.touched,
            edit=edit_to_text(edit),
            inverse=edit_to_text(applied.inverse),
        )
        self._writable().write(self._appraisal, applied.appraisal, line)
        self._appraisal = applied.appraisal
        self._revision += 1

    def _writable(self) -> WorkingCopy:
        if self._copy is None:
            raise Problem(
                "This appraisal is open for reading only.",
                safe="Nothing has changed.",
                todo="Save a copy of your own to make changes.",
            )
        return self._copy

    def journal(self) -> tuple[JournalLine, ...]:
        """Give every change since the appraisal began, oldest first."""
        return self._writable().lines()

    @property
    def path(self) -> Path | None:
        """Where the appraisal is saved, or None until it has been."""
        return self._writable().about.target

    @property
    def is_saved(self) -> bool:
        """Tell whether the file holds everything that the working copy does."""
        copy = self._writable()
        return copy.about.target is not None and copy.about.line == copy.number

    def save(self) -> None:
        """Save to where the appraisal was opened from; raise `Problem` if that is refused."""
        self.begin_saving().finish()

    def begin_saving(self) -> Saving:
        """Take what is to be saved; its `finish` may then run on another thread."""
        copy = self._writable()
        about = copy.about
        if about.target is None:
            raise Problem("This appraisal has no file yet.", todo="Save it under a name first.")
        return copy.begin_saving(about.target, about.saved)

    def save_as(self, path: Path) -> None:
        """Save under another name, from now on this document's own; replaces what is there."""
        self._writable().begin_saving(path, None).finish()

    def close(self) -> None:
        """Save what is not saved, then let go of the file; raise `Problem` if that is refused."""
        if self._copy is None:
            return
        if not self.is_saved:
            self.save()
        self._copy.remove()
        self._copy = None
