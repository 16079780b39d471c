"""Opening, making, saving and putting away: whatever is asked on the way, nothing is lost."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from tests.desktop.answers import NOT_NOW
from tests.desktop.conftest import NOON
from tests.rights import without_rights

from appraiser.desktop.files import Files
from appraiser.desktop.recent import RecentFiles
from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Scope
from appraiser.resources import sample
from appraiser.session.opening import create, find_recoveries, open_document
from appraiser.store.identity import APPLICATION_ID, VERSION

NAME = SetField(Ref("trust"), "name", "Another name")
ANOTHER = SetField(Ref("trust"), "name", "Yet another name")


@pytest.fixture
def recent(home):
    return RecentFiles(home / "recent.json")


@pytest.fixture
def files(app, ask, recent, folders):
    """Give the files of the window, and what was opened, in order."""
    made = Files(ask, recent, lambda: NOON, folders)
    made.opened_ones = []
    made.opened.connect(made.opened_ones.append)
    yield made
    if made.document is not None:
        made.document.discard()


@pytest.fixture
def file(tmp_path, fresh, folders) -> Path:
    """Give a file with an appraisal in it."""
    path = tmp_path / "Fenmarsh.appraisal"
    create(path, fresh, who="somebody", clock=lambda: NOON, folders=folders).close()
    return path


def read(path: Path, folders):
    document = open_document(path, who="a reader", folders=folders, read_only=True)
    document.close()
    return document.appraisal


def on_shelf(folders) -> list[Path]:
    return sorted(folders.backups.rglob("*.appraisal")) if folders.backups.exists() else []


# Beginning


def test_a_new_appraisal_is_begun_in_the_file_that_was_chosen(files, ask, recent, tmp_path):
    path = tmp_path / "Fenmarsh.appraisal"
    ask.will(("Fenmarsh: Community / Health", Scope.SERVICE_LINE), path)
    files.new()
    assert files.document.path == path
    assert files.document.appraisal.question.scope is Scope.SERVICE_LINE
    assert files.opened_ones == [files.document]
    assert [each.path for each in recent.read()] == [path]
    suggested = Path(ask.asked[1][2]).name
    assert suggested == "Fenmarsh Community Health.appraisal"


@pytest.mark.parametrize("answers", [(NOT_NOW,), (("Fenmarsh", Scope.WHOLE_ORGANISATION), NOT_NOW)])
def test_thinking_better_of_a_new_appraisal_begins_nothing(files, ask, answers):
    ask.will(*answers)
    files.new()
    assert files.document is None
    assert files.opened_ones == []


def test_a_file_that_a_new_appraisal_replaces_goes_among_the_backups(files, ask, folders, file):
    ask.will(("Northcliff", Scope.WHOLE_ORGANISATION), file)
    files.new()
    assert read(file, folders).trust.name == "Northcliff"
    names = {read(each, folders).trust.name for each in on_shelf(folders)}
    assert names == {"Fenmarsh Community Health"}


def test_a_name_no_document_can_hold_is_told(files, ask, tmp_path):
    ask.will(("Fen\x00marsh", Scope.WHOLE_ORGANISATION), tmp_path / "x.appraisal")
    files.new()
    assert "cannot stand in a document" in ask.last_told.what
    assert files.document is None


def test_a_folder_that_refuses_is_told_and_leaves_nothing_behind(files, ask, folders, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    ask.will(("Fenmarsh", Scope.WHOLE_ORGANISATION), closed / "Fenmarsh.appraisal")
    for each in (folders.working, folders.backups):
        each.mkdir(parents=True, exist_ok=True)
        each.chmod(0o777)
    with without_rights(tmp_path), without_rights(folders.working):
        files.new()
    assert "not allowed to write there" in ask.last_told.what
    assert ask.last_told.todo
    assert files.document is None
    assert find_recoveries(folders=folders) == ()


# Opening


def test_a_file_is_opened_and_comes_first_among_the_recent(files, ask, recent, file):
    ask.will(file)
    files.open()
    assert files.document.path == file
    assert recent.read()[0].title == "Fenmarsh Community Health"


def test_choosing_no_file_opens_none(files, ask):
    ask.will(NOT_NOW)
    files.open()
    assert files.document is None


def test_a_file_that_is_open_already_stays_as_it_is(files, file):
    files.open_file(file)
    document = files.document
    document.apply(NAME)
    files.open_file(file.parent / "." / file.name)
    assert files.document is document
    assert document.appraisal.trust.name == "Another name"


def test_a_sample_is_opened_without_a_file(files):
    files.open_file(sample("leicester"))
    assert files.document.path is None
    assert files.document.appraisal.trust.name.startswith("University Hospitals of Leicester")


def photo(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 4_000)


def newer(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (VERSION + 1).to_bytes(4, "big")
    path.write_bytes(content)


def other_database(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[68:72] = (APPLICATION_ID + 1).to_bytes(4, "big")
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (photo, "is not an appraisal, whatever its name says"),
        (other_database, "is not an appraisal, whatever its name says"),
        (newer, "was made by a newer Appraiser"),
        (empty, "is empty"),
        (folder, "is a folder, not an appraisal"),
        (gone, "There is no file"),
    ],
)
def test_what_cannot_be_opened_is_told_and_what_was_open_stays(
    files, ask, file, tmp_path, spoil, words
):
    files.open_file(sample("fenmarsh"))
    before = files.document
    spoil(file)
    files.open_file(file)
    assert words in ask.last_told.what
    assert ask.last_told.todo
    assert files.document is before
    assert before.appraisal.trust.name


def test_json_that_is_no_appraisal_is_told_with_its_place(files, ask, tmp_path):
    path = tmp_path / "odd.json"
    path.write_text('{"format": "appraiser-appraisal", "version": 1, "id": "x", "oddity": 1}')
    files.open_file(path)
    assert "oddity" in str(ask.last_told)
    assert files.document is None


def test_a_damaged_file_is_offered_to_be_salvaged_into_a_new_one(files, ask, file, tmp_path):
    whole = file.read_bytes()
    file.write_bytes(whole[:-4096])
    ask.will("Save what can be read…", tmp_path / "saved.appraisal")
    files.open_file(file)
    assert ask.asked[0][0] == "choose"
    assert "is damaged and cannot be read whole" in ask.asked[0][1]
    assert files.document.path == tmp_path / "saved.appraisal"
    assert file.read_bytes() == whole[:-4096]
    assert ask.told[0].what == 'What could be read is in "saved.appraisal".'
    assert ask.told[0].safe


def test_a_damaged_file_with_a_backup_offers_that_too(files, ask, folders, file, tmp_path):
    files.open_file(file)
    files.document.apply(NAME)
    assert files.put_away()
    assert on_shelf(folders)
    file.write_bytes(file.read_bytes()[:-4096])
    ask.will("Restore a backup…", 0, tmp_path / "restored.appraisal")
    files.open_file(file)
    assert files.document.path == tmp_path / "restored.appraisal"
    assert files.document.appraisal.trust.name == "Another name"


def test_a_damaged_file_can_be_left_alone(files, ask, file):
    file.write_bytes(file.read_bytes()[:-4096])
    ask.will(NOT_NOW)
    files.open_file(file)
    assert files.document is None


# Locks

HOLDER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from appraiser.session.opening import open_document
    from appraiser.store.folders import Folders
    file, kept = map(Path, sys.argv[1:])
    document = open_document(file, who="A colleague", folders=Folders.under(kept))
    print("open", flush=True)
    sys.stdin.read()
    """
)


