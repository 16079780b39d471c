"""Small appraisals to write papers from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests.analysis.making import panel

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import GateAnswer
from appraiser.domain.ids import GateAnswerId, OptionId
from appraiser.domain.options import Option
from appraiser.domain.terms import Answer, Gate, Listing, Recommendation

Row = Sequence[float | None]


def scored(
    scores: Mapping[str, Row], weights: Sequence[float] = (60, 40), **more: Any
) -> Appraisal:
    """An appraisal whose options pass their gates and are called by their ids in capitals."""
    answers = [
        GateAnswer(
            id=GateAnswerId(f"{option}-{gate}"),
            option=OptionId(option),
            gate=gate,
            answer=Answer.YES,
        )
        for option in scores
        for gate in (Gate.SAFE, Gate.AFFORDABLE, Gate.CONTRACTABLE)
    ]
    appraisal = panel(weights, scores)
    return replace(appraisal, **({"gate_answers": tuple(answers)} | more))


def barred(appraisal: Appraisal, *options: str) -> Appraisal:
    """The same, with those options unsafe."""
    answers = tuple(
        replace(each, answer=Answer.NO, reason="It is not safe")
        if each.option in options and each.gate is Gate.SAFE
        else each
        for each in appraisal.gate_answers
    )
    return replace(appraisal, gate_answers=answers)


def recommending(appraisal: Appraisal, option: str, **more: Any) -> Appraisal:
    """The same, with one option recommended."""
    changes: dict[str, Any] = {
        "recommendation": Recommendation.ONE_OPTION,
        "recommended": OptionId(option),
    }
    return replace(appraisal, paper=replace(appraisal.paper, **(changes | more)))


def left_out(name: str, **more: Any) -> Option:
    return Option(id=OptionId(name), name=name.upper(), listing=Listing.LEFT_OUT, **more)
