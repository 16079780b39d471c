"""The sample whose answer is to pause."""

import pytest

from appraiser.analysis.assessing import assess
from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.terms import MeasureKind, Readiness, ReadinessTest, Recommendation


@pytest.fixture
def results(northcliff, catalogue):
    return assess(northcliff, catalogue)


def test_readiness_says_pause_for_three_reasons(results):
    assert results.readiness.outcome is Readiness.PAUSE
    assert {answer.test for answer in results.readiness.deciding} == {
        ReadinessTest.CQC,
        ReadinessTest.UNIONS,
        ReadinessTest.PRIORITIES,
    }


def test_the_recommendation_is_to_pause_and_says_what_would_end_it(northcliff):
    assert northcliff.paper.recommendation is Recommendation.PAUSE
    assert all(
        answer.conditions
        for answer in northcliff.readiness_answers
        if answer.answer is Readiness.PAUSE
    )


def test_the_evidence_stands_behind_the_pause(northcliff):
    ratings = {m.rating for m in northcliff.measures if m.kind is MeasureKind.CQC}
    assert "Inadequate" in ratings
    vote = next(view for view in northcliff.staff_views if view.against is not None)
    assert (vote.in_favour, vote.against) == (12, 388)
    assert vote.answered == vote.in_favour + vote.against + 2


def test_scores_were_given_all_the_same_and_stand_beside_the_pause(results):
    assert all(option.total is not None for option in results.options)


RANK_WEIGHTS = (0.347, 0.268, 0.196, 0.127, 0.062)
"""The published table of weights for five criteria known by rank alone, to three places."""

AGREED = {
    "business-as-usual": (55, 22, 84, 40, 44),
    "ft-plus": (46, 72, 34, 52, 46),
    "autonomous-unit": (48, 50, 42, 36, 44),
    "young-people-cic": (30, 78, 10, 46, 18),
    "whole-trust-mutual": (18, 84, 4, 86, 12),
}


@pytest.mark.parametrize("option", AGREED)
def test_a_total_is_what_the_published_rank_weights_give(results, option):
    by_hand = sum(w * score for w, score in zip(RANK_WEIGHTS, AGREED[option], strict=True))
    assert results.of[option].total == pytest.approx(by_hand, abs=0.15)


def test_no_option_is_clearly_ahead_of_those_that_no_gate_bars(results):
    assert results.verdict.kind is VerdictKind.NONE
    assert [each.option for each in results.ranked if not each.barred] == [
        "ft-plus",
        "business-as-usual",
    ]


def test_money_not_committed_is_set_aside(northcliff, results):
    assert results.support.spent == 30_600_00
    assert results.support.planned == 41_400_00
    assert northcliff.programme.cap - results.support.spent == 44_400_00
