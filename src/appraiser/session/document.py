"""An open appraisal: edits in, snapshots out, and everything kept as it happens. No Qt."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from appraiser.domain.applying import Applied, apply
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.describing import describe
from appraiser.domain.edits import Edit, Several
from appraiser.domain.journal import How, JournalLine, texts_of
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Part
from appraiser.session.history import History, Step
from appraiser.session.keeping import Clock, Keeping

if TYPE_CHECKING:
    from appraiser.store.about import About
    from appraiser.store.backups import Backup
    from appraiser.store.saving import Saving


__all__ = ("Clock", "Document", "now")


def now() -> datetime:
    """Give the time on this computer's clock, with its zone, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


class Document:
    """One open appraisal. It belongs to one thread; its snapshots may cross freely."""

    def __init__(self, keeping: Keeping, appraisal: Appraisal) -> None:
        """Take over what `opening` has made ready."""
        self._keeping = keeping
        self._appraisal = appraisal
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
        keeping = self._keeping
        if keeping.read_only:
            raise Problem(
                "This appraisal is open for reading only.",
                safe="Nothing has changed.",
                todo="Save it under a name of its own to make changes.",
            )
        written, inverse = texts_of(edit, applied.inverse)
        line = JournalLine(
            number=0,  # given by the store
            at=keeping.clock(),
            who=keeping.who,
            how=how,
            words=words,
            touched=applied.touched,
            edit=written,
            inverse=inverse,
        )
        keeping.copy.write(self._appraisal, applied.appraisal, line)
        self._appraisal = applied.appraisal
        self._revision += 1

    def journal(self) -> tuple[JournalLine, ...]:
        """Give every change since the appraisal began, oldest first."""
        return self._keeping.copy.lines()

    def journal_broken_at(self) -> int | None:
        """Give the number of the first line of the journal that was tampered with, if any."""
        return self._keeping.copy.tampered()

    @property
    def path(self) -> Path | None:
        """Where the appraisal is saved, or None until it has been."""
        return self._keeping.path

    @property
    def read_only(self) -> bool:
        """Tell whether changes are refused until it is saved under a name of its own."""
        return self._keeping.read_only

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What the person should be told once it is open."""
        return self._keeping.notices

    @property
    def tampering(self) -> Problem | None:
        """That something else changed the file before it was opened, if it did; a notice too."""
        return self._keeping.tampering

    @property
    def is_saved(self) -> bool:
        """Tell whether the file holds everything that was done."""
        return self._keeping.is_saved

    def save(self) -> None:
        """Save to the document's file; raise `Problem` if that is refused.

        `store.saving.ChangedOutside` says that somebody else has changed the file: then
        `keep_both`, `overwrite` or `leave`.
        """
        self._keeping.save()

    def begin_saving(self) -> Saving:
        """Take what is to be saved, in milliseconds; raise `Problem` if it cannot be.

        Its `finish` may run on another thread while edits go on. Hand what that gave, or None
        if it raised, to `end_saving` on this thread.
        """
        return self._keeping.begin()

    def end_saving(self, about: About | None) -> None:
        """Take note of how a save ended that `begin_saving` began."""
        self._keeping.end(about)

    @property
    def is_saving(self) -> bool:
        """Tell whether a save has begun and not yet ended."""
        return self._keeping.is_saving

    def save_as(self, path: Path) -> None:
        """Save under another name, from now on this document's own.

        A file that is there already is replaced and kept among its backups. Raises `Problem` if
        the place refuses, the name does not end in `.appraisal`, or somebody has that file open.
        """
        refuse_other_endings(path)
        self._keeping.save_as(path)

    def keep_both(self) -> Path:
        """Save beside the file under a new name, which is given, and leave the file alone."""
        if self.path is None:
            raise Problem("This appraisal has no file yet.", todo="Save it under a name first.")
        path = _free_name(self.path, f"changes by {self._keeping.who or 'me'}")
        self.save_as(path)
        return path

    def overwrite(self) -> None:
        """Save over what somebody else saved meanwhile; theirs is kept among the backups."""
        self._keeping.overwrite()

    def backups(self) -> tuple[Backup, ...]:
        """Give the dated backups of this appraisal on this computer, newest first."""
        return self._keeping.backups()

    def close(self) -> None:
        """Save what is not saved and let go of the file; raise `Problem` if that is refused.

        The document is then still open; `leave` lets go without saving.
        """
        self._keeping.close()

    def leave(self) -> None:
        """Let go without saving; the changes are offered when the file is next opened."""
        self._keeping.leave()

    def discard(self) -> None:
        """Let go without saving; what was not saved goes among the backups."""
        self._keeping.discard()


def refuse_other_endings(path: Path) -> None:
    """Raise `Problem` for a name that would hide what kind of file it is."""
    if path.suffix.lower() != ".appraisal":
        raise Problem(
            "An appraisal is kept in a file that ends in .appraisal.",
            safe="Nothing has been changed.",
            todo="Choose a name that does.",
        )


def _free_name(path: Path, words: str) -> Path:
    tame = "".join(
        "-" if each in '<>:"/\\|?*' or not each.isprintable() else each for each in words
    )
    for number in range(1, 1000):
        more = f" {number}" if number > 1 else ""
        found = path.with_name(f"{path.stem} ({tame[:60].strip()}{more}){path.suffix}")
        if not found.exists():
            return found
    raise Problem("There are too many copies beside this file.", todo="Save it under another name.")
