"""What the support plan comes to and buys, as a person reads it."""

from dataclasses import replace

import pytest

from appraiser.analysis.assessing import assess
from appraiser.analysis.support_days import days_bought
from appraiser.desktop.support_rows import day_rows, finding_rows, meter_rows, rate_rows


def rows_of(appraisal, catalogue):
    return meter_rows(assess(appraisal, catalogue).support)


@pytest.fixture
def days(leicester, catalogue):
    support = assess(leicester, catalogue).support
    return days_bought(leicester, support, tuple(catalogue.rates.values()))


def test_the_three_parts_make_the_forecast_with_the_other_money_in_columns_of_its_own(
    leicester, catalogue
):
    assert rows_of(leicester, catalogue) == [
        ("Spent", "£73,120", "£1,400", "£0"),
        ("Committed", "£9,600", "£0", "£15,000"),
        ("Planned, not yet spent", "£4,680", "£0", "£0"),
        ("Forecast: the three together", "£87,400", "£1,400", "£15,000"),
        ("Cap, VAT in", "£100,000", "", ""),
        ("Left", "£12,600", "", ""),
    ]


def test_a_plan_over_its_cap_or_without_one_says_so(leicester, catalogue):
    tight = replace(leicester.programme, cap=80_000_00, cap_includes_vat=False)
    rows = rows_of(replace(leicester, programme=tight), catalogue)
    assert [row[0] for row in rows[-2:]] == ["Cap, before VAT", "Left"]
    tighter = replace(leicester.programme, cap=80_000_00)
    assert rows_of(replace(leicester, programme=tighter), catalogue)[-1][:2] == (
        "Over the cap",
        "£7,400",
    )
    none = replace(leicester.programme, cap=None)
    assert len(rows_of(replace(leicester, programme=none), catalogue)) == 4


def test_days_are_told_with_and_without_the_vat_and_how_the_rate_stands(days):
    rows = {name: cells for name, *cells in day_rows(days)}
    assert rows["Consultancy, UK Health Security Agency, typical"] == [
        "£1,244",
        "10.1 days, or 8.4 where VAT sticks",
        "80.4 days, or 67 where VAT sticks",
        "Published, 2021-11",
    ]
    assert rows["Facilitator, the plan's own"][1:] == ["27.4 days", "217.4 days", "In the plan"]


def test_without_a_cap_nothing_is_said_of_days(leicester, catalogue):
    none = replace(leicester, programme=replace(leicester.programme, cap=None))
    support = assess(none, catalogue).support
    found = day_rows(days_bought(none, support, tuple(catalogue.rates.values())))
    assert {row[2:4] for row in found} == {("", "")}


def test_each_known_rate_is_explained_once_with_its_sources(days, catalogue):
    said = rate_rows(catalogue)
    assert len(said) == len({each.grade.rate for each in days} - {""})
    assert said[0][0] == "Consultancy, UK Health Security Agency"
    assert said[0][1].startswith("From a consultant at £706")
    source = catalogue.sources["ukhsa-rates"]
    assert said[0][1].endswith(f"Published, 2021-11; {source.title}, {source.publisher}.")


def test_what_is_found_in_the_plan_is_listed_with_how_much_it_matters(leicester, catalogue):
    tight = replace(leicester, programme=replace(leicester.programme, cap=80_000_00))
    (over, *_) = finding_rows(assess(tight, catalogue))
    assert over[0] == "Wrong"
    assert over[1].startswith("The support plan is £7,400 over its cap. The rule:")
