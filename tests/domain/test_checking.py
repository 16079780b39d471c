from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.generated import DOT

from appraiser.domain.board_paper import BoardPaper
from appraiser.domain.checking import (
    MOST_PICTURE,
    checked,
    date_from_text,
    moment_from_text,
    without_unprintable,
)
from appraiser.domain.criteria import Seal
from appraiser.domain.fields import specs
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.trust import Trust


def test_values_from_inside_the_program_are_held_to_the_same_rules():
    day = specs(Option)["left_out_on"]
    assert checked(day, date(2014, 12, 1)) == date(2014, 12, 1)
    with pytest.raises(Problem, match="expected a date, found 2014-12-01T10:00:00"):
        checked(day, datetime(2014, 12, 1, 10))  # noqa: DTZ001
    moment = specs(Seal)["sealed_at"]
    with pytest.raises(Problem, match="expected a date and time without a time zone"):
        checked(moment, datetime(2014, 12, 1, 10, tzinfo=UTC))
    with pytest.raises(Problem, match="found 2014-12-01"):
        checked(moment, date(2014, 12, 1))
    with pytest.raises(Problem, match=r'expected one of .*, found "shortlist"'):
        checked(specs(Option)["listing"], "shortlist")
    with pytest.raises(Problem, match="expected a list of texts"):
        checked(specs(BoardPaper)["resolutions"], ["a list can be changed"])


@pytest.mark.parametrize(
    "wrong",
    ["not base64 at all", "aGVsbG8=", 12, "A" * (MOST_PICTURE + 1)],
    ids=["no base64", "no picture", "no text", "too large"],
)
def test_only_a_picture_is_taken_for_one(wrong):
    logo = specs(BoardPaper)["logo"]
    with pytest.raises(Problem, match="expected a picture as PNG in base64"):
        checked(logo, wrong)
    assert checked(logo, DOT) == DOT
    assert checked(logo, "") == ""


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1e30, "this is above the largest amount allowed, 1,000,000,000,000,000"),
        (float("inf"), "this is above the largest amount allowed, 1,000,000,000,000,000"),
        (-1e30, "this is below the smallest amount allowed, 0"),
        (1.5, "expected an amount in whole pence, found the number 1.5"),
    ],
)
def test_a_sum_past_any_allowed_is_told_the_most_it_may_be(value, said):
    with pytest.raises(Problem) as caught:
        checked(specs(Trust)["income"], value)
    assert str(caught.value) == said


def test_dates_and_times_are_read_in_one_shape():
    assert date_from_text("2014-12-01") == date(2014, 12, 1)
    assert moment_from_text("2014-12-01T14:02") == datetime(2014, 12, 1, 14, 2)  # noqa: DTZ001
    assert moment_from_text("2014-12-01T14:02:03.5").microsecond == 500_000
    for text in ("2014-12-01\n", "2014-W49-1", "", "١٢"):
        with pytest.raises(Problem):
            date_from_text(text)


@given(st.text(st.characters()))
def test_what_is_left_of_a_pasted_text_fits_a_document(text):
    kept = without_unprintable(text)
    assert checked(specs(Trust)["note"], kept) == kept
    assert without_unprintable(kept) == kept
    assert set(kept) <= set(text)


def test_a_pasted_text_keeps_its_lines_tabs_and_letters():
    assert without_unprintable("a\x0bb\x00\tc\r\nسلم 👩🏽‍⚕️") == "ab\tc\r\nسلم 👩🏽‍⚕️"
