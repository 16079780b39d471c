"""What law, barriers and people say of each gate."""

from dataclasses import replace
from datetime import date

import pytest
from tests.analysis.making import panel, retained, society

from appraiser.analysis.gates import GateResult, gate_results, who_could
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import Barrier, GateAnswer
from appraiser.domain.ids import BarrierId, GateAnswerId, OptionId
from appraiser.domain.options import Option
from appraiser.domain.terms import (
    Answer,
    BarrierStatus,
    Gate,
    GateOutcome,
    OptionRole,
    Resolver,
    Scope,
)
from appraiser.domain.trust import Question

X = OptionId("x")


def of(catalogue: Catalogue, gate: Gate, option: Option, **changes) -> GateResult:
    appraisal = replace(panel([1.0], {}), options=(option,), **changes)
    by_gate = dict(zip(Gate, gate_results(appraisal, catalogue)[option.id], strict=True))
    return by_gate[gate]


def answer(gate: Gate, given: Answer, **changes) -> GateAnswer:
    return GateAnswer(id=GateAnswerId("a"), option=X, gate=gate, answer=given, **changes)


def barrier(**changes) -> Barrier:
    made = Barrier(
        id=BarrierId("pension"),
        title="Pensions",
        options=(X,),
        gate=Gate.AFFORDABLE,
        mitigation="A direction.",
    )
    return replace(made, **changes)


def test_the_law_bars_a_whole_trust_from_leaving_and_says_why_and_what_would_unlock_it(
    catalogue,
) -> None:
    found = of(catalogue, Gate.LAWFUL, society("x"))

    assert found.outcome is GateOutcome.BARS
    reason = found.reasons[0]
    assert catalogue.rules[reason.rule].title == reason.title
    assert all(source in catalogue.sources for source in reason.sources)
    assert "An Act of Parliament" in found.unlocks[0]
    assert who_could(found.resolvers) == "Who could: Government."


def test_a_barrier_is_unlocked_by_whoever_must_act_and_an_answer_by_nobody_named(catalogue) -> None:
    stops = barrier(show_stopper=True, resolver=Resolver.REGULATOR, also_resolver=Resolver.LENDERS)
    barred = of(catalogue, Gate.AFFORDABLE, retained("x"), barriers=(stops,))
    unanswered = of(catalogue, Gate.SAFE, retained("x"))

    assert who_could(barred.resolvers) == "Who could: regulators; lenders and insurers."
    assert who_could(unanswered.resolvers) == ""


def test_yes_from_a_person_does_not_outweigh_the_law(catalogue) -> None:
    says_yes = answer(Gate.LAWFUL, Answer.YES, reason="Our solicitor sees a way.")

    found = of(catalogue, Gate.LAWFUL, society("x"), gate_answers=(says_yes,))

    assert found.outcome is GateOutcome.BARS
    assert found.reasons[-1].answer == says_yes.id
    assert says_yes.id not in {reason.answer for reason in found.deciding}


def test_a_service_line_may_leave_with_warnings(catalogue) -> None:
    option = society("x", scope=Scope.SERVICE_LINE)
    says_yes = answer(Gate.AFFORDABLE, Answer.YES)

    assert of(catalogue, Gate.LAWFUL, option).outcome is not GateOutcome.BARS
    found = of(catalogue, Gate.AFFORDABLE, option, gate_answers=(says_yes,))
    assert found.outcome is GateOutcome.WARNS


def test_a_pending_rule_warns_and_is_marked_pending(catalogue) -> None:
    option = society("x", scope=Scope.SERVICE_LINE)
    today = Question(rules_date=date(2026, 11, 1))

    found = of(catalogue, Gate.LAWFUL, option, question=today)
    pending = [reason for reason in found.reasons if reason.pending]

    assert pending
    assert {reason.says for reason in pending} == {GateOutcome.WARNS}
    assert not any(reason.pending for reason in of(catalogue, Gate.LAWFUL, option).reasons)


@pytest.mark.parametrize(
    ("option", "question", "words"),
    [
        (retained("x", form=""), None, "No form is chosen yet."),
        (retained("x"), Question(), "No date is set for the law."),
        (
            retained("x", form="community-benefit-societ"),
            None,
            'no form called "community-benefit-societ"; did you mean "community-benefit-society"?',
        ),
    ],
)
def test_what_the_law_cannot_be_asked_about_is_unknown(catalogue, option, question, words) -> None:
    changes = {} if question is None else {"question": question}

    found = of(catalogue, Gate.LAWFUL, option, **changes)

    assert found.outcome is GateOutcome.UNKNOWN
    assert words in found.reasons[0].words
    assert found.unlocks


