"""A large appraisal: 200 scorers, 8 options and 15 criteria, which makes 24,000 scores."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from random import Random

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Criterion, WeightSet
from appraiser.domain.ids import CriterionId, OptionId, ScorerId
from appraiser.domain.options import Option
from appraiser.domain.scores import Cell, Score, Scorer, ScoreSheet, Scoring, SheetKey
from appraiser.domain.sealing import new_seal
from appraiser.domain.starting import new_appraisal
from appraiser.domain.terms import Listing, Round, Scope, ScoreFeed, ScoringPhase

SCORERS, OPTIONS, CRITERIA = 200, 8, 15
REASONED = 10


def large_appraisal() -> Appraisal:
    """Make it, the same each time, with every score revealed and their mean used for totals."""
    draw = Random(1)
    begun = new_appraisal("A made-up trust", Scope.WHOLE_ORGANISATION)
    candidates = tuple(
        Option(id=OptionId(f"option-{n}"), name=f"Option {n}", listing=Listing.SHORTLIST)
        for n in range(1, OPTIONS)
    )
    criteria = tuple(
        Criterion(id=CriterionId(f"criterion-{n}"), name=f"Criterion {n}") for n in range(CRITERIA)
    )
    (weights,) = begun.weight_sets
    raw = {each.id: 100.0 - 5 * n for n, each in enumerate(criteria)}
    scorers = tuple(Scorer(id=ScorerId(f"scorer-{n}"), name=f"Scorer {n}") for n in range(SCORERS))
    options = (*begun.options, *candidates)
    cells = [Cell(option.id, criterion.id) for option in options for criterion in criteria]
    weighed = replace(
        begun,
        options=options,
        criteria=criteria,
        weight_sets=(_weighed(weights, raw),),
        scorers=scorers,
        scoring=Scoring(phase=ScoringPhase.CLOSED, feed=ScoreFeed.MEAN),
        sheets={
            SheetKey(Round.ALONE, each.id): ScoreSheet(
                {cell: _score(draw, at) for at, cell in enumerate(cells)}
            )
            for each in scorers
        },
    )
    seal = new_seal(weighed, datetime(2014, 12, 12, 14, 2), "The panel")  # noqa: DTZ001
    return replace(weighed, seals=(seal,))


def _score(draw: Random, at: int) -> Score:
    """Give a score; in a workshop one in ten or so has its reason written beside it."""
    reason = "" if at % REASONED else f"Because of what was heard from team {draw.random():.6f}."
    return Score(value=float(draw.randrange(101)), reason=reason)


def _weighed(weights: WeightSet, raw: dict[CriterionId, float]) -> WeightSet:
    return replace(weights, raw=raw)
