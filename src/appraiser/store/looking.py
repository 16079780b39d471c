"""Look into a file without opening it for work: nothing is written anywhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.journal import JournalLine
from appraiser.store.identity import damaged, recognise, unreadable
from appraiser.store.inspecting import read_sound
from appraiser.store.journal import read_lines
from appraiser.store.migrating import migrate
from appraiser.store.stamping import is_altered


def read_file(path: Path) -> Appraisal:
    """Read the snapshot a file holds, of whatever version, in memory.

    Raises `Problem` as `recognise` does, and `Damaged`.
    """
    with _looked_into(path) as connection:
        try:
            migrate(connection)
        except sqlite3.Error as error:
            raise damaged(path.name) from error
        return read_sound(connection, path.name)


def read_file_journal(path: Path) -> tuple[JournalLine, ...]:
    """Read the journal a file holds; raise `Problem` as `read_file`."""
    with _looked_into(path) as connection:
        try:
            migrate(connection)
            return read_lines(connection)
        except sqlite3.Error as error:
            raise damaged(path.name) from error


def is_file_altered(path: Path) -> bool:
    """Tell whether a file is not as Appraiser last saved it; raise `Problem` as `read_file`."""
    with _looked_into(path) as connection:
        return is_altered(connection)


@contextmanager
def _looked_into(path: Path) -> Iterator[sqlite3.Connection]:
    recognise(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        try:
            connection.deserialize(content)
        except sqlite3.Error as error:
            raise damaged(path.name) from error
        yield connection