@pytest.mark.parametrize("gate", [Gate.SAFE, Gate.AFFORDABLE, Gate.CONTRACTABLE])
def test_a_gate_waits_for_an_answer_and_takes_it(catalogue, gate: Gate) -> None:
    option = retained("x")

    def outcome(*answers: GateAnswer) -> GateOutcome:
        return of(catalogue, gate, option, gate_answers=answers).outcome

    assert outcome() is GateOutcome.UNKNOWN
    assert outcome(answer(gate, Answer.UNKNOWN)) is GateOutcome.UNKNOWN
    assert outcome(answer(gate, Answer.YES)) is GateOutcome.PASSES
    assert outcome(answer(gate, Answer.NO)) is GateOutcome.BARS


def test_the_answer_that_bars_keeps_its_reason_and_what_would_unlock_it(catalogue) -> None:
    no = answer(Gate.SAFE, Answer.NO, reason="No rota.", unlock="A second site.")

    found = of(catalogue, Gate.SAFE, retained("x"), gate_answers=(no,))

    (reason,) = found.reasons
    assert (reason.title, reason.words, reason.answer) == ("not safe for patients", "No rota.", "a")
    assert found.unlocks == ("A second site.",)


def test_an_answer_without_a_reason_is_told_as_it_is(catalogue) -> None:
    found = of(catalogue, Gate.SAFE, retained("x"), gate_answers=(answer(Gate.SAFE, Answer.YES),))

    assert found.reasons[0].words == "The answer given is: yes."


def test_business_as_usual_needs_no_answers_but_can_be_given_one(catalogue) -> None:
    baseline = retained("x", role=OptionRole.BUSINESS_AS_USUAL)
    no = answer(Gate.SAFE, Answer.NO)

    assert of(catalogue, Gate.SAFE, baseline).outcome is GateOutcome.PASSES
    barred = of(catalogue, Gate.SAFE, baseline, gate_answers=(no,))
    assert barred.outcome is GateOutcome.BARS


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({"show_stopper": True}, GateOutcome.BARS),
        ({"show_stopper": True, "status": BarrierStatus.IN_HAND}, GateOutcome.BARS),
        (
            {
                "show_stopper": True,
                "status": BarrierStatus.ACCEPTED,
                "accepted_by": "Board",
                "status_reason": "It is priced.",
            },
            GateOutcome.WARNS,
        ),
        ({"show_stopper": True, "status": BarrierStatus.ACCEPTED}, GateOutcome.BARS),
        ({"show_stopper": True, "status": BarrierStatus.RESOLVED}, GateOutcome.PASSES),
        ({}, GateOutcome.WARNS),
        ({"status": BarrierStatus.RESOLVED}, GateOutcome.PASSES),
        ({"show_stopper": True, "options": ()}, GateOutcome.PASSES),
        ({"show_stopper": True, "gate": Gate.SAFE}, GateOutcome.PASSES),
        ({"gate": None}, GateOutcome.PASSES),
    ],
)
def test_a_show_stopper_bars_what_it_touches_until_it_is_dealt_with(
    catalogue, changes, outcome
) -> None:
    found = of(
        catalogue,
        Gate.AFFORDABLE,
        retained("x"),
        gate_answers=(answer(Gate.AFFORDABLE, Answer.YES),),
        barriers=(barrier(**changes),),
    )

    assert found.outcome is outcome


def test_a_show_stopper_without_a_gate_stands_at_the_last_one(catalogue) -> None:
    stopper = barrier(show_stopper=True, gate=None, description="Staff voted against.")

    found = of(catalogue, Gate.CONTRACTABLE, retained("x"), barriers=(stopper,))

    assert found.outcome is GateOutcome.BARS
    (reason,) = found.deciding
    assert (reason.title, reason.words) == ("Pensions", "Staff voted against.")
    assert (reason.barrier, reason.unlocks) == ("pension", "A direction.")


def test_only_the_shortlist_goes_through_the_gates(catalogue) -> None:
    appraisal: Appraisal = panel([1.0], {"x": (1,)})
    longlisted = replace(appraisal.options[0], id=OptionId("y"), listing="longlist")

    found = gate_results(replace(appraisal, options=(*appraisal.options, longlisted)), catalogue)

    assert list(found) == ["x"]
