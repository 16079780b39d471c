"""Performance becomes a score, against the published cases of `research/method.md` 6A-6."""

import math

import pytest

from appraiser.analysis.scoring.value_functions import reach, read_off, score_of
from appraiser.domain.criteria import Criterion
from appraiser.domain.ids import CriterionId
from appraiser.domain.problem import Problem
from appraiser.domain.terms import OutOfRange, ValueShape

RISING = ((-0.15, 0.0), (0.35, 1.0))
FALLING = ((50.0, 1.0), (100.0, 0.0))
RISING_BENT = ((-0.15, 0.0), (0.0, 0.1), (0.25, 0.9), (0.35, 1.0))
FALLING_BENT = ((50.0, 1.0), (75.0, 0.8), (90.0, 0.5), (100.0, 0.0))


@pytest.mark.parametrize(
    ("corners", "performance", "value"),
    [
        (RISING, 0.35, 1),
        (RISING, -0.15, 0),
        (RISING, 0.1, 0.5),
        (FALLING, 75, 0.5),
        (FALLING, 100, 0),
        (FALLING, 50, 1),
        (RISING_BENT, 0.35, 1),
        (RISING_BENT, -0.15, 0),
        (RISING_BENT, 0, 0.1),
        (RISING_BENT, 0.25, 0.9),
        (RISING_BENT, 0.1, 0.42),
        (FALLING_BENT, 60, 0.92),
        (FALLING_BENT, 75, 0.8),
        (FALLING_BENT, 90, 0.5),
        (FALLING_BENT, 50, 1),
        (FALLING_BENT, 100, 0),
    ],
)
def test_values_between_the_ends_are_those_of_the_smaa_package(corners, performance, value) -> None:
    """van Valkenhoef, smaa R package 0.3-3, test file."""
    assert read_off(corners, performance, OutOfRange.ERROR) == pytest.approx(value)


@pytest.mark.parametrize(
    ("beyond", "performance", "value"),
    [
        (OutOfRange.EXTRAPOLATE, 10, 1.32),
        (OutOfRange.EXTRAPOLATE, 40, 1.08),
        (OutOfRange.EXTRAPOLATE, 101, -0.05),
        (OutOfRange.EXTRAPOLATE, 120, -1),
        (OutOfRange.CLIP, 10, 1),
        (OutOfRange.CLIP, 40, 1),
        (OutOfRange.CLIP, 101, 0),
        (OutOfRange.CLIP, 120, 0),
    ],
)
def test_values_beyond_the_ends_are_those_of_the_smaa_package(beyond, performance, value) -> None:
    assert read_off(FALLING_BENT, performance, beyond) == pytest.approx(value)


def scaled(shape: ValueShape, *points: tuple[float, float], **changes) -> Criterion:
    return Criterion(id=CriterionId("c"), shape=shape, points=points, **changes)


def test_performance_beyond_the_scale_is_refused_unless_the_criterion_says_otherwise() -> None:
    criterion = scaled(ValueShape.LINEAR, (0, 0), (40, 100))

    assert score_of(criterion, 10) == 25
    with pytest.raises(Problem, match="the performance 41 lies outside the scale, 0 to 40"):
        score_of(criterion, 41)


def test_corners_may_be_given_in_any_order() -> None:
    criterion = scaled(ValueShape.PIECEWISE, (100, 100), (0, 0), (50, 80))

    assert score_of(criterion, 25) == 40


def test_a_level_has_its_own_value_and_nothing_lies_between_levels() -> None:
    ratings = scaled(ValueShape.DISCRETE, (1, 0), (2, 40), (3, 80), (4, 100))

    assert score_of(ratings, 3) == 80
    with pytest.raises(Problem, match=r"the performance 2\.5 is not one of the levels"):
        score_of(ratings, 2.5)


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (scaled(ValueShape.LINEAR, (0, 0)), "too few corners"),
        (scaled(ValueShape.DISCRETE), "too few corners"),
        (scaled(ValueShape.LINEAR, (0, 0), (1, 50), (2, 100)), "nothing between them"),
        (scaled(ValueShape.PIECEWISE, (0, 0), (0, 100)), "at the same performance"),
        (scaled(ValueShape.PIECEWISE, (0, 0), (math.inf, 100)), "is not a number"),
    ],
)
def test_a_value_function_that_makes_no_sense_is_refused(criterion: Criterion, words: str) -> None:
    with pytest.raises(Problem, match=words):
        score_of(criterion, 0)


@pytest.mark.parametrize("performance", [math.nan, math.inf, -math.inf])
def test_performance_that_is_no_number_is_refused(performance: float) -> None:
    with pytest.raises(Problem, match="the performance is not a number"):
        score_of(scaled(ValueShape.LINEAR, (0, 0), (1, 100)), performance)


def test_a_scale_reaches_from_its_lowest_to_its_highest_corner() -> None:
    assert reach(scaled(ValueShape.PIECEWISE, (0, 90), (5, 20), (9, 60))) == (20, 90)
    assert reach(scaled(ValueShape.DIRECT, (0, 20), (1, 30))) == (0, 100)
    assert reach(scaled(ValueShape.LINEAR)) == (0, 100)
