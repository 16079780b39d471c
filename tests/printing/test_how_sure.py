"""How often each option comes first is said with what it was counted over and how exactly."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel
from tests.made_up import led, many, one_option, tied
from tests.printing.conftest import row

from appraiser.analysis.assessing import assess
from appraiser.domain.naming import Names
from appraiser.domain.terms import WeightSpread
from appraiser.exchange.reading import read_appraisal
from appraiser.printing.how_sure import print_how_sure
from appraiser.printing.page import Page
from appraiser.resources import sample


def with_settings(appraisal, **changes):
    return replace(appraisal, robustness=replace(appraisal.robustness, **changes))


def test_draws_seed_and_standard_error_are_said(printed):
    said = printed(with_settings(read_appraisal(sample("leicester")), draws=2048, seed=77))
    assert (
        "Counted over the weightings that keep the panel's order of the criteria: 2,048 draws, "
        "seed 77. The standard error is at most "
    ) in said


def test_the_same_seed_prints_the_same(printed):
    settings = with_settings(read_appraisal(sample("leicester")), draws=1024, seed=5)
    again = printed(settings)
    assert printed(settings) == again
    assert printed(with_settings(settings, seed=6)) != again


@pytest.mark.parametrize(
    ("spread", "words"),
    [
        (WeightSpread.RANKED, "the weightings that keep the panel's order of the criteria"),
        (WeightSpread.ANY, "all weightings that there could be"),
        (WeightSpread.AROUND, "the weightings around the panel's own"),
        (WeightSpread.WITHIN, "the weightings within a band around the panel's own"),
    ],
)
def test_every_other_spread_of_weights_is_tried_as_well(printed, spread, words):
    said = printed(with_settings(led(), weights=spread))
    assert f"Counted over {words}: " in said
    assert said.count("\nOver ") == 3
    assert f"Over {words}, " not in said


def test_shares_are_in_hundredths_and_none_is_rounded_away(printed):
    """Of two weights that sum to 1, A is first while the first is above 1/4."""
    made = panel((1, 1), {"a": (70, 50), "b": (40, 60), "usual": (0, 0)})
    said = printed(with_settings(made, weights=WeightSpread.ANY))
    first = row(said, "A", "Of 100 draws")
    assert float(first[1]) == pytest.approx(75, abs=0.2)
    assert row(said, "USUAL", "Of 100 draws")[1:] == ["0", "0", "100", "never"]
    assert "The choice is open by 0.81 bits, where 0 is settled and 1.58 quite open." in said


def test_first_places_that_are_shared_and_options_that_share_them_are_said(printed):
    said = printed(tied())
    assert "First place was shared in " in said
    assert "ONE and TWO come first in 50.0 of 100." in said


def test_what_no_weights_put_first_is_said_with_how_far_it_trails_at_best(printed):
    """ONE and TWO are level where voice weighs 2/7, at 380/7; USUAL has 20 by any weights."""
    assert "No weights put USUAL first; at its best it trails by 34.3 points." in printed(led())


def test_of_many_that_no_weights_put_first_the_others_are_counted(printed):
    said = printed(many(12))
    assert said.count("at its best it trails by") == 5
    assert "No weights put 6 more options first either." in said


def test_with_nothing_to_count_nothing_is_printed(printed):
    assert "How sure" not in printed(one_option())


def test_before_the_examination_only_the_draws_are_printed(catalogue, capsys):
    print_how_sure(Page(), Names(led()), assess(led(), catalogue))
    said = capsys.readouterr().out
    assert "Counted over" in said
    assert "No weights put" not in said
