"""First-rank acceptability: how often an option comes first over the weights people could mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from appraiser.domain.ids import OptionId


@dataclass(frozen=True, slots=True)
class Acceptability:
    """How often each option comes first, from 0 to 1, over weights in the model's rank order.

    Only options that no gate bars take part. Options that tie share the draw. `standard_error`
    is the largest of all; `seed` and `draws` let anyone do it again.
    """

    first: Mapping[OptionId, float]
    draws: int
    seed: int
    standard_error: float
