"""What becomes of the file on the share: it is always whole, and never overwritten unseen."""

import os
import subprocess
import sys
from threading import Thread

import pytest
from tests.desk import Desk, started, trust_name
from tests.rights import without_rights

from appraiser.domain.problem import Problem
from appraiser.session.opening import create, open_document, read_snapshot
from appraiser.store.folders import Folders
from appraiser.store.lock import LockedElsewhere
from appraiser.store.saving import ChangedOutside


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def colleague(desk, tmp_path):
    """Somebody else, at another computer, with the same share."""
    return Desk(tmp_path, who="Colleague")


@pytest.fixture
def document(desk):
    return desk.new()


def name_in(path):
    return read_snapshot(path).trust.name


def changed_by(colleague, path, name):
    """Change a file as a program would that knows nothing of our lock."""
    other = colleague.open(path, take_over=True)
    other.apply(trust_name(name))
    other.close()


def beside(path):
    return sorted(each.name for each in path.parent.iterdir() if each != path)


def test_an_edit_is_kept_at_once_and_reaches_the_file_when_saved(desk, document):
    document.apply(trust_name("One"))
    assert not document.is_saved
    assert name_in(desk.path) == "Made-up Trust"
    document.save()
    assert document.is_saved
    assert name_in(desk.path) == "One"


def test_closing_saves_and_leaves_only_the_file(desk, document):
    document.apply(trust_name("One"))
    assert beside(desk.path) == [f"~{desk.path.name}.lock"]
    document.close()
    assert beside(desk.path) == []
    assert desk.working_copies() == []
    assert name_in(desk.path) == "One"


def test_edits_go_on_while_a_save_is_under_way_on_another_thread(desk, document):
    document.apply(trust_name("One"))
    saving = document.begin_saving()
    document.apply(trust_name("Two"))
    found = []
    thread = Thread(target=lambda: found.append(saving.finish()))
    thread.start()
    document.apply(trust_name("Three"))
    thread.join()
    document.end_saving(found[0])
    assert name_in(desk.path) == "One"
    assert not document.is_saved
    document.close()
    assert name_in(desk.path) == "Three"


def test_one_save_at_a_time(document):
    document.apply(trust_name("One"))
    document.begin_saving()
    with pytest.raises(Problem, match="A save is under way already"):
        document.save()
    with pytest.raises(Problem, match="A save is under way"):
        document.close()
    document.end_saving(None)
    document.close()


def test_a_change_by_somebody_else_is_noticed_and_not_overwritten(desk, colleague, document):
    document.apply(trust_name("Mine"))
    changed_by(colleague, desk.path, "Theirs")
    with pytest.raises(ChangedOutside, match="was changed by another program or person") as caught:
        document.save()
    assert "Theirs has not been overwritten" in caught.value.safe
    assert name_in(desk.path) == "Theirs"
    assert document.appraisal.trust.name == "Mine"
    assert not document.is_saved


