"""Stage 8, results: how far weights and scores may be off when the ranking is tried out."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.domain.fields import choice, number, percent, prose, whole
from appraiser.domain.terms import ScoreSpread, WeightSpread


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """What weights and scores people could mean, and how many draws of them are tried.

    Seed and draws are kept so that anyone can do the same again.
    """

    weights: WeightSpread = choice("Weights that are tried", default=WeightSpread.RANKED)
    concentration: float = number(
        "How closely around the weights given",
        "Each weight w varies by w (1 - w) / (this + 1)",
        low=1,
        high=1_000_000,
        default=100.0,
    )
    band: float = percent("Band around each weight", "Per cent of the weight", default=25.0)
    scores: ScoreSpread = choice("How scores may fall", default=ScoreSpread.TRIANGULAR)
    draws: int = whole("Draws", "Rounded up to a power of two", low=1024, high=2**20, default=2**17)
    seed: int = whole("Seed", "The same seed gives the same draws", default=2014)
    note: str = prose("Why these")
