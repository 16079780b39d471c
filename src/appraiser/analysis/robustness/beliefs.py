"""What is believed of a score: exactly one number, or a spread of numbers it could be."""

from __future__ import annotations

import math
from dataclasses import dataclass

from appraiser.domain.problem import Problem

FARTHEST = 1e9
"""No score may lie farther from nought, so that no sum over criteria loses its digits."""
_FARTHEST_LOG = 20.0
_WIDEST = 6.0
"""So many standard deviations hold all draws but one in a thousand million."""
LEAST_SHAPE, GREATEST_SHAPE = 0.01, 1e6


@dataclass(frozen=True, slots=True)
class Uniform:
    """Any score from `low` to `high`, all alike."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Triangular:
    """A score from `low` to `high`, likeliest at `mode`, falling in straight lines to both ends."""

    low: float
    mode: float
    high: float


@dataclass(frozen=True, slots=True)
class Normal:
    """A score spread by the normal distribution; nothing holds it to the ends of the scale."""

    mean: float
    deviation: float


@dataclass(frozen=True, slots=True)
class Beta:
    """A share from 0 to 1 spread by Beta(a, b), made a score by a straight line.

    `at_nought` and `at_one` are the scores of the shares 0 and 1; where less is better the second
    is the lower.
    """

    a: float
    b: float
    at_nought: float = 0.0
    at_one: float = 100.0


@dataclass(frozen=True, slots=True)
class LogNormal:
    """A performance whose logarithm is normal, made a score by a straight line.

    `mean` and `deviation` are of the logarithm; `at_nought` and `at_one` are the scores of the
    performances 0 and 1, between and beyond which the line runs on.
    """

    mean: float
    deviation: float
    at_nought: float = 0.0
    at_one: float = 1.0


Spread = Uniform | Triangular | Normal | Beta | LogNormal
ScoreBelief = float | Spread
"""A plain number is a score that is known exactly."""


def checked(belief: ScoreBelief) -> ScoreBelief:
    """Give a belief back, as a plain number where it leaves only one score.

    Raise `Problem` if its numbers make no sense.
    """
    match belief:
        case Uniform(low, high):
            _rising(low, high)
            exact: float | None = low if low == high else None
        case Triangular(low, mode, high):
            _rising(low, mode, high)
            exact = mode if low == high else None
        case Normal(mean, deviation):
            _finite(mean)
            exact = mean if _deviation(deviation) == 0 else None
        case Beta(a, b, at_nought, at_one):
            _finite(at_nought, at_one)
            if not all(LEAST_SHAPE <= each <= GREATEST_SHAPE for each in (a, b)):
                raise Problem(f"a and b lie from {LEAST_SHAPE:g} to {GREATEST_SHAPE:,.0f}")
            exact = at_nought if at_nought == at_one else None
        case LogNormal(mean, deviation, at_nought, at_one):
            exact = _checked_log_normal(mean, deviation, at_nought, at_one)
        case _:
            _finite(belief)
            exact = float(belief)
    return belief if exact is None else exact


def middle(belief: ScoreBelief) -> float:
    """Give a score in the middle of a belief, about its mean, to reckon from."""
    match belief:
        case Uniform(low, high):
            return (low + high) / 2
        case Triangular(_, mode, _):
            return mode
        case Normal(mean, _):
            return mean
        case Beta(a, b, at_nought, at_one):
            return at_nought + (at_one - at_nought) * a / (a + b)
        case LogNormal(mean, _, at_nought, at_one):
            return at_nought + (at_one - at_nought) * math.exp(mean)
    return belief


def _checked_log_normal(
    mean: float, deviation: float, at_nought: float, at_one: float
) -> float | None:
    _finite(mean, at_nought, at_one)
    if mean + _WIDEST * _deviation(deviation) > _FARTHEST_LOG:
        raise Problem("the log-normal spread reaches too far to be reckoned with")
    if at_nought == at_one:
        return at_nought
    return at_nought + (at_one - at_nought) * math.exp(mean) if deviation == 0 else None


def _finite(*numbers: float) -> None:
    if not all(abs(each) <= FARTHEST for each in numbers):
        raise Problem("a score is not a number that can be reckoned with")


def _rising(*numbers: float) -> None:
    _finite(*numbers)
    if list(numbers) != sorted(numbers):
        raise Problem("the spread does not run from low to high")


def _deviation(deviation: float) -> float:
    if not 0 <= deviation <= FARTHEST:
        raise Problem("a standard deviation is a number from nought up")
    return deviation
