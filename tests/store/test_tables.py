import sqlite3
from contextlib import closing

import pytest
from tests.desk import file_of, started

from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.fields import Kind, specs
from appraiser.store.connecting import open_raw
from appraiser.store.drafting import draft
from appraiser.store.identity import APPLICATION_ID, VERSION
from appraiser.store.migrating import migrate, steps

CHANGED = (
    "The tables differ from what the migrations make. Before the first release, run "
    "`python -m appraiser.store.drafting > src/appraiser/store/migrations/0001_start.sql` and "
    "`python -m tests.files.version_1`. After it, write the next numbered migration."
)


def schema(connection):
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name")
    return {(kind, name): sql for kind, name, sql in found}


@pytest.fixture
def file(tmp_path):
    with closing(open_raw(file_of(tmp_path / "a.appraisal", started()))) as connection:
        yield connection


def test_the_migrations_make_the_tables_that_the_fields_ask_for(tmp_path):
    with (
        closing(sqlite3.connect(":memory:")) as drafted,
        closing(sqlite3.connect(":memory:")) as made,
    ):
        drafted.executescript(draft())
        migrate(made)
        assert schema(made) == schema(drafted), CHANGED


def test_the_version_of_a_file_is_the_number_of_migrations(file):
    assert file.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert len(steps()) == VERSION
    assert file.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_every_table_is_strict(file):
    tables = file.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    strict = {name: strict for name, strict in tables if not name.startswith("sqlite_")}
    assert set(strict.values()) == {1}
    assert set(COLLECTIONS) | set(SINGLES) <= set(strict)


def test_every_field_has_a_place_in_the_file(file):
    columns = {}
    for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        rows = file.execute("SELECT name FROM pragma_table_info(?)", (name,))
        columns[name] = {column for (column,) in rows}
    held = {name: each.entity for name, each in COLLECTIONS.items()}
    held |= {name: single for name, (single, _, _) in SINGLES.items()}
    for name, entity in held.items():
        for spec in specs(entity).values():
            if spec.kind in {Kind.LINKS, Kind.AMOUNTS}:
                assert {"holder", "target"} <= columns[f"{name}_{spec.name}"]
            else:
                assert spec.name in columns[name]


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE trust SET made_up = 2", "CHECK"),
        ("UPDATE trust SET status = 'charity'", "CHECK"),
        ("UPDATE trust SET income = -1", "CHECK"),
        ("UPDATE trust SET income = 12.5", "cannot store REAL"),
        ("UPDATE trust SET council_income = 101", "CHECK"),
        ("UPDATE trust SET biggest_contract_end = '2014-13-01'", "CHECK"),
        ("UPDATE paper SET resolutions = 'not JSON'", "CHECK"),
        ("UPDATE paper SET recommended = 'nobody'", "FOREIGN KEY"),
        ("INSERT INTO trust (only) VALUES (2)", "NOT NULL"),
        ("UPDATE trust SET only = 2", "CHECK"),
        ("DELETE FROM weight_sets", "FOREIGN KEY"),
        ("INSERT INTO sheets VALUES (1, 'consensus', NULL), (2, 'consensus', NULL)", "UNIQUE"),
    ],
)
def test_the_file_itself_refuses_what_no_appraisal_can_hold(file, statement, rule):
    with pytest.raises(sqlite3.IntegrityError, match=rule):
        file.execute(statement)
