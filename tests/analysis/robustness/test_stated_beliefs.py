"""What an appraisal says may be off becomes the beliefs that its labels promise."""

import math
from dataclasses import replace
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.making import panel

from appraiser.analysis.robustness.beliefs import (
    Beta,
    LogNormal,
    Normal,
    ScoreBelief,
    Triangular,
    Uniform,
    checked,
)
from appraiser.analysis.robustness.stated_beliefs import (
    believed_scores,
    believed_weights,
    spread_findings,
)
from appraiser.analysis.robustness.weight_beliefs import (
    AnyWeights,
    RankedWeights,
    WeightsAround,
    WeightsWithin,
)
from appraiser.analysis.scoring.score_ranges import ScoreRange
from appraiser.domain.findings import Severity
from appraiser.domain.ids import CriterionId, OptionId, Ref
from appraiser.domain.problem import Problem
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import Cell
from appraiser.domain.terms import ScoreSpread, Stage, WeightSpread

X, VOICE, COST = OptionId("x"), CriterionId("voice"), CriterionId("cost")
SHARES = {VOICE: 0.8, COST: 0.2}


def belief(spread: ScoreSpread, low: float, score: float, high: float) -> ScoreBelief | None:
    """Give the belief of one score with a range."""
    ranges = {Cell(X, VOICE): ScoreRange(low, score, high)}
    return believed_scores(spread, {X: {VOICE: score}}, ranges)[X][VOICE]


def held(distribution: NormalDist, low: float, high: float) -> float:
    return distribution.cdf(high) - distribution.cdf(low)


# Weights


def test_all_weights_that_keep_the_order_are_ranked_ones() -> None:
    assert believed_weights(Robustness(), WeightSpread.RANKED, SHARES) == RankedWeights(SHARES)


def test_any_weights_at_all_are_any() -> None:
    assert believed_weights(Robustness(), WeightSpread.ANY, SHARES) == AnyWeights(SHARES)


def test_weights_around_those_given_vary_as_the_setting_says() -> None:
    settings = Robustness(concentration=30.0)

    assert believed_weights(settings, WeightSpread.AROUND, SHARES) == WeightsAround(SHARES, 30.0)


def test_a_weight_next_to_nothing_is_nothing_where_weights_spread_around_their_own() -> None:
    shares = {VOICE: 1 - 1e-7, COST: 1e-7}

    few = believed_weights(Robustness(concentration=100.0), WeightSpread.AROUND, shares)
    many = believed_weights(Robustness(concentration=1e4), WeightSpread.AROUND, shares)

    assert few == WeightsAround({VOICE: 1 - 1e-7, COST: 0.0}, 100.0)
    assert many == WeightsAround(shares, 1e4)


def test_weights_within_a_band_have_a_share_of_themselves_to_either_side() -> None:
    settings = Robustness(band=25.0)

    found = believed_weights(settings, WeightSpread.WITHIN, SHARES)

    assert isinstance(found, WeightsWithin)
    assert found.ranges == {
        VOICE: (pytest.approx(0.6), 1.0),  # 0.8 and a quarter of it is the whole
        COST: (pytest.approx(0.15), pytest.approx(0.25)),
    }


@pytest.mark.parametrize(
    ("band", "ends"), [(0.0, (0.8, 0.8)), (100.0, (0.0, 1.0)), (50.0, (0.4, 1.0))]
)
def test_no_weight_leaves_nought_to_one(band, ends) -> None:
    found = believed_weights(Robustness(band=band), WeightSpread.WITHIN, SHARES)

    assert found.ranges[VOICE] == pytest.approx(ends)


@pytest.mark.parametrize("band", [math.nan, math.inf, -1.0, 100.5])
def test_a_band_that_is_none_is_refused(band) -> None:
    with pytest.raises(Problem, match="band: the band around weights lies from 0 to 100 per cent"):
        believed_weights(Robustness(band=band), WeightSpread.WITHIN, SHARES)


# Scores


@pytest.mark.parametrize("spread", list(ScoreSpread))
def test_a_score_without_a_range_stays_as_it_is(spread) -> None:
    assert believed_scores(spread, {X: {VOICE: 60.0}}, {}) == {X: {VOICE: 60.0}}


@pytest.mark.parametrize("spread", list(ScoreSpread))
def test_a_score_that_is_missing_stays_missing(spread) -> None:
    ranges = {Cell(X, COST): ScoreRange(50, 60, 80)}

    assert believed_scores(spread, {X: {VOICE: 60.0}}, ranges) == {X: {VOICE: 60.0}}


def test_exact_scores_leave_their_ranges_aside() -> None:
    assert belief(ScoreSpread.EXACT, 50, 60, 80) == 60


def test_triangular_ones_are_likeliest_at_the_score() -> None:
    assert belief(ScoreSpread.TRIANGULAR, 50, 60, 80) == Triangular(50, 60, 80)


