"""Scores and weights for tests of robustness, by name."""

from collections.abc import Mapping
from typing import Any

from appraiser.analysis.robustness.outcome import Robustness

SIDED = {"A": (100, 0), "B": (0, 100), "C": (60, 60)}
"""method.md 6A-8: two criteria, exact shares."""
SMALL = {"A": (100, 20, 0), "B": (40, 100, 60), "C": (0, 60, 100)}
"""method.md 6A-10."""


def rows(table: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Name the criteria 0, 1, … of rows of scores or beliefs; None is missing."""
    return {
        option: {str(at): each for at, each in enumerate(row) if each is not None}
        for option, row in table.items()
    }


def even(count: int) -> dict[str, float]:
    """Weigh so many criteria alike."""
    return dict.fromkeys(map(str, range(count)), 1.0)


def named(*numbers: float) -> dict[str, float]:
    """Give weights to criteria 0, 1, …"""
    return {str(at): each for at, each in enumerate(numbers)}


def shares(found: Robustness) -> dict[str, tuple[float, ...]]:
    """Give the rank acceptabilities of each option."""
    return {each.option: each.acceptabilities for each in found.standings}


def weights_of(found: Robustness, option: str) -> list[float]:
    """Give an option's central weights, in the order of the criteria."""
    central = found.of[option].central_weights
    assert central is not None
    return list(central.values())
