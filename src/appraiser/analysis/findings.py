"""What a check finds with the help of law or numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from appraiser.analysis.barriers.register import is_settled
from appraiser.analysis.gates import Gates
from appraiser.analysis.scoring.ranking import TIE
from appraiser.analysis.scoring.score_matrix import ScoreMatrix
from appraiser.analysis.verdict import Verdict
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.barriers import Barrier
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.domain.terms import (
    GateOutcome,
    Recommendation,
    Stage,
)
from appraiser.domain.written import listed, points

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


def in_order(*found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings of several kinds in the order of the journey."""
    return tuple(sorted(chain(*found), key=lambda finding: finding.stage.number))


def option_findings(appraisal: Appraisal, catalogue: Catalogue) -> Iterator[Finding]:
    """Find forms that the library does not have, or that disagree with what is said of them."""
    for option in appraisal.options:
        if option.form:
            yield from _form(appraisal, catalogue, option)


def _form(appraisal: Appraisal, catalogue: Catalogue, option: Option) -> Iterator[Finding]:
    at = Ref("options", option.id)
    try:
        form = catalogue.form(option.form)
    except Problem as problem:
        words = f'The form of "{called(option)}" is not known: {problem.what}.'
        yield Finding("form-unknown", Severity.ERROR, Stage.OPTIONS, words, at, "form")
        return
    if form.stays_in_nhs != option.stays_in_nhs:
        said, is_so = ("stays in", "leaves") if option.stays_in_nhs else ("leaves", "stays in")
        words = (
            f'"{called(option)}" is said to be one that {said} the NHS, '
            f"but its form, {form.name}, {is_so} it."
        )
        yield Finding("nhs-mismatch", Severity.ERROR, Stage.OPTIONS, words, at, "stays_in_nhs")
    if appraisal.trust.status not in form.statuses:
        words = (
            f'The form of "{called(option)}", {form.name}, is not on offer to an '
            f"{appraisal.trust.status.label}."
        )
        yield Finding("form-status", Severity.WARNING, Stage.OPTIONS, words, at, "form")


def barrier_findings(appraisal: Appraisal) -> Iterator[Finding]:
    """Find show-stoppers for which no gate is named."""
    for barrier in appraisal.barriers:
        if barrier.show_stopper and barrier.gate is None:
            words = f'Say which gate the show-stopper "{called(barrier)}" bears on.'
            at = Ref("barriers", barrier.id)
            yield Finding("gate-unnamed", Severity.MISSING, Stage.GATES, words, at, "gate")


def shortlist_findings(gates: Mapping[OptionId, Gates]) -> Iterator[Finding]:
    """Find a shortlist of which no option is left to recommend."""
    if gates and all(map(_bars, gates.values())):
        words = "Every option on the shortlist is barred, so none can be recommended."
        yield Finding("all-barred", Severity.WARNING, Stage.GATES, words, Ref("options"))


def criterion_findings(appraisal: Appraisal, matrix: ScoreMatrix) -> Iterator[Finding]:
    """Find criteria on which every option has the same score."""
    named = {each.id: called(each) for each in appraisal.criteria}
    for criterion, scores in zip(matrix.leaves, zip(*matrix.rows, strict=True), strict=False):
        known = [score for score in scores if score is not None]
        if len(known) < max(len(scores), 2) or max(known) - min(known) > TIE:
            continue
        words = (
            f'"{named[criterion]}" does not tell the options apart: '
            f"every option scores {points(known[0])}."
        )
        at = Ref("criteria", criterion)
        yield Finding("same-scores", Severity.WARNING, Stage.SCORING, words, at)


def recommendation_findings(
    appraisal: Appraisal, gates: Mapping[OptionId, Gates], verdict: Verdict
) -> Iterator[Finding]:
    """Find a recommendation that a gate bars, or that departs from the leader unexplained."""
    paper = appraisal.paper
    if paper.recommendation is Recommendation.STAGED:
        yield from _staged(appraisal, gates)
    if paper.recommendation is Recommendation.ONE_OPTION and paper.recommended is not None:
        yield from _barred(appraisal, gates, paper.recommended)
        yield from _differs(appraisal, verdict, paper.recommended)


def _differs(appraisal: Appraisal, verdict: Verdict, recommended: OptionId) -> Iterator[Finding]:
    explained = bool(appraisal.paper.differs_reason.strip())
    if explained or not verdict.leaders or recommended in verdict.leaders:
        return
    ahead = listed([f'"{called(appraisal.option(each))}"' for each in verdict.leaders])
    words = (
        f'"{called(appraisal.option(recommended))}" is recommended, although of the options that '
        f"pass their gates {ahead} has the highest total; say why."
    )
    yield _paper("differs-unexplained", words, "differs_reason")


def _paper(code: str, words: str, field: str) -> Finding:
    return Finding(code, Severity.ERROR, Stage.PAPER, words, Ref("paper"), field)


def _barred(
    appraisal: Appraisal, gates: Mapping[OptionId, Gates], recommended: OptionId
) -> Iterator[Finding]:
    barring = _bars(gates.get(recommended, ()))
    if not barring:
        return
    name = called(appraisal.option(recommended))
    failed = listed([each.gate.inline for each in barring])
    words = f'"{name}" is recommended, but a gate bars it: {failed}.'
    yield _paper("barred-recommended", words, "recommended")
    for barrier in appraisal.barriers:
        if _stops(barrier, recommended):
            words = f'The show-stopper "{called(barrier)}" still stands in the way of "{name}".'
            at = Ref("barriers", barrier.id)
            yield Finding("show-stopper", Severity.ERROR, Stage.GATES, words, at, "status")


def _bars(gates: Gates) -> Gates:
    return tuple(each for each in gates if each.outcome is GateOutcome.BARS)


def _stops(barrier: Barrier, option: OptionId) -> bool:
    return barrier.show_stopper and not is_settled(barrier) and option in barrier.options


def _staged(appraisal: Appraisal, gates: Mapping[OptionId, Gates]) -> Iterator[Finding]:
    """Find a path that begins at a barred option, or leads to one on no condition."""
    for place, step in enumerate(appraisal.path_steps):
        if step.option is None or not _bars(gates.get(step.option, ())):
            continue
        at = Ref("path_steps", step.id)
        if place == 0:
            failed = listed([each.gate.inline for each in _bars(gates[step.option])])
            words = (
                f'The path begins with "{called(appraisal.option(step.option))}", '
                f"but a gate bars it: {failed}."
            )
            yield Finding("barred-first-step", Severity.ERROR, Stage.PAPER, words, at, "option")
        elif not step.condition.strip():
            words = (
                f'The step "{called(step)}" leads to an option that a gate bars; '
                "say on what condition it goes ahead."
            )
            yield Finding("barred-step", Severity.ERROR, Stage.PAPER, words, at, "condition")
