"""The files opened lately are remembered, newest first; the list never stands in the way."""

import pytest
from tests.rights import without_rights

from appraiser.desktop.recent import LONGEST, RecentFile, RecentFiles


@pytest.fixture
def recent(tmp_path):
    return RecentFiles(tmp_path / "settings" / "recent.json")


def test_there_are_none_at_first(recent):
    assert recent.read() == ()


def test_the_newest_comes_first_and_none_twice(recent, tmp_path):
    one, two = tmp_path / "one.appraisal", tmp_path / "zwei é.appraisal"
    recent.add(one, "One")
    recent.add(two, "Two")
    recent.add(one, "One, renamed")
    assert recent.read() == (RecentFile(one, "One, renamed"), RecentFile(two, "Two"))


def test_only_so_many_are_kept(recent, tmp_path):
    for number in range(LONGEST + 3):
        recent.add(tmp_path / f"{number}.appraisal", str(number))
    assert [each.title for each in recent.read()] == ["10", "9", "8", "7", "6", "5", "4", "3"]


def test_one_can_be_forgotten(recent, tmp_path):
    recent.add(tmp_path / "one.appraisal", "One")
    recent.forget(tmp_path / "one.appraisal")
    assert recent.read() == ()


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '{"a": 1}', '[{"path": "x"}]', '[{"path": 1, "title": "x"}]', "null"]
)
def test_a_list_that_cannot_be_read_is_an_empty_one(tmp_path, text):
    kept_in = tmp_path / "recent.json"
    kept_in.write_text(text)
    assert RecentFiles(kept_in).read() == ()


def test_a_list_that_cannot_be_kept_is_no_ones_problem(tmp_path):
    (tmp_path / "settings").mkdir(mode=0o500)
    recent = RecentFiles(tmp_path / "settings" / "recent.json")
    with without_rights(tmp_path):
        recent.add(tmp_path / "one.appraisal", "One")
    assert recent.read() == ()
