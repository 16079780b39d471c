"""People type money, numbers and dates in many ways; what is shown reads back the same."""

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.generated import values

from appraiser.desktop.typed import read, shown
from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Score

FIRST_YEAR = 1000
"""A year of two figures that people type is one of this century or the last."""

CLASSES = (*(cls for cls, _, _ in SINGLES.values()), *(c.entity for c in COLLECTIONS.values()))
NOT_TYPED = {Kind.ID, Kind.FLAG, Kind.CHOICE, Kind.LINK, Kind.LINKS, Kind.AMOUNTS, Kind.PICTURE}
TYPED = tuple(
    spec for cls in (*CLASSES, Score) for spec in specs(cls).values() if spec.kind not in NOT_TYPED
)


def field(entity: type, name: str) -> FieldSpec:
    return specs(entity)[name]


TRUST = SINGLES["trust"][0]
CRITERION = COLLECTIONS["criteria"].entity
SEAL = COLLECTIONS["seals"].entity
LINE = COLLECTIONS["support_lines"].entity
BARRIER = COLLECTIONS["barriers"].entity
PAPER = SINGLES["paper"][0]

INCOME, SURPLUS = field(TRUST, "income"), field(TRUST, "surplus")
SHARE, STAFF = field(TRUST, "council_income"), field(TRUST, "staff_wte")
END, SEALED = field(TRUST, "biggest_contract_end"), field(SEAL, "sealed_at")
CORNERS, RESOLUTIONS = field(CRITERION, "points"), field(PAPER, "resolutions")
SEVERITY, RATE, DAYS = field(BARRIER, "severity"), field(LINE, "day_rate"), field(LINE, "days")


@given(st.sampled_from(TYPED).flatmap(lambda spec: st.tuples(st.just(spec), values(spec, {}))))
def test_what_is_shown_reads_back_as_the_same_value(pair):
    spec, value = pair
    assume(not isinstance(value, date) or value.year >= FIRST_YEAR)
    if spec.kind is Kind.LINES:
        # they are typed one on a line, and a blank line is no resolution
        value = tuple(line.strip() for each in value for line in each.split("\n") if line.strip())
    text = shown(spec, value)
    assert shown(spec, read(spec, text)) == text


@given(st.integers(-(10**15), 10**15))
def test_every_amount_of_money_survives_to_the_penny(pence):
    assert read(SURPLUS, shown(SURPLUS, pence)) == pence


@given(st.dates(date(FIRST_YEAR, 1, 1)))
def test_every_date_survives(day):
    assert read(END, shown(END, day)) == day


@given(st.integers(-(10**9), 10**9).map(lambda n: n / 1000))
def test_a_number_of_a_few_decimals_survives(number):
    spec = field(COLLECTIONS["measures"].entity, "value")
    assert read(spec, shown(spec, number)) == number


@pytest.mark.parametrize(
    ("spec", "typed", "value"),
    [
        (INCOME, "834m", 83_400_000_000),
        (INCOME, "£834 million", 83_400_000_000),
        (INCOME, "£1,244.50", 124_450),
        (INCOME, " 12k ", 1_200_000),
        (INCOME, ".5m", 50_000_000),
        (INCOME, "2bn", 200_000_000_000),
        (SURPLUS, "-£39.8m", -3_980_000_000),
        (SURPLUS, "\u2212\u00a339.8m", -3_980_000_000),
        (SURPLUS, "£-5", -500),
        (STAFF, "10,422.5", 10_422.5),
        (SHARE, "12.5%", 12.5),
        (SHARE, "12.5", 12.5),
        (SEVERITY, "4", 4),
        (END, "2014-12-12", date(2014, 12, 12)),
        (END, "12/12/2014", date(2014, 12, 12)),
        (END, "1/4/15", date(2015, 4, 1)),
        (END, "1 april 2015", date(2015, 4, 1)),
        (END, "1 Apr 2015", date(2015, 4, 1)),
        (END, "01.04.2015", date(2015, 4, 1)),
        (END, "1 September, 98", date(1998, 9, 1)),
        (END, "1-Sept-2015", date(2015, 9, 1)),
        (SEALED, "12 Dec 2014 14:02", datetime(2014, 12, 12, 14, 2)),  # noqa: DTZ001
        (SEALED, "2014-12-12 14:02", datetime(2014, 12, 12, 14, 2)),  # noqa: DTZ001
        (SEALED, "2014-12-12T14:02:31", datetime(2014, 12, 12, 14, 2, 31)),  # noqa: DTZ001
        (CORNERS, "0 = 0; 10 = 100", ((0.0, 0.0), (10.0, 100.0))),
        (CORNERS, "0=0;;5 = 50;", ((0.0, 0.0), (5.0, 50.0))),
        (RESOLUTIONS, "Note it\n\n  Approve it \n", ("Note it", "Approve it")),
        (INCOME, "", None),
        (END, "   ", None),
        (CORNERS, "", ()),
    ],
)
def test_people_may_type_it_the_way_they_say_it(spec, typed, value):
    assert read(spec, typed) == value


@pytest.mark.parametrize(
    ("spec", "typed", "words"),
    [
        (INCOME, "lots", "Type a number"),
        (INCOME, "1e9", "Type a number"),
        (INCOME, "12p", "Type a number"),
        (INCOME, "1.234", "at most two figures of pence"),
        (INCOME, "-5", "below the lowest"),
        (INCOME, "9" * 60, "above the highest"),
        (INCOME, "9" * 100_000, "above the highest"),
        (SHARE, "9" * 100_000, "not infinite"),
        (INCOME, "1" * 100_000 + "x", "Type a number"),
        (INCOME, "1" + " " * 100_000 + "x", "Type a number"),
        (SHARE, "101%", "above the highest"),
        (SEVERITY, "2.5", "whole number"),
        (SEVERITY, "6", "above the highest"),
        (RATE, "", "needed"),
        (DAYS, "", "needed"),
        (END, "31 February 2015", "Type a date"),
        (END, "next week", "Type a date"),
        (END, "1 ma 2015", "Type a date"),
        (END, "1 Avril 2015", "Type a date"),
        (END, "12/13/2014", "Type a date"),
        (SEALED, "12 Dec 2014 25:02", "Type a date and time"),
        (END, "1 " * 50_000, "Type a date"),
        (SEALED, "14:02", "Type a date and time"),
        (SEALED, "1 " * 50_000 + "14:02", "Type a date and time"),
        (CORNERS, "10", "Type pairs"),
        (CORNERS, "ten = 10", "Type a number"),
    ],
)
def test_what_cannot_be_read_is_answered_in_a_few_plain_words(spec, typed, words):
    with pytest.raises(Problem) as problem:
        read(spec, typed)
    assert words in problem.value.what


@given(st.sampled_from(TYPED), st.text(max_size=20))
def test_whatever_is_typed_is_read_or_answered(spec, typed):
    with suppress(Problem):
        value = read(spec, typed)
        assert read(spec, shown(spec, value)) == value


def test_characters_no_document_can_hold_are_left_out_of_what_is_pasted():
    assert read(field(TRUST, "note"), "one\x00 two\x0b") == "one two"
