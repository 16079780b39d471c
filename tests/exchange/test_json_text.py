import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraiser.domain.problem import Problem
from appraiser.exchange.json_text import parse_json


def refused(text: str | bytes) -> str:
    with pytest.raises(Problem) as caught:
        parse_json(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this is empty"),
        (" \n ", "this is empty"),
        ('{"a": 1', "line 1, column 8: the text stops here, before the JSON is complete"),
        ('{\n "a": 1,\n}', "line 3, column 1: a name in double quotes should stand here"),
        ("{'a': 1}", "line 1, column 2: a name in double quotes should stand here"),
        ('{"a" 1}', "line 1, column 6: a colon is missing here"),
        ("[1 2]", "line 1, column 4: a comma or a closing bracket is missing here"),
        ("[tru]", "line 1, column 2: a value is missing here, or is not written as JSON"),
        ("{} {}", "line 1, column 4: the JSON has ended, but the text goes on"),
        ('["x]', "line 1, column 2: the text that begins here has no closing quotation mark"),
        ('["a\nb"]', "line 1, column 4: a line break or tab stands inside quotation marks"),
        (r'["\q"]', "line 1, column 3: this backslash is not followed by anything JSON knows"),
    ],
)
def test_text_that_is_not_json_is_refused_with_line_and_column_in_plain_words(text, said):
    assert refused(text) == said


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_refused_by_name(number):
    assert refused(f'{{"score": {number}}}').startswith(f"{number} is not a number")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1, "a": 2}', '"a" is given twice'),
        ('{"a": [1, {"b": {"c": 1, "c": 1}}]}', 'a[1].b: "c" is given twice'),
        ('{"a": {"c": 1, "c": 1}, "a": 2}', '"a" is given twice'),
        ('{"a": {"c": 1, "c": 1}, "b": {"c": [2]}, "d": 3}', 'a: "c" is given twice'),
    ],
)
def test_a_key_given_twice_is_refused_at_its_place(text, said):
    assert refused(text) == said


def test_a_byte_order_mark_is_passed_over():
    assert parse_json(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}
    assert parse_json('\ufeff{"a": 1}') == {"a": 1}


def test_other_encodings_and_pictures_are_refused():
    assert refused('{"a": "é"}'.encode("latin-1")).startswith("this is not text in UTF-8")
    assert refused(b"\x89PNG\r\n\x1a\n\x00\x00").startswith("this is not text in UTF-8")
    assert refused('{"a": 1}'.encode("utf-16")).startswith("this is saved as UTF-16")


@pytest.mark.parametrize("text", ["[" * 500_000, '{"a":' * 200_000, "[" * 200_000 + "]" * 200_000])
def test_nesting_too_deep_gives_a_sentence(text):
    assert refused(text) == "this is nested too deeply to be an appraisal"


def test_numbers_of_any_length_are_read_without_harm():
    assert parse_json("[" + "9" * 10_000 + "]") == [float("inf")]
    assert parse_json("[-1000000000000000]") == [-(10**15)]


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(json_values.filter(lambda value: "Infinity" not in json.dumps(value)))
def test_whatever_json_can_hold_is_read_as_it_is(value):
    assert parse_json(json.dumps(value)) == value


@given(st.text() | st.binary())
def test_any_text_or_bytes_are_read_or_refused(text):
    with suppress(Problem):
        parse_json(text)
