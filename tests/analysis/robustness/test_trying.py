"""The options in play are tried over what an appraisal says may be off."""

from statistics import NormalDist

import pytest

from appraiser.analysis.cancelling import Cancelled
from appraiser.analysis.in_play import InPlay
from appraiser.analysis.robustness.trying import not_tried, tried
from appraiser.analysis.scoring.score_ranges import ScoreRange
from appraiser.domain.findings import Severity
from appraiser.domain.ids import CriterionId, OptionId, Ref
from appraiser.domain.problem import Problem
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import Cell
from appraiser.domain.terms import ScoreSpread, Stage, WeightSpread

A, B, C = map(OptionId, "abc")
ONE, TWO = map(CriterionId, ("one", "two"))
EVEN = {ONE: 0.5, TWO: 0.5}


def playing(rows: dict[OptionId, dict[CriterionId, float]], **ranges: ScoreRange) -> InPlay:
    over = {Cell(OptionId(option), ONE): each for option, each in ranges.items()}
    return InPlay(totals={}, scores=rows, ranges=over, reaches={}, costs={})


THREE = playing({A: {ONE: 100, TWO: 0}, B: {ONE: 0, TWO: 100}, C: {ONE: 60, TWO: 60}})


@pytest.mark.parametrize("spread", list(WeightSpread))
def test_weights_are_spread_as_the_settings_say(spread) -> None:
    found = tried(Robustness(weights=spread, draws=4096, seed=7), EVEN, THREE)

    assert (found.spread, found.draws, found.seed) == (spread, 4096, 7)
    assert sum(found.first.values()) == pytest.approx(1)


def test_weights_of_any_kind_have_the_exact_shares() -> None:
    """method.md 6A-8, analytic: A 0.4, B 0.4, C 0.2, within three standard errors."""
    found = tried(Robustness(weights=WeightSpread.ANY), EVEN, THREE)

    for option, share in {A: 0.4, B: 0.4, C: 0.2}.items():
        assert found.first[option] == pytest.approx(share, abs=3 * found.standard_error + 1e-9)


def test_a_narrow_band_leaves_the_leader_first_always() -> None:
    found = tried(Robustness(weights=WeightSpread.WITHIN, band=10.0, draws=1024), EVEN, THREE)

    assert found.first == {A: 0, B: 0, C: 1}


SPREAD = playing({A: {ONE: 50}, B: {ONE: 60}}, b=ScoreRange(40, 60, 80))
SKEWED = playing({A: {ONE: 50}, B: {ONE: 60}}, b=ScoreRange(40, 60, 90))


@pytest.mark.parametrize(
    ("spread", "play", "share"),
    [
        (ScoreSpread.EXACT, SPREAD, 0.0),
        (ScoreSpread.UNIFORM, SPREAD, 1 / 4),
        (ScoreSpread.TRIANGULAR, SPREAD, 10**2 / (40 * 20)),
        (ScoreSpread.NORMAL, SPREAD, NormalDist(60, 20 / 1.959964).cdf(50)),
        (ScoreSpread.BETA, SPREAD, 10 / 4**3 - 15 / 4**4 + 6 / 4**5),  # I(1/4; 3, 3)
        (ScoreSpread.LOG_NORMAL, SKEWED, NormalDist(0, 0.405465 / 1.959964).cdf(-0.182322)),
    ],
)
def test_scores_are_spread_as_the_settings_say(spread, play, share) -> None:
    """The share of draws in which B, at 60, falls below A, at 50 exactly: the closed forms."""
    found = tried(Robustness(scores=spread), {ONE: 1.0}, play)

    assert found.first[A] == pytest.approx(share, abs=3 * found.standard_error + 0.002)


@pytest.mark.parametrize("score", [1e-300, 5e-324, 0.0])
def test_scores_in_all_but_a_tie_may_be_spread_far(score) -> None:
    """A at nought, B spread evenly from 0 to 50 around a score that is next to nought."""
    play = playing({A: {ONE: 0}, B: {ONE: score}}, b=ScoreRange(0, score, 50))

    found = tried(Robustness(draws=1024), {ONE: 1.0}, play)

    assert found.first == {A: 0, B: 1}


def test_shares_are_told_as_they_rise_to_one() -> None:
    told: list[float] = []

    tried(Robustness(), EVEN, THREE, told.append)

    assert told == sorted(told)
    assert told[-1] == pytest.approx(1)


def test_it_stops_once_the_answer_is_no_longer_wanted() -> None:
    with pytest.raises(Cancelled):
        tried(Robustness(), EVEN, THREE, cancelled=lambda: True)


def test_a_place_that_is_no_setting_is_no_field() -> None:
    with pytest.raises(Problem) as caught:
        tried(Robustness(), EVEN, playing({A: {}, B: {ONE: 1}}))

    assert caught.value.place == "scores[a]"
    assert not_tried(WeightSpread.ANY, caught.value).field == ""


def test_what_keeps_it_from_being_tried_is_put_into_words() -> None:
    with pytest.raises(Problem) as caught:
        tried(Robustness(draws=0), EVEN, THREE)

    found = not_tried(WeightSpread.ANY, caught.value)

    assert (found.code, found.severity, found.stage) == (
        "robustness",
        Severity.ERROR,
        Stage.RESULTS,
    )
    assert (found.ref, found.field) == (Ref("robustness"), "draws")
    assert found.words == (
        "How often each option comes first over all weightings that there could be cannot be "
        "counted: there can be from 1 to 16,777,216 draws."
    )
