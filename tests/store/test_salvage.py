import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from tests.desk import Desk, started, trust_name

from appraiser.domain.appraisal import COLLECTIONS, entities
from appraiser.domain.criteria import Criterion
from appraiser.domain.journal import How
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Cell, Group, Score, Scorer, ScoreSheet, SheetKey
from appraiser.domain.terms import Round
from appraiser.session.opening import open_document, read_snapshot, salvage
from appraiser.store.identity import Damaged


def crowded():
    """An appraisal whose scores fill many pages."""
    options = tuple(Option(id=f"option-{n}", name=f"Option {n}") for n in range(6))
    criteria = tuple(Criterion(id=f"criterion-{n}", name=f"Criterion {n}") for n in range(10))
    groups = (Group(id="staff", name="Staff"),)
    scorers = tuple(Scorer(id=f"scorer-{n}", name=f"Scorer {n}", group="staff") for n in range(20))
    cells = {
        Cell(option.id, criterion.id): Score(value=50.0, reason="A reason of some length")
        for option in options
        for criterion in criteria
    }
    sheets = {SheetKey(Round.ALONE, each.id): ScoreSheet(cells) for each in scorers}
    return replace(
        started(),
        options=(*started().options, *options),
        criteria=criteria,
        groups=groups,
        scorers=scorers,
        sheets=sheets,
    )


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def whole(desk):
    document = desk.new(appraisal=crowded())
    document.apply(trust_name("One"))
    document.close()
    return document.appraisal


def salvaged(desk, into="Salvaged.appraisal"):
    with pytest.raises(Damaged):
        desk.open()
    before = desk.path.read_bytes()
    found = salvage(desk.path, desk.share / into, who=desk.who, clock=desk.clock)
    assert desk.path.read_bytes() == before
    return found


def page_of(path, table):
    """Give where the first page of a table stands in the file."""
    with closing(sqlite3.connect(path)) as file:
        (page,) = file.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    return (page - 1) * 4096


def overwrite(path, at, size=4096):
    content = bytearray(path.read_bytes())
    content[at : at + size] = b"\xee" * len(content[at : at + size])
    path.write_bytes(content)


def cells_in(appraisal):
    return sum(len(sheet.cells) for sheet in appraisal.sheets.values())


def test_a_file_cut_short_gives_up_what_is_still_in_it(desk, whole):
    desk.path.write_bytes(desk.path.read_bytes()[: -4096 * 8])
    found = salvaged(desk)
    kept = read_snapshot(found.path)
    assert kept.id == whole.id
    assert kept.trust == whole.trust
    assert 0 < cells_in(kept) < cells_in(whole)
    assert any("Not all of the scores could be read" in each for each in found.lost)


def test_a_damaged_page_in_the_middle_loses_what_was_on_it(desk, whole):
    size = desk.path.stat().st_size
    overwrite(desk.path, size - 4096 * 15)
    found = salvaged(desk)
    kept = read_snapshot(found.path)
    assert cells_in(whole) * 0.8 < cells_in(kept) < cells_in(whole)
    for name in COLLECTIONS:
        assert entities(kept, name) == entities(whole, name)


def test_what_hangs_on_something_lost_is_let_go(desk, whole):
    overwrite(desk.path, page_of(desk.path, "groups"))
    found = salvaged(desk)
    kept = read_snapshot(found.path)
    assert kept.groups == ()
    assert {each.group for each in kept.scorers} == {None}
    assert kept.sheets == whole.sheets
    assert found.lost == (
        "Not all of the groups could be read; 0 were.",
        "Links to what was lost were let go: 20.",
    )


def test_what_cannot_be_without_its_link_goes_with_it(desk, whole):
    overwrite(desk.path, page_of(desk.path, "criteria"))
    kept = read_snapshot(salvaged(desk).path)
    assert kept.criteria == ()
    assert cells_in(kept) == 0
    assert kept.options == whole.options


def test_a_single_part_that_was_lost_is_empty(desk, whole):
    overwrite(desk.path, page_of(desk.path, "trust"))
    found = salvaged(desk)
    assert read_snapshot(found.path) == replace(whole, trust=type(whole.trust)())
    assert "The trust was lost." in found.lost


def test_a_lost_id_is_given_anew(desk, whole):
    overwrite(desk.path, page_of(desk.path, "meta"))
    kept = read_snapshot(salvaged(desk).path)
    assert kept.id != whole.id
    assert replace(kept, id=whole.id) == whole


def test_the_journal_goes_on_and_says_what_happened(desk, whole):
    overwrite(desk.path, page_of(desk.path, "groups"))
    found = salvaged(desk)
    document = open_document(found.path, **desk.common)
    *_, before, last = document.journal()
    assert before.words == "trust's name of the trust"
    assert last.how is How.SALVAGED
    assert desk.path.name in last.words
    assert found.lost[0] in last.words
    assert document.journal_broken_at() is None
    document.apply(trust_name("Going on"))
    document.close()


def test_a_hole_in_the_journal_shows(desk, whole):
    with closing(sqlite3.connect(desk.path)) as file:
        for name in ("update", "delete", "replace"):
            file.execute(f"DROP TRIGGER journal_refuses_{name}")
        file.execute("DELETE FROM journal WHERE number = 1")
        file.commit()
    overwrite(desk.path, page_of(desk.path, "groups"))
    document = open_document(salvaged(desk).path, **desk.common)
    assert document.journal_broken_at() == 1
    document.close()


def test_a_sound_file_is_salvaged_whole(desk, whole):
    found = salvage(desk.path, desk.share / "Salvaged.appraisal", who="", clock=desk.clock)
    assert found.lost == ()
    assert read_snapshot(found.path) == whole


def test_a_file_of_which_nothing_can_be_read_says_so(desk, whole):
    overwrite(desk.path, 100, size=desk.path.stat().st_size)
    with pytest.raises(Problem, match="Nothing can be read of") as caught:
        salvage(desk.path, desk.share / "Salvaged.appraisal", who="", clock=desk.clock)
    assert caught.value.todo == "Restore a backup instead."
    assert list(desk.share.iterdir()) == [desk.path]


def test_nothing_is_salvaged_over_a_file_that_is_there(desk, whole):
    with pytest.raises(Problem, match="There is a file called"):
        salvage(desk.path, desk.path, who="", clock=desk.clock)
    assert read_snapshot(desk.path) == whole


def test_a_place_that_takes_no_file_is_told_in_a_sentence(desk, whole):
    with pytest.raises(Problem, match=r"could not be saved: the folder is not there"):
        salvage(desk.path, desk.share / "nowhere" / "a.appraisal", who="", clock=desk.clock)
