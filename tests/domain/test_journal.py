import json
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.examples import ALONE, sealed
from tests.generated import appraisals, edits

from appraiser.domain.barriers import Barrier
from appraiser.domain.edits import (
    AddEntity,
    BreakSeal,
    LeaveOut,
    MoveEntity,
    RemoveEntity,
    SealWeights,
    SetField,
    SetScores,
    Several,
)
from appraiser.domain.ids import Ref
from appraiser.domain.journal import (
    How,
    JournalLine,
    chained,
    edit_to_text,
    first_broken,
    first_hash,
    line_hash,
    parts_from_text,
    parts_to_text,
    texts_of,
)
from appraiser.domain.scores import Cell, Score
from appraiser.domain.terms import Listing, Part

LINE = JournalLine(
    number=1,
    at=datetime(2014, 12, 12, 14, 2),  # noqa: DTZ001
    who="Board secretary",
    how=How.DID,
    words="name of Company",
    touched=Part.OPTIONS,
    edit="{}",
    inverse="null",
)


def journal(*words):
    lines = []
    for each in words:
        lines.append(chained(replace(LINE, words=each), lines[-1] if lines else None, "small"))
    return lines


def test_lines_are_numbered_and_follow_from_each_other():
    lines = journal("one", "two", "three")
    assert [line.number for line in lines] == [1, 2, 3]
    assert lines[0].hash == line_hash(first_hash("small"), lines[0])
    assert first_broken(lines, "small") is None
    assert first_broken([], "small") is None


@pytest.mark.parametrize(
    "change",
    [
        {"at": datetime(2014, 12, 12, 14, 3)},  # noqa: DTZ001
        {"who": "Somebody else"},
        {"how": How.UNDID},
        {"words": "other"},
        {"touched": Part.COSTS},
        {"edit": "{ }"},
        {"inverse": "{}"},
        {"number": 7},
        {"hash": ""},
    ],
)
def test_a_line_changed_later_shows(change):
    lines = journal("one", "two", "three")
    lines[1] = replace(lines[1], **change)
    assert first_broken(lines, "small") == 2


def test_a_line_taken_out_or_put_in_shows():
    one, two, three = journal("one", "two", "three")
    assert first_broken([one, three], "small") == 2
    assert first_broken([two, three], "small") == 1
    assert first_broken([one, two, two, three], "small") == 3
    assert first_broken([one, two, three], "another") == 1


def test_parts_are_written_in_the_order_of_the_journey_and_read_back():
    assert parts_to_text(Part.SCORES | Part.TRUST) == "trust scores"
    assert parts_from_text("trust scores") == Part.SCORES | Part.TRUST
    assert parts_to_text(Part(0)) == ""
    assert parts_from_text("") == Part(0)
    assert parts_from_text("scores dreams") == Part.SCORES


WRITTEN = [
    (
        SetField(Ref("options", "cic"), "listing", Listing.SHORTLIST),
        {"edit": "set-field", "ref": "options/cic", "field": "listing", "value": "shortlist"},
    ),
    (
        AddEntity("barriers", Barrier(id="vat", title="VAT"), 0),
        {"edit": "add", "to": "barriers", "entity": {"id": "vat", "title": "VAT"}, "at": 0},
    ),
    (RemoveEntity(Ref("barriers", "vat")), {"edit": "remove", "ref": "barriers/vat"}),
    (MoveEntity(Ref("barriers", "vat"), 2), {"edit": "move", "ref": "barriers/vat", "to": 2}),
    (
        SetScores(
            ALONE, ((Cell("cic", "quality"), Score(value=5.0)), (Cell("jv", "quality"), None))
        ),
        {
            "edit": "set-scores",
            "round": "alone",
            "scorer": "nurse",
            "cells": [
                {"option": "cic", "criterion": "quality", "score": {"value": 5.0}},
                {"option": "jv", "criterion": "quality", "score": None},
            ],
        },
    ),
    (
        LeaveOut("cic", "Why", "Chair", "2014-12-01"),
        {
            "edit": "leave-out",
            "option": "cic",
            "reason": "Why",
            "decided_by": "Chair",
            "decided_on": "2014-12-01",
        },
    ),
    (
        BreakSeal("2014-12-13T09:30", "Chair", "Why"),
        {
            "edit": "break-seal",
            "broken_at": "2014-12-13T09:30",
            "broken_by": "Chair",
            "reason": "Why",
        },
    ),
    (
        Several((RemoveEntity(Ref("barriers", "vat")),), "tidying"),
        {
            "edit": "several",
            "edits": [{"edit": "remove", "ref": "barriers/vat"}],
            "words": "tidying",
        },
    ),
    (None, None),
]


@pytest.mark.parametrize(("edit", "plain"), WRITTEN)
def test_an_edit_is_written_as_json(edit, plain):
    assert json.loads(edit_to_text(edit)) == plain


def test_a_seal_is_written_with_its_fingerprints():
    seal = sealed().seals[0]
    written = json.loads(edit_to_text(SealWeights(seal)))
    assert written["edit"] == "seal"
    assert written["seal"]["fingerprint"] == seal.fingerprint
    assert written["seal"]["sealed_at"] == "2014-12-12T14:02:00"


@given(st.data())
def test_every_edit_has_one_text(data):
    edit = data.draw(edits(data.draw(appraisals())))
    text = edit_to_text(edit)
    assert "\n" not in text
    assert text == edit_to_text(edit)
    assert json.loads(text)["edit"]


def setting(field, value):
    return SetField(Ref("trust"), field, value)


def spliced(text, plain):
    at, gone, come = plain["splice"]
    return text[:at] + come + text[at + gone :]


LONG = "The trust looks at three ways forward. " * 4


@given(st.text(max_size=5), st.text(max_size=5), st.integers(0, len(LONG)))
def test_where_a_long_text_changed_both_ways_can_be_worked_out(gone, come, at):
    before, after = LONG[:at] + gone + LONG[at:], LONG[:at] + come + LONG[at:]
    there, back = map(json.loads, texts_of(setting("note", after), setting("note", before)))
    assert spliced(before, there) == after
    assert spliced(after, back) == before
    assert there["field"] == back["field"] == "note"
    assert "value" not in there


@pytest.mark.parametrize(("before", "after"), [("old", "new"), (5, 6), (None, 5)])
def test_a_short_value_is_written_whole(before, after):
    edit, inverse = setting("income", after), setting("income", before)
    assert texts_of(edit, inverse) == (edit_to_text(edit), edit_to_text(inverse))
    assert json.loads(texts_of(edit, inverse)[0])["value"] == after


def test_edits_of_other_types_are_written_whole_both_ways():
    edit = RemoveEntity(Ref("barriers", "vat"))
    assert texts_of(edit, None) == (edit_to_text(edit), "null")
