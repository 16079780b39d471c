"""Every text can be read on its ground, and every mark that means something can be seen."""

import pytest

from appraiser.desktop.theme.tokens import DARK, LIGHT, contrast
from appraiser.figures.geometry import SERIES
from appraiser.paper.palette import ROLES

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)

TEXTS = (
    ("ink", "card"),
    ("ink", "ground"),
    ("ink", "tint"),
    ("muted", "card"),
    ("muted", "ground"),
    ("muted", "line"),  # a button that is off
    ("accent", "card"),
    ("accent", "tint"),
    ("on_accent", "accent"),
    ("strong", "card"),
    ("strong", "tint"),
    ("good", "good_tint"),
    ("watch", "watch_tint"),
    ("bad", "bad_tint"),
    ("bad", "card"),
    ("card", "good"),  # the tick of a stage that is done
    ("on_strip", "strip"),
)
MARKS = (
    ("control_line", "card"),
    ("control_line", "ground"),
    ("accent", "card"),
    ("accent", "ground"),
    ("good", "card"),
    ("watch", "card"),
    ("bad", "card"),
    ("on_strip", "strip"),
    ("strip_over", "strip"),
)


@BOTH
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_a_text_meets_four_and_a_half_to_one(tokens, text, ground):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_a_mark_meets_three_to_one(tokens, mark, ground):
    assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= 3.0


@BOTH
@pytest.mark.parametrize("at", range(len(SERIES)))
def test_a_series_meets_three_to_one_on_its_card(tokens, at):
    assert contrast(tokens.series[at], tokens.card) >= 3.0


@BOTH
def test_there_is_a_colour_for_every_series_and_none_twice(tokens):
    assert len(set(tokens.series)) == len(tokens.series) == len(SERIES)


def test_a_series_is_the_same_colour_on_a_light_screen_and_on_paper():
    assert LIGHT.series == tuple(ROLES[role] for role in SERIES)


@BOTH
def test_every_colour_is_written_in_full(tokens):
    given = {name: value for name, value in tokens._asdict().items() if name != "name"}
    colours = (*given.pop("series"), *given.values())
    assert all(len(each) == 7 and each.startswith("#") for each in colours)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.478), ("#ffffff", "#ffffff", 1.0)],
)
def test_contrast_is_worked_out_as_wcag_says(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert contrast(other, one) == contrast(one, other)
