from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.examples import SEALED_AT, after, scored, sealed, unsealed
from tests.generated import appraisals, edits

from appraiser.domain.applying import apply
from appraiser.domain.criteria import Criterion, Weighting, WeightSet
from appraiser.domain.edits import (
    AddEntity,
    BreakSeal,
    LeaveOut,
    MoveEntity,
    RemoveEntity,
    SetField,
)
from appraiser.domain.ids import Ref
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.sealing import (
    fingerprint,
    fits,
    new_seal,
    shortlist_fingerprint,
    weights_are_stale,
)
from appraiser.domain.terms import Listing, Part

SEALED_PARTS = ("criteria", "weight_sets", "comparisons", "weighting")

CHANGES_WHAT_IS_SEALED = [
    SetField(Ref("criteria", "quality"), "anchor_100", "The best there is"),
    SetField(Ref("criteria", "quality"), "points", ((0.0, 0.0), (10.0, 100.0))),
    SetField(Ref("criteria", "quality"), "parent", "staff"),
    AddEntity("criteria", Criterion(id="estate")),
    RemoveEntity(Ref("criteria", "quality")),
    MoveEntity(Ref("criteria", "quality"), 0),
    SetField(Ref("weight_sets", "panel"), "raw", {"staff": 100.0, "quality": 61.0}),
    AddEntity("weight_sets", WeightSet(id="union", name="Union")),
    SetField(Ref("comparisons", "k1"), "ratio", 3.0),
    SetField(Ref("weighting"), "model_set", None),
    RemoveEntity(Ref("groups", "clinicians")),
]

CHANGES_THE_SHORTLIST = [
    SetField(Ref("options", "jv"), "listing", Listing.SHORTLIST),
    SetField(Ref("options", "cic"), "listing", Listing.LONGLIST),
    LeaveOut("cic", "No support", "The panel", "2014-12-01"),
    RemoveEntity(Ref("options", "cic")),
    AddEntity("options", Option(id="unit", listing=Listing.SHORTLIST)),
]

CHANGES_NEITHER = [
    SetField(Ref("options", "cic"), "name", "Community interest company"),
    MoveEntity(Ref("options", "cic"), 0),
    AddEntity("options", Option(id="unit")),
    RemoveEntity(Ref("options", "jv")),
    SetField(Ref("groups", "clinicians"), "name", "Doctors and nurses"),
    SetField(Ref("trust"), "name", "Another trust"),
    RemoveEntity(Ref("scorers", "nurse")),
]


@pytest.mark.parametrize("edit", CHANGES_WHAT_IS_SEALED)
def test_the_fingerprint_changes_with_criteria_and_weights(edit):
    assert fingerprint(after(unsealed(), edit)) != fingerprint(unsealed())


@pytest.mark.parametrize("edit", CHANGES_THE_SHORTLIST)
def test_the_fingerprint_of_the_shortlist_changes_with_it(edit):
    changed = after(unsealed(), edit)
    assert shortlist_fingerprint(changed) != shortlist_fingerprint(unsealed())
    assert fingerprint(changed) == fingerprint(unsealed())
    assert weights_are_stale(after(sealed(), edit))


@pytest.mark.parametrize("edit", CHANGES_NEITHER)
def test_neither_changes_with_anything_else(edit):
    changed = after(unsealed(), edit)
    assert fingerprint(changed) == fingerprint(unsealed())
    assert shortlist_fingerprint(changed) == shortlist_fingerprint(unsealed())
    assert not weights_are_stale(after(sealed(), edit))


@given(st.data())
def test_the_fingerprint_changes_exactly_when_what_is_sealed_does(data):
    before = data.draw(appraisals())
    try:
        done = apply(before, data.draw(edits(before)))
    except Problem:
        return
    same = all(getattr(before, name) == getattr(done.appraisal, name) for name in SEALED_PARTS)
    assert (fingerprint(before) == fingerprint(done.appraisal)) == same
    if Part.CRITERIA not in done.touched:
        assert same


def test_a_fingerprint_is_the_same_on_every_computer():
    bare = replace(unsealed(), criteria=(), weight_sets=(), comparisons=(), weighting=Weighting())
    # SHA-256 of "[{}]" and of '["bau","cic","ft-plus"]', by another program
    assert fingerprint(bare) == "e10808d43975dc400731053386849f864f297e6c4f7519c380f3dbaf7067a840"
    assert shortlist_fingerprint(bare) == (
        "d7a234cd5e76758c6d42dc55079a8852e5f29da85c3c20e5c57893f49f43528c"
    )


def test_a_seal_is_made_for_what_stands():
    seal = new_seal(unsealed(), datetime(2014, 12, 12, 14, 2, 3, 999, tzinfo=UTC), "The panel")
    assert seal.id.startswith("seal-")
    assert seal.sealed_at == datetime(2014, 12, 12, 14, 2, 3)  # noqa: DTZ001
    assert seal.sealed_by == "The panel"
    assert seal.broken_at is None
    assert fits(seal, unsealed())
    assert not fits(seal, after(unsealed(), CHANGES_THE_SHORTLIST[0]))
    assert not fits(seal, after(unsealed(), CHANGES_WHAT_IS_SEALED[0]))


def test_weights_that_were_never_sealed_are_not_stale():
    assert not weights_are_stale(unsealed())
    assert not weights_are_stale(sealed())
    assert not weights_are_stale(scored())


def test_weights_changed_after_a_seal_was_broken_are_stale_until_they_are_sealed_again():
    broken = after(sealed(), BreakSeal("2014-12-13T09:30", "Chair", "An anchor was wrong"))
    assert not weights_are_stale(broken)
    changed = after(broken, SetField(Ref("criteria", "quality"), "anchor_0", "Poor"))
    assert weights_are_stale(changed)
    again = replace(changed, seals=(*changed.seals, new_seal(changed, SEALED_AT, "The panel")))
    assert not weights_are_stale(again)
