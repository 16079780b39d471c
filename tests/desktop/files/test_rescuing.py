"""What outlived a crash is offered, and a backup becomes a file of its own."""

import subprocess
import sys
import textwrap
from pathlib import Path

from tests.desktop.answers import NOT_NOW
from tests.desktop.files.reading import NAME, on_shelf, read

from appraiser.resources import sample

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
