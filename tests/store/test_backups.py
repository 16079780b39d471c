from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk import Desk, trust_name

from appraiser.domain.problem import Problem
from appraiser.session.opening import read_snapshot, restore
from appraiser.store.backups import Backup, Shelf, to_remove

NOW = datetime(2015, 3, 31, 12, 0, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def backup(taken):
    return Backup(Path(taken.isoformat()), taken, "a", 1)


def kept(ages):
    all_of_them = [backup(NOW - timedelta(hours=age)) for age in ages]
    needless = {each.taken for each in to_remove(all_of_them, NOW)}
    return [each for each in all_of_them if each.taken not in needless]


ages = st.lists(st.integers(0, 24 * 500), unique=True, max_size=200)


@given(ages)
def test_all_of_the_last_day_stay(hours):
    stayed = kept(hours)
    for age in hours:
        if age <= 24:
            assert backup(NOW - timedelta(hours=age)) in stayed


@given(ages)
def test_of_each_day_week_and_month_the_newest_stays_and_is_enough(hours):
    stayed = [each.taken for each in kept(hours)]
    days = [each.date() for each in stayed if timedelta(1) < NOW - each <= timedelta(14)]
    weeks = [
        each.isocalendar()[:2] for each in stayed if timedelta(14) < NOW - each <= timedelta(91)
    ]
    months = [(each.year, each.month) for each in stayed if timedelta(91) < NOW - each]
    for spans in (days, weeks, months):
        assert len(set(spans)) == len(spans)
    gone = {NOW - timedelta(hours=age) for age in hours} - set(stayed)
    for each in gone:
        assert any(later > each and later - each < timedelta(days=31) for later in stayed), (
            "something newer of the same month stands for it"
        )


@given(ages)
def test_thinning_twice_is_thinning_once(hours):
    stayed = kept(hours)
    assert to_remove(stayed, NOW) == []


def test_three_years_of_work_leave_some_dozens_of_backups():
    assert 50 < len(kept(range(0, 24 * 1000, 2))) < 80


def test_a_session_leaves_what_was_there_before_and_what_it_ended_with(desk):
    desk.new().close()
    desk.clock.forward(days=1)
    document = desk.open()
    for minute in range(25):
        document.apply(trust_name(f"After {minute} minutes"))
        document.save()
        desk.clock.forward(minutes=1)
    document.close()
    found = [read_snapshot(each.path).trust.name for each in document.backups()]
    assert found == [
        "After 24 minutes",
        "After 19 minutes",
        "After 9 minutes",
        "Made-up Trust",
        "Made-up Trust",
    ]


def test_a_backup_has_the_time_and_the_name_in_its_own_name(desk):
    document = desk.new()
    document.apply(trust_name("One"))
    document.save()
    desk.clock.forward(minutes=1)
    document.close()
    found, _before = document.backups()
    assert found.name == "Made-up Trust é"
    assert found.taken == desk.clock()
    assert found.path.name.startswith(f"{desk.clock().astimezone():%Y-%m-%d %H%M%S} Made-up")
    assert found.size == found.path.stat().st_size


def test_two_backups_of_the_same_second_are_both_kept(tmp_path):
    shelf = Shelf(tmp_path / "shelf")
    for content in ("first", "second", "third"):
        (tmp_path / "a.appraisal").write_text(content)
        shelf.keep(tmp_path / "a.appraisal", "a.appraisal", NOW)
    assert [each.path.read_text() for each in shelf.backups()] == ["third", "second", "first"]


def test_an_appraisal_keeps_its_backups_when_its_file_is_renamed(desk):
    desk.new().close()
    renamed = desk.path.rename(desk.share / "Renamed.appraisal")
    desk.clock.forward(days=1)
    document = desk.open(renamed)
    document.apply(trust_name("One"))
    document.close()
    assert {each.name for each in document.backups()} == {"Made-up Trust é", "Renamed"}


def test_a_backup_is_restored_into_a_new_file_and_never_over_one(desk):
    document = desk.new()
    document.apply(trust_name("One"))
    document.save()
    desk.clock.forward(minutes=1)
    document.close()
    found, _before = document.backups()
    with pytest.raises(Problem, match="There is a file called"):
        restore(found, desk.path)
    restore(found, desk.share / "Restored.appraisal")
    restored = desk.open(desk.share / "Restored.appraisal")
    assert restored.appraisal.trust.name == "One"
    restored.close()


def test_a_backup_that_cannot_be_restored_says_why(desk):
    document = desk.new()
    document.close()
    (found,) = document.backups()
    with pytest.raises(Problem, match="could not be restored: the folder is not there"):
        restore(found, desk.share / "nowhere" / "a.appraisal")


def test_the_id_of_an_appraisal_names_no_folder_outside_the_backups(tmp_path):
    shelf = Shelf.of(tmp_path, "../../etc/passwd\0")
    assert shelf.folder.parent == tmp_path
    assert shelf.backups() == ()
