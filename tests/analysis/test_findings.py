"""What a check finds with the help of law or numbers."""

from dataclasses import replace

import pytest
from tests.analysis.making import panel, retained, society

from appraiser.analysis.assessing import assess
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import Barrier, GateAnswer
from appraiser.domain.board_paper import BoardPaper, PathStep
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import BarrierId, GateAnswerId, OptionId, PathStepId, Ref
from appraiser.domain.terms import (
    Answer,
    BarrierStatus,
    Gate,
    Recommendation,
    Stage,
    TrustStatus,
)
from appraiser.domain.trust import Trust

AHEAD, BEHIND = OptionId("ahead"), OptionId("behind")


def compared(**changes) -> Appraisal:
    return panel([1.0], {"ahead": (90,), "behind": (20,)}, **changes)


def recommending(option: str | None, **changes) -> BoardPaper:
    return BoardPaper(
        recommendation=Recommendation.ONE_OPTION,
        recommended=option and OptionId(option),
        **changes,
    )


def findings(catalogue, appraisal: Appraisal) -> tuple[Finding, ...]:
    return assess(appraisal, catalogue).findings


def codes(catalogue, appraisal: Appraisal) -> list[str]:
    return [finding.code for finding in findings(catalogue, appraisal)]


def test_a_sound_appraisal_has_nothing_to_find(catalogue) -> None:
    assert codes(catalogue, compared(paper=recommending("ahead"))) == []


def test_a_form_the_library_lacks_is_named_with_the_nearest(catalogue) -> None:
    odd = retained("odd", form="ft-pluss")

    (finding,) = findings(catalogue, compared(options=(odd,)))

    assert (finding.code, finding.severity) == ("form-unknown", Severity.ERROR)
    assert (finding.ref, finding.field) == (Ref("options", "odd"), "form")
    assert 'did you mean "ft-plus"?' in finding.words


def test_an_option_without_a_form_is_for_the_domain_to_miss(catalogue) -> None:
    assert codes(catalogue, compared(options=(retained("x", form=""),))) == []


@pytest.mark.parametrize(
    ("option", "said", "is_so"),
    [
        (society("x"), "one that stays in", "leaves it"),
        (retained("x"), "one that leaves", "stays in it"),
    ],
)
def test_an_option_that_disagrees_with_its_form_on_staying_in_the_nhs_is_found(
    catalogue, option, said, is_so
) -> None:
    turned = replace(option, stays_in_nhs=not option.stays_in_nhs)

    finding, *_ = findings(catalogue, compared(options=(turned,)))

    assert finding.code == "nhs-mismatch"
    assert said in finding.words
    assert finding.words.endswith(f"{is_so}.")
    assert "nhs-mismatch" not in codes(catalogue, compared(options=(option,)))


def test_a_form_that_is_not_on_offer_to_such_a_trust_is_found(catalogue) -> None:
    baseline = retained("x", form="nhs-trust")
    foundation_trust = Trust(status=TrustStatus.FOUNDATION_TRUST)

    (finding,) = findings(catalogue, compared(options=(baseline,), trust=foundation_trust))

    assert (finding.code, finding.severity) == ("form-status", Severity.WARNING)
    assert finding.words.endswith("is not on offer to an NHS foundation trust.")


def barred(option: OptionId) -> GateAnswer:
    return GateAnswer(
        id=GateAnswerId("no"), option=option, gate=Gate.SAFE, answer=Answer.NO, reason="No rota."
    )


def test_an_option_that_a_gate_bars_cannot_be_recommended(catalogue) -> None:
    appraisal = compared(paper=recommending("ahead"), gate_answers=(barred(AHEAD),))

    found = findings(catalogue, appraisal)

    assert [each.code for each in found] == ["barred-recommended", "differs-unexplained"]
    assert found[0].severity is Severity.ERROR
    assert found[0].words == '"AHEAD" is recommended, but a gate bars it: safe for patients.'


@pytest.mark.parametrize("status", list(BarrierStatus))
def test_a_show_stopper_in_the_way_of_the_recommended_option_is_named(catalogue, status) -> None:
    stopper = Barrier(
        id=BarrierId("vat"),
        title="VAT",
        show_stopper=True,
        gate=Gate.AFFORDABLE,
        options=(AHEAD,),
        status=status,
        status_reason="It is priced.",
        accepted_by="Board",
    )
    elsewhere = replace(stopper, id=BarrierId("other"), options=(BEHIND,))
    appraisal = compared(
        paper=recommending("ahead", differs_reason="It can be put right."),
        barriers=(stopper, elsewhere),
    )

    expected = (
        ["all-barred", "show-stopper", "barred-recommended"]
        if status in {BarrierStatus.OPEN, BarrierStatus.IN_HAND}
        else []
    )
    assert codes(catalogue, appraisal) == expected


