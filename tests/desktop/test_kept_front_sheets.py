"""A trust's own front sheets are kept on this computer; one that is damaged spoils no other."""

import json
from dataclasses import replace

import pytest
from tests.generated import DOT
from tests.rights import without_rights

from appraiser.analysis.library.front_sheets import OwnFrontSheet
from appraiser.catalogue.front_sheets import SheetField
from appraiser.desktop.kept_front_sheets import MOST_BYTES, KeptFrontSheets
from appraiser.domain.front_sheet_facts import FrontSheetFact
from appraiser.domain.problem import Problem

OURS = OwnFrontSheet(
    "Fenmere's é sheet",
    (
        SheetField(label="Date", fact=FrontSheetFact.DATE, short=True),
        SheetField(label="Data protection"),
    ),
    "For a vote",
    DOT,
)
PLAIN = OwnFrontSheet("a plain one", (SheetField(label="Law"),))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "front-sheets"


@pytest.fixture
def kept(folder):
    return KeptFrontSheets(folder)


def test_there_are_none_at_first(kept, folder):
    assert kept.read() == ({}, ())
    assert kept.key_of("Anything") == ""
    assert not folder.exists()


def test_what_is_kept_is_read_back_by_the_alphabet(kept):
    kept.keep(OURS)
    kept.keep(PLAIN)
    assert list(kept.read().sheets.values()) == [PLAIN, OURS]
    assert KeptFrontSheets(kept._folder).read() == kept.read()


def test_one_of_the_same_name_takes_the_place_of_the_other(kept):
    kept.keep(OURS)
    key = kept.key_of(" FENMERE'S É SHEET ")
    kept.keep(replace(OURS, logo=""))
    assert kept.key_of(OURS.name) == key
    assert list(kept.read().sheets.values()) == [replace(OURS, logo="")]


@pytest.mark.parametrize("name", ["../../etc/passwd", "CON", "a/b\\c:d*e?", "W" * 5_000, "."])
def test_any_name_is_kept_in_the_folder_and_nowhere_else(kept, folder, name):
    kept.keep(replace(OURS, name=name))
    (found,) = kept.read().sheets.values()
    assert found.name == name
    assert [each.parent for each in folder.parent.rglob("*.json")] == [folder]


def test_one_can_be_removed(kept):
    kept.keep(OURS)
    kept.keep(PLAIN)
    kept.remove(kept.key_of(OURS.name))
    assert list(kept.read().sheets.values()) == [PLAIN]
    kept.remove("gone-already")


def written(**changes) -> str:
    whole = {"name": "Damaged", "fields": [{"label": "Law"}], "purpose_words": "", "logo": ""}
    return json.dumps(whole | changes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        "null",
        "[" * 100_000,
        written(name=12),
        written(name=" "),
        written(name="two\nlines"),
        written(fields=[]),
        written(fields=[{"label": "Law", "fact": "weather"}]),
        written(fields=[{"label": "a\u0000b"}]),
        written(fields=[{"label": "two\nlines"}]),
        written(logo="not a picture"),
        written(purpose_words="\ud800"),
        written(logo="A" * MOST_BYTES),
    ],
)
def test_a_damaged_one_is_named_left_where_it_is_and_spoils_no_other(kept, folder, text):
    kept.keep(OURS)
    path = folder / "front-sheet-damaged.json"
    path.write_text(text, "utf-8")
    assert kept.read() == ({kept.key_of(OURS.name): OURS}, ("front-sheet-damaged",))
    assert path.read_text("utf-8") == text
    kept.remove("front-sheet-damaged")
    assert kept.read().unread == ()


def test_bytes_that_are_no_text_are_damage_too(kept, folder):
    folder.mkdir(parents=True)
    (folder / "front-sheet-damaged.json").write_bytes(b"\xff\xfe{")
    (folder / "a-folder.json").mkdir()
    (folder / "notes.txt").write_text("not one of ours")
    assert kept.read() == ({}, ("a-folder", "front-sheet-damaged"))


def test_one_that_cannot_be_kept_or_removed_is_said_and_nothing_is_lost(kept, folder):
    kept.keep(OURS)
    key = kept.key_of(OURS.name)
    before = (folder / f"{key}.json").read_bytes()
    folder.chmod(0o555)
    with without_rights(folder):
        with pytest.raises(Problem):
            kept.keep(PLAIN)
        with pytest.raises(Problem, match="could not be removed") as caught:
            kept.remove(key)
    assert caught.value.safe == "It is still kept."
    assert (folder / f"{key}.json").read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "data").write_text("a file in the way")
    kept = KeptFrontSheets(tmp_path / "data" / "front-sheets")
    assert kept.read() == ({}, ())
    with pytest.raises(Problem, match="could not be kept") as caught:
        kept.keep(OURS)
    assert caught.value.safe
