"""Saving and putting away: nothing is lost, and nothing of anybody else's."""

import pytest
from tests.desktop.answers import NOT_NOW
from tests.desktop.files.reading import ANOTHER, NAME, on_shelf, read

from appraiser.resources import sample
from appraiser.session.opening import find_recoveries, open_document


def test_saving_writes_the_file(files, folders, file):
    files.open_file(file)
    files.document.apply(NAME)
    files.save()
    assert read(file, folders).trust.name == "Another name"


def test_saving_with_nothing_open_does_nothing(files):
    files.save()
    files.save_as()
    files.restore_backup()
    assert files.put_away()


def test_an_appraisal_without_a_file_asks_for_one(files, ask, recent, tmp_path):
    files.open_file(sample("fenmarsh"))
    ask.will(tmp_path / "mine.appraisal")
    files.save()
    assert files.document.path == tmp_path / "mine.appraisal"
    assert recent.read()[0].path == tmp_path / "mine.appraisal"


def test_saving_under_a_name_can_be_thought_better_of(files, ask):
    files.open_file(sample("fenmarsh"))
    ask.will(NOT_NOW)
    files.save()
    assert files.document.path is None


def change_it_outside(files, folders, file) -> None:
    """Have a colleague save another version while ours is open and changed."""
    files.open_file(file)
    files.document.apply(NAME)
    lock = file.with_name(f"~{file.name}.lock")
    lock.unlink()
    theirs = open_document(file, who="A colleague", folders=folders)
    theirs.apply(ANOTHER)
    theirs.close()


def test_both_are_kept_when_the_file_was_changed_outside(files, ask, recent, folders, file):
    change_it_outside(files, folders, file)
    ask.will("Keep both")
    files.save()
    assert "was changed by another program or person" in ask.last_asked[1]
    assert read(file, folders).trust.name == "Yet another name"
    assert files.document.path != file
    assert read(files.document.path, folders).trust.name == "Another name"
    assert recent.read()[0].path == files.document.path


def test_theirs_is_kept_as_a_backup_when_it_is_replaced(files, ask, folders, file):
    change_it_outside(files, folders, file)
    ask.will("Replace theirs, keeping it as a backup")
    files.save()
    assert read(file, folders).trust.name == "Another name"
    names = {read(each, folders).trust.name for each in on_shelf(folders)}
    assert "Yet another name" in names


def test_a_changed_file_can_be_left_undecided(files, ask, folders, file):
    change_it_outside(files, folders, file)
    ask.will(NOT_NOW)
    files.save()
    assert read(file, folders).trust.name == "Yet another name"
    assert not files.document.is_saved


def test_closing_after_keeping_both_lets_go_of_everything(files, ask, folders, file):
    change_it_outside(files, folders, file)
    ask.will("Keep both")
    assert files.put_away()
    assert files.document is None
    assert list(file.parent.glob("~*")) == []
    assert find_recoveries(folders=folders) == ()


def test_putting_away_saves(files, folders, file):
    files.open_file(file)
    files.document.apply(NAME)
    assert files.put_away()
    assert read(file, folders).trust.name == "Another name"
    assert files.document is None


def test_what_is_typed_or_saved_comes_to_its_end_before_anything_is_put_away(files, folders, file):
    files.open_file(file)
    files.leaving.connect(lambda: files.document and files.document.apply(NAME))
    assert files.put_away()
    assert read(file, folders).trust.name == "Another name"


def test_an_untouched_sample_goes_without_a_question(files, ask):
    files.open_file(sample("fenmarsh"))
    assert files.put_away()
    assert ask.asked == []


@pytest.mark.parametrize(
    ("answer", "stays"), [(NOT_NOW, True), ("Do not keep it", False), ("Save…", False)]
)
def test_a_changed_appraisal_without_a_file_is_asked_about(files, ask, tmp_path, answer, stays):
    files.open_file(sample("fenmarsh"))
    files.document.apply(NAME)
    ask.will(answer, tmp_path / "mine.appraisal")
    assert files.put_away() is not stays
    assert (files.document is not None) is stays
    assert (tmp_path / "mine.appraisal").exists() is (answer == "Save…")


def test_what_is_not_kept_goes_among_the_backups(files, ask, folders):
    files.open_file(sample("fenmarsh"))
    files.document.apply(NAME)
    ask.will("Do not keep it")
    files.put_away()
    assert [read(each, folders).trust.name for each in on_shelf(folders)] == ["Another name"]


def test_staying_keeps_what_is_open_when_another_is_asked_for(files, ask, file):
    files.open_file(sample("fenmarsh"))
    files.document.apply(NAME)
    before = files.document
    ask.will(NOT_NOW)
    files.open_file(file)
    assert files.document is before
    assert list(file.parent.glob("~*")) == []


def test_a_file_that_cannot_be_saved_can_be_closed_all_the_same(files, ask, folders, file):
    change_it_outside(files, folders, file)
    ask.will(NOT_NOW, False, NOT_NOW, True)
    assert not files.put_away()
    assert files.document is not None
    assert files.put_away()
    assert files.document is None
    (left,) = find_recoveries(folders=folders)
    assert left.about.target == file
