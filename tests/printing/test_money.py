"""What each option costs and is worth is printed with its rates, years and prices."""

from dataclasses import replace

import pytest
from tests.made_up import led
from tests.printing.conftest import row

from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample

LEICESTER = read_appraisal(sample("leicester"))


def with_costing(**changes):
    return replace(LEICESTER, costing=replace(LEICESTER.costing, **changes))


def test_costs_are_as_the_lines_say_and_vat_and_tax_stand_apart(printed):
    said = printed(LEICESTER)
    assert row(said, "FT plus", "Cost, undiscounted")[1:] == ["£600,000", "£180,000", "£0", "none"]
    assert row(said, "Orthopaedics CIC by guarantee", "Cost, undiscounted")[3:] == [
        "£1,194,325",
        "2.5% of income",
    ]


def test_present_values_name_their_rates_years_and_prices(printed):
    said = printed(LEICESTER)
    assert (
        "Discounted by HM Treasury standard rates as of November 2026, over 5 years at "
        "2014-15 prices."
    ) in said
    assert row(said, "Business as usual", "Against business as usual")[1:] == ["£0"] * 3
    assert "not in force" not in said


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"schedule": ""}, "No discount schedule is chosen, so nothing is discounted."),
        ({"schedule": "review-2026"}, "That schedule is a proposal and not in force."),
        ({"price_base": " "}, "at a price base that is not named."),
    ],
)
def test_what_the_rates_lack_is_said(printed, changes, says):
    said = printed(with_costing(**changes))
    assert says in said
    assert ("Against business as usual" in said) == ("schedule is chosen" not in says)


def test_what_is_not_known_says_why(printed):
    said = printed(replace(LEICESTER, cost_lines=(), tax_positions=()))
    assert row(said, "FT plus", "Cost, undiscounted")[1:] == ["not known"] * 4
    assert row(said, "FT plus", "Against business as usual")[1:] == ["not known"] * 3
    assert (
        "Where an amount is not known: the option has not been costed; the VAT it would lose is "
        "not known; the corporation tax it would pay is not known."
    ) in said


def test_a_figure_that_rests_on_an_estimate_of_vat_is_said_to(printed):
    """A position that is silent on VAT lets it be estimated from the costs that bear VAT."""
    silent = tuple(replace(each, lost_vat=None) for each in LEICESTER.tax_positions)
    said = printed(replace(LEICESTER, tax_positions=silent))
    assert "(estimate)" in said
    assert "not known (estimate)" not in said


def test_without_options_there_is_nothing_to_print(printed):
    assert "Costs, and what" not in printed(replace(led(), options=(), sheets={}))