def test_a_change_that_keeps_size_and_time_is_noticed(desk, document):
    document.apply(trust_name("Mine"))
    before = desk.path.stat()
    content = desk.path.read_bytes()
    desk.path.write_bytes(content.replace(b"Made-up Trust", b"Made-up TRUST"))
    os.utime(desk.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert desk.path.stat().st_size == before.st_size
    with pytest.raises(ChangedOutside):
        document.save()


def test_a_new_time_on_the_same_content_is_no_change(desk, document):
    document.apply(trust_name("Mine"))
    os.utime(desk.path, (1, 1))
    document.save()
    assert name_in(desk.path) == "Mine"


def test_both_versions_can_be_kept(desk, colleague, document):
    document.apply(trust_name("Mine"))
    changed_by(colleague, desk.path, "Theirs")
    mine = document.keep_both()
    assert mine.name == "Made-up Trust é (changes by Secretary).appraisal"
    assert document.path == mine
    document.close()
    assert (name_in(desk.path), name_in(mine)) == ("Theirs", "Mine")


def test_theirs_can_be_replaced_and_is_then_among_the_backups(desk, colleague, document):
    document.apply(trust_name("Mine"))
    changed_by(colleague, desk.path, "Theirs")
    document.overwrite()
    assert name_in(desk.path) == "Mine"
    assert "Theirs" in [name_in(each.path) for each in document.backups()]


def test_theirs_is_not_replaced_when_no_backup_of_it_can_be_kept(desk, colleague, document):
    document.apply(trust_name("Mine"))
    changed_by(colleague, desk.path, "Theirs")
    desk.folders.backups.write_text("in the way")
    with pytest.raises(Problem, match="was not replaced, since no backup of it could be kept"):
        document.overwrite()
    assert name_in(desk.path) == "Theirs"


def test_a_file_that_was_taken_away_meanwhile_is_written_again(desk, document):
    document.apply(trust_name("Mine"))
    desk.path.unlink()
    document.save()
    assert name_in(desk.path) == "Mine"


def test_a_folder_that_was_taken_away_meanwhile_is_said_to_be_gone(desk, document):
    document.apply(trust_name("Mine"))
    away = desk.share.rename(desk.share.with_name("away"))
    with pytest.raises(Problem, match=r"not be saved in .*: the folder is not there") as found:
        document.save()
    assert "safe in the working copy" in found.value.safe
    away.rename(desk.share)
    document.close()
    assert name_in(desk.path) == "Mine"


def test_save_as_goes_on_under_the_new_name(desk, document):
    document.apply(trust_name("One"))
    other = desk.share / "Other.appraisal"
    document.save_as(other)
    document.apply(trust_name("Two"))
    document.close()
    assert (name_in(desk.path), name_in(other)) == ("Made-up Trust", "Two")
    assert beside(other) == [desk.path.name]


def test_save_as_over_another_file_keeps_that_one_among_the_backups(desk, document):
    other = desk.share / "Other.appraisal"
    desk.new(other, started("Another trust")).close()
    document.save_as(other)
    assert name_in(other) == "Made-up Trust"
    assert [(each.name, name_in(each.path)) for each in document.backups()] == [
        ("Other", "Another trust")
    ]


def test_save_as_does_not_take_a_file_that_somebody_has_open(desk, document, tmp_path):
    other = desk.share / "Other.appraisal"
    theirs = Desk(tmp_path, who="Colleague").new(other, started("Another trust"))
    with pytest.raises(LockedElsewhere):
        document.save_as(other)
    assert document.path == desk.path
    theirs.close()


def test_save_as_to_a_folder_is_refused(desk, document):
    (desk.share / "folder.appraisal").mkdir()
    with pytest.raises(Problem, match=r'"folder\.appraisal" is a folder'):
        document.save_as(desk.share / "folder.appraisal")


def test_an_appraisal_without_a_file_asks_for_a_name(desk):
    document = desk.unnamed()
    document.apply(trust_name("One"))
    for refused in (document.save, document.close, document.overwrite, document.keep_both):
        with pytest.raises(Problem, match="has no file yet"):
            refused()
    document.save_as(desk.path)
    document.close()
    assert name_in(desk.path) == "One"


def test_an_appraisal_that_was_only_looked_at_closes_without_a_name(desk):
    document = desk.unnamed()
    document.close()
    assert desk.working_copies() == []


def test_what_is_discarded_is_among_the_backups(desk):
    document = desk.unnamed()
    document.apply(trust_name("Not kept"))
    document.discard()
    assert [name_in(each.path) for each in document.backups()] == ["Not kept"]
    assert desk.working_copies() == []


def test_a_file_marked_read_only_is_left_alone(desk, document):
    document.apply(trust_name("One"))
    desk.path.chmod(0o444)
    with pytest.raises(Problem, match="is marked read-only"):
        document.save()
    assert name_in(desk.path) == "Made-up Trust"
    assert not document.is_saved


@pytest.mark.skipif(sys.platform == "win32", reason="modes are told otherwise there")
def test_the_file_keeps_its_mode(desk, document):
    desk.path.chmod(0o660)
    document.apply(trust_name("One"))
    document.save()
    assert desk.path.stat().st_mode & 0o777 == 0o660


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_a_file_stays_a_link(desk, tmp_path, document):
    document.close()
    link = tmp_path / "link.appraisal"
    link.symlink_to(desk.path)
    linked = desk.open(link)
    linked.apply(trust_name("One"))
    linked.close()
    assert link.is_symlink()
    assert name_in(desk.path) == "One"


def test_in_a_read_only_folder_work_goes_on_and_can_be_saved_elsewhere(desk, tmp_path, document):
    document.close()
    local = tmp_path / "local"
    local.mkdir()
    for each in (desk.path, desk.share):
        each.chmod(0o555 if each.is_dir() else 0o444)
    desk.folders.working.parent.chmod(0o777)
    for folder in (desk.folders.working, desk.folders.backups, local):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o777)
    with without_rights(desk.share):
        document = desk.open()
        (notice,) = document.notices
        assert "you are not allowed to write there" in notice.what
        document.apply(trust_name("One"))
        with pytest.raises(Problem, match="you are not allowed to write there") as caught:
            document.save()
        assert "safe in the working copy" in caught.value.safe
        document.save_as(local / "Mine.appraisal")
        document.close()
    desk.share.chmod(0o755)
    assert (name_in(desk.path), name_in(local / "Mine.appraisal")) == ("Made-up Trust", "One")


