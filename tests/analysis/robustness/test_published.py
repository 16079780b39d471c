"""SMAA-2 against what others have published, and what can be worked out by hand."""

import math

import pytest
from tests.analysis.robustness.tables import SIDED, SMALL, even, named, rows, shares, weights_of

from appraiser.analysis.robustness.beliefs import Beta, LogNormal, Normal
from appraiser.analysis.robustness.exact_pairs import exact_pairs
from appraiser.analysis.robustness.given_draws import of_given_draws
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.robustness.simulation import Effort, simulate
from appraiser.analysis.robustness.weight_beliefs import AnyWeights, WeightsWithin

THIRDS = [1 / 3] * 3


def errors(share: float, *draws: int) -> float:
    """Give three standard errors of the difference of shares counted over so many draws each."""
    return 3 * math.sqrt(share * (1 - share) * sum(1 / each for each in draws))


def test_an_option_that_is_best_on_all_is_always_first_and_the_other_has_no_central_weights() -> (
    None
):
    """van Valkenhoef, smaa R package, commit 2ce6bbd (method.md 6A-7 i)."""
    evenly = WeightsWithin(dict.fromkeys("012", (1 / 3, 1 / 3)))

    found = simulate(evenly, rows({"A": (1, 1, 1), "B": (0, 0, 0)}))

    assert weights_of(found, "A") == pytest.approx(THIRDS)
    assert (found.of["A"].confidence, found.of["B"].confidence) == (1.0, None)
    assert found.of["B"].central_weights is None
    assert found.first == {"A": 1.0, "B": 0.0}
    assert (found.entropy, found.standard_error, found.first_tied) == (0.0, 0.0, 0.0)


def test_one_draw_of_ten_thousand_the_other_way_round_gives_the_other_central_weights() -> None:
    """van Valkenhoef, smaa R package, commit 2ce6bbd (method.md 6A-7 ii)."""
    won, lost = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
    tables = [(lost, won), *[(won, lost)] * 9_999]

    found = of_given_draws("AB", "xyz", tables, [THIRDS] * 10_000)

    assert weights_of(found, "A") == pytest.approx(THIRDS)
    assert weights_of(found, "B") == pytest.approx(THIRDS)
    assert found.first == pytest.approx({"A": 0.9999, "B": 0.0001})
    assert found.of["B"].confidence == pytest.approx(0.0001)
    assert (found.draws, found.seed, found.spread) == (10_000, None, None)


def test_of_ten_draws_nine_won_make_the_pairwise_index_nine_tenths() -> None:
    """van Valkenhoef, smaa R package, commit 2ce6bbd (method.md 6A-7 iii)."""
    tables = [[[1.0], [0.0]]] * 9 + [[[0.0], [1.0]]]

    found = of_given_draws("AB", "x", tables, [[1.0]] * 10)

    assert found.of["A"].beats == {"B": pytest.approx(0.9)}
    assert found.of["B"].beats == {"A": pytest.approx(0.1)}


@pytest.mark.parametrize("draws", [2**10, 2**14, 2**20])
def test_two_criteria_have_the_exact_shares_and_central_weights(draws) -> None:
    """method.md 6A-8, analytic: A and B (0.4, 0.1, 0.5), C (0.2, 0.8, 0)."""
    found = simulate(AnyWeights(even(2)), rows(SIDED), Effort(draws))

    exact = {"A": (0.4, 0.1, 0.5), "B": (0.4, 0.1, 0.5), "C": (0.2, 0.8, 0.0)}
    for option, at_rank in exact.items():
        for counted, share in zip(shares(found)[option], at_rank, strict=True):
            assert counted == pytest.approx(share, abs=errors(share, draws))
    assert weights_of(found, "A") == pytest.approx([0.8, 0.2], abs=1 / math.sqrt(draws))
    assert weights_of(found, "B") == pytest.approx([0.2, 0.8], abs=1 / math.sqrt(draws))
    assert weights_of(found, "C") == pytest.approx([0.5, 0.5], abs=1 / math.sqrt(draws))
    assert [each.confidence for each in found.standings] == [1.0, 1.0, 1.0]
    entropy = -2 * 0.4 * math.log2(0.4) - 0.2 * math.log2(0.2)
    assert found.entropy == pytest.approx(entropy, abs=2 / math.sqrt(draws))


def test_the_small_case_has_the_known_shares_and_pairwise_indices() -> None:
    """method.md 6A-10, a million draws: first 0.215, 0.535, 0.250; pairs 0.785, 0.750, 0.357."""
    found = simulate(AnyWeights(even(3)), rows(SMALL), Effort(2**20))

    for option, share in {"A": 0.215, "B": 0.535, "C": 0.250}.items():
        within = errors(share, 2**20, 10**6) + 0.0005
        assert found.first[option] == pytest.approx(share, abs=within)
    pairs = {("B", "A"): 0.785, ("B", "C"): 0.750, ("A", "C"): 0.357}
    exact = exact_pairs(AnyWeights(even(3)), rows(SMALL))
    assert exact is not None
    for (one, other), share in pairs.items():
        assert exact[one][other] == pytest.approx(share, abs=errors(share, 10**6) + 0.0005)
        counted = found.of[one].beats[other]
        assert counted == pytest.approx(exact[one][other], abs=errors(share, 2**20))


