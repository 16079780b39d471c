import errno
import os
from pathlib import Path

import pytest
from tests.rights import without_rights

from appraiser.domain.problem import Problem
from appraiser.replacing import replacing


def refusal(path: Path, content: bytes = b"new") -> Problem:
    with pytest.raises(Problem) as caught, replacing(path) as stream:
        stream.write(content)
    return caught.value


def fail_while_writing(path: Path, fault: BaseException) -> None:
    with replacing(path) as stream:
        stream.write(b"half")
        raise fault


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_new_file_appears_with_all_its_bytes(tmp_path):
    path = tmp_path / "a paper é.pdf"
    with replacing(path) as stream:
        stream.write(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert names(tmp_path) == [path.name]


def test_an_old_file_is_replaced_and_keeps_its_rights(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with replacing(path) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_a_link_leads_to_is_replaced_and_the_link_stays(tmp_path):
    (tmp_path / "shared").mkdir()
    real = tmp_path / "shared" / "paper.pdf"
    real.write_bytes(b"old")
    link = tmp_path / "paper.pdf"
    link.symlink_to(real)
    with replacing(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize("fault", [ValueError("a fault"), KeyboardInterrupt(), FileNotFoundError()])
def test_when_the_writer_fails_the_old_file_stays_and_nothing_is_left_beside_it(tmp_path, fault):
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    with pytest.raises(type(fault)):
        fail_while_writing(path, fault)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["paper.pdf"]


def test_a_full_disk_is_told_in_a_sentence_and_the_old_file_stays(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    with pytest.raises(Problem) as caught:
        fail_while_writing(path, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert str(caught.value) == (
        f"{path}: There is no room left on the disk. The file that was there is unchanged. "
        "Make room, or choose another folder."
    )
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["paper.pdf"]


def test_a_disk_that_fails_is_told_in_a_sentence(tmp_path):
    with pytest.raises(Problem, match=r"could not be written \(input/output error\)"):
        fail_while_writing(tmp_path / "new.pdf", OSError(errno.EIO, os.strerror(errno.EIO)))
    assert names(tmp_path) == []


def test_no_room_for_the_bytes_is_met_when_they_reach_the_disk(tmp_path):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        problem = refusal(tmp_path / "new.pdf", bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert problem.what == "There is no room left on the disk."
    assert names(tmp_path) == []


def test_anything_else_that_stops_the_writing_is_told_in_a_sentence(tmp_path):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, before[1]))
    try:
        problem = refusal(tmp_path / "new.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert problem.what == "It could not be written (too many open files)."


def test_a_folder_is_not_replaced(tmp_path):
    assert str(refusal(tmp_path)).startswith(f"{tmp_path}: This is a folder")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_what_is_not_an_ordinary_file_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "not an ordinary file" in str(refusal(tmp_path / "pipe"))
    assert (tmp_path / "pipe").is_fifo()


def test_a_target_that_cannot_be_replaced_in_the_end_is_told_in_a_sentence(tmp_path):
    path = tmp_path / "paper.pdf"
    with pytest.raises(Problem) as caught, replacing(path):
        path.mkdir()
    assert caught.value.what == "This file could not be replaced (is a directory)."
    assert names(tmp_path) == ["paper.pdf"]


def test_a_missing_folder_is_named(tmp_path):
    path = tmp_path / "none" / "paper.pdf"
    assert f"There is no folder {path.parent}." in str(refusal(path))


def test_a_name_too_long_for_the_disk_is_told_in_a_sentence(tmp_path):
    problem = refusal(tmp_path / ("x" * 300))
    assert problem.what == "It could not be written (file name too long)."
    assert names(tmp_path) == []


def test_a_folder_that_may_not_be_written_to_is_named(tmp_path):
    folder = tmp_path / "read only"
    folder.mkdir()
    (folder / "paper.pdf").write_bytes(b"old")
    (folder / "paper.pdf").chmod(0o666)
    folder.chmod(0o555)
    with without_rights(folder):
        problem = refusal(folder / "paper.pdf")
    assert problem.what == f"Appraiser may not write in the folder {folder} (permission denied)."
    assert (folder / "paper.pdf").read_bytes() == b"old"


def test_a_file_marked_read_only_is_not_replaced(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"old")
    path.chmod(0o444)
    assert "marked read-only" in str(refusal(path))
    assert path.read_bytes() == b"old"