@pytest.fixture
def small_disk(tmp_path):
    """Give what makes a real disk with little room."""
    folder = tmp_path / "small disk"

    def make(kilobytes):
        folder.mkdir()
        how = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
        linux = sys.platform == "linux"
        if not linux or subprocess.run(how, check=False, capture_output=True).returncode:
            pytest.skip("only the superuser of a Linux can make a small disk")
        return folder

    yield make
    if folder.is_mount():
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_share_leaves_the_file_whole_and_the_work_safe(desk, small_disk):
    path = small_disk(500) / "a.appraisal"
    document = desk.new(path)
    document.apply(trust_name("One"))
    with pytest.raises(Problem, match=r"could not be saved in .*: the disk is full") as caught:
        document.save()
    assert "safe in the working copy" in caught.value.safe
    assert name_in(path) == "Made-up Trust"
    assert beside(path) == ["~a.appraisal.lock"]
    document.save_as(desk.path)
    document.close()
    assert name_in(desk.path) == "One"


def test_a_full_computer_refuses_the_edit_and_keeps_all_before_it(desk, small_disk):
    desk.folders = Folders.under(small_disk(1200))
    document = desk.new()
    document.apply(trust_name("One"))
    with pytest.raises(Problem, match="This change could not be kept: the disk is full") as caught:
        document.apply(trust_name("x" * 2_000_000))
    assert caught.value.safe == "Everything before it is safe."
    assert document.appraisal.trust.name == "One"
    document.apply(trust_name("Two"))
    document.undo()
    assert document.appraisal.trust.name == "One"
    assert document.journal_broken_at() is None
    document.leave()


def test_a_full_computer_cannot_open_and_says_so(desk, small_disk):
    desk.new().close()
    folder = small_disk(500)
    desk.folders = Folders.under(folder)
    (folder / "filler").write_bytes(bytes(400_000))
    with pytest.raises(Problem, match=r"A working copy could not be made.*: the disk is full"):
        desk.open()
    with pytest.raises(Problem, match=r"A working copy could not be made.*: the disk is full"):
        desk.new(desk.share / "Other.appraisal")
    assert beside(desk.path) == []
    assert desk.working_copies() == []


def test_create_does_not_replace_a_file(desk, document):
    with pytest.raises(Problem, match="There is a file or folder called"):
        create(desk.path, started("Another"), **desk.common)
    assert name_in(desk.path) == "Made-up Trust"


def test_create_in_a_folder_that_is_not_there_leaves_nothing_behind(desk):
    with pytest.raises(Problem, match="the folder is not there") as caught:
        desk.new(desk.share / "nowhere" / "a.appraisal")
    assert caught.value.safe == "Nothing has been changed."
    assert desk.working_copies() == []


def test_a_document_opens_on_one_thread_and_goes_on_on_another(desk, document):
    document.close()
    found = []
    thread = Thread(target=lambda: found.append(open_document(desk.path, **desk.common)))
    thread.start()
    thread.join()
    found[0].apply(trust_name("One"))
    found[0].close()
    assert name_in(desk.path) == "One"