def thrombolytics(weights: AnyWeights | WeightsWithin) -> Robustness:
    """Lynd and O'Brien's trial data: three events, the fewer the better.

    Linear values of proximal DVT from 0 to 0.25, distal DVT from 0.15 to 0.40 and major bleeding
    from 0 to 0.10; each share is Beta(events + 1, others + 1) or so, as published.
    """

    def value(a: float, b: float, best: float, worst: float) -> Beta:
        at_nought = 100 * worst / (worst - best)
        return Beta(a, b, at_nought, at_nought - 100 / (worst - best))

    scales = ((0, 0.25), (0.15, 0.40), (0, 0.10))
    events = {
        "Heparin": ((20, 116), (40, 96), (1, 135)),
        "Enoxaparin": ((8, 121), (32, 97), (5, 124)),
    }
    table = {
        option: [value(*shape, *scale) for shape, scale in zip(shapes, scales, strict=True)]
        for option, shapes in events.items()
    }
    return simulate(weights, rows(table), Effort(2**20))


@pytest.fixture(scope="module")
def no_preferences() -> Robustness:
    return thrombolytics(AnyWeights(even(3)))


def test_thrombolytics_stand_as_published_without_preferences(no_preferences) -> None:
    """drugis, mcda-elicitation-web, commit 34bc9aa, R/test/thrombo.R (method.md 6A-9)."""
    found = no_preferences

    assert found.first == pytest.approx({"Heparin": 0.3381, "Enoxaparin": 0.6619}, abs=0.02)
    assert weights_of(found, "Heparin") == pytest.approx([0.198, 0.278, 0.524], abs=0.05)
    assert weights_of(found, "Enoxaparin") == pytest.approx([0.412, 0.358, 0.230], abs=0.05)
    assert found.of["Heparin"].confidence == pytest.approx(0.639, abs=0.03)
    assert found.of["Enoxaparin"].confidence == pytest.approx(0.893, abs=0.03)


def test_thrombolytics_stand_as_two_million_independent_draws_had_it(no_preferences) -> None:
    """method.md 6A-9, our own run of two million draws of the same case, to its three digits."""
    found, rounding = no_preferences, 0.0005
    within = 3 * found.of["Heparin"].standard_error + errors(0.342, 2 * 10**6) + rounding

    assert found.first == pytest.approx({"Heparin": 0.342, "Enoxaparin": 0.658}, abs=within)
    assert weights_of(found, "Heparin") == pytest.approx([0.194, 0.275, 0.531], abs=0.002)
    assert weights_of(found, "Enoxaparin") == pytest.approx([0.406, 0.364, 0.230], abs=0.002)
    for option, share in {"Heparin": 0.654, "Enoxaparin": 0.891}.items():
        within = errors(share, found.score_draws, 2 * 10**6) + rounding
        assert found.of[option].confidence == pytest.approx(share, abs=within)


def test_thrombolytics_agree_with_the_ten_thousand_draws_of_the_r_package(no_preferences) -> None:
    """van Valkenhoef, smaa R package, commit e77f984, smaa-Ex.Rout.save (peers.md D8).

    Ranks of its 10,000 stored draws; the draws themselves are another's and are not kept here.
    """
    found, draws = no_preferences, 10_000

    within = errors(0.3504, draws) + 3 * found.standard_error
    assert found.first == pytest.approx({"Heparin": 0.3504, "Enoxaparin": 0.6496}, abs=within)
    assert found.of["Enoxaparin"].beats == {"Heparin": pytest.approx(0.6496, abs=within)}
    central = weights_of(found, "Heparin") + weights_of(found, "Enoxaparin")
    stored = [0.1865097, 0.2772205, 0.5362698, 0.4073100, 0.3641477, 0.2285423]
    assert central == pytest.approx(stored, abs=3 * 0.2 / math.sqrt(0.35 * draws))
    for option, share in {"Heparin": 0.6682, "Enoxaparin": 0.8956}.items():
        within = errors(share, draws, found.score_draws)
        assert found.of[option].confidence == pytest.approx(share, abs=within)


def test_thrombolytics_at_fixed_weights_agree_with_the_r_package() -> None:
    """van Valkenhoef, smaa R package, commit e77f984: 0.1279 at weights 0.5, 0.2, 0.3 (D8)."""
    fixed = {each: (weight, weight) for each, weight in named(0.5, 0.2, 0.3).items()}

    found = thrombolytics(WeightsWithin(fixed))

    within = errors(0.1279, 10_000) + 3 * found.standard_error
    assert found.first["Heparin"] == pytest.approx(0.1279, abs=within)
    assert weights_of(found, "Heparin") == pytest.approx([0.5, 0.2, 0.3])