@pytest.fixture
def held(file, tmp_path):
    """Have the file open in another process."""
    command = [sys.executable, "-c", HOLDER, str(file), str(tmp_path / "theirs")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as holder:
        assert holder.stdout.readline() == "open\n"
        yield file
        holder.kill()


def test_a_file_somebody_has_open_can_be_read_and_saved_elsewhere(files, ask, held, tmp_path):
    ask.will(True)
    files.open_file(held)
    kind, question, *_ = ask.last_asked
    assert kind == "confirm"
    assert "by A colleague on this computer" in question
    assert files.document.read_only
    ask.will(tmp_path / "mine.appraisal")
    files.save()
    assert files.document.path == tmp_path / "mine.appraisal"
    files.document.apply(NAME)


def test_a_file_somebody_has_open_can_be_left_alone(files, ask, held):
    ask.will(False)
    files.open_file(held)
    assert files.document is None
    assert ask.told == []


# Saving


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


# Putting away


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


# Recovery

CRASHED = textwrap.dedent(
    """
    import os, sys
    from pathlib import Path
    from appraiser.domain.edits import SetField
    from appraiser.domain.ids import Ref
    from appraiser.session.opening import open_document
    from appraiser.store.folders import Folders
    file, kept = map(Path, sys.argv[1:])
    document = open_document(file, who="me", folders=Folders.under(kept))
    document.apply(SetField(Ref("trust"), "name", "Typed before the crash"))
    os._exit(9)
    """
)


def crash(path: Path, home: Path) -> None:
    """End a process without a word while it has something open and changed."""
    command = [sys.executable, "-c", CRASHED, str(path), str(home / "kept")]
    assert subprocess.run(command, timeout=60, check=False).returncode == 9


def test_changes_that_outlived_a_crash_are_offered_and_brought_back(files, ask, home, file):
    crash(file, home)
    ask.will("Bring them back")
    files.open_file(file)
    assert "has changes that were not saved" in ask.last_asked[1]
    assert files.document.appraisal.trust.name == "Typed before the crash"
    assert files.document.path == file


def test_changes_that_are_declined_go_among_the_backups(files, ask, folders, home, file):
    crash(file, home)
    ask.will("Go on without them")
    files.open_file(file)
    assert files.document.appraisal.trust.name == "Fenmarsh Community Health"
    assert "Typed before the crash" in {
        read(each, folders).trust.name for each in on_shelf(folders)
    }


def test_an_offer_can_be_put_off_and_comes_again(files, ask, home, file):
    crash(file, home)
    ask.will(NOT_NOW)
    files.open_file(file)
    assert files.document is None
    ask.will("Bring them back")
    files.open_file(file)
    assert files.document.appraisal.trust.name == "Typed before the crash"


def test_an_appraisal_without_a_file_is_offered_at_the_next_start(files, ask, folders, home):
    crash(sample("fenmarsh"), home)
    ask.will("Bring them back")
    files.offer_recovery()
    assert ask.last_asked[1].startswith("An appraisal without a file has changes")
    assert files.document.appraisal.trust.name == "Typed before the crash"
    assert files.document.path is None


def test_nothing_is_offered_when_nothing_was_left(files, ask):
    files.offer_recovery()
    assert ask.asked == []


# Backups


def test_a_backup_is_restored_into_a_file_of_its_own(files, ask, folders, file, tmp_path):
    files.open_file(file)
    files.document.apply(NAME)
    files.put_away()
    files.open_file(file)
    ask.will(0, tmp_path / "restored.appraisal")
    files.restore_backup()
    kind, title, _, first, *_ = ask.asked[0]
    assert (kind, title) == ("pick", "Restore a backup")
    assert first.startswith("12 Dec 2014 12:00, Fenmarsh")
    assert files.document.path == tmp_path / "restored.appraisal"
    assert file.exists()


def test_a_backup_never_overwrites_a_file(files, ask, file, tmp_path):
    files.open_file(file)
    files.document.apply(NAME)
    files.put_away()
    files.open_file(file)
    ask.will(0, file)
    files.restore_backup()
    assert "already" in ask.last_told.what
    assert files.document.path == file


def test_without_a_backup_there_is_nothing_to_restore(files, ask):
    files.open_file(sample("fenmarsh"))
    files.restore_backup()
    assert ask.last_told.what.startswith("There is no backup of this appraisal")
