"""Small appraisals for tests of what follows from them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Criterion, Weighting, WeightSet
from appraiser.domain.ids import CriterionId, OptionId, ScorerId, WeightSetId
from appraiser.domain.options import Option
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet, SheetKey
from appraiser.domain.terms import Listing, OptionRole, Round
from appraiser.domain.trust import Question

PANEL = WeightSetId("panel")
THEN = date(2014, 12, 1)

Row = Sequence[float | None]


def panel(
    weights: Mapping[str, float] | Sequence[float], scores: Mapping[str, Row], **changes: Any
) -> Appraisal:
    """Make an appraisal of a flat list of criteria: swings, and a row of consensus scores each.

    Every option stays in the NHS as a form that no rule touches; the last is business as usual.
    """
    if not isinstance(weights, Mapping):
        weights = {f"c{number}": weight for number, weight in enumerate(weights, start=1)}
    names = tuple(weights)
    appraisal = Appraisal(
        id="made",
        question=Question(rules_date=THEN),
        criteria=tuple(Criterion(id=CriterionId(name), name=name) for name in names),
        weight_sets=(
            WeightSet(id=PANEL, raw={CriterionId(name): raw for name, raw in weights.items()}),
        ),
        weighting=Weighting(model_set=PANEL),
        options=shortlist(*scores),
        sheets={CONSENSUS: sheet(names, scores)},
    )
    return replace(appraisal, **changes)


def shortlist(*names: str) -> tuple[Option, ...]:
    """Make options that stay in the NHS, the last of several being business as usual."""
    if len(names) < 2:
        return tuple(map(retained, names))
    *others, last = names
    return (*map(retained, others), retained(last, role=OptionRole.BUSINESS_AS_USUAL))


def retained(name: str, **changes: Any) -> Option:
    """Make a shortlisted option that stays in the NHS and that no rule touches."""
    option = Option(
        id=OptionId(name),
        name=name.upper(),
        form="internal-autonomous-unit",
        stays_in_nhs=True,
        listing=Listing.SHORTLIST,
    )
    return replace(option, **changes)


def society(name: str, **changes: Any) -> Option:
    """Make a shortlisted option that would take the whole trust out of the NHS."""
    return retained(name, form="community-benefit-society", stays_in_nhs=False, **changes)


def sheet(criteria: Sequence[str], scores: Mapping[str, Row]) -> ScoreSheet:
    """Make a sheet of a row of scores for each option, in the order of the criteria."""
    return ScoreSheet(
        {
            Cell(OptionId(option), CriterionId(criterion)): Score(value=value)
            for option, row in scores.items()
            for criterion, value in zip(criteria, row, strict=True)
            if value is not None
        }
    )


def by(scorer: str, round_: Round = Round.ALONE) -> SheetKey:
    """Name the sheet of a scorer in a round."""
    return SheetKey(round_, ScorerId(scorer))
