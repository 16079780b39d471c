"""Quantiles of gamma and beta distributions, against sums and moments in closed form."""

import math

import numpy as np
import pytest

from appraiser.analysis.robustness.array_inversion import beta_quantiles, gamma_quantiles

CHANCES = (np.arange(2**14) + 0.5) / 2**14


@pytest.mark.parametrize("shape", [1, 2, 5, 40])
def test_a_gamma_quantile_of_whole_shape_has_the_chance_that_the_poisson_sum_says(shape) -> None:
    """At most x with the chance of at least `shape` events where x are expected."""
    found = gamma_quantiles(np.array([float(shape)]), CHANCES)[0]

    fewer = sum(np.exp(-found + k * np.log(found) - math.lgamma(k + 1)) for k in range(shape))
    assert np.abs(1 - fewer - CHANCES).max() < 1e-5


@pytest.mark.parametrize("shape", [0.01, 0.1, 0.3, 2.5, 700, 1e6])
def test_gamma_quantiles_of_any_shape_have_its_mean_and_variance(shape) -> None:
    with np.errstate(all="raise"):
        found = gamma_quantiles(np.array([shape]), CHANCES)[0]

    assert (np.diff(found) >= 0).all()
    assert found.mean() == pytest.approx(shape, rel=1e-3, abs=1e-3 * math.sqrt(shape))
    assert found.var() == pytest.approx(shape, rel=0.03)


@pytest.mark.parametrize("shape", [0.01, 0.1, 0.5])
def test_small_gamma_draws_have_the_chance_of_the_power_that_they_follow_near_nought(
    shape,
) -> None:
    """Near nought, at most x with the chance x^a / Gamma(a + 1) (1 - a x / (a + 1))."""
    found = gamma_quantiles(np.array([shape]), CHANCES)[0]
    near = (found > 1e-250) & (found < 1e-3)

    power = np.exp(shape * np.log(found[near]) - math.lgamma(shape + 1))
    said = power * (1 - shape * found[near] / (shape + 1))
    assert np.abs(said / CHANCES[near] - 1).max() < 1e-3


@pytest.mark.parametrize(
    ("a", "b"), [(0.01, 0.03), (0.5, 0.5), (0.05, 4), (3, 3), (20, 116), (5e5, 2e5), (1e6, 0.01)]
)
def test_beta_quantiles_of_any_shape_have_its_mean_and_variance(a, b) -> None:
    variance = a * b / ((a + b) ** 2 * (a + b + 1))

    with np.errstate(all="raise"):
        found = beta_quantiles(np.array([a]), np.array([b]), CHANCES)[0]

    assert (np.diff(found) >= 0).all()
    assert (found[0] >= 0, found[-1] <= 1) == (True, True)
    assert found.mean() == pytest.approx(a / (a + b), abs=2e-3 * math.sqrt(variance))
    assert found.var() == pytest.approx(variance, rel=0.03)


def test_one_half_and_one_half_is_the_arcsine_law() -> None:
    """Levy 1939: the share is sin^2(pi u / 2)."""
    found = beta_quantiles(np.array([0.5]), np.array([0.5]), CHANCES)[0]

    assert np.abs(found - np.sin(np.pi * CHANCES / 2) ** 2).max() < 1e-5


def test_several_shapes_at_once_are_as_each_alone() -> None:
    shapes = np.array([0.4, 3.0, 90.0])

    together = gamma_quantiles(shapes, CHANCES)

    for row, shape in zip(together, shapes, strict=True):
        assert np.allclose(row, gamma_quantiles(np.array([shape]), CHANCES)[0], rtol=1e-9)
