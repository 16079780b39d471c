"""How scores are drawn, seen by how often an option passes scores that are known exactly."""

import math
from statistics import NormalDist

import pytest
from tests.analysis.robustness.tables import rows

from appraiser.analysis.robustness.beliefs import (
    Beta,
    LogNormal,
    Normal,
    ScoreBelief,
    Triangular,
    Uniform,
)
from appraiser.analysis.robustness.simulation import Effort, simulate
from appraiser.analysis.robustness.weight_beliefs import AnyWeights
from appraiser.domain.problem import Problem

ONE = AnyWeights({"0": 1.0})


def passing(belief: ScoreBelief, *marks: float) -> list[float]:
    """Give how often a score passes each of some marks."""
    table = {"drawn": (belief,), **{f"{mark!r}": (mark,) for mark in marks}}
    found = simulate(ONE, rows(table), Effort(2**18))
    return [found.of["drawn"].beats[f"{mark!r}"] for mark in marks]


def at_most(events: int, trials: int, chance: float) -> float:
    """Give the chance of no more than so many events, by the binomial sum."""
    return sum(
        math.comb(trials, each) * chance**each * (1 - chance) ** (trials - each)
        for each in range(events + 1)
    )


def test_an_even_spread_passes_each_mark_by_its_place() -> None:
    assert passing(Uniform(20, 60), 19, 30, 40, 55, 61) == pytest.approx(
        [1, 0.75, 0.5, 0.125, 0], abs=2e-3
    )


@pytest.mark.parametrize("mode", [20, 30, 60])
def test_a_triangular_spread_passes_each_mark_by_the_area_beyond_it(mode) -> None:
    low, high = 20, 60

    def beyond(mark: float) -> float:
        if mark <= mode:
            return 1 - (mark - low) ** 2 / ((high - low) * (mode - low) or 1)
        return (high - mark) ** 2 / ((high - low) * (high - mode))

    marks = [22, 28, 31, 45, 58]
    assert passing(Triangular(low, mode, high), *marks) == pytest.approx(
        [beyond(mark) for mark in marks], abs=2e-3
    )


def test_a_normal_spread_passes_each_mark_as_the_normal_distribution_does() -> None:
    spread = NormalDist(40, 12)
    marks = [5, 25, 40, 52, 70]

    assert passing(Normal(40, 12), *marks) == pytest.approx(
        [1 - spread.cdf(mark) for mark in marks], abs=2e-3
    )


def test_a_log_normal_performance_is_read_off_a_line_that_rises_or_falls() -> None:
    spread = NormalDist(0.5, 0.4)
    performances = [0.8, 1.5, 1.9, 3.0]
    chances = [1 - spread.cdf(math.log(each)) for each in performances]

    rising = passing(LogNormal(0.5, 0.4, 10, 30), *(10 + 20 * each for each in performances))
    falling = passing(LogNormal(0.5, 0.4, 90, 70), *(90 - 20 * each for each in performances))

    assert rising == pytest.approx(chances, abs=2e-3)
    assert falling == pytest.approx([1 - each for each in chances], abs=2e-3)


@pytest.mark.parametrize(("a", "b"), [(1, 1), (2, 5), (20, 116), (1, 135), (300, 40)])
def test_a_beta_share_passes_each_mark_as_the_binomial_sum_says(a, b) -> None:
    """Beta(a, b) is at most p with the chance of at least a events in a + b - 1 trials."""
    mean = a / (a + b)
    shares = [mean * 0.6, mean, mean + 0.4 * (1 - mean) * mean]
    beyond = [at_most(a - 1, a + b - 1, share) for share in shares]

    rising = passing(Beta(a, b), *(100 * share for share in shares))
    falling = passing(Beta(a, b, 100, -300), *(100 - 400 * share for share in shares))

    assert rising == pytest.approx(beyond, abs=2e-3)
    assert falling == pytest.approx([1 - each for each in beyond], abs=2e-3)


@pytest.mark.parametrize(
    "belief",
    [
        Uniform(40, 40),
        Triangular(40, 40, 40),
        Normal(40, 0),
        Beta(2, 3, 40, 40),
        LogNormal(1, 0, 0, 40 / math.e),
        LogNormal(1, 2, 40, 40),
        40,
    ],
)
def test_a_spread_of_no_width_is_an_exact_score_and_costs_no_draw(belief) -> None:
    found = simulate(ONE, {"A": {"0": belief}, "B": {"0": 39.99}, "C": {"0": 40.0}})

    assert (found.score_draws, found.of["A"].beats["B"]) == (1, 1.0)
    assert found.of["A"].beats["C"] == 0.5


def test_scores_that_are_not_exact_are_drawn_on_their_own_and_seldom_tie() -> None:
    found = simulate(ONE, {"A": {"0": Uniform(0, 100)}, "B": {"0": Uniform(0, 100)}})

    assert found.first == pytest.approx({"A": 0.5, "B": 0.5}, abs=4 * found.standard_error)
    assert found.score_draws > 1
    assert found.first_tied < 0.01


@pytest.mark.parametrize(
    "belief",
    [
        Uniform(1, 0),
        Triangular(0, 2, 1),
        Triangular(0, math.nan, 1),
        Normal(math.nan, 1),
        Normal(0, -1),
        Normal(0, math.inf),
        Beta(0, 1),
        Beta(1, math.nan),
        Beta(1, 2e6),
        Beta(1, 1, math.inf, 0),
        LogNormal(0, -1),
        LogNormal(30, 1),
        LogNormal(0, 5),
        LogNormal(0, 1, math.nan, 1),
        LogNormal(math.nan, 1),
        math.nan,
    ],
)
def test_a_spread_that_makes_no_sense_is_refused_by_its_place(belief) -> None:
    with pytest.raises(Problem) as refused:
        simulate(ONE, {"A": {"0": belief}, "B": {"0": 1.0}})

    assert refused.value.place == "scores[A][0]"
