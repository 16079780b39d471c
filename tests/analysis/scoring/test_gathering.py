"""What is gathered once is what each question would gather for itself."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tests.analysis.panel.rooms import room
from tests.generated import appraisals

from appraiser.analysis.scoring.gathering import gathered
from appraiser.analysis.scoring.given_scores import given_scores
from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.analysis.scoring.score_ranges import score_ranges
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.terms import Round, ScoreFeed, ScoringPhase


def discussed(feed: ScoreFeed, phase: ScoringPhase) -> Appraisal:
    """Two people score two options alone; one of them scores a cell again."""
    made = room(
        [1, 1],
        {"ann": {"x": (10, 20), "y": (50, None)}, "bob": {"x": (30, 40), "y": (60, 70)}},
        again={"ann": {"x": (40, None)}},
        agreed={"x": (35, 30), "y": (55, None)},
        feed=feed,
    )
    return replace(made, scoring=replace(made.scoring, phase=phase))


def agrees_with_each_question(appraisal: Appraisal) -> None:
    found = gathered(appraisal)

    assert found.last == given_scores(appraisal)
    assert found.fed == score_matrix(appraisal)
    assert found.agreed == score_matrix(appraisal, ScoreFeed.CONSENSUS)
    assert found.ranges == score_ranges(appraisal)


@pytest.mark.parametrize("feed", list(ScoreFeed))
@pytest.mark.parametrize("phase", list(ScoringPhase))
def test_it_is_what_each_question_gathers_for_itself(feed, phase) -> None:
    agrees_with_each_question(discussed(feed, phase))


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(appraisals())
def test_so_it_is_whatever_is_in_an_appraisal(appraisal: Appraisal) -> None:
    agrees_with_each_question(appraisal)


def test_rounds_stand_beside_one_another_once_both_are_revealed() -> None:
    made = discussed(ScoreFeed.MEAN, ScoringPhase.CLOSED)

    found = gathered(made)

    assert found.alone == given_scores(made, (Round.ALONE,))
    assert found.again == given_scores(made, (Round.AGAIN,))
    assert found.last.numbers[0][0] == (40, 30)


@pytest.mark.parametrize("phase", [ScoringPhase.ALONE, ScoringPhase.REVEALED, ScoringPhase.AGAIN])
def test_what_is_scored_again_stays_out_until_it_is_revealed(phase) -> None:
    found = gathered(discussed(ScoreFeed.MEAN, phase))

    assert found.again is None
    assert found.alone is found.last


def test_where_nobody_scored_again_both_rounds_are_one() -> None:
    found = gathered(room([1], {"ann": {"x": (10,)}}))

    assert found.again is None
    assert found.alone is found.last
