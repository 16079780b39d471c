"""Parts of a file are read without the rest, and never from one that is broken."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample
from appraiser.session.opening import create, read_parts
from appraiser.store import leafing
from appraiser.store.folders import Folders
from appraiser.store.identity import Damaged, Foreign

SINGLES = ("trust", "paper")
COLLECTIONS = ("barriers", "requests", "options", "path_steps")


@pytest.fixture(scope="module")
def whole() -> Appraisal:
    return read_appraisal(sample("leicester"))


@pytest.fixture(scope="module")
def content(whole, tmp_path_factory) -> bytes:
    folder = tmp_path_factory.mktemp("made")
    path = folder / "made.appraisal"
    create(path, whole, who="Somebody", folders=Folders.under(folder / "private")).close()
    return path.read_bytes()


@pytest.fixture
def file(content, tmp_path) -> Path:
    path = tmp_path / "A trust's #1.appraisal"
    path.write_bytes(content)
    return path


def parts(path: Path) -> Appraisal:
    return read_parts(path, SINGLES, COLLECTIONS)


def changed(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as held, held:
        held.execute(sql)


def test_the_parts_are_as_in_the_whole_but_for_links_to_several_things(file, whole):
    found = parts(file)

    assert (found.id, found.trust, found.paper) == (whole.id, whole.trust, whole.paper)
    assert (found.requests, found.path_steps) == (whole.requests, whole.path_steps)
    assert [each.title for each in found.barriers] == [each.title for each in whole.barriers]
    assert {each.options for each in found.barriers} == {()}
    assert found.criteria == ()
    assert found.trust is not whole.trust


def test_nothing_is_written_not_even_beside_the_file(file, content):
    file.chmod(0o444)
    parts(file)

    assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]


def test_json_is_read_whole(whole):
    assert parts(sample("leicester")) == whole


def test_an_empty_collection_is_empty(file):
    changed(file, "DELETE FROM requests")

    assert parts(file).requests == ()


def test_an_older_file_is_brought_up_to_date_and_read_whole(file, whole, monkeypatch):
    monkeypatch.setattr(leafing, "VERSION", 2)

    assert parts(file) == whole


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE VIEW more AS SELECT 1",
        "DROP TABLE barriers",
        "DELETE FROM trust",
        "DELETE FROM meta",
        "UPDATE requests SET barrier = 'nowhere'",
        "UPDATE paper SET recommended = 'nowhere'",
    ],
)
def test_a_file_with_what_is_not_ours_or_links_that_lead_nowhere_is_damaged(file, sql):
    changed(file, sql)

    with pytest.raises(Damaged, match=r"A trust's #1\.appraisal"):
        parts(file)


def test_other_files_are_refused_by_what_they_are(tmp_path):
    (tmp_path / "photo.appraisal").write_bytes(bytes(9_000))
    with pytest.raises(Foreign):
        parts(tmp_path / "photo.appraisal")
    with pytest.raises(Problem, match="There is no file"):
        parts(tmp_path / "gone.appraisal")
    (tmp_path / "folder.appraisal").mkdir()
    with pytest.raises(Problem, match="is a folder"):
        parts(tmp_path / "folder.appraisal")


def test_a_place_that_cannot_be_reached_any_more_is_said(file, monkeypatch):
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "absolute", refuse)
    with pytest.raises(Problem, match="cannot be read: permission denied"):
        parts(file)


def test_broken_pages_are_either_not_needed_or_found(file, content):
    """Blanked pages never change what is read: it is right, or the file is damaged."""
    right, pages, draw = parts(file), len(content) // 4096, Random(4)
    found = 0
    for page in draw.sample(range(1, pages), 60):
        broken = bytearray(content)
        broken[4096 * page : 4096 * (page + 1)] = bytes(4096)
        file.write_bytes(broken)
        try:
            assert parts(file) == right
        except Damaged:
            found += 1
    assert found
