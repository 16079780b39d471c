"""How often each option comes first: its bars, its words and its table."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel
from tests.figures.boxes import assert_sound, rects, texts, words_of
from tests.made_up import many, one_option, tied

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.starting import new_appraisal
from appraiser.domain.terms import Scope, WeightSpread
from appraiser.exchange.reading import read_appraisal
from appraiser.figures.first_ranks import (
    BAR,
    MOST_RANKS,
    NOTHING,
    first_ranks_figure,
    most_often,
    rank_headings,
    ranks_of,
)
from appraiser.figures.geometry import Figure, Role
from appraiser.resources import sample

SHIPPED = load_catalogue()
BEGUN = new_appraisal("A made-up trust", Scope.WHOLE_ORGANISATION)


def drawn(appraisal: Appraisal, width: float = 480) -> Figure:
    return first_ranks_figure(assess(appraisal, SHIPPED), appraisal, width)


def lengths(figure: Figure, role: Role) -> list[float]:
    return [each.width for each in rects(figure) if each.role is role]


def of_any_weights(appraisal: Appraisal) -> Appraisal:
    return replace(appraisal, robustness=replace(appraisal.robustness, weights=WeightSpread.ANY))


def test_a_bar_is_as_long_as_the_share_of_first_places_and_the_longest_is_on_top() -> None:
    """Of two weights that sum to 1, A is first while the first is above 1/4: in 3 of 4."""
    made = of_any_weights(panel((1, 1), {"b": (40, 60), "a": (70, 50), "usual": (0, 0)}))
    figure = drawn(made)
    first, second = lengths(figure, Role.SERIES_1)
    whole = lengths(figure, Role.LINE)[0]

    assert_sound(figure)
    assert first / whole == pytest.approx(0.75, abs=0.002)
    assert second / whole == pytest.approx(0.25, abs=0.002)
    assert [each.words for each in texts(figure)][::2] == ["A", "B", "USUAL"]
    assert [each.words for each in texts(figure)][1::2][0] in ("about 7 in 10", "about 8 in 10")


def test_its_finding_says_who_over_what_and_how_it_can_be_done_again() -> None:
    made = panel((2, 1), {"a": (80, 40), "usual": (20, 20)})
    assert drawn(made).alt == (
        "A comes first most often, in all of the weightings that keep the panel's order of the "
        f"criteria. {made.robustness.draws:,} draws, seed {made.robustness.seed}."
    )


def test_options_that_come_first_as_often_are_both_named() -> None:
    assert drawn(tied()).alt.startswith("ONE and TWO come first most often, in about 5 in 10 of ")


def test_the_table_has_every_rank_in_hundredths_and_rounds_none_away() -> None:
    figure = drawn(tied())
    assert figure.table.header == ("Option", "Rank 1", "Rank 2", "Rank 3")
    assert figure.table.rows[-1] == ("USUAL", "0%", "0%", "100%")


@pytest.mark.parametrize("appraisal", [BEGUN, one_option()], ids=["begun", "one option"])
def test_with_nothing_to_count_it_says_so_and_has_no_rows(appraisal) -> None:
    figure = drawn(appraisal)
    assert_sound(figure)
    assert (figure.alt, words_of(figure), figure.table.rows) == (NOTHING, NOTHING, ())


def test_an_option_that_a_gate_bars_takes_no_part() -> None:
    appraisal = read_appraisal(sample("leicester"))
    results = assess(appraisal, SHIPPED)
    barred = {appraisal.option(each.option).name for each in results.options if each.barred}
    figure = first_ranks_figure(results, appraisal, 480)
    assert barred
    assert not barred & {row[0] for row in figure.table.rows}


@pytest.mark.parametrize("width", [10, 260, 480, 900])
@pytest.mark.parametrize("name", ["leicester", "fenmarsh", "northcliff"])
def test_the_samples_fit_any_width(name, width) -> None:
    appraisal = read_appraisal(sample(name))
    figure = drawn(appraisal, width)
    assert_sound(figure)
    assert figure.width == max(width, 260)


def test_long_names_are_broken_and_never_run_into_the_bars() -> None:
    made = panel((1, 1), {"a": (70, 50), "usual": (0, 0)})
    long = replace(made.options[0], name="A service run by its staff " * 9)
    figure = drawn(replace(made, options=(long, *made.options[1:])), 300)
    assert_sound(figure)
    assert rects(figure)[0].height == BAR


def test_of_many_options_the_ranks_far_down_share_a_column() -> None:
    appraisal = many(40)
    results = assess(appraisal, SHIPPED)
    figure = first_ranks_figure(results, appraisal, 480)
    assert figure.table.header[-1] == f"Below {MOST_RANKS}"
    assert all(len(row) == MOST_RANKS + 2 for row in figure.table.rows)
    assert all(sum(ranks_of(each)) == pytest.approx(1.0) for each in results.robustness.standings)


def test_few_ranks_have_a_column_each() -> None:
    assert rank_headings(2) == ("Rank 1", "Rank 2")
    assert rank_headings(MOST_RANKS)[-1] == f"Rank {MOST_RANKS}"


def test_draws_whose_weights_were_given_are_not_said_to_be_of_a_spread() -> None:
    appraisal = panel((2, 1), {"a": (80, 40), "usual": (20, 20)})
    results = assess(appraisal, SHIPPED)
    given = replace(results, robustness=replace(results.robustness, spread=None))
    figure = first_ranks_figure(given, appraisal, 480)
    assert figure.alt.startswith("A comes first most often, in all. ")
    assert most_often(given.robustness) == ("a",)


def test_a_share_is_not_rounded_up_to_what_the_verdict_asks_for() -> None:
    appraisal = panel((2, 1), {"a": (80, 40), "usual": (20, 20)})
    results = assess(appraisal, SHIPPED)
    first, *others = results.robustness.standings
    close = replace(first, acceptabilities=(0.797, 0.203))
    found = replace(results, robustness=replace(results.robustness, standings=(close, *others)))
    figure = first_ranks_figure(found, appraisal, 480)
    assert texts(figure)[1].words == "just under 8 in 10"
    assert "in just under 8 in 10 of the weightings" in figure.alt
