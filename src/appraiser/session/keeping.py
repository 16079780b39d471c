"""Where an open appraisal is kept: its file, its lock, its backups, and how it is saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from appraiser.store.about import About
    from appraiser.store.backups import Backup, Shelf
    from appraiser.store.lock import Lock
    from appraiser.store.saving import Saving
    from appraiser.store.swapping import Fingerprint
    from appraiser.store.working_copy import WorkingCopy

Clock = Callable[[], datetime]


class Keeping:
    """The working copy of a document, and everything outside it that belongs to it."""

    def __init__(self, copy: WorkingCopy, shelf: Shelf, who: str, clock: Clock) -> None:
        """Keep a document for a person; what is public here is set by `opening`."""
        self.copy = copy
        self.shelf = shelf
        self.who = who
        self.clock = clock
        self.lock: Lock | None = None
        self.read_only = False
        self.notices: tuple[Problem, ...] = ()
        self.tampering: Problem | None = None
        self._under_way: Saving | None = None
        self._has_saved = False

    @property
    def path(self) -> Path | None:
        """Where the file is, or None until it has one."""
        return self.copy.about.target

    @property
    def is_saved(self) -> bool:
        """Tell whether the file holds everything that the working copy does."""
        return self.copy.is_saved

    @property
    def is_saving(self) -> bool:
        """Tell whether a save is under way."""
        return self._under_way is not None

    def begin(self) -> Saving:
        """Take what is to be saved; raise `Problem` if there is nowhere to save it."""
        if self.path is None or self.read_only:
            raise Problem(
                "This appraisal is open for reading only."
                if self.read_only
                else "This appraisal has no file yet.",
                safe="Nothing has been lost.",
                todo="Save it under a name of its own.",
            )
        return self._begin(self.path, self.copy.about.saved)

    def end(self, about: About | None) -> None:
        """Take note of how a save ended: with what is known now, or None if it was refused."""
        self._under_way = None
        self.copy.end_saving(about)
        self._has_saved = self._has_saved or about is not None

    def save_as(self, path: Path) -> None:
        """Save under another name, which is then the document's own."""
        from appraiser.store.lock import take_lock

        target = path.resolve()
        if target.is_dir():
            raise Problem(f'"{path.name}" is a folder.', todo="Choose a name for the file.")
        lock = self.lock
        if target != self.path or lock is None:
            try:
                lock = take_lock(target, self.who, self.clock())
            except OSError:
                lock = None  # the save itself says what the folder refuses
        try:
            self._finish(self._begin(target, None))
        except Problem:
            if lock is not None and lock is not self.lock:
                lock.release()
            raise
        if self.lock is not None and self.lock is not lock:
            self.lock.release()
        self.lock, self.read_only = lock, False

    def overwrite(self) -> None:
        """Save over what somebody else saved meanwhile, which is kept among the backups."""
        if self.path is None or self.read_only:
            self.begin()  # says why not
            return
        self._finish(self._begin(self.path, None))

    def save(self) -> None:
        """Save to the document's file; raise `Problem` if that is refused."""
        self._finish(self.begin())

    def backups(self) -> tuple[Backup, ...]:
        """Give the dated backups of this appraisal on this computer, newest first."""
        return self.shelf.backups()

    def close(self) -> None:
        """Save what is not saved and let go of everything."""
        if self.is_saving:
            raise Problem(
                "A save is under way.", safe="Nothing is lost.", todo="Wait a moment, then close."
            )
        if self.copy.has_work and not self.read_only:
            self.save()
        if self._has_saved and self.path is not None:
            self.shelf.try_to_keep(self.copy.content, self.path.name, self.clock())
        self.copy.remove()
        self._unlock()

    def leave(self) -> None:
        """Let go without saving; the changes are offered when the file is next opened."""
        self.copy.leave()
        self._unlock()

    def discard(self) -> None:
        """Let go without saving; the changes go among the backups."""
        name = "Not saved" if self.path is None else self.path.name
        if self.copy.has_work:
            self.shelf.try_to_keep(self.copy.content, name, self.clock())
        self.copy.remove()
        self._unlock()

    def _begin(self, target: Path, known: Fingerprint | None) -> Saving:
        if self._under_way is not None:
            raise Problem("A save is under way already.", safe="Nothing is lost.")
        self._under_way = self.copy.begin_saving(target, known, self.shelf, self.clock())
        return self._under_way

    def _finish(self, saving: Saving) -> None:
        about = None
        try:
            about = saving.finish()
        finally:
            self.end(about)

    def _unlock(self) -> None:
        if self.lock is not None:
            self.lock.release()
            self.lock = None