def test_the_entropy_of_the_r_packages_choice_is_the_one_it_prints() -> None:
    """van Valkenhoef, smaa R package, commit e77f984: shares 0.3504, 0.6496 make 0.9344248."""
    tables = [[[1.0], [0.0]]] * 3_504 + [[[0.0], [1.0]]] * 6_496

    found = of_given_draws("AB", "x", tables, [[1.0]] * 10_000)

    assert found.entropy == pytest.approx(0.9344248, abs=5e-8)


MEDICINES = {
    "Fluoxetine": ((0, 0), (11.7, 2.5), (7.2, 1.45), (16.6, 3.27), (13.7, 1.89), (18.6, 1.79)),
    "Paroxetine": (
        (0.086, 0.056),
        (9.2, 1.86),
        (10.6, 1.58),
        (21.2, 5.15),
        (14.3, 2.93),
        (18.3, 3.7),
    ),
    "Sertraline": (
        (0.095, 0.044),
        (15.4, 2.65),
        (7.5, 1.48),
        (20.2, 3.78),
        (15.0, 3.21),
        (19.5, 2.6),
    ),
    "Venlafaxine": (
        (0.113, 0.048),
        (5.5, 2.32),
        (15.7, 4.44),
        (12.8, 2.45),
        (11.2, 3.98),
        (31.0, 1.68),
    ),
}
"""Mean and deviation: of the logarithm of efficacy, and of five side effects in 100 patients."""
_ENDS = 1.96
"""Standard deviations from the mean to the ends that the scale of a criterion runs between."""


def medicines() -> dict[str, list[LogNormal | Normal]]:
    """Score efficacy, the more the better, and side effects, the fewer the better, from 0 to 1."""
    ends = []
    for column in zip(*MEDICINES.values(), strict=True):
        lows = [mean - _ENDS * deviation for mean, deviation in column]
        highs = [mean + _ENDS * deviation for mean, deviation in column]
        ends.append((min(lows), max(highs)))
    worst, best = map(math.exp, ends[0])
    table: dict[str, list[LogNormal | Normal]] = {}
    for option, ((mean, deviation), *effects) in MEDICINES.items():
        nought, one = -worst / (best - worst), (1 - worst) / (best - worst)
        table[option] = [LogNormal(mean, deviation, nought, one)]
        for (low, high), (middle, off) in zip(ends[1:], effects, strict=True):
            table[option].append(Normal((high - middle) / (high - low), off / (high - low)))
    return table


def test_antidepressants_stand_as_jsmaa_tests_that_they_do() -> None:
    """Tervonen and others, JSMAA, commit d00ae14, SMAA2SimulationTest and smaa2-benefitrisk (D9).

    Its own tolerances: 0.02, and 0.03 for confidence factors.
    """
    found = simulate(AnyWeights(even(6)), rows(medicines()), Effort(2**17))

    assert shares(found) == {
        "Fluoxetine": pytest.approx((0.20, 0.28, 0.30, 0.22), abs=0.02),
        "Paroxetine": pytest.approx((0.25, 0.29, 0.27, 0.19), abs=0.02),
        "Sertraline": pytest.approx((0.17, 0.25, 0.29, 0.30), abs=0.02),
        "Venlafaxine": pytest.approx((0.39, 0.18, 0.15, 0.29), abs=0.02),
    }
    central = {
        "Fluoxetine": (0.08, 0.14, 0.23, 0.18, 0.16, 0.22),
        "Paroxetine": (0.18, 0.17, 0.15, 0.13, 0.15, 0.22),
        "Sertraline": (0.21, 0.10, 0.22, 0.13, 0.15, 0.20),
        "Venlafaxine": (0.18, 0.21, 0.12, 0.21, 0.19, 0.09),
    }
    for option, weights in central.items():
        assert weights_of(found, option) == pytest.approx(weights, abs=0.02)
    confidence = {
        "Fluoxetine": 0.48,
        "Paroxetine": 0.44,
        "Sertraline": 0.34,
        "Venlafaxine": 0.74,
    }
    assert {each.option: each.confidence for each in found.standings} == pytest.approx(
        confidence, abs=0.03
    )


def test_options_that_score_the_same_share_the_centre_of_all_weights() -> None:
    """JSMAA, commit d00ae14, SMAA2SimulationTest, testEqualRanks: central weights of 0.333 each."""
    found = simulate(AnyWeights(even(3)), rows({"alt1": (0, 0, 0), "alt2": (0, 0, 0)}))

    assert weights_of(found, "alt1") == pytest.approx([0.333] * 3, abs=0.01)
    assert weights_of(found, "alt2") == pytest.approx([0.333] * 3, abs=0.01)
    assert found.first_tied == 1


def test_each_of_two_options_is_favoured_by_the_weights_of_what_it_is_good_at() -> None:
    """JSMAA, commit d00ae14, SMAA2SimulationTest, testCorrectResults."""
    found = simulate(AnyWeights(even(3)), rows({"alt1": (1, 0, 1), "alt2": (0, 1, 0)}))

    one, other = weights_of(found, "alt1"), weights_of(found, "alt2")
    assert (one[0] > other[0], one[1] < other[1], one[2] > other[2]) == (True, True, True)
