"""How far the scorers agree in how they rank the options."""

import pytest
from tests.analysis.making import panel
from tests.analysis.panel.rooms import asked, interest, room

from appraiser.analysis.panel.concordance import concordance
from appraiser.domain.terms import InterestDecision, ScoreFeed

ORDERS = {"ann": (1, 2, 3, 4), "bob": (1, 3, 2, 4), "cat": (2, 1, 3, 4)}


def ballots(orders, **changes):
    """Make a room whose people rank four options so, by scores of 25 a place."""
    tables = {
        name: {option: (125 - 25 * rank,) for option, rank in zip("wxyz", order, strict=True)}
        for name, order in orders.items()
    }
    return room([1], tables, **changes)


def test_people_who_rank_as_in_the_example_agree_as_in_the_example() -> None:
    """method.md 6A-11: W = 0.7778."""
    found = concordance(asked(ballots(ORDERS)))

    assert f"{found.w:.4f}" == "0.7778"
    assert [each.scorer for each in found.scorers] == ["ann", "bob", "cat"]
    assert found.scorers[1].ranking.ranks == {"w": 1, "x": 3, "y": 2, "z": 4}
    assert found.left_out == ()


def test_each_person_is_held_against_the_ranking_of_the_model() -> None:
    ann, bob, cat = concordance(asked(ballots(ORDERS))).scorers

    assert ann.agreement == ann.weighted_agreement == pytest.approx(1)
    assert bob.agreement == pytest.approx(0.8)
    assert cat.agreement == pytest.approx(0.8)
    assert cat.weighted_agreement < bob.weighted_agreement < 1


def test_who_lacks_a_total_is_named_and_left_out() -> None:
    made = room(
        [1, 1],
        {
            "ann": {"x": (10, 20), "y": (30, 40)},
            "bob": {"x": (10, None), "y": (30, 40)},
            "cat": {"x": (None, None), "y": (None, None)},
            "dan": {"x": (50, 50), "y": (60, 20)},
        },
        interests=(interest("dan", InterestDecision.LEAVE),),
    )

    found = concordance(asked(made))

    assert [each.scorer for each in found.scorers] == ["ann"]
    assert found.left_out == ("bob",)
    assert found.w is None


def test_without_a_whole_model_nobody_is_held_against_it() -> None:
    made = ballots(ORDERS, feed=ScoreFeed.CONSENSUS, agreed={"w": (50,)})

    found = concordance(asked(made))

    assert f"{found.w:.4f}" == "0.7778"
    assert {each.agreement for each in found.scorers} == {None}
    assert {each.weighted_agreement for each in found.scorers} == {None}


def test_nobody_or_nothing_to_score_has_no_concordance() -> None:
    for made in (panel([1], {"x": (1,)}), room([1], {"ann": {}})):
        found = concordance(asked(made))
        assert (found.w, found.scorers, found.left_out) == (None, (), ())


def test_a_barred_option_is_ranked_and_leads_nowhere() -> None:
    (ann, *_) = concordance(asked(ballots(ORDERS), "w")).scorers

    assert ann.ranking.ranks["w"] == 1
    assert ann.ranking.leaders == ("x",)
