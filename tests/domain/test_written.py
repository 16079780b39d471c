from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraiser.domain import written


def test_money_is_rounded_half_up_to_the_pound():
    assert written.pounds(8_740_000) == "£87,400"
    assert written.pounds(8_740_050) == "£87,401"
    assert written.pounds(8_740_049) == "£87,400"
    assert written.pounds(-150) == "-£2"
    assert written.pounds(-49) == "£0"
    assert written.pounds(0) == "£0"


def test_money_is_written_to_the_penny_where_it_must_be():
    assert written.pounds_and_pence(124_400) == "£1,244"
    assert written.pounds_and_pence(124_450) == "£1,244.50"
    assert written.pounds_and_pence(-5) == "-£0.05"


def test_large_sums_are_written_shortly():
    assert written.short_pounds(83_400_000_000) == "£834m"
    assert written.short_pounds(1_940_000_000) == "£19.4m"
    assert written.short_pounds(-1_940_000_000) == "-£19.4m"
    assert written.short_pounds(8_740_000) == "£87,400"


@given(st.integers(-(10**15), 10**15))
def test_any_money_reads_back(pence):
    text = written.pounds_and_pence(pence).replace("£", "").replace(",", "")
    assert Decimal(text) * 100 == pence


def test_scores_are_whole_numbers_rounded_half_up():
    assert written.points(70.5) == "71"
    assert written.points(70.49) == "70"
    assert written.points(100) == "100"


@pytest.mark.parametrize(
    ("value", "text"),
    [(3.71, "3.71"), (40.0, "40"), (10_000.0, "10,000"), (-1e-12, "0"), (0.0, "0"), (0.1, "0.1")],
)
def test_numbers_are_written_as_a_person_would(value, text):
    assert written.plain_number(value) == text
    assert written.percent(value) == f"{text}%"


def test_dates_are_written_in_english():
    assert written.long_date(date(2014, 12, 1)) == "1 December 2014"
    assert written.short_date(date(2014, 9, 30)) == "30 Sep 2014"
    moment = datetime(2014, 12, 12, 14, 2)  # noqa: DTZ001
    assert written.date_and_time(moment) == "12 Dec 2014 14:02"


def test_lists_and_counts_read_as_sentences():
    assert written.listed([]) == ""
    assert written.listed(["a"]) == "a"
    assert written.listed(["a", "b"]) == "a and b"
    assert written.listed(["a", "b", "c"]) == "a, b and c"
    assert written.counted(0, "option") == "no options"
    assert written.counted(1, "option") == "1 option"
    assert written.counted(6, "criterion", "criteria") == "6 criteria"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "none"),
        (0.02, "hardly any"),
        (0.05, "about 1 in 10"),
        (0.64, "about 6 in 10"),
        (0.949, "about 9 in 10"),
        (0.99, "nearly all"),
        (1.0, "all"),
    ],
)
def test_a_share_is_said_in_tenths(share, words):
    assert written.in_ten(share) == words


def test_a_share_is_never_rounded_up_to_a_bar_it_does_not_reach():
    assert written.in_ten(0.79, (0.8, 0.6)) == "just under 8 in 10"
    assert written.in_ten(0.81, (0.8, 0.6)) == "about 8 in 10"


@pytest.mark.parametrize(
    ("lead", "words"),
    [(0.3, "less than 1 point"), (1.2, "1 point"), (7.26, "7 points"), (10.0, "10 points")],
)
def test_a_lead_is_said_in_whole_points(lead, words):
    assert written.how_many_points(lead, (10, 5)) == words


def test_a_lead_is_never_rounded_up_to_a_bar_it_does_not_reach():
    assert written.how_many_points(9.7, (10, 5)) == "just under 10 points"
    assert written.how_many_points(10 - 1e-12, (10, 5)) == "10 points"


@given(st.floats(0, 100), st.floats(1, 100))
def test_what_is_said_of_a_lead_agrees_with_the_bar(lead, bar):
    assert (written.how_many_points(lead, (bar,)) == f"just under {bar:g} points") <= (lead < bar)


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.0, "0%"), (0.125, "13%"), (0.3125, "31%"), (0.004, "0%"), (1.0, "100%")],
)
def test_a_share_is_written_as_a_whole_percentage_rounded_half_up(share, words):
    assert written.whole_percent(share) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0"),
        (1e-12, "0"),
        (0.0004, "under 0.1"),
        (0.0005, "0.1"),
        (0.5, "50.0"),
        (0.95123, "95.1"),
        (0.9996, "over 99.9"),
        (1 - 1e-12, "100"),
        (1.0, "100"),
    ],
)
def test_a_share_in_a_hundred_is_never_rounded_to_nought_or_to_all(share, words):
    assert written.in_hundred(share) == words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (0.0, "nought"),
        (0.00001, "at most 0.01 in 100"),
        (0.000841, "at most 0.09 in 100"),
        (0.001, "at most 0.10 in 100"),
    ],
)
def test_a_standard_error_is_rounded_up(error, words):
    assert written.how_exact(error) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.0, "0.00"), (0.866, "0.87"), (0.996, "over 0.99"), (1.0, "1.00"), (1 - 1e-15, "1.00")],
)
def test_a_coefficient_is_never_rounded_up_to_full_agreement(value, words):
    assert written.coefficient(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (10.14, "+10.1"),
        (-5.84, "-5.8"),
        (0.05, "+0.1"),
        (0.04, "0.0"),
        (-0.04, "0.0"),
        (-10.0, "-10.0"),
        (0.0, "0.0"),
        (-0.0, "0.0"),
    ],
)
def test_a_difference_has_a_sign_and_nought_has_none(value, words):
    assert written.signed(value) == words


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        (0.33, 0.18, "more than 33%"),
        (0.12, 0.31, "less than 12%"),
        (0.184, 0.182, "slightly more"),
        (0.182, 0.184, "slightly less"),
    ],
)
def test_what_a_share_would_have_to_pass_is_never_what_it_is(then, now, words):
    assert written.past(then, now) == words


@pytest.mark.parametrize(
    ("dated", "words"),
    [("", ""), ("2014", "2014"), ("2014-07", "July 2014"), ("2014-07-28", "28 July 2014")],
)
def test_a_date_is_written_as_far_as_it_is_known(dated, words):
    assert written.year_month_or_day(dated) == words
