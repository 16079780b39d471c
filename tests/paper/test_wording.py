import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraiser.paper.wording import (
    how_many_points,
    in_ten,
    listed_or,
    none_identified,
    prose,
    sentence,
)


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
def test_a_share_is_said_in_tenths(share: float, words: str):
    assert in_ten(share) == words


def test_a_share_is_never_rounded_up_to_a_bar_it_does_not_reach():
    assert in_ten(0.79, (0.8, 0.6)) == "just under 8 in 10"
    assert in_ten(0.81, (0.8, 0.6)) == "about 8 in 10"


@pytest.mark.parametrize(
    ("lead", "words"),
    [(0.3, "less than 1 point"), (1.2, "1 point"), (7.26, "7 points"), (10.0, "10 points")],
)
def test_a_lead_is_said_in_whole_points(lead: float, words: str):
    assert how_many_points(lead, (10, 5)) == words


def test_a_lead_is_never_rounded_up_to_a_bar_it_does_not_reach():
    assert how_many_points(9.7, (10, 5)) == "just under 10 points"
    assert how_many_points(10 - 1e-12, (10, 5)) == "10 points"


@given(st.floats(0, 100), st.floats(1, 100))
def test_what_is_said_of_a_lead_agrees_with_the_bar(lead: float, bar: float):
    assert (how_many_points(lead, (bar,)) == f"just under {bar:g} points") <= (lead < bar)


def test_what_people_wrote_ends_in_a_stop():
    assert sentence(" Two\nlines ") == "Two lines."
    assert sentence("Is it so?") == "Is it so?"
    assert sentence("  ") == ""


def test_each_line_that_people_wrote_is_a_paragraph_with_a_key_of_its_own():
    found = list(prose("why", "One\n\nTwo", "Why."))
    assert [(each.key, each.text) for each in found] == [("why", "Why. One."), ("why-2", "Two.")]


def test_nothing_to_say_names_who_confirmed_it():
    assert (
        none_identified("", "Trust secretary") == "None identified, confirmed by Trust secretary."
    )
    assert none_identified(" ") == "None identified; not yet confirmed."
    assert none_identified("Words", "Trust secretary") == "Words"


def test_things_are_listed_with_or():
    assert listed_or(["a", "b", "c"]) == "a, b or c"
    assert listed_or(["a"]) == "a"
