"""A file that something else changed since it was saved says so when it is opened."""

import sqlite3
from contextlib import closing

import pytest
from tests.desk import Desk, started, trust_name

from appraiser.domain.problem import Problem
from appraiser.session.opening import create, inspect_file


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    document = desk.new()
    document.apply(trust_name("Fen"))
    document.close()
    return desk


def meddle(desk, *statements):
    with closing(sqlite3.connect(desk.path)) as connection, connection:
        for each in statements:
            connection.execute(each)


def test_a_file_as_it_was_saved_has_nothing_to_tell(desk):
    assert inspect_file(desk.path) == ()
    document = desk.open()
    assert (document.tampering, document.notices) == (None, ())
    document.close()


@pytest.mark.parametrize(
    "statements",
    [
        ["UPDATE trust SET name = 'Other'"],
        ["DROP TRIGGER journal_refuses_update", "UPDATE journal SET who = 'Somebody'"],
        ["UPDATE meta SET value = '[]' WHERE name = 'saved'"],
    ],
)
def test_a_change_by_something_else_shows_at_once(desk, statements):
    meddle(desk, *statements)

    (problem,) = inspect_file(desk.path)
    assert "changed by something other than Appraiser" in problem.what
    document = desk.open()
    assert document.tampering in document.notices
    document.close()


@pytest.mark.parametrize("name", ["n.json", "plain", "x" * 300 + ".appraisal", "a\0.appraisal"])
def test_a_name_that_cannot_be_an_appraisals_is_refused_in_a_sentence(desk, name):
    with pytest.raises(Problem):
        create(desk.share / name, started(), **desk.common)
    assert list(desk.share.iterdir()) == [desk.path]


def test_an_ending_may_be_in_capitals(desk):
    create(desk.share / "n.APPRAISAL", started(), **desk.common).close()
    assert (desk.share / "n.APPRAISAL").exists()
