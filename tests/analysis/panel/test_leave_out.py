"""Whose scores and which criteria decide."""

from dataclasses import replace
from statistics import fmean, median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import panel
from tests.analysis.panel.rooms import asked, interest, room

from appraiser.analysis.panel.leave_out import leave_out
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import Ref
from appraiser.domain.terms import InterestDecision, MissingScores, ScoreFeed

TABLES = {
    "ann/clinicians": {"x": (90, 60), "y": (10, 40)},
    "bob/staff": {"x": (40, 50), "y": (60, 50)},
    "cat/staff": {"x": (30, 50), "y": (60, 50)},
}


def test_leaving_out_the_one_who_decides_changes_who_leads() -> None:
    found = leave_out(asked(room([1, 1], TABLES)))

    assert found.middle is ScoreFeed.MEAN
    assert found.panel.leaders == ("x",)
    ann, bob, cat = found.scorers
    assert ann.what == (Ref("scorers", "ann"),)
    assert ann.ranking.totals == pytest.approx({"x": 42.5, "y": 55})
    assert ann.ranking.leaders == ("y",)
    assert [each.leader_changes for each in (ann, bob, cat)] == [True, False, False]
    assert bob.ranking.totals == pytest.approx({"x": 57.5, "y": 40})


def test_leaving_out_a_group_leaves_out_all_of_its_people() -> None:
    clinicians, staff = leave_out(asked(room([1, 1], TABLES))).groups

    assert clinicians.what == (Ref("groups", "clinicians"),)
    assert clinicians.leader_changes is True
    assert staff.ranking.totals == pytest.approx({"x": 75, "y": 25})
    assert staff.leader_changes is False


def test_leaving_out_a_criterion_raises_the_others_weights_in_their_ratios() -> None:
    """method.md 6A-10: without the first criterion, weights 0.6 and 0.4: A 12, B 84, C 76."""
    rows = {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)}

    first, second, third = leave_out(asked(panel((50, 30, 20), rows))).criteria

    assert first.what == (Ref("criteria", "c1"),)
    assert first.ranking.totals == pytest.approx({"a": 12, "b": 84, "c": 76})
    assert second.ranking.totals == pytest.approx(
        {"a": 500 / 7, "b": (200 + 120) / 7, "c": 200 / 7}
    )
    assert second.ranking.leaders == ("a",)
    assert [each.leader_changes for each in (first, second, third)] == [False, True, True]


def test_a_criterion_that_carries_all_the_weight_cannot_be_left_out() -> None:
    first, second = leave_out(asked(panel((1, 0), {"a": (10, 90), "b": (20, 80)}))).criteria

    assert (first.ranking, first.leader_changes) == (None, None)
    assert second.ranking.totals == pytest.approx({"a": 10, "b": 20})
    assert second.leader_changes is False


@pytest.mark.parametrize("decision", [InterestDecision.TAKE_PART])
def test_all_who_declared_an_interest_can_be_left_out_whatever_was_decided(decision) -> None:
    made = room([1, 1], TABLES, interests=(interest("ann", decision), interest("cat", decision)))

    found = leave_out(asked(made)).conflicted

    assert found.what == (Ref("scorers", "ann"), Ref("scorers", "cat"))
    assert found.ranking.totals == pytest.approx({"x": 45, "y": 55})
    assert found.leader_changes is True


def test_who_was_kept_out_already_is_not_named_unless_some_of_their_scores_count() -> None:
    wholly = room([1, 1], TABLES, interests=(interest("ann", InterestDecision.LEAVE),))
    partly = room([1, 1], TABLES, interests=(interest("ann", InterestDecision.LEAVE, "x"),))

    found = leave_out(asked(wholly))

    assert found.conflicted is None
    assert [each.what[0].id for each in found.scorers] == ["bob", "cat"]
    assert [each.what[0].id for each in found.groups] == ["staff"]
    assert leave_out(asked(partly)).conflicted.what == (Ref("scorers", "ann"),)


def test_from_a_consensus_nobody_can_be_taken_so_people_leave_the_mean() -> None:
    agreed = {"x": (0, 0), "y": (100, 100)}
    made = room([1, 1], TABLES, agreed=agreed, feed=ScoreFeed.CONSENSUS)

    found = leave_out(asked(made))

    assert found.middle is ScoreFeed.MEAN
    assert found.panel.leaders == ("x",)
    assert found.scorers[0].leader_changes is True
    assert found.criteria[0].ranking.totals == {"x": 0, "y": 100}


def test_without_the_only_one_who_scored_there_is_no_leader_to_compare() -> None:
    found = leave_out(asked(room([1, 1], {"ann": TABLES["ann/clinicians"]})))

    (ann,) = found.scorers
    assert ann.ranking.totals == {"x": None, "y": None}
    assert ann.leader_changes is None
    assert found.groups == ()


def test_without_people_only_criteria_can_be_left_out() -> None:
    found = leave_out(asked(panel([1, 1], {"x": (10, 20), "y": (20, 5)})))

    assert (found.scorers, found.groups, found.conflicted) == ((), (), None)
    assert found.panel.totals == {"x": None, "y": None}
    assert [each.leader_changes for each in found.criteria] == [False, True]


def test_a_barred_option_leads_with_nobody_left_out() -> None:
    found = leave_out(asked(room([1, 1], TABLES), "x"))

    assert found.panel.leaders == ("y",)
    assert {each.leader_changes for each in found.scorers} == {False}


def by_hand(appraisal: Appraisal, left: str) -> dict:
    """Take one person's scores away and work everything out again."""
    people = tuple(each for each in appraisal.scorers if each.id != left)
    return dict(asked(replace(appraisal, scorers=people)).model.totals)


cell = st.none() | st.integers(0, 100).map(float)
table = st.fixed_dictionaries({name: st.tuples(cell, cell) for name in ("x", "y")})


@given(
    st.lists(table, min_size=1, max_size=5),
    st.sampled_from([ScoreFeed.MEAN, ScoreFeed.MEDIAN]),
    st.sampled_from(MissingScores),
)
@settings(max_examples=60)
def test_leaving_one_out_is_the_same_as_working_it_out_without_them(tables, feed, missing) -> None:
    made = room([3, 1], {f"p{at}": rows for at, rows in enumerate(tables)}, feed=feed)
    made = replace(made, scoring=replace(made.scoring, missing=missing))

    found = leave_out(asked(made))

    assert found.panel.totals == approximately(asked(made).model.totals)
    for each in found.scorers:
        assert each.ranking.totals == approximately(by_hand(made, each.what[0].id))


def approximately(totals) -> dict:
    return {
        option: None if total is None else pytest.approx(total) for option, total in totals.items()
    }


def test_a_median_reads_on_past_the_one_who_is_left_out() -> None:
    scores = [10.0, 30.0, 30.0, 70.0, 90.0]
    tables = {f"p{at}": {"x": (score,)} for at, score in enumerate(scores)}

    found = leave_out(asked(room([1], tables, feed=ScoreFeed.MEDIAN)))

    assert [each.ranking.totals["x"] for each in found.scorers] == [
        median(scores[:at] + scores[at + 1 :]) for at in range(5)
    ]
    assert fmean(scores) != found.panel.totals["x"] == 30
