import sqlite3
from contextlib import closing

import pytest

from appraiser.store.migrating import migrate


def test_each_step_runs_once_and_in_order(tmp_path):
    first, second = tmp_path / "0001_first.sql", tmp_path / "0002_second.sql"
    first.write_text("CREATE TABLE a (x INTEGER) STRICT;")
    second.write_text("ALTER TABLE a ADD COLUMN y TEXT;")
    with closing(sqlite3.connect(tmp_path / "file", isolation_level=None)) as file:
        migrate(file, [first])
        file.execute("INSERT INTO a VALUES (1)")
        migrate(file, [first, second])
        migrate(file, [first, second])
        assert file.execute("SELECT * FROM a").fetchall() == [(1, None)]
        assert file.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_step_that_fails_leaves_the_version_before_it_whole(tmp_path):
    first, second = tmp_path / "0001_first.sql", tmp_path / "0002_second.sql"
    first.write_text("CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);")
    second.write_text("DELETE FROM a; ALTER TABLE b ADD COLUMN y TEXT;")
    with closing(sqlite3.connect(tmp_path / "file", isolation_level=None)) as file:
        with pytest.raises(sqlite3.OperationalError, match="no such table: b"):
            migrate(file, [first, second])
        assert file.execute("SELECT * FROM a").fetchall() == [(1,)]
        assert file.execute("PRAGMA user_version").fetchone() == (1,)
