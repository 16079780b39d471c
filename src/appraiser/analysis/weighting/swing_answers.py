"""What answers about sums of swings show: whether the weights agree, and by how much not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from appraiser.analysis.weighting.swing_checks import SwingQuestion, swing_question
from appraiser.analysis.weighting.weights import CriterionWeight, Weights
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.criteria import SwingCheck
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import CriterionId, Ref, SwingCheckId
from appraiser.domain.terms import Stage, SumOfSwings
from appraiser.domain.written import listed, plain_number, rounded

_EQUAL = 1e-9
"""Shares this close are equal: the difference is only how sums are rounded."""


@dataclass(frozen=True, slots=True)
class SwingAnswer:
    """An answer that was recorded, held against the weights.

    `gap` is by how much the others together outweigh the one, in shares of the whole; below
    nought where the one outweighs them.
    """

    check: SwingCheckId
    question: SwingQuestion
    answer: SumOfSwings
    consistent: bool
    gap: float


def swing_answers(appraisal: Appraisal, weights: Weights) -> tuple[SwingAnswer, ...]:
    """Hold the answers recorded for a weight set against what its weights say.

    Questions that wait for an answer or cannot be weighed up are left out.
    """
    return tuple(
        _held_against(check, check.answer, weights)
        for check in appraisal.swing_checks
        if check.weight_set == weights.set
        and check.answer is not None
        and _can_be_weighed_up(check, weights.of)
    )


def swing_findings(appraisal: Appraisal, weights: Weights) -> Iterator[Finding]:
    """Find answers that the weights contradict, and questions that cannot be weighed up."""
    named = {each.id: called(each) for each in appraisal.criteria}
    for answer in swing_answers(appraisal, weights):
        if not answer.consistent:
            yield _finding(answer.check, _contradiction(answer, named), "answer")
    for check in appraisal.swing_checks:
        if check.weight_set == weights.set and not _can_be_weighed_up(check, weights.of):
            name = named.get(check.one, "")
            words = (
                f'The check of the swing of "{name}" puts a criterion on both sides, '
                "or nothing on one."
            )
            yield _finding(check.id, words, "others")


def _held_against(check: SwingCheck, answer: SumOfSwings, weights: Weights) -> SwingAnswer:
    question = swing_question(weights, check.one, check.others)
    gap = question.together - question.weight
    match answer:
        case SumOfSwings.ONE:
            consistent = gap < -_EQUAL
        case SumOfSwings.TOGETHER:
            consistent = gap > _EQUAL
        case _:
            consistent = question.says is SumOfSwings.SAME
    return SwingAnswer(check.id, question, answer, consistent, gap)


_Weighed = Mapping[CriterionId, CriterionWeight]


def _can_be_weighed_up(check: SwingCheck, of: _Weighed) -> bool:
    """Tell whether all are weighed, there are others, and nothing stands on both sides."""
    named = {check.one, *check.others}
    if not check.others or len(named) <= len(check.others) or not named <= set(of):
        return False
    return not any(_above(of, each) & named for each in named)


def _above(of: _Weighed, criterion: CriterionId) -> set[CriterionId]:
    found: set[CriterionId] = set()
    parent = of[criterion].parent
    while parent is not None:
        found.add(parent)
        parent = of[parent].parent
    return found


_SAID = {
    SumOfSwings.ONE: "was said to matter more than",
    SumOfSwings.SAME: "was said to matter about as much as",
    SumOfSwings.TOGETHER: "was said to matter less than",
}


def _contradiction(answer: SwingAnswer, named: Mapping[CriterionId, str]) -> str:
    question = answer.question
    others = listed([f'"{named[each]}"' for each in question.others])
    together = " together" if len(question.others) > 1 else ""
    one, all_others = _sides(question)
    return (
        f'"{named[question.one]}" {_SAID[answer.answer]} {others}{together}, '
        f"but the weights give it {one} against {all_others}."
    )


def _sides(question: SwingQuestion) -> tuple[str, str]:
    """Write both sides, in the swings given or else in per cent of the whole weight."""
    if question.swing is not None and question.swings_together is not None:
        return plain_number(question.swing), plain_number(question.swings_together)
    return _percent(question.weight), _percent(question.together)


def _percent(share: float) -> str:
    return f"{rounded(Decimal(repr(100 * share)), 1)}%"


def _finding(check: SwingCheckId, words: str, field: str) -> Finding:
    return Finding(
        "swings", Severity.WARNING, Stage.WEIGHTS, words, Ref("swing_checks", check), field
    )
