"""The private copy of a file that edits are committed to, one durable commit each.

The target, perhaps on a share, is only ever swapped for a whole new file, and only when nobody
else has changed it meanwhile.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.journal import JournalLine, first_hash, line_hash
from appraiser.domain.problem import Problem
from appraiser.store.about import About, read_about, write_about
from appraiser.store.connecting import connect, open_raw, raw
from appraiser.store.failures import reason
from appraiser.store.identity import damaged
from appraiser.store.inspecting import read_sound
from appraiser.store.journal import add_line, read_last, read_lines
from appraiser.store.migrating import migrate
from appraiser.store.processes import this_process
from appraiser.store.reader import read_id
from appraiser.store.saving import Saving
from appraiser.store.swapping import Fingerprint
from appraiser.store.writer import write_difference, write_first

CONTENT = "working.appraisal"
OUTGOING = "outgoing.appraisal"


class WorkingCopy:
    """One open working copy, in a folder of its own. Used by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the copy in a folder that one of the functions below has filled."""
        self.folder = folder
        self._connection = connect(folder / CONTENT)
        try:
            with self._connection.begin():
                self._appraisal_id = read_id(self._connection)
                last = read_last(self._connection)
        except BaseException:
            self.close()
            raise
        self._number = 0 if last is None else last.number
        self._hash = first_hash(self._appraisal_id) if last is None else last.hash

    @property
    def number(self) -> int:
        """The number of the newest line in the journal."""
        return self._number

    @property
    def about(self) -> About:
        """What is known of the target and of what was last saved to it."""
        return read_about(self.folder)

    def read(self) -> Appraisal:
        """Check the copy and read the snapshot; raise `Damaged` if it is not sound."""
        target = self.about.target
        return read_sound(self._connection, "The appraisal" if target is None else target.name)

    def write(self, before: Appraisal, after: Appraisal, line: JournalLine) -> None:
        """Commit a change and its line in the journal together, or neither.

        The line's number and hash are given here. Raises `Problem` when the disk refuses.
        """
        line = replace(line, number=self._number + 1)
        line = replace(line, hash=line_hash(self._hash, line))
        try:
            with self._connection.begin():
                write_difference(self._connection, before, after)
                add_line(self._connection, line)
        except SQLAlchemyError as error:
            raise Problem(
                f"This change could not be kept: {reason(error)}.",
                safe="Everything before it is safe.",
                todo="Make room on this computer, then try again.",
            ) from error
        self._number, self._hash = line.number, line.hash

    def lines(self) -> tuple[JournalLine, ...]:
        """Read the journal, oldest line first."""
        with self._connection.begin():
            return read_lines(self._connection)

    def begin_saving(self, target: Path, known: Fingerprint | None) -> Saving:
        """Take a whole copy of this moment, to be put in the target's place by `Saving.finish`.

        `known` is what the target is expected to be; None stands for a target that may be
        replaced whatever it is. Raises `Problem` when this computer's disk refuses.
        """
        outgoing = self.folder / OUTGOING
        try:
            outgoing.unlink(missing_ok=True)
            with closing(open_raw(outgoing)) as copy:
                copy.execute("PRAGMA synchronous = OFF")  # it is made durable beside the target
                raw(self._connection).backup(copy)
        except (OSError, sqlite3.Error) as error:
            raise Problem(
                f"The appraisal could not be saved: {reason(error)}.",
                safe="Your changes are safe in the working copy on this computer.",
                todo="Make room on this computer, then save again.",
            ) from error
        return Saving(self.folder, outgoing, target, known, self._number)

    def close(self) -> None:
        """Let go of the file; the copy stays in its folder and can be recovered."""
        self._connection.close()

    def remove(self) -> None:
        """Let go of the file and take the copy away."""
        self.close()
        _remove(self.folder)


def start(root: Path, appraisal: Appraisal, began: JournalLine) -> WorkingCopy:
    """Make a working copy of a new appraisal, which has no target yet.

    `began` is the first line of its journal. Raises `Problem` when the disk refuses.
    """
    folder: Path | None = None
    try:
        folder = _new_folder(root)
        with closing(open_raw(folder / CONTENT)) as connection:
            migrate(connection)
        _fill(folder / CONTENT, appraisal)
        write_about(folder, About(None, this_process(), began.at))
        copy = WorkingCopy(folder)
        copy.write(appraisal, appraisal, began)
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        _remove(folder)
        raise _not_made(error) from error
    return copy


def take(root: Path, target: Path, opened: datetime) -> WorkingCopy:
    """Copy a target to work on; raise `Problem` if it is damaged or the disk refuses."""
    folder: Path | None = None
    try:
        found, content = _read_whole(target)
        folder = _new_folder(root)
        (folder / CONTENT).write_bytes(content)
        with closing(open_raw(folder / CONTENT)) as connection:
            migrate(connection)
        copy = WorkingCopy(folder)
        about = About(target, this_process(), opened, saved=found, line=copy.number)
        write_about(folder, about)
    except (sqlite3.DatabaseError, SQLAlchemyError) as error:
        _remove(folder)
        raise damaged(target.name) from error
    except OSError as error:
        _remove(folder)
        raise _not_made(error) from error
    return copy


def _fill(path: Path, appraisal: Appraisal) -> None:
    connection = connect(path)
    try:
        with connection.begin():
            write_first(connection, appraisal)
    finally:
        connection.close()


def _read_whole(target: Path) -> tuple[Fingerprint, bytes]:
    stat = target.stat()
    content = target.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return Fingerprint(len(content), stat.st_mtime_ns, digest), content


def _new_folder(root: Path) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix="copy-", dir=root))


def _remove(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def _not_made(error: Exception) -> Problem:
    return Problem(
        f"A working copy could not be made on this computer: {reason(error)}.",
        safe="The file itself has not been touched.",
        todo="Make room on this computer, then try again.",
    )