def test_uniform_ones_lie_anywhere_between_the_ends_alike() -> None:
    assert belief(ScoreSpread.UNIFORM, 50, 60, 80) == Uniform(50, 80)


def test_the_ends_of_a_normal_spread_hold_95_in_100() -> None:
    found = belief(ScoreSpread.NORMAL, 40, 60, 80)

    assert isinstance(found, Normal)
    assert found.mean == 60
    assert held(NormalDist(found.mean, found.deviation), 40, 80) == pytest.approx(0.95)


def test_a_lopsided_normal_spread_keeps_the_score_in_its_middle_and_is_as_wide() -> None:
    assert belief(ScoreSpread.NORMAL, 50, 60, 90) == replace(
        belief(ScoreSpread.NORMAL, 40, 60, 80), mean=60
    )


@given(st.lists(st.integers(0, 100), min_size=3, max_size=3, unique=True).map(sorted))
def test_the_mean_of_a_beta_spread_is_that_of_pert(ends) -> None:
    """(low + 4 mode + high) / 6: Malcolm, Roseboom, Clark and Fazar 1959; Clark 1962."""
    low, mode, high = ends

    found = belief(ScoreSpread.BETA, low, mode, high)

    assert isinstance(found, Beta)
    assert (found.at_nought, found.at_one) == (low, high)
    mean = low + (high - low) * found.a / (found.a + found.b)
    assert mean == pytest.approx((low + 4 * mode + high) / 6)
    likeliest = low + (high - low) * (found.a - 1) / (found.a + found.b - 2)
    assert likeliest == pytest.approx(mode)


@pytest.mark.parametrize("score", [50.0, 80.0])
def test_a_beta_spread_may_have_its_hump_at_an_end(score) -> None:
    found = belief(ScoreSpread.BETA, 50, score, 80)

    assert checked(found) is found
    assert sorted((found.a, found.b)) == [1, 5]


def test_the_median_of_a_log_normal_spread_is_the_score_and_its_ends_hold_95_in_100() -> None:
    found = belief(ScoreSpread.LOG_NORMAL, 40, 60, 90)  # 60 / 40 = 90 / 60

    assert isinstance(found, LogNormal)
    assert math.exp(found.mean) == pytest.approx(60)
    logs = NormalDist(found.mean, found.deviation)
    assert held(logs, math.log(40), math.log(90)) == pytest.approx(0.95)
    assert (found.at_nought, found.at_one) == (0, 1)


@pytest.mark.parametrize("low", [0.0, -5.0, 1e-3, 5e-324])
def test_where_a_log_normal_spread_cannot_be_it_is_triangular(low) -> None:
    assert belief(ScoreSpread.LOG_NORMAL, low, 60, 90) == Triangular(low, 60, 90)


@given(
    st.sampled_from(ScoreSpread),
    st.lists(st.floats(0, 100), min_size=3, max_size=3)
    .map(sorted)
    .filter(lambda ends: ends[0] < ends[2]),
)
def test_whatever_the_range_the_belief_can_be_drawn_from(spread, ends) -> None:
    found = belief(spread, *ends)

    assert checked(found) is not None


# What is found


def found(spread: ScoreSpread, *ends: float):
    made = panel({"voice": 1.0}, {"x": (60,)}, robustness=Robustness(scores=spread))
    return list(spread_findings(made, {Cell(X, VOICE): ScoreRange(*ends)}))


def test_a_range_down_to_nought_is_found_under_a_log_normal_spread() -> None:
    (finding,) = found(ScoreSpread.LOG_NORMAL, 0.0, 60.0, 90.0)

    assert (finding.code, finding.severity) == ("spread", Severity.WARNING)
    assert (finding.stage, finding.ref) == (Stage.SCORING, Ref("sheets"))
    assert finding.field == "x/voice"
    assert finding.words == (
        'The range of the score of "X" on "voice" reaches down to nought, where a log-normal '
        "spread has nothing; a triangular spread is used there."
    )


def test_a_range_over_very_far_is_found_under_a_log_normal_spread() -> None:
    (finding,) = found(ScoreSpread.LOG_NORMAL, 0.001, 60.0, 90.0)

    assert finding.words == (
        'The range of the score of "X" on "voice" spans too far for a log-normal spread; '
        "a triangular spread is used there."
    )


def test_nothing_is_found_of_a_range_that_it_can_take() -> None:
    assert found(ScoreSpread.LOG_NORMAL, 10.0, 60.0, 90.0) == []


@pytest.mark.parametrize("spread", [each for each in ScoreSpread if each.value != "log-normal"])
def test_nothing_is_found_under_any_other_spread(spread) -> None:
    assert found(spread, 0.0, 60.0, 90.0) == []
