"""What takes longer to work out than an answer while someone types: the types of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.sensitivity.potential_optimality import PotentialOptimality
from appraiser.domain.ids import OptionId


@dataclass(frozen=True, slots=True)
class Examination:
    """The same options looked at under other beliefs, and what weights would do most for each."""

    other_spreads: tuple[Robustness, ...]
    """The robustness under each belief about the weights that the results do not rest on."""
    best_weights: tuple[PotentialOptimality, ...]
    """The weights of any kind that do most for each option; empty where a score is missing."""
    best_weights_in_order: tuple[PotentialOptimality, ...]
    """The same of the weights that keep the order of the criteria."""
    exact_beats: Mapping[OptionId, Mapping[OptionId, float]]
    """The share of all weights that put each option above each other, from 0 to 1, without
    drawing any: exact, with the scores as they stand. Empty where a score is missing."""
