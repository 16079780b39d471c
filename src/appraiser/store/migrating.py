"""Bring a file to the version this program writes; a new file is made by every step in turn."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def steps() -> list[Path]:
    """Give the numbered SQL files, in order."""
    return sorted((Path(__file__).parent / "migrations").glob("[0-9]*.sql"))


def migrate(connection: sqlite3.Connection, wanted: Sequence[Path] | None = None) -> None:
    """Run the steps that a file has not had, each in a transaction of its own.

    A step that fails leaves the version before it whole; what SQLite raised is passed on.
    """
    wanted = steps() if wanted is None else wanted
    (reached,) = connection.execute("PRAGMA user_version").fetchone()
    for number, step in enumerate(wanted[reached:], start=reached + 1):
        script = step.read_text(encoding="utf-8")
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;"
            )
        except BaseException:
            connection.rollback()
            raise
