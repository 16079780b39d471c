"""Make working copies: of a new appraisal, or of a file to work on."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.journal import JournalLine
from appraiser.domain.problem import Problem
from appraiser.store.about import About, write_about
from appraiser.store.connecting import connect, open_raw, transaction
from appraiser.store.failures import is_damage, reason
from appraiser.store.identity import damaged
from appraiser.store.migrating import migrate
from appraiser.store.processes import this_process
from appraiser.store.stamping import is_altered
from appraiser.store.swapping import Fingerprint
from appraiser.store.working_copy import CONTENT, WorkingCopy
from appraiser.store.writer import write_first


def start(root: Path, appraisal: Appraisal, began: JournalLine) -> WorkingCopy:
    """Make a working copy of a new appraisal, which has no target yet.

    `began` is the first line of its journal. Raises `Problem` when the disk refuses.
    """
    with _new_folder(root, appraisal.id) as folder:
        make_file(folder / CONTENT, appraisal)
        about = About(None, this_process(), began.at)
        write_about(folder, about)
        copy = WorkingCopy(folder, about)
        copy.write(appraisal, appraisal, began)
        return copy


def take(root: Path, target: Path, opened: datetime) -> WorkingCopy:
    """Copy a target to work on; raise `Problem` if it is damaged or the disk refuses."""
    with _new_folder(root, target.name) as folder:
        found, content = _read_whole(target)
        (folder / CONTENT).write_bytes(content)
        with closing(open_raw(folder / CONTENT)) as connection:
            altered = is_altered(connection)
        line = bring_up_to_date(folder / CONTENT)
        about = About(target, this_process(), opened, saved=found, line=line)
        write_about(folder, about)
        return WorkingCopy(folder, about, altered=altered)


def bring_up_to_date(path: Path) -> int:
    """Run the migrations a file has not had; give the number of the last line of its journal."""
    with closing(open_raw(path)) as connection:
        migrate(connection)
        (line,) = connection.execute("SELECT coalesce(max(number), 0) FROM journal").fetchone()
        return int(line)


def make_file(path: Path, appraisal: Appraisal) -> None:
    """Make a file that holds an appraisal and an empty journal."""
    with closing(open_raw(path)) as raw_connection:
        migrate(raw_connection)
    connection = connect(path)
    try:
        with transaction(connection):
            write_first(connection, appraisal)
    finally:
        connection.close()


@contextmanager
def _new_folder(root: Path, name: str) -> Iterator[Path]:
    """Give a new folder of our own, taken away again if the block fails."""
    folder: Path | None = None
    try:
        root.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="copy-", dir=root))
        yield folder
    except BaseException as error:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, sqlite3.Error | SQLAlchemyError | LookupError) and is_damage(error):
            raise damaged(name) from error
        if isinstance(error, sqlite3.Error | SQLAlchemyError | OSError):
            raise _not_made(error) from error
        raise


def _read_whole(target: Path) -> tuple[Fingerprint, bytes]:
    before = target.stat()
    content = target.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return Fingerprint(len(content), before.st_mtime_ns, digest), content


def _not_made(error: Exception) -> Problem:
    return Problem(
        f"A working copy could not be made on this computer: {reason(error)}.",
        safe="Nothing has been changed.",
        todo="Make room on this computer, then try again.",
    )
