import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from tests.desk import BEGAN, Desk, connected, trust_name

from appraiser.domain.journal import How
from appraiser.domain.terms import Part
from appraiser.store.connecting import open_raw, raw
from appraiser.store.journal import read_lines, verify_chain


@pytest.fixture
def path(tmp_path):
    desk = Desk(tmp_path)
    document = desk.new()
    for name in ("One", "Two", "Three"):
        desk.clock.forward(minutes=1)
        document.apply(trust_name(name))
    document.undo()
    document.close()
    return desk.path


def broken_at(path):
    with connected(path) as connection:
        return verify_chain(raw(connection))


def tampered(path, *statements):
    with closing(sqlite3.connect(path)) as file:
        triggers = file.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (trigger,) in triggers:
            file.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            file.execute(statement)
        file.commit()


def test_the_journal_says_who_did_what_and_when(path):
    with connected(path) as connection:
        began, first, *_, last = read_lines(raw(connection))
    assert (began.number, began.how, began.who, began.at) == (1, How.BEGAN, "Secretary", BEGAN)
    assert (first.number, first.how, first.touched) == (2, How.DID, Part.TRUST)
    assert first.at == BEGAN + timedelta(minutes=1)
    assert first.words == "trust's name of the trust"
    assert '"value":"One"' in first.edit
    assert '"value":"Made-up Trust"' in first.inverse
    assert (last.how, last.words) == (How.UNDID, first.words)


def test_a_journal_that_nobody_touched_follows_from_its_beginning(path):
    assert broken_at(path) is None


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("UPDATE journal SET who = 'Somebody else' WHERE number = 3", 3),
        ("UPDATE journal SET at = '2014-12-01T10:00:00+00:00' WHERE number = 1", 1),
        ("UPDATE journal SET edit = 'null' WHERE number = 5", 5),
        ("DELETE FROM journal WHERE number = 2", 2),
        ("UPDATE meta SET value = 'another appraisal' WHERE name = 'id'", 1),
    ],
)
def test_tampering_shows_at_the_first_line_that_does_not_follow(path, statement, line):
    tampered(path, statement)
    assert broken_at(path) == line


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET who = 'Somebody else'",
        "DELETE FROM journal WHERE number = 5",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE number = 2",
        "INSERT INTO journal VALUES (9, '2014-12-01', '', 'did', '', '', 1, 1, hex(zeroblob(32)))",
    ],
)
def test_the_file_refuses_anything_but_the_next_line(path, statement):
    with (
        closing(open_raw(path)) as file,
        pytest.raises(sqlite3.IntegrityError, match="the journal is only ever added to"),
    ):
        file.execute(statement)
