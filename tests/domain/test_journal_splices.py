"""How a change to a long text is written into the journal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref
from appraiser.domain.journal import texts_of


def note(value):
    return SetField(Ref("trust"), "note", value)


def spliced(text, splice):
    at, gone, come = splice
    return text[:at] + come + text[at + gone :]


@given(st.text(max_size=200), st.text(max_size=20), st.text(max_size=20), st.text(max_size=200))
def test_a_change_in_a_long_text_is_written_as_the_place_that_changed(start, before, after, end):
    old, new = start + before + end, start + after + end
    edit, inverse = map(json.loads, texts_of(note(new), note(old)))
    if "splice" in edit:
        assert spliced(old, edit["splice"]) == new
        assert spliced(new, inverse["splice"]) == old
        assert len(edit["splice"][2]) <= len(after)
    else:
        assert (edit["value"], inverse["value"]) == (new, old)
        assert len(start) + len(end) < 80


def test_typing_on_writes_what_was_typed_and_not_the_text_again():
    text = "What staff said, at some length. " * 100
    edit, inverse = texts_of(note(text + "More."), note(text))
    assert json.loads(edit)["splice"] == [len(text), 0, "More."]
    assert json.loads(inverse)["splice"] == [len(text), 5, ""]


@pytest.mark.parametrize("value", [None, 1, True, ("a", "b")])
def test_what_is_no_text_is_written_whole(value):
    edit, _ = texts_of(SetField(Ref("trust"), "income", value), note("x" * 200))
    assert json.loads(edit)["value"] == (list(value) if isinstance(value, tuple) else value)
