"""What the options cost and are worth, as a person reads it."""

from dataclasses import replace

import pytest

from appraiser.analysis.assessing import assess
from appraiser.saying.money import (
    contract_rows,
    cost_rows,
    switching_rows,
    unknown_words,
    worth_rows,
    worth_words,
)


@pytest.fixture
def results(leicester, catalogue):
    return assess(leicester, catalogue)


def test_each_option_has_its_costs_as_the_lines_say(leicester, results):
    rows = {name: cells for name, *cells in cost_rows(leicester, results)}
    assert rows["FT plus"] == ["£600,000", "£180,000", "£0", "None"]
    assert rows["Orthopaedics CIC by guarantee"][-1] == "2.5% of income"


def test_present_values_name_their_rates_years_and_prices(leicester, results):
    said = worth_words(results)
    assert said.startswith("HM Treasury standard rates as of November 2026, for 5 years")
    assert "2014-15 prices" in said
    rows = {name: cells for name, *cells in worth_rows(leicester, results)}
    assert rows["Business as usual"] == ["£0", "£0", "£0"]
    money = results.money.of[leicester.option("ft-plus").id]
    assert rows["FT plus"][0] == f"-£{-money.economic.incremental.npv / 100:,.0f}"


def test_without_a_schedule_it_asks_for_one_and_shows_no_value(leicester, catalogue):
    unset = replace(leicester, costing=replace(leicester.costing, schedule=""))
    found = assess(unset, catalogue)
    assert "Choose a discount schedule" in worth_words(found)
    assert worth_rows(unset, found) == []
    assert switching_rows(unset, found) == []


def test_a_proposed_schedule_is_said_to_be_one(leicester, catalogue):
    costing = replace(leicester.costing, schedule="review-2026")
    found = assess(replace(leicester, costing=costing), catalogue)
    assert "a proposal and not in force" in worth_words(found)


def test_what_is_not_known_says_why(leicester, catalogue):
    bare = replace(leicester, cost_lines=(), tax_positions=())
    found = assess(bare, catalogue)
    assert ["Not known", "Not known"] in [row[1:3] for row in map(list, worth_rows(bare, found))]
    assert "has not been costed" in unknown_words(found)


def test_nothing_is_said_to_be_unknown_where_all_is_known(results):
    assert unknown_words(results) == ""


def test_inputs_that_would_soonest_change_the_order_stand_first(leicester, results):
    rows = switching_rows(leicester, results)
    assert rows
    changes = [abs(int(row[2].split("(")[1].rstrip("%)"))) for row in rows]
    assert changes == sorted(changes)
    assert max(changes) <= 100


def test_contracts_say_what_hangs_on_them_and_when_they_end(leicester, results):
    (trust, *lines) = contract_rows(leicester, results)
    assert trust[0].startswith("The trust: ")
    assert trust[2] == "31 March 2016"
    assert trust[3] == "Yes"
    assert any(row[0].startswith("Orthopaedics: ") for row in lines)
