"""At which stage of the journey a thing is put down and put right."""

from __future__ import annotations

from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Part, Stage

_STAGES = {
    Part.TRUST: Stage.TRUST,
    Part.CASE: Stage.CASE,
    Part.OPTIONS: Stage.OPTIONS,
    Part.BARRIERS: Stage.GATES,
    Part.CRITERIA: Stage.WEIGHTS,
    Part.SCORES: Stage.SCORING,
    Part.COSTS: Stage.COSTS,
    Part.SUPPORT: Stage.SUPPORT,
    Part.PAPER: Stage.PAPER,
    Part.SOURCES: Stage.TRUST,
    Part.RESULTS: Stage.RESULTS,
}


def stage_of(ref: Ref) -> Stage:
    """Give the stage of a thing, of a whole collection or of all scores."""
    if ref.collection == "sheets":
        return Stage.SCORING
    if ref.collection in SINGLES:
        return _STAGES[SINGLES[ref.collection][1]]
    return _STAGES[COLLECTIONS[ref.collection].part]


def stage_of_place(about: str) -> Stage:
    """Give the stage of a place such as `trust.income`; of one that is not known, the first."""
    collection = about.partition(".")[0].partition("/")[0]
    known = collection == "sheets" or collection in SINGLES or collection in COLLECTIONS
    return stage_of(Ref(collection)) if known else Stage.TRUST
