"""What each stage needs before it is done."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.findings import Want
from appraiser.domain.ids import Ref
from appraiser.domain.scores import CONSENSUS, Cell, ScoreSheet
from appraiser.domain.shortlist import has_retained
from appraiser.domain.terms import (
    Answer,
    BarrierStatus,
    EvidenceStrength,
    Gate,
    OptionRole,
    ReadinessTest,
    Recommendation,
    Scope,
    ScoreFeed,
    Stage,
    WeightMethod,
)

FEWEST_ON_SHORTLIST = 3
"""The baseline and two more: with fewer there is nothing to choose between."""


def wants(appraisal: Appraisal) -> Iterator[Want]:
    """Give everything the ten stages need, met or not, in the order of the journey."""
    yield from _trust(appraisal)
    yield from _readiness(appraisal)
    yield from _case(appraisal)
    yield from _options(appraisal)
    yield from _gates(appraisal)
    yield from _criteria(appraisal)
    yield from _weights(appraisal)
    yield from _scoring(appraisal)
    yield from _costs(appraisal)
    yield from _support(appraisal)
    yield from _paper(appraisal)


def _trust(appraisal: Appraisal) -> Iterator[Want]:
    stage, trust, question = Stage.TRUST, appraisal.trust, appraisal.question
    at = Ref("trust")
    yield Want(stage, bool(trust.name.strip()), "Give the trust's name.", at, "name")
    yield Want(stage, trust.income is not None, "Give the trust's income.", at, "income")
    programme = Ref("programme")
    funded = bool(appraisal.programme.name.strip())
    yield Want(stage, funded, "Say which programme pays for the support.", programme, "name")
    capped = appraisal.programme.cap is not None
    yield Want(stage, capped, "Give the cap on the support.", programme, "cap")
    dated = question.rules_date is not None
    words = "Say on what date the law is taken."
    yield Want(stage, dated, words, Ref("question"), "rules_date")
    if question.scope is Scope.SERVICE_LINE:
        listed = bool(appraisal.service_lines)
        yield Want(stage, listed, "Name the service line.", Ref("service_lines"))
        for line in appraisal.service_lines:
            words = f"Give the end of the biggest contract of {named(line)}."
            ref = Ref("service_lines", line.id)
            yield Want(
                stage, line.biggest_contract_end is not None, words, ref, "biggest_contract_end"
            )
    else:
        ends = trust.biggest_contract_end is not None
        words = "Give the end of the trust's biggest contract."
        yield Want(stage, ends, words, at, "biggest_contract_end")
    yield Want(
        stage, bool(appraisal.measures), "Give at least one measure of evidence.", Ref("measures")
    )


def _readiness(appraisal: Appraisal) -> Iterator[Want]:
    given = {answer.test: answer for answer in appraisal.readiness_answers}
    for test in ReadinessTest:
        words = f"Answer the readiness test on {test.inline}."
        answer = given.get(test)
        ref = Ref("readiness_answers", answer.id if answer else "")
        answered = answer is not None and answer.answer is not None
        yield Want(Stage.TRUST, answered, words, ref, "answer" if answer else "")


def _case(appraisal: Appraisal) -> Iterator[Want]:
    stage = Stage.CASE
    words = "Say what challenge the trust faces."
    yield Want(stage, bool(appraisal.challenges), words, Ref("challenges"))
    yield Want(stage, bool(appraisal.objectives), "Set an objective.", Ref("objectives"))
    for objective in appraisal.objectives:
        smart = bool(objective.measure and objective.target and objective.due)
        words = f'Give "{named(objective)}" a measure, a target and a date.'
        yield Want(stage, smart, words, Ref("objectives", objective.id), "target")
    words = "Say what staff said, and how they were asked."
    yield Want(stage, bool(appraisal.staff_views), words, Ref("staff_views"))
    yield Want(stage, bool(appraisal.benefits), "Name a benefit sought.", Ref("benefits"))
    for benefit in appraisal.benefits:
        known = benefit.strength is not EvidenceStrength.NONE
        words = f'Say how strong the evidence for "{named(benefit)}" is.'
        yield Want(stage, known, words, Ref("benefits", benefit.id), "strength")


def _options(appraisal: Appraisal) -> Iterator[Want]:
    stage, at = Stage.OPTIONS, Ref("options")
    enough = len(appraisal.shortlist) >= FEWEST_ON_SHORTLIST
    yield Want(stage, enough, "Put at least three options on the shortlist.", at)
    words = "Put an option besides business as usual that stays in the NHS on the shortlist."
    yield Want(stage, has_retained(appraisal), words, at)
    for option in appraisal.shortlist:
        ref = Ref("options", option.id)
        words = f'Choose the form of "{named(option)}".'
        yield Want(stage, bool(option.form), words, ref, "form")
        if option.scope is Scope.SERVICE_LINE:
            words = f'Say which service lines "{named(option)}" covers.'
            yield Want(stage, bool(option.service_lines), words, ref, "service_lines")


def _gates(appraisal: Appraisal) -> Iterator[Want]:
    stage = Stage.GATES
    answered = {
        (answer.option, answer.gate)
        for answer in appraisal.gate_answers
        if answer.answer is not Answer.UNKNOWN
    }
    for option in appraisal.shortlist:
        if option.role is OptionRole.BUSINESS_AS_USUAL:
            continue
        for gate in (Gate.SAFE, Gate.AFFORDABLE, Gate.CONTRACTABLE):
            words = f'Answer for "{named(option)}": {gate.inline}?'
            yield Want(stage, (option.id, gate) in answered, words, Ref("gate_answers"))
    yield Want(stage, bool(appraisal.barriers), "Record what stands in the way.", Ref("barriers"))
    for barrier in appraisal.barriers:
        if barrier.status in {BarrierStatus.OPEN, BarrierStatus.IN_HAND}:
            words = f'Give the barrier "{named(barrier)}" an owner.'
            ref = Ref("barriers", barrier.id)
            yield Want(stage, bool(barrier.owner.strip()), words, ref, "owner")


def _criteria(appraisal: Appraisal) -> Iterator[Want]:
    stage = Stage.WEIGHTS
    yield Want(stage, bool(appraisal.criteria), "Name the criteria.", Ref("criteria"))
    for leaf in leaves(appraisal.criteria):
        anchored = all(map(str.strip, (leaf.anchor_0, leaf.anchor_50, leaf.anchor_100)))
        words = f'Write what 0, 50 and 100 look like on "{named(leaf)}".'
        yield Want(stage, anchored, words, Ref("criteria", leaf.id), "anchor_0")


def _weights(appraisal: Appraisal) -> Iterator[Want]:
    stage, chosen = Stage.WEIGHTS, appraisal.weighting.model_set
    model = next((each for each in appraisal.weight_sets if each.id == chosen), None)
    words = "Choose the weights that the totals use."
    yield Want(stage, model is not None, words, Ref("weighting"), "model_set")
    if model is not None and model.method is not WeightMethod.PAIRWISE:
        for criterion in appraisal.criteria:
            words = f'Weigh "{named(criterion)}".'
            ref = Ref("weight_sets", model.id)
            yield Want(stage, criterion.id in model.raw, words, ref, "raw")
    sealed = appraisal.seal is not None
    yield Want(stage, sealed, "Seal the criteria and weights, so that scoring opens.", Ref("seals"))


def _scoring(appraisal: Appraisal) -> Iterator[Want]:
    stage = Stage.SCORING
    yield Want(stage, bool(appraisal.scorers), "Say who scores.", Ref("scorers"))
    if appraisal.scoring.feed is not ScoreFeed.CONSENSUS:
        words = "Score the options."
        yield Want(stage, bool(appraisal.sheets), words, Ref("sheets"))
        return
    cells = appraisal.sheets.get(CONSENSUS, ScoreSheet()).cells
    for option in appraisal.shortlist:
        for leaf in leaves(appraisal.criteria):
            score = cells.get(Cell(option.id, leaf.id))
            scored = score is not None and (
                score.value is not None or score.performance is not None
            )
            words = f"Score {named(option)} on {named(leaf)}."
            yield Want(stage, scored, words, Ref("sheets"), f"{option.id}/{leaf.id}")


def _costs(appraisal: Appraisal) -> Iterator[Want]:
    stage, at = Stage.COSTS, Ref("costing")
    based = bool(appraisal.costing.price_base.strip())
    yield Want(stage, based, "Say at which year's prices costs are given.", at, "price_base")
    dated = bool(appraisal.costing.schedule.strip())
    yield Want(stage, dated, "Choose the discount schedule.", at, "schedule")
    costed = {line.option for line in appraisal.cost_lines}
    for option in appraisal.shortlist:
        words = f'Cost "{named(option)}".'
        yield Want(stage, option.id in costed, words, Ref("cost_lines"))


def _support(appraisal: Appraisal) -> Iterator[Want]:
    stage = Stage.SUPPORT
    planned = bool(appraisal.support_lines)
    yield Want(stage, planned, "Plan the support that is needed.", Ref("support_lines"))
    for line in appraisal.support_lines:
        words = f'Say where the rate for "{named(line)}" comes from.'
        ref = Ref("support_lines", line.id)
        yield Want(stage, bool(line.basis.strip()), words, ref, "basis")


def _paper(appraisal: Appraisal) -> Iterator[Want]:
    stage, paper, at = Stage.PAPER, appraisal.paper, Ref("paper")
    decided = paper.recommendation is not Recommendation.UNDECIDED
    yield Want(stage, decided, "Make the recommendation.", at, "recommendation")
    if paper.recommendation is Recommendation.ONE_OPTION:
        chosen = paper.recommended is not None
        yield Want(stage, chosen, "Say which option is recommended.", at, "recommended")
    if paper.recommendation is Recommendation.STAGED:
        staged = bool(appraisal.path_steps)
        yield Want(stage, staged, "Set out the steps of the path.", Ref("path_steps"))
    yield Want(stage, bool(paper.reason.strip()), "Say why it is recommended.", at, "reason")
    asked = bool(paper.resolutions)
    yield Want(stage, asked, "Write what the board is asked to resolve.", at, "resolutions")
    yield Want(stage, bool(paper.sponsor.strip()), "Name the executive sponsor.", at, "sponsor")
    meets = paper.meeting_on is not None
    yield Want(stage, meets, "Give the date of the meeting.", at, "meeting_on")
    next_steps = bool(appraisal.next_steps)
    yield Want(stage, next_steps, "Say what happens next.", Ref("next_steps"))
