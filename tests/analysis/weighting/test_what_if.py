"""What-if weights: some set by hand, all others in their old ratios."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import panel
from tests.analysis.weighting.trees import tree, weighed

from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.analysis.scoring.totals import totals_under
from appraiser.analysis.weighting.what_if import WhatIf, what_if
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId
from appraiser.domain.problem import Problem
from appraiser.domain.terms import MissingScores

SWINGS = {"people": 60, "money": 40, "voice": 50, "safety": 100}
"""Shares of the whole: voice 0.2, safety 0.4, money 0.4."""


def asked(appraisal: Appraisal, **wanted: float) -> WhatIf:
    return what_if(appraisal, weighed(appraisal), {CriterionId(k): v for k, v in wanted.items()})


def test_a_leaf_takes_its_share_and_all_others_keep_their_ratios() -> None:
    found = asked(tree(SWINGS), safety=0.7)

    assert found.leaf_shares == pytest.approx({"voice": 0.1, "safety": 0.7, "money": 0.2})
    assert found.shares == pytest.approx({"people": 0.8, "voice": 0.1, "safety": 0.7, "money": 0.2})
    assert list(found.shares) == ["people", "voice", "safety", "money"]


def test_a_branch_takes_its_share_and_what_is_under_it_keeps_its_ratios() -> None:
    found = asked(tree(SWINGS), people=0.9)

    assert found.leaf_shares == pytest.approx({"voice": 0.3, "safety": 0.6, "money": 0.1})


def test_several_can_be_set_at_once_one_within_another() -> None:
    both = asked(tree(SWINGS), voice=0.5, money=0.2)
    within = asked(tree(SWINGS), people=0.5, voice=0.1)

    assert both.leaf_shares == pytest.approx({"voice": 0.5, "safety": 0.3, "money": 0.2})
    assert within.leaf_shares == pytest.approx({"voice": 0.1, "safety": 0.4, "money": 0.5})


def test_setting_nothing_changes_nothing() -> None:
    appraisal = tree(SWINGS)

    assert asked(appraisal).leaf_shares == weighed(appraisal).leaf_shares
    assert asked(appraisal).shares == pytest.approx(
        {"people": 0.6, "voice": 0.2, "safety": 0.4, "money": 0.4}
    )


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.0, {"voice": 1 / 3, "safety": 0, "money": 2 / 3}), (1.0, {"voice": 0, "safety": 1})],
)
def test_a_criterion_can_be_given_nothing_or_everything(share, expected) -> None:
    found = asked(tree(SWINGS), safety=share).leaf_shares

    assert found == pytest.approx({"money": 0.0} | expected)


def test_a_branch_that_weighed_nothing_knows_how_to_share_what_it_is_given() -> None:
    found = asked(tree(SWINGS | {"people": 0}), people=0.3)

    assert found.leaf_shares == pytest.approx({"voice": 0.1, "safety": 0.2, "money": 0.7})


def test_where_one_criterion_carries_all_the_weight_the_rest_is_not_known() -> None:
    """method.md section 5: with a weight of 1 the others' total is undefined, so it is said."""
    words = (
        'nothing but "Money" carries any weight, so how others would share the rest is not known'
    )

    with pytest.raises(Problem, match=words):
        asked(tree(SWINGS | {"people": 0}), money=0.5)
    assert asked(tree(SWINGS | {"people": 0}), money=1).leaf_shares["money"] == 1


def test_where_all_are_set_they_must_come_to_the_whole() -> None:
    exact = asked(tree(SWINGS), voice=0.1, safety=0.2, money=0.7)

    assert exact.leaf_shares == pytest.approx({"voice": 0.1, "safety": 0.2, "money": 0.7})
    with pytest.raises(Problem, match='nothing but "Voice", "Safety" and "Money" carries any'):
        asked(tree(SWINGS), voice=0.1, safety=0.2, money=0.3)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"voice": 0.6, "money": 0.5}, 'of "Voice" and "Money" come to more than the whole'),
        ({"people": 0.4, "voice": 0.5}, 'of "Voice" come to more than the share of "People"'),
        ({"voice": -0.1}, 'the share of "Voice" is not from 0 to 1'),
        ({"voice": 1.5}, 'the share of "Voice" is not from 0 to 1'),
        ({"voice": math.nan}, 'the share of "Voice" is not from 0 to 1'),
        ({"colour": 0.5}, 'no criterion "colour" has a weight'),
    ],
)
def test_shares_that_cannot_be_are_refused_by_name(wanted, words) -> None:
    with pytest.raises(Problem, match=words):
        asked(tree(SWINGS), **wanted)


def test_a_criterion_by_itself_can_only_have_everything() -> None:
    alone = panel({"a": 3.0}, {})

    assert asked(alone, a=1).leaf_shares == {"a": 1}
    with pytest.raises(Problem, match="nothing but"):
        asked(alone, a=0.5)


def test_a_total_runs_in_a_straight_line_to_the_score_itself() -> None:
    """method.md 6A-10 and section 5: A (56), B (62) tie at 6/11 on the first criterion."""
    appraisal = panel((0.5, 0.3, 0.2), {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)})

    def totals(share: float) -> dict:
        shares = asked(appraisal, c1=share).leaf_shares
        return totals_under(score_matrix(appraisal), shares, MissingScores.WITHHOLD)

    assert totals(0.5) == pytest.approx({"a": 56, "b": 62, "c": 38})
    assert totals(1) == pytest.approx({"a": 100, "b": 40, "c": 0})
    assert totals(6 / 11)["a"] == pytest.approx(totals(6 / 11)["b"])


@given(
    st.lists(st.floats(0.001, 100), min_size=2, max_size=8),
    st.floats(0, 1),
    st.data(),
)
@settings(max_examples=60)
def test_shares_sum_to_one_and_the_others_keep_their_ratios(swings, share, data) -> None:
    appraisal = panel(swings, {})
    before = weighed(appraisal).leaf_shares
    chosen = data.draw(st.sampled_from(list(before)))

    after = asked(appraisal, **{chosen: share}).leaf_shares

    assert math.fsum(after.values()) == pytest.approx(1)
    assert after[chosen] == pytest.approx(share, abs=1e-9)
    rest = 1 - before[chosen]
    assert after == pytest.approx(
        {each: (1 - after[chosen]) * before[each] / rest for each in before}
        | {chosen: after[chosen]},
        abs=1e-9,
    )
