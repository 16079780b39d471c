"""The fixed instance of eight options and fifteen criteria that speed is measured on."""

from __future__ import annotations

import numpy as np
from numpy import float64
from numpy.typing import NDArray

from appraiser.analysis.scoring.value_matrix import ValueMatrix
from appraiser.domain.ids import CriterionId, OptionId

OPTIONS, CRITERIA = 8, 15

Numbers = NDArray[float64]


def scores() -> Numbers:
    """Give the score of each option on each criterion, from 0 to 100."""
    i, j = np.mgrid[0:OPTIONS, 0:CRITERIA]
    made = (i * 41 + j * 23 + i * i * 7 + i * j * 19 + j * j * 3) % 101
    return np.asarray(made, dtype=float)


def raw_weights() -> list[int]:
    """Give the weights before they are made to sum to 1."""
    return [1 + j * 7 % 5 for j in range(CRITERIA)]


def weights() -> Numbers:
    """Give the weight of each criterion; they sum to 1."""
    raw = np.array(raw_weights(), dtype=float)
    return np.asarray(raw / raw.sum())


def fixed_matrix() -> ValueMatrix:
    """Give the scores and weights with a name for each option and criterion."""
    return ValueMatrix(
        tuple(OptionId(f"option-{at}") for at in range(OPTIONS)),
        tuple(CriterionId(f"criterion-{at}") for at in range(CRITERIA)),
        scores(),
        weights(),
    )


def triangular() -> tuple[Numbers, Numbers, Numbers]:
    """Give the low, likeliest and high score of each cell."""
    i, j = np.mgrid[0:OPTIONS, 0:CRITERIA]
    likeliest = scores()
    low = np.clip(likeliest - 5 - (i + j) % 7, 0, 100)
    return low, likeliest, np.clip(likeliest + 5 + (2 * i + j) % 9, 0, 100)


def participants(count: int = 200) -> Numbers:
    """Give the scores of a number of people, each a little apart from the others."""
    a, i, j = np.mgrid[0:count, 0:OPTIONS, 0:CRITERIA]
    return np.clip(scores()[None] + (a * 29 + i * 7 + j * 3) % 41 - 20, 0, 100)
