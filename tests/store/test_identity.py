import sqlite3
from contextlib import closing

import pytest
from tests.desk import file_of, started
from tests.rights import without_rights

from appraiser.domain.problem import Problem
from appraiser.store.identity import Damaged, Foreign, Newer, recognise


@pytest.fixture
def path(tmp_path):
    return file_of(tmp_path / "Trust & café 医院.appraisal", started())


def refused(path, kind):
    """Give the sentence a file is refused with, and see that the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(Problem) as caught:
        recognise(path)
    assert type(caught.value) is kind
    assert before is None or path.read_bytes() == before
    return str(caught.value)


def set_pragma(path, name, value):
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA {name} = {value}")
        file.commit()


def test_an_appraisal_is_known_by_its_header_without_being_opened(path):
    header = recognise(path)
    assert (header.version, header.page_size) == (1, 4096)
    assert header.is_whole


def test_a_newer_version_is_told_from_a_damaged_file(path):
    set_pragma(path, "user_version", 7)
    assert "was made by a newer Appraiser: its version is 7" in refused(path, Newer)


def test_a_database_of_another_program_is_foreign(path):
    set_pragma(path, "application_id", 42)
    assert "is not an appraisal, whatever its name says" in refused(path, Foreign)


def test_a_photo_renamed_is_foreign(path):
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20)
    assert "is not an appraisal, whatever its name says" in refused(path, Foreign)


def test_a_text_shorter_than_a_header_is_foreign(path):
    path.write_bytes(b"hello")
    assert "is not an appraisal" in refused(path, Foreign)


def test_an_empty_file_is_said_to_be_empty(path):
    path.write_bytes(b"")
    assert "is empty" in refused(path, Foreign)


@pytest.mark.parametrize("kept", [16, 99, 100, 4096, 40_000])
def test_a_truncated_file_is_damaged(path, kept):
    path.write_bytes(path.read_bytes()[:kept])
    assert "is damaged and cannot be read whole" in refused(path, Damaged)


def test_a_folder_is_said_to_be_one(tmp_path):
    folder = tmp_path / "folder.appraisal"
    folder.mkdir()
    assert '"folder.appraisal" is a folder' in refused(folder, Problem)


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    assert "There is no file" in refused(tmp_path / "nowhere" / "a.appraisal", Problem)


def test_a_file_without_the_right_to_read_it_says_so(path):
    path.chmod(0)
    with without_rights(path.parent), pytest.raises(Problem) as caught:
        recognise(path)
    assert "cannot be read: permission denied" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "why"), [("a\0b", "the name cannot be used"), ("x" * 300, "file name too long")]
)
def test_a_name_that_cannot_be_is_refused_in_a_sentence(tmp_path, name, why):
    with pytest.raises(Problem, match=f"cannot be read: {why}"):
        recognise(tmp_path / name)
