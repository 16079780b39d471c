"""Stage 5, criteria and weights: what matters, how it is measured, and how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from appraiser.domain.fields import (
    amounts,
    choice,
    day,
    entry,
    identity,
    line,
    link,
    links,
    moment,
    number,
    points,
    prose,
)
from appraiser.domain.ids import (
    ComparisonId,
    CriterionId,
    GroupId,
    SealId,
    SwingCheckId,
    WeightSetId,
)
from appraiser.domain.terms import OutOfRange, SumOfSwings, Surrogate, ValueShape, WeightMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A criterion, or a branch of the tree where other criteria name it as their parent.

    The anchors say what 0, 50 and 100 look like; they are fixed outside the option set. `points`
    are the corners of the value function, performance first, in `unit`.
    """

    id: CriterionId = identity()
    name: str = line("Criterion")
    short_name: str = line("Short name", "For headings of narrow columns")
    description: str = prose("What it asks")
    parent: CriterionId | None = link("Under", "criteria")
    anchor_0: str = prose("What 0 looks like")
    anchor_50: str = prose("What 50 looks like")
    anchor_100: str = prose("What 100 looks like")
    shape: ValueShape = choice("How it is scored", default=ValueShape.DIRECT)
    unit: str = line("Unit of performance")
    points: tuple[tuple[float, float], ...] = points("Corners of the value function")
    out_of_range: OutOfRange = choice("Beyond the ends", default=OutOfRange.ERROR)
    objective: str = line("Objective it serves")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightSet:
    """One group's weights as they were given.

    `raw` holds swings from 0 to 100 (the most important swing is 100), points shared out, or
    ranks from 1, as `method` says. Only these are stored; a weight is worked out from them.
    """

    id: WeightSetId = identity()
    name: str = line("Weight set")
    group: GroupId | None = link("Group", "groups")
    method: WeightMethod = choice("Asked for by", default=WeightMethod.SWING)
    surrogate: Surrogate = choice("Weights from ranks by", default=Surrogate.ROD)
    raw: Mapping[CriterionId, float] = amounts("Swings, points or ranks", "criteria")
    given_by: str = line("Given by", "A role or a meeting")
    given_on: date | None = day("Given on")
    reason: str = prose("Why these")
    consistency_question: str = prose("Another question put to test them")
    consistency_answer: str = prose("And the answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One pairwise judgement: `first` matters `ratio` times as much as `second`."""

    id: ComparisonId = identity()
    weight_set: WeightSetId = link("Weight set", "weight_sets", owned=True)
    first: CriterionId = link("First", "criteria", owned=True)
    second: CriterionId = link("Second", "criteria", owned=True)
    ratio: float = number("How many times as much", low=1 / 9, high=9, default=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SwingCheck:
    """Whether one swing matters as much as some others together, and what was answered."""

    id: SwingCheckId = identity()
    weight_set: WeightSetId = link("Weight set", "weight_sets", owned=True)
    one: CriterionId = link("Does this swing", "criteria", owned=True)
    others: tuple[CriterionId, ...] = links("Matter as much as these together", "criteria")
    answer: SumOfSwings | None = choice("Answer")
    note: str = prose("What was said")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighting:
    """Which weights feed the totals, and how criteria and weights came about."""

    model_set: WeightSetId | None = link("Weights used", "weight_sets")
    random_index: str = entry("Random index of pairwise comparison")
    criteria_note: str = prose("How the criteria were chosen and tested")
    note: str = prose("How the weights were agreed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The sealing of criteria, anchors and weights before scoring opens.

    Fingerprints are SHA-256 in hex, of what was sealed and of the shortlist it was weighed for.
    A broken seal keeps its reason; it is never taken away.
    """

    id: SealId = identity()
    sealed_at: datetime | None = moment("Sealed at")
    sealed_by: str = line("Sealed by", "A role or a meeting")
    fingerprint: str = entry("Fingerprint of criteria and weights", "")
    shortlist_fingerprint: str = entry("Fingerprint of the shortlist", "")
    broken_at: datetime | None = moment("Broken at")
    broken_by: str = line("Broken by", "A role")
    broken_reason: str = prose("Why it was broken")
