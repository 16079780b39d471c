"""What window, terminal and paper say of results in the same words."""

from dataclasses import replace

from tests.analysis.assessed import made, results
from tests.analysis.panel.rooms import room

from appraiser.domain.criteria import WeightSet
from appraiser.domain.ids import WeightSetId
from appraiser.domain.naming import Names
from appraiser.saying.of_results import (
    View,
    ahead_by_any_weights,
    counted_over,
    no_dissent,
    no_sensitivity,
    views,
)

AHEAD = {"a": (100, 80, 60), "b": (60, 50, 40)}


def test_weights_that_cannot_be_used_yet_have_no_leaders_and_those_used_are_marked() -> None:
    one = made((0.5, 0.3, 0.2), AHEAD)
    ours = (*one.weight_sets, WeightSet(id=WeightSetId("later"), name="Of later"))
    one = replace(one, weight_sets=ours)
    found = results(one)

    said = list(views(Names(one), found, found.panel))

    assert View("Weights of Of later", used=False, leaders=None) in said
    assert [each.leaders for each in said if each.used] != []


def test_each_group_is_a_view_and_so_are_those_in_none() -> None:
    one = room(
        [1], {"nurse/clinicians": {"a": (90,), "b": (10,)}, "chair": {"a": (60,), "b": (20,)}}
    )
    found = results(one)

    said = {each.whose: each.leaders for each in views(Names(one), found, found.panel)}

    assert said["Scores of Clinicians"] == said["Scores of those in no group"] == ("a",)
    assert "anyone's scores" in no_dissent(found.panel)


def test_where_nobody_scored_alone_nobody_is_said_to_agree() -> None:
    found = results(made((0.5, 0.3, 0.2), AHEAD))

    assert no_dissent(found.panel) == no_dissent(None)
    assert "anyone" not in no_dissent(found.panel)


def test_an_option_ahead_on_everything_is_ahead_by_any_weights() -> None:
    one = made((0.5, 0.3, 0.2), AHEAD)
    found = results(one)

    (words,) = ahead_by_any_weights(Names(one), found, found.sensitivity)

    assert "by any weights that keep the order of the criteria" in words


def test_without_two_totals_it_says_what_is_wanted() -> None:
    found = results(made((0.5, 0.3, 0.2), {"a": (1, 2, 3)}))

    assert "two options or more have a total" in no_sensitivity(found)


def test_shares_say_what_they_are_counted_over_where_anything_spreads() -> None:
    found = results(made((0.5, 0.3, 0.2), AHEAD)).robustness

    assert "1,024 draws, seed" in counted_over(found)
    assert counted_over(replace(found, spread=None)) == ""


def test_where_the_weights_decide_nothing_is_said_to_be_ahead_by_any() -> None:
    one = made((0.5, 0.3, 0.2), {"a": (100, 0, 0), "b": (0, 100, 100)})
    found = results(one)

    assert list(ahead_by_any_weights(Names(one), found, found.sensitivity)) == []