def test_a_show_stopper_that_names_no_gate_is_asked_for_one(catalogue) -> None:
    stopper = Barrier(id=BarrierId("vat"), title="VAT", show_stopper=True)

    (finding,) = findings(catalogue, compared(barriers=(stopper,)))

    assert (finding.code, finding.severity, finding.stage) == (
        "gate-unnamed",
        Severity.MISSING,
        Stage.GATES,
    )


def test_a_recommendation_that_departs_from_the_leader_wants_a_reason(catalogue) -> None:
    (finding,) = findings(catalogue, compared(paper=recommending("behind")))

    assert (finding.code, finding.field) == ("differs-unexplained", "differs_reason")
    assert finding.words == (
        '"BEHIND" is recommended, although of the options that pass their gates '
        '"AHEAD" has the highest total; say why.'
    )
    explained = recommending("behind", differs_reason="Staff would not have the other.")
    assert codes(catalogue, compared(paper=explained)) == []


def test_either_of_two_that_share_the_lead_may_be_recommended(catalogue) -> None:
    tied = panel([1.0], {"a": (50,), "b": (50,), "c": (10,)})

    assert codes(catalogue, replace(tied, paper=recommending("b"))) == []
    assert codes(catalogue, replace(tied, paper=recommending("c"))) == ["differs-unexplained"]


def test_without_a_leader_nothing_departs_from_it(catalogue) -> None:
    unscored = panel([1.0], {"a": (None,), "b": (None,)})

    assert codes(catalogue, replace(unscored, paper=recommending("b"))) == []


@pytest.mark.parametrize(
    "paper",
    [
        BoardPaper(),
        BoardPaper(recommendation=Recommendation.PAUSE),
        recommending(None),
    ],
)
def test_a_paper_that_recommends_no_option_departs_from_none(catalogue, paper) -> None:
    assert codes(catalogue, compared(paper=paper)) == []


def test_a_step_to_a_barred_option_goes_ahead_on_a_condition(catalogue) -> None:
    def staged(*steps: PathStep) -> list[str]:
        paper = BoardPaper(recommendation=Recommendation.STAGED)
        made = compared(paper=paper, path_steps=steps, gate_answers=(barred(AHEAD),))
        return codes(catalogue, made)

    step = PathStep(id=PathStepId("s"), title="Move")
    later = replace(step, id=PathStepId("later"), option=AHEAD)
    assert staged(step, later) == ["barred-step"]
    assert staged(step, replace(later, condition="A second site opens.")) == []
    assert staged(replace(later, condition="A second site opens.")) == ["barred-first-step"]
    assert staged(step, replace(step, option=BEHIND)) == []


def test_an_option_off_the_shortlist_has_no_gates_to_bar_it(catalogue) -> None:
    made = compared(paper=recommending("gone"))
    gone = retained("gone", listing="longlist")

    assert codes(catalogue, replace(made, options=(*made.options, gone))) == ["differs-unexplained"]


def test_a_shortlist_that_is_barred_throughout_is_found(catalogue) -> None:
    both = (barred(AHEAD), replace(barred(BEHIND), id=GateAnswerId("nor")))

    (finding,) = findings(catalogue, compared(gate_answers=both))

    assert (finding.severity, finding.stage) == (Severity.WARNING, Stage.GATES)
    assert finding.words == "Every option on the shortlist is barred, so none can be recommended."
    assert codes(catalogue, compared(gate_answers=both[:1])) == []


def test_a_criterion_on_which_all_score_alike_is_found_once_all_are_scored(catalogue) -> None:
    (finding,) = findings(catalogue, panel([1, 1], {"a": (50, 90), "b": (50, 20)}))

    assert (finding.severity, finding.ref) == (Severity.WARNING, Ref("criteria", "c1"))
    assert finding.words == '"c1" does not tell the options apart: every option scores 50.'
    assert codes(catalogue, panel([1, 1], {"a": (50, 90), "b": (None, 20)})) == []


def test_what_is_not_begun_is_asked_for_once(catalogue) -> None:
    bare = panel({}, {"a": (), "b": ()})

    assert codes(catalogue, bare) == []
    assert assess(bare, catalogue).verdict.reasons[0] == "There are no criteria yet."


def test_findings_stand_in_the_order_of_the_journey(catalogue) -> None:
    made = panel([0.0], {"x": (101,)}, paper=recommending("x"))
    odd = replace(made.options[0], form="odd")

    found = findings(catalogue, replace(made, options=(odd,)))

    assert [each.stage for each in found] == [Stage.OPTIONS, Stage.WEIGHTS, Stage.SCORING]
