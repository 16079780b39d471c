"""Opening: who may, what is said when it cannot be, and what was left behind by a crash."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk import Desk, started, trust_name

from appraiser.domain.problem import Problem
from appraiser.exchange.writing import appraisal_to_json
from appraiser.session import opening
from appraiser.store.about import read_about, write_about
from appraiser.store.identity import Damaged, Foreign, Newer
from appraiser.store.lock import LockedElsewhere, lock_path
from appraiser.store.swapping import saving_path


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def path(desk):
    desk.new().close()
    return desk.path


@pytest.fixture
def elsewhere(desk, path):
    """The file as somebody at another computer left it open."""
    desk.open()
    lock = lock_path(path)
    said = json.loads(lock.read_text())
    said["process"]["host"] = "WARD-PC-12"
    lock.write_text(json.dumps(said))
    return path


def pragma(path, statement):
    with closing(sqlite3.connect(path)) as file:
        file.execute(statement)
        file.commit()


def test_a_file_that_somebody_has_open_is_not_opened_for_work(desk, elsewhere):
    with pytest.raises(LockedElsewhere, match="is open by Secretary on WARD-PC-12"):
        desk.open()


def test_it_can_be_opened_for_reading_and_refuses_changes(desk, elsewhere):
    document = desk.open(read_only=True)
    assert document.read_only
    assert document.appraisal.trust.name == "Made-up Trust"
    for refused in (lambda: document.apply(trust_name("One")), document.save, document.overwrite):
        with pytest.raises(Problem, match="open for reading only"):
            refused()
    assert document.appraisal.trust.name == "Made-up Trust"
    document.close()


def test_a_copy_of_what_is_open_for_reading_is_ones_own(desk, elsewhere):
    document = desk.open(read_only=True)
    mine = desk.share / "Mine.appraisal"
    document.save_as(mine)
    document.apply(trust_name("Mine"))
    document.close()
    assert opening.read_snapshot(mine).trust.name == "Mine"
    assert opening.read_snapshot(elsewhere).trust.name == "Made-up Trust"


def test_it_can_be_taken_over(desk, elsewhere):
    document = desk.open(take_over=True)
    document.apply(trust_name("Mine"))
    document.close()
    assert opening.read_snapshot(elsewhere).trust.name == "Mine"


def test_it_can_be_read_without_opening_it(desk, elsewhere):
    assert opening.read_snapshot(elsewhere).trust.name == "Made-up Trust"
    assert len(desk.working_copies()) == 1, "the one that somebody has open"


def test_the_same_file_opens_once_in_one_program(desk, path):
    document = desk.open()
    with pytest.raises(LockedElsewhere, match="in another window already"):
        desk.open()
    document.close()
    desk.open().close()


@pytest.mark.parametrize(
    ("harm", "kind", "words"),
    [
        (lambda path: pragma(path, "PRAGMA user_version = 2"), Newer, "made by a newer Appraiser"),
        (lambda path: pragma(path, "PRAGMA application_id = 1"), Foreign, "is not an appraisal"),
        (lambda path: path.write_bytes(b"\x89PNG" * 100), Foreign, "is not an appraisal"),
        (lambda path: path.write_bytes(b""), Foreign, "is empty"),
        (lambda path: path.write_bytes(path.read_bytes()[:50_000]), Damaged, "is damaged"),
        (lambda path: overwritten(path, 4096 * 3), Damaged, "is damaged"),
        (lambda path: overwritten(path, 200), Damaged, "is damaged"),
        (lambda path: pragma(path, "DROP TABLE options"), Damaged, "is damaged"),
        (lambda path: pragma(path, "DELETE FROM meta"), Damaged, "is damaged"),
        (lambda path: pragma(path, "DELETE FROM trust"), Damaged, "is damaged"),
        (lambda path: pragma(path, "DELETE FROM weight_sets"), Damaged, "is damaged"),
        (
            lambda path: pragma(path, "CREATE TRIGGER t AFTER UPDATE ON trust BEGIN SELECT 1; END"),
            Damaged,
            "is damaged",
        ),
    ],
)
def test_a_file_that_cannot_be_opened_is_refused_and_left_as_it_is(desk, path, harm, kind, words):
    harm(path)
    before = path.read_bytes()
    with pytest.raises(kind, match=words) as caught:
        desk.open()
    assert path.name in caught.value.what
    assert caught.value.safe
    assert caught.value.todo
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    assert desk.working_copies() == []


def overwritten(path, at):
    content = bytearray(path.read_bytes())
    content[at : at + 4000] = b"\xee" * 4000
    path.write_bytes(content)


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: overwritten(path, 4096 * 3),
        lambda path: overwritten(path, 200),
        lambda path: pragma(path, "DROP TABLE options"),
    ],
)
def test_a_damaged_file_cannot_be_looked_into_either(path, harm):
    harm(path)
    with pytest.raises(Damaged, match="is damaged and cannot be read whole"):
        opening.read_snapshot(path)


def test_looking_into_a_file_writes_nothing_anywhere(desk, path, home):
    before, content = path.stat(), path.read_bytes()
    assert opening.read_snapshot(path).trust.name == "Made-up Trust"
    assert path.stat().st_mtime_ns == before.st_mtime_ns  # when it was read may be noted
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]
    assert [each for each in home.rglob("*") if each.is_file()] == []


def test_a_json_file_opens_as_an_appraisal_without_a_file(desk, tmp_path):
    appraisal = started()
    sample = tmp_path / "sample.JSON"
    sample.write_text(appraisal_to_json(appraisal), encoding="utf-8")
    document = desk.open(sample)
    assert document.appraisal == appraisal == opening.read_snapshot(sample)
    assert document.path is None
    assert not document.is_saved
    assert document.journal()[0].words == "read from sample.JSON"
    document.save_as(desk.path)
    document.close()
    assert opening.read_snapshot(desk.path) == appraisal


def left_behind(document):
    """Leave a working copy as a process does that is ended without warning."""
    copy = document._keeping.copy
    copy.close()
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    about = read_about(copy.folder)
    gone = replace(about.process, pid=child.pid)
    write_about(copy.folder, replace(about, process=gone))
    lock = document._keeping.lock
    if lock is not None:
        lock.release()


def test_changes_that_outlived_their_process_are_offered_and_gone_on_with(desk, path):
    document = desk.open()
    desk.clock.forward(minutes=5)
    document.apply(trust_name("One"))
    document.apply(trust_name("Two"), words="the second name")
    left_behind(document)
    recovery = opening.find_recovery(path, folders=desk.folders)
    assert (recovery.changes, recovery.words) == (2, "the second name")
    assert recovery.last == desk.clock()
    assert not recovery.target_changed
    recovered = opening.recover(recovery, **desk.common)
    assert recovered.appraisal.trust.name == "Two"
    recovered.close()
    assert opening.read_snapshot(path).trust.name == "Two"
    assert opening.find_recovery(path, folders=desk.folders) is None
    assert desk.working_copies() == []


def test_changes_that_are_declined_are_among_the_backups(desk, path):
    document = desk.open()
    document.apply(trust_name("One"))
    left_behind(document)
    recovery = opening.find_recovery(path, folders=desk.folders)
    opening.decline(recovery, clock=desk.clock, folders=desk.folders)
    assert opening.find_recovery(path, folders=desk.folders) is None
    reopened = desk.open()
    assert reopened.appraisal.trust.name == "Made-up Trust"
    names = [opening.read_snapshot(each.path).trust.name for each in reopened.backups()]
    assert "One" in names
    reopened.close()


def test_recovered_changes_do_not_overwrite_what_somebody_did_since(desk, path, tmp_path):
    document = desk.open()
    document.apply(trust_name("Mine"))
    left_behind(document)
    theirs = Desk(tmp_path, who="Colleague").open(path)
    theirs.apply(trust_name("Theirs"))
    theirs.close()
    recovery = opening.find_recovery(path, folders=desk.folders)
    assert recovery.target_changed
    recovered = opening.recover(recovery, **desk.common)
    with pytest.raises(Problem, match="was changed by another program or person"):
        recovered.save()
    both = recovered.keep_both()
    recovered.close()
    assert opening.read_snapshot(path).trust.name == "Theirs"
    assert opening.read_snapshot(both).trust.name == "Mine"


def test_a_new_appraisal_without_a_file_is_recovered_too(desk):
    document = desk.unnamed()
    document.apply(trust_name("One"))
    left_behind(document)
    (recovery,) = opening.find_recoveries(folders=desk.folders)
    assert recovery.about.target is None
    recovered = opening.recover(recovery, **desk.common)
    assert recovered.appraisal.trust.name == "One"
    recovered.discard()


def test_what_was_left_on_purpose_is_offered_at_once(desk, path):
    document = desk.open()
    document.apply(trust_name("One"))
    document.leave()
    assert not lock_path(path).exists()
    recovery = opening.find_recovery(path, folders=desk.folders)
    opening.recover(recovery, **desk.common).close()
    assert opening.read_snapshot(path).trust.name == "One"


def test_a_working_copy_in_use_is_not_offered(desk, path):
    document = desk.open()
    document.apply(trust_name("One"))
    assert opening.find_recoveries(folders=desk.folders) == ()
    document.close()


def test_a_working_copy_with_nothing_unsaved_is_tidied_away(desk, path):
    document = desk.open()
    document.apply(trust_name("One"))
    document.save()
    left_behind(document)
    assert len(desk.working_copies()) == 1
    assert opening.find_recovery(path, folders=desk.folders) is None
    assert desk.working_copies() == []


def test_two_windows_cannot_recover_the_same_changes(desk, path):
    document = desk.open()
    document.apply(trust_name("One"))
    left_behind(document)
    recovery = opening.find_recovery(path, folders=desk.folders)
    first = opening.recover(recovery, **desk.common)
    with pytest.raises(Problem, match="is open in another window already"):
        opening.recover(recovery, **desk.common)
    lock_path(path).unlink()
    with pytest.raises(Problem, match="another window may have them already") as caught:
        opening.recover(recovery, **desk.common)
    assert caught.value.safe == "They have not been lost."
    first.close()


def test_a_save_that_ended_just_before_its_process_did_is_no_outside_change(desk, path):
    document = desk.open()
    document.apply(trust_name("Saved"))
    before = document._keeping.copy.about
    saving = document.begin_saving()
    document.apply(trust_name("Not saved"))
    after = saving.finish()
    left_behind(document)
    (folder,) = desk.working_copies()
    gone = read_about(folder).process
    unsettled = replace(before, process=gone, pending=after.saved, pending_line=after.line)
    write_about(folder, unsettled)
    recovery = opening.find_recovery(path, folders=desk.folders)
    assert (recovery.changes, recovery.target_changed) == (1, False)
    write_about(folder, replace(unsettled, pending=replace(after.saved, sha256="other")))
    recovery = opening.find_recovery(path, folders=desk.folders)
    assert (recovery.changes, recovery.target_changed) == (2, True)


@pytest.mark.parametrize("harm", [Path.unlink, lambda each: each.write_bytes(b"")])
def test_a_working_copy_with_nothing_to_recover_in_it_is_not_offered(desk, path, harm):
    document = desk.open()
    document.apply(trust_name("One"))
    left_behind(document)
    (folder,) = desk.working_copies()
    harm(folder / "working.appraisal")
    assert opening.find_recoveries(folders=desk.folders) == ()


def test_a_copy_that_was_being_put_together_is_cleared_away(desk, path):
    saving_path(path).write_bytes(b"half a file")
    desk.open().close()
    assert list(path.parent.iterdir()) == [path]


def test_work_whose_note_was_lost_in_a_power_cut_is_offered_as_of_no_file(desk, path):
    document = desk.open()
    document.apply(trust_name("One"))
    left_behind(document)
    (folder,) = desk.working_copies()
    (folder / "about.json").write_text("")
    assert opening.find_recoveries(folders=desk.folders) == (), "it may be being made just now"
    os.utime(folder, (1, 1))
    (recovery,) = opening.find_recoveries(folders=desk.folders)
    assert recovery.about.target is None
    recovered = opening.recover(recovery, **desk.common)
    assert recovered.appraisal.trust.name == "One"
    recovered.discard()


def test_folders_that_are_no_working_copies_are_passed_over(desk, path):
    for name in ("empty", "odd"):
        (desk.folders.working / name).mkdir(parents=True)
    (desk.folders.working / "odd" / "about.json").write_text('{"target": 1}')
    (desk.folders.working / "a file").write_text("")
    assert opening.find_recoveries(folders=desk.folders) == ()


def test_the_usual_folders_are_on_this_computer_and_do_not_roam(path, home):
    document = opening.open_document(path, who="Secretary")
    document.apply(trust_name("One"))
    document.close()
    kept = [each for each in home.rglob("*.appraisal") if each.is_file()]
    assert len(kept) == 2
    assert all(home / "share" in each.parents for each in kept) or sys.platform != "linux"


def test_a_name_that_is_no_text_is_opened_all_the_same(desk, tmp_path):
    odd = Path(str(desk.share / "Trust") + "\udcff.appraisal")
    try:
        document = desk.new(odd)
    except Problem:
        pytest.skip("this computer's names are always text")
    document.apply(trust_name("One"))
    document.close()
    assert opening.read_snapshot(odd).trust.name == "One"


def test_nothing_heavy_is_imported_before_a_file_is_opened():
    code = (
        "import sys, appraiser.session.opening\n"
        "print([m for m in ('sqlalchemy', 'sqlite3', 'platformdirs', 'numpy', 'msgspec')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
