"""Begin, open, read and recover appraisals. What reads the file is imported when it is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.journal import How, JournalLine, texts_of
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Part
from appraiser.session.document import Document, now, refuse_other_endings
from appraiser.session.keeping import Clock, Keeping
from appraiser.store.folders import Folders
from appraiser.store.identity import recognise

if TYPE_CHECKING:
    from appraiser.store.backups import Backup
    from appraiser.store.lock import Lock
    from appraiser.store.recovery import Recovery
    from appraiser.store.salvage import Salvaged
    from appraiser.store.working_copy import WorkingCopy

__all__ = (
    "Clock",
    "create",
    "decline",
    "find_recoveries",
    "find_recovery",
    "inspect_file",
    "open_document",
    "read_parts",
    "read_snapshot",
    "recover",
    "restore",
    "salvage",
)


def create(
    path: Path | None,
    appraisal: Appraisal,
    *,
    who: str,
    clock: Clock = now,
    folders: Folders | None = None,
    words: str = "a new appraisal",
) -> Document:
    """Begin a document from a snapshot and, where there is a path, save it there.

    Without a path it is kept in its working copy until it is saved under a name. `words` go
    into the first line of the journal. Raises `Problem` if there is a file already, or the
    place refuses.
    """
    from appraiser.store import beginning

    if path is not None:
        refuse_other_endings(path)
    if path is not None and _is_taken(path):
        raise Problem(
            f'There is a file or folder called "{path.name}" already.',
            safe="It has not been touched.",
            todo="Choose another name, or open it.",
        )
    folders = folders or Folders.usual()
    copy = beginning.start(folders.working, appraisal, _began(clock, who, words))
    keeping = _keeping(copy, folders, who, clock)
    document = Document(keeping, appraisal)
    if path is not None:
        try:
            document.save_as(path)
        except Problem as problem:
            copy.remove()
            raise Problem(
                problem.what, safe="Nothing has been changed.", todo="Choose another place for it."
            ) from problem
    return document


def open_document(
    path: Path,
    *,
    who: str,
    clock: Clock = now,
    folders: Folders | None = None,
    read_only: bool = False,
    take_over: bool = False,
) -> Document:
    """Open a file on a private working copy; a JSON file opens as an appraisal without a file.

    Raises `Problem` saying why it cannot be: `store.lock.LockedElsewhere` (then open it
    `read_only`, or `take_over` the lock), `store.identity.Damaged` (then `salvage` or a
    backup), `Newer` or `Foreign`, or a plain one. Nothing has been touched then.
    """
    if path.suffix.lower() == ".json":
        words = f"read from {path.name}"
        return create(None, _from_json(path), who=who, clock=clock, folders=folders, words=words)
    from appraiser.store import beginning

    folders = folders or Folders.usual()
    recognise(path)
    target = path.resolve()
    lock, notices = (None, ()) if read_only else _lock(target, who, clock, take_over=take_over)
    with _held(lock):
        copy = beginning.take(folders.working, target, clock())
        with _removed(copy):
            keeping = _keeping(copy, folders, who, clock)
            keeping.lock, keeping.notices, keeping.read_only = lock, notices, read_only
            if copy.altered:
                keeping.tampering = _tampering(target)
                keeping.notices = (*notices, keeping.tampering)
            return Document(keeping, copy.read())


def read_snapshot(path: Path) -> Appraisal:
    """Read an appraisal from its file or from JSON, without opening it for work.

    It can be read while somebody has it open, and nothing is written anywhere. Raises `Problem`
    as `open_document` does, but for locks.
    """
    if path.suffix.lower() == ".json":
        return _from_json(path)
    from appraiser.store.looking import read_file

    return read_file(path)


def read_journal(path: Path) -> tuple[JournalLine, ...]:
    """Read every change a file records, oldest first; JSON records none.

    Raises `Problem` as `read_snapshot` does.
    """
    if path.suffix.lower() == ".json":
        return ()
    from appraiser.store.looking import read_file_journal

    return read_file_journal(path)


def read_parts(path: Path, singles: Sequence[str], collections: Sequence[str]) -> Appraisal:
    """Read some parts of an appraisal and leave the others empty; from JSON, read all of it.

    It is for what goes through hundreds of files, and raises `Problem` as `read_snapshot` does.
    """
    if path.suffix.lower() == ".json":
        return _from_json(path)
    from appraiser.store import leafing

    return leafing.read_parts(path, singles, collections)


def inspect_file(path: Path) -> tuple[Problem, ...]:
    """Say what is to be known of a file beside its contents: that something else changed it.

    JSON says nothing of itself. Raises `Problem` as `read_snapshot` does.
    """
    if path.suffix.lower() == ".json":
        return ()
    from appraiser.store.looking import is_file_altered

    return (_tampering(path),) if is_file_altered(path) else ()


def _tampering(path: Path) -> Problem:
    return Problem(
        "This file was changed by something other than Appraiser since it was last saved; "
        "its journal does not account for all that is in it.",
        safe="It is shown as it is now.",
        todo="Compare it with a backup before you rely on it.",
        place=path.name,
    )


def find_recovery(path: Path, *, folders: Folders | None = None) -> Recovery | None:
    """Give the changes to a file that outlived their process and were never saved, if any."""
    from appraiser.store import recovery

    return recovery.find_for((folders or Folders.usual()).working, path)


def find_recoveries(*, folders: Folders | None = None) -> tuple[Recovery, ...]:
    """Give all changes that were never saved, of files and of new appraisals, newest first."""
    from appraiser.store import recovery

    return recovery.find_all((folders or Folders.usual()).working)


def recover(
    recovery: Recovery, *, who: str, clock: Clock = now, folders: Folders | None = None
) -> Document:
    """Go on with changes that were never saved; raise `Problem` if they cannot be had."""
    from appraiser.store.recovery import adopt

    folders = folders or Folders.usual()
    target = recovery.about.target
    lock, notices = (None, ()) if target is None else _lock(target, who, clock)
    with _held(lock):
        copy = adopt(recovery)
        with _left(copy):
            keeping = _keeping(copy, folders, who, clock)
            keeping.lock, keeping.notices = lock, notices
            return Document(keeping, copy.read())


def decline(recovery: Recovery, *, clock: Clock = now, folders: Folders | None = None) -> None:
    """Put changes that were never saved among the backups; raise `Problem` if there is no room."""
    from appraiser.store.backups import Shelf
    from appraiser.store.failures import reason
    from appraiser.store.recovery import set_aside

    shelf = Shelf.of((folders or Folders.usual()).backups, recovery.appraisal_id)
    try:
        set_aside(recovery, shelf, clock())
    except OSError as error:
        raise Problem(
            f"The changes could not be put among the backups: {reason(error)}.",
            safe="They are still in the working copy on this computer.",
            todo="Make room on this computer, then try again.",
        ) from error


def restore(backup: Backup, into: Path) -> None:
    """Copy a backup to a new file; raise `Problem` if there is one already or it is refused."""
    from appraiser.store import backups

    backups.restore(backup, into)


def salvage(path: Path, into: Path, *, who: str, clock: Clock = now) -> Salvaged:
    """Save what can be read of a damaged file into a new one, and say what was lost.

    Raises `Problem` if nothing can be read, there is a file already, or the place refuses.
    """
    from appraiser.store import salvage as store_salvage

    return store_salvage.salvage(path, into, who=who, at=clock())


@contextmanager
def _held(lock: Lock | None) -> Iterator[None]:
    """Release a lock if the block fails."""
    try:
        yield
    except BaseException:
        if lock is not None:
            lock.release()
        raise


@contextmanager
def _removed(copy: WorkingCopy) -> Iterator[None]:
    """Take a working copy away if the block fails."""
    try:
        yield
    except BaseException:
        copy.remove()
        raise


@contextmanager
def _left(copy: WorkingCopy) -> Iterator[None]:
    """Leave a working copy to be recovered if the block fails."""
    try:
        yield
    except BaseException:
        copy.leave()
        raise


def _keeping(copy: WorkingCopy, folders: Folders, who: str, clock: Clock) -> Keeping:
    from appraiser.store.backups import Shelf

    return Keeping(copy, Shelf.of(folders.backups, copy.appraisal_id), who, clock)


def _lock(
    target: Path, who: str, clock: Clock, *, take_over: bool = False
) -> tuple[Lock | None, tuple[Problem, ...]]:
    """Lock a file, or say what it means that its folder takes no lock."""
    from appraiser.store.failures import reason
    from appraiser.store.lock import take_lock
    from appraiser.store.swapping import clear_unfinished

    try:
        lock = take_lock(target, who, clock(), take_over=take_over)
    except OSError as error:
        notice = Problem(
            f'Nothing can be saved in "{target.parent}": {reason(error)}.',
            safe="You can work on; every change is kept on this computer.",
            todo="Save it under another name in another folder.",
        )
        return None, (notice,)
    clear_unfinished(target)
    return lock, ()


def _is_taken(path: Path) -> bool:
    """Tell whether there is something of this name; raise `Problem` where there cannot be."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as error:
        from appraiser.store.failures import reason

        raise Problem(
            f"The file cannot be made: {reason(error)}.",
            safe="Nothing has been changed.",
            todo="Choose another name or another folder.",
        ) from error
    return True


def _began(clock: Clock, who: str, words: str) -> JournalLine:
    edit, inverse = texts_of(None, None)
    return JournalLine(
        number=0,  # given by the store
        at=clock(),
        who=who,
        how=How.BEGAN,
        words=words.encode(errors="replace").decode(),  # a file's name may hold no real text
        touched=Part(0),
        edit=edit,
        inverse=inverse,
    )


def _from_json(path: Path) -> Appraisal:
    from appraiser.exchange.reading import read_appraisal

    return read_appraisal(path)
