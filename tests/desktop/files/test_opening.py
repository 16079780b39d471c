"""A file is opened, or it is said why it cannot be; what was open stays until then."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from tests.desktop.answers import NOT_NOW
from tests.desktop.files.reading import NAME, on_shelf

from appraiser.resources import sample
from appraiser.store.identity import APPLICATION_ID, VERSION


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
