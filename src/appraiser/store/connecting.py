"""Connections to one file: foreign keys held, commits durable, foreign SQL not trusted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = DELETE",  # the file stays one file, also on a file server
    "PRAGMA synchronous = FULL",  # an acknowledged edit outlives a power cut
    "PRAGMA cell_size_check = ON",
)


def open_raw(path: Path) -> sqlite3.Connection:
    """Open a file, making it if it is not there; statements run outside any transaction.

    The connection may be handed from one thread to another, but used by one at a time.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection


def connect(path: Path) -> Connection:
    """Open a file for SQLAlchemy; see `transaction`."""
    engine = create_engine("sqlite://", creator=lambda: open_raw(path), poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine.connect()


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Take the file at once; commit when the block ends well, else leave it as it was.

    A commit can itself be refused, by a full disk or a link that leads nowhere. SQLite then
    holds the transaction open and SQLAlchemy has done with it, so it is rolled back here.
    """
    try:
        with connection.begin():
            yield
    except BaseException:
        raw(connection).rollback()
        raise


def raw(connection: Connection) -> sqlite3.Connection:
    """Give the SQLite connection underneath, for what SQLAlchemy has no word for."""
    driver: Any = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
