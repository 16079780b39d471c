"""Opening, making, saving and putting away appraisals, with what is asked on the way."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from appraiser.desktop.asking import Ask
from appraiser.desktop.recent import RecentFiles
from appraiser.desktop.rescue import Rescue
from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from appraiser.domain.appraisal import Appraisal
    from appraiser.session.document import Document
    from appraiser.session.keeping import Clock
    from appraiser.store.folders import Folders
    from appraiser.store.recovery import Recovery


class Files(QObject):
    """The one place that opens and closes documents for the window.

    `leaving` comes before what is open is put away, so that what is being typed or saved can be
    brought to its end; `opened` carries the document that is open from now on.
    """

    leaving = Signal()
    opened = Signal(object)

    def __init__(self, ask: Ask, recent: RecentFiles, clock: Clock, folders: Folders) -> None:
        super().__init__()
        self._ask, self._recent = ask, recent
        self._clock, self._folders = clock, folders
        self._who = _person()
        self._rescue = Rescue(ask, clock, folders, self._who)
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
            self._take(lambda: self._begun(path, new_appraisal(trust, scope)))

    def open(self) -> None:
        """Ask which file, and open it."""
        path = self._ask.path_to_open()
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a file, or read a sample or an exported appraisal into a new one."""
        from appraiser.store.identity import Damaged

        if self._is_open(path):
            return
        try:
            self._take(lambda: self._recovered(path) or self._opened(path))
        except Damaged as damaged:
            self._open_new(partial(self._rescue.of_damaged, path, damaged))

    def restore_backup(self) -> None:
        """Ask which backup of what is open to restore, and open it as a file of its own."""
        document = self.document
        if document is not None:
            beside = document.path or Path.home() / _file_name(document.appraisal.trust.name)
            self._open_new(lambda: self._rescue.restore(document.backups(), beside))

    def _open_new(self, make: Callable[[], Path | None]) -> None:
        """Open the file that a rescue has made, if it made one."""
        try:
            made = make()
        except Problem as problem:
            self._ask.tell(problem)
            return
        if made is not None:
            self.open_file(made)

    def _is_open(self, path: Path) -> bool:
        if self.document is None or self.document.path is None:
            return False
        with suppress(OSError):
            return path.samefile(self.document.path)
        return False

    def offer_recovery(self) -> None:
        """Offer what a new appraisal held when the program ended before it had a file."""
        from appraiser.session.opening import find_recoveries

        for recovery in find_recoveries(folders=self._folders):
            if recovery.about.target is None:
                self._take(lambda found=recovery: self._recover(found))  # type: ignore[misc]
                return

    def save(self) -> None:
        """Save now; an appraisal without a file asks for one."""
        if self.document is None:
            return
        if self.document.path is None or self.document.read_only:
            self.save_as()
            return
        self.try_saving(self.document.save)

    def save_as(self) -> None:
        """Ask for another name and save under it."""
        document = self.document
        if document is None:
            return
        name = _file_name(document.appraisal.trust.name)
        suggested = document.path or Path.home() / f"{name}.appraisal"
        path = self._ask.path_to_save("Save as", suggested, "appraisal")
        if path is not None and self._try(lambda: document.save_as(path)):
            self._note(path, document)

    def try_saving(self, save: Callable[[], object]) -> bool:
        """Save; where somebody else has changed the file meanwhile, ask how to go on."""
        from appraiser.store.saving import ChangedOutside

        try:
            save()
        except ChangedOutside as problem:
            return self.settle_change(problem)
        except Problem as problem:
            self._ask.tell(problem)
            return False
        return True

    def settle_change(self, problem: Problem) -> bool:
        """Ask what becomes of two versions of one file; neither is lost either way."""
        document = self.document
        if document is None:
            return True
        answers = ("Keep both", "Replace theirs, keeping it as a backup")
        answer = self._ask.choose(problem.what, problem.safe, answers)
        match answer:
            case 0:
                return self._try(lambda: self._note(document.keep_both(), document))
            case 1:
                return self._try(document.overwrite)
            case _:
                return False

    def put_away(self) -> bool:
        """Close what is open, saving it; give False when the person would rather stay."""
        return self._may_leave() and self._closed()

    def _may_leave(self) -> bool:
        """Bring to its end what is under way, and ask what must be asked."""
        self.leaving.emit()
        document = self.document
        if document is None or document.path is not None or not document.undo_words:
            return True
        return self._keep_unnamed(document)

    def _closed(self) -> bool:
        document = self.document
        if document is None:
            return True
        if document.path is None:
            closed = self._try(document.discard)
        else:
            self._note(document.path, document)  # by the name it has now
            saved = document.is_saved or self.try_saving(document.save)
            closed = (saved and self._try(document.close)) or self._leave(document)
        if closed:
            self.document = None
        return closed

    def _keep_unnamed(self, document: Document) -> bool:
        """Ask whether an appraisal without a file is to have one; False is to stay."""
        question = "Keep this appraisal?"
        detail = "It has no file yet. What is not kept goes among the backups on this computer."
        answer = self._ask.choose(question, detail, ("Save…", "Do not keep it"))
        if answer == 0:
            self.save_as()
            return document.path is not None
        return answer is not None

    def _leave(self, document: Document) -> bool:
        """Ask whether to close all the same when the file could not be saved."""
        question = "Close without saving to the file?"
        detail = "Your changes stay on this computer and are offered when it is next opened."
        return self._ask.confirm(question, detail, "Close") and self._try(document.leave)

    def _begun(self, path: Path, appraisal: Appraisal) -> Document:
        """Begin at a place; a file that the person agreed to replace goes among the backups."""
        from appraiser.session.opening import create

        made = create(None, appraisal, who=self._who, clock=self._clock, folders=self._folders)
        try:
            made.save_as(path)
        except Problem:
            made.discard()
            raise
        return made

    def _opened(self, path: Path) -> Document:
        """Open a file; where somebody has it open, ask whether to read it only."""
        from appraiser.session.opening import open_document
        from appraiser.store.lock import LockedElsewhere

        try:
            return open_document(path, who=self._who, clock=self._clock, folders=self._folders)
        except LockedElsewhere as problem:
            if not self._ask.confirm(problem.what, problem.safe, "Open for reading only"):
                raise _Declined from problem
        return open_document(
            path, who=self._who, clock=self._clock, folders=self._folders, read_only=True
        )

    def _recovered(self, path: Path) -> Document | None:
        """Offer changes that outlived the program last time; None is to open the file as it is."""
        from appraiser.session.opening import find_recovery

        recovery = find_recovery(path, folders=self._folders)
        return None if recovery is None else self._recover(recovery)

    def _recover(self, recovery: Recovery) -> Document | None:
        from appraiser.session.opening import decline, recover

        target = recovery.about.target
        name = f'"{target.name}"' if target else "An appraisal without a file"
        question = f"{name} has changes that were not saved when the program ended."
        detail = "Bring them back, or put them among the backups and go on without them."
        answer = self._ask.choose(question, detail, ("Bring them back", "Go on without them"))
        if answer == 0:
            return recover(recovery, who=self._who, clock=self._clock, folders=self._folders)
        if answer is None:
            raise _Declined
        decline(recovery, clock=self._clock, folders=self._folders)
        return None

    def _take(self, make: Callable[[], Document | None]) -> None:
        """Open something in place of what is open; where that fails, what was open stays."""
        from appraiser.store.identity import Damaged

        if not self._may_leave():
            return
        try:
            made = make()
        except _Declined:
            return
        except Damaged:
            raise
        except Problem as problem:
            self._ask.tell(problem)
            return
        if made is None:
            return
        if not self._closed():
            made.leave()
            return
        self.document = made
        if made.path is not None:
            self._note(made.path, made)
        self.opened.emit(made)
        for notice in made.notices:
            self._ask.tell(notice)

    def _note(self, path: Path, document: Document) -> None:
        """Put a file at the head of the recent ones."""
        self._recent.add(path.resolve(), document.appraisal.trust.name or path.stem)

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Problem as problem:
            self._ask.tell(problem)
            return False
        return True


class _Declined(Exception):
    """The person thought better of it."""


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _file_name(trust: str) -> str:
    kept = "".join(each if each.isalnum() or each in " -" else " " for each in trust)
    return " ".join(kept.split()) or "Appraisal"
