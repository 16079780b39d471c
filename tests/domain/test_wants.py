from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from tests.domain.examples import after, scored, sealed, unsealed
from tests.generated import appraisals

from appraiser.domain.appraisal import Appraisal, entity
from appraiser.domain.barriers import Barrier, GateAnswer
from appraiser.domain.board_paper import BoardPaper, NextStep, PathStep
from appraiser.domain.case import Benefit, Challenge, Objective, StaffView
from appraiser.domain.costs import Costing, CostLine
from appraiser.domain.criteria import Criterion, WeightSet
from appraiser.domain.edits import SetField
from appraiser.domain.fields import specs
from appraiser.domain.ids import Ref
from appraiser.domain.options import Option
from appraiser.domain.progress import StageState, progress
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet, Scoring
from appraiser.domain.support import SupportLine
from appraiser.domain.terms import (
    Answer,
    BarrierStatus,
    EvidenceStrength,
    Gate,
    Listing,
    OptionRole,
    Readiness,
    ReadinessTest,
    Recommendation,
    Scope,
    ScoreFeed,
    Stage,
    WeightMethod,
)
from appraiser.domain.trust import (
    Measure,
    Programme,
    Question,
    ReadinessAnswer,
    ServiceLine,
    Trust,
)
from appraiser.domain.wants import wants


def missing(appraisal, stage):
    return [want.words for want in wants(appraisal) if want.stage is stage and not want.met]


def test_a_stage_wants_all_it_needs_of_an_empty_appraisal():
    asked = Counter(want.stage for want in wants(Appraisal(id="a")) if not want.met)
    assert set(asked) == set(Stage) - {Stage.RESULTS}


def test_the_trust_needs_its_name_income_programme_date_contract_readiness_and_a_measure():
    whole = replace(
        unsealed(),
        programme=Programme(name="Pathfinders", cap=10_000_000),
        question=Question(rules_date=date(2014, 12, 1)),
        measures=(Measure(id="m"),),
        readiness_answers=tuple(
            ReadinessAnswer(id=f"r-{test}", test=test, answer=Readiness.GO)
            for test in ReadinessTest
        ),
    )
    assert missing(whole, Stage.TRUST) == ["Give the end of the trust's biggest contract."]
    whole = after(whole, SetField(Ref("trust"), "biggest_contract_end", date(2017, 3, 31)))
    assert missing(whole, Stage.TRUST) == []
    assert missing(replace(whole, trust=Trust(name=" ")), Stage.TRUST)[:2] == [
        "Give the trust's name.",
        "Give the trust's income.",
    ]


def test_a_service_line_needs_its_name_and_the_end_of_its_contract():
    asked = replace(unsealed(), question=Question(scope=Scope.SERVICE_LINE))
    assert "Name the service line." in missing(asked, Stage.TRUST)
    asked = replace(asked, service_lines=(ServiceLine(id="s", name="Orthopaedics"),))
    assert "Give the end of the biggest contract of Orthopaedics." in missing(asked, Stage.TRUST)
    asked = after(asked, SetField(Ref("service_lines", "s"), "biggest_contract_end", date.max))
    assert not any("biggest" in words for words in missing(asked, Stage.TRUST))


def test_every_readiness_test_is_to_be_answered_though_its_answer_was_taken_out():
    given_one = ReadinessAnswer(id="r", test=ReadinessTest.CQC, answer=Readiness.PAUSE)
    open_still = ReadinessAnswer(id="u", test=ReadinessTest.UNIONS)
    appraisal = replace(unsealed(), readiness_answers=(given_one, open_still))
    asked = [want for want in wants(appraisal) if "readiness" in want.words]
    assert [(want.met, want.ref) for want in asked[:3]] == [
        (True, Ref("readiness_answers", "r")),
        (False, Ref("readiness_answers", "u")),
        (False, Ref("readiness_answers")),
    ]
    assert len(asked) == len(ReadinessTest)
    assert asked[1].words == "Answer the readiness test on union position."


def test_the_case_needs_smart_objectives_and_evidence_for_its_benefits():
    bare = replace(
        unsealed(),
        challenges=(Challenge(id="c"),),
        staff_views=(StaffView(id="s"),),
        objectives=(Objective(id="o", title="Voice"),),
        benefits=(Benefit(id="b", title="Turnover"),),
    )
    assert missing(bare, Stage.CASE) == [
        'Give "Voice" a measure, a target and a date.',
        'Say how strong the evidence for "Turnover" is.',
    ]
    smart = Objective(id="o", measure="Survey", target="4.0", due=date(2016, 3, 31))
    strong = Benefit(id="b", strength=EvidenceStrength.CASE)
    assert missing(replace(bare, objectives=(smart,), benefits=(strong,)), Stage.CASE) == []


def test_options_need_three_on_the_shortlist_one_that_stays_and_a_form_each():
    found = missing(unsealed(), Stage.OPTIONS)
    assert found == [
        f'Choose the form of "{name}".' for name in ("Business as usual", "FT plus", "Company")
    ]
    alone = replace(unsealed(), options=unsealed().options[:1])
    assert missing(alone, Stage.OPTIONS)[:2] == [
        "Put at least three options on the shortlist.",
        "Put an option besides business as usual that stays in the NHS on the shortlist.",
    ]
    line = Option(id="l", form="cic", scope=Scope.SERVICE_LINE, listing=Listing.SHORTLIST)
    lines = replace(unsealed(), options=(line,))
    assert 'Say which service lines "Unnamed option" covers.' in missing(lines, Stage.OPTIONS)


def test_gates_are_answered_for_all_but_the_baseline_and_open_barriers_have_owners():
    found = missing(unsealed(), Stage.GATES)
    assert len(found) == 7
    assert 'Answer for "Company": affordable with VAT and tax?' in found
    assert 'Give the barrier "VAT" an owner.' in found
    safe = GateAnswer(id="g", option="cic", gate=Gate.SAFE, answer=Answer.NO)
    dealt_with = Barrier(id="vat", status=BarrierStatus.RESOLVED)
    better = replace(unsealed(), gate_answers=(safe,), barriers=(dealt_with,))
    assert len(missing(better, Stage.GATES)) == 5
    assert "Record what stands in the way." in missing(
        replace(unsealed(), barriers=()), Stage.GATES
    )


def test_criteria_need_anchors_weights_and_the_seal():
    found = missing(unsealed(), Stage.WEIGHTS)
    assert found[0] == 'Write what 0, 50 and 100 look like on "Engagement".'
    assert found[-1] == "Seal the criteria and weights, so that scoring opens."
    assert len(found) == 4
    unweighed = replace(unsealed(), weight_sets=(WeightSet(id="panel", raw={"staff": 1.0}),))
    assert 'Weigh "Quality".' in missing(unweighed, Stage.WEIGHTS)
    by_pairs = WeightSet(id="panel", method=WeightMethod.PAIRWISE)
    paired = replace(unsealed(), weight_sets=(by_pairs,))
    assert 'Weigh "Quality".' not in missing(paired, Stage.WEIGHTS)
    anchored = Criterion(id="c", anchor_0="a", anchor_50="b", anchor_100="c")
    assert not any(
        "look like" in w for w in missing(replace(unsealed(), criteria=(anchored,)), Stage.WEIGHTS)
    )


def test_every_option_is_scored_on_every_leaf_by_the_room():
    found = missing(scored(), Stage.SCORING)
    assert len(found) == 3 * 3 - 3
    assert "Score Business as usual on Quality." in found
    by_performance = {Cell("bau", "quality"): Score(performance=3.0)}
    better = replace(scored(), sheets={CONSENSUS: ScoreSheet(by_performance)})
    assert "Score Business as usual on Quality." not in missing(better, Stage.SCORING)
    empty = {Cell("bau", "quality"): Score(reason="Not seen yet")}
    worse = replace(scored(), sheets={CONSENSUS: ScoreSheet(empty)})
    assert "Score Business as usual on Quality." in missing(worse, Stage.SCORING)


def test_where_the_room_does_not_agree_scores_people_do_it():
    people = replace(sealed(), scoring=Scoring(feed=ScoreFeed.MEAN))
    assert missing(people, Stage.SCORING) == ["Score the options."]
    assert missing(replace(people, sheets=scored().sheets), Stage.SCORING) == []
    assert "Say who scores." in missing(replace(people, scorers=()), Stage.SCORING)


def test_costs_need_their_price_base_schedule_and_a_line_for_each_option():
    assert len(missing(unsealed(), Stage.COSTS)) == 5
    costed = replace(
        unsealed(),
        costing=Costing(price_base="2014-15", schedule="green-book-2003"),
        cost_lines=(CostLine(id="c", option="cic"),),
    )
    assert missing(costed, Stage.COSTS) == ['Cost "Business as usual".', 'Cost "FT plus".']


def test_support_needs_lines_with_the_basis_of_their_rates():
    assert missing(unsealed(), Stage.SUPPORT) == ["Plan the support that is needed."]
    line = SupportLine(id="s", title="Legal")
    planned = replace(unsealed(), support_lines=(line,))
    assert missing(planned, Stage.SUPPORT) == ['Say where the rate for "Legal" comes from.']


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        (BoardPaper(), "Make the recommendation."),
        (
            BoardPaper(recommendation=Recommendation.ONE_OPTION),
            "Say which option is recommended.",
        ),
        (BoardPaper(recommendation=Recommendation.STAGED), "Set out the steps of the path."),
    ],
)
def test_the_paper_needs_what_its_recommendation_rests_on(paper, words):
    assert missing(replace(unsealed(), paper=paper), Stage.PAPER)[0] == words


def test_a_paper_with_all_its_parts_wants_nothing():
    paper = BoardPaper(
        recommendation=Recommendation.STAGED,
        reason="It can be undone",
        resolutions=("To note",),
        sponsor="Chief executive",
        meeting_on=date(2015, 3, 31),
    )
    whole = replace(
        unsealed(),
        paper=paper,
        path_steps=(PathStep(id="p"),),
        next_steps=(NextStep(id="n"),),
    )
    assert missing(whole, Stage.PAPER) == []
    one = replace(paper, recommendation=Recommendation.ONE_OPTION, recommended="cic")
    assert missing(replace(whole, paper=one), Stage.PAPER) == []


@given(appraisals())
def test_every_want_is_a_sentence_that_leads_somewhere(appraisal):
    for want in wants(appraisal):
        assert want.words.endswith((".", "?"))
        assert want.ref is not None
        if want.ref.id:
            assert not want.field or want.field in specs(type(entity(appraisal, want.ref)))


@given(appraisals())
def test_progress_counts_what_is_wanted(appraisal):
    stages = progress(appraisal)
    assert [each.stage for each in stages] == list(Stage)
    for each in stages:
        assert each.met + len(each.missing) == each.wanted
        assert 0 <= each.share <= 1
        assert (each.state is StageState.BLOCKED) == bool(each.wrong)


def test_a_stage_is_not_started_then_in_hand_then_done():
    def state(appraisal, stage):
        return progress(appraisal)[stage.number - 1].state

    assert state(Appraisal(id="a"), Stage.SUPPORT) is StageState.NOT_STARTED
    line = SupportLine(id="s")
    begun = replace(unsealed(), support_lines=(line,))
    assert state(begun, Stage.SUPPORT) is StageState.IN_HAND
    done = replace(unsealed(), support_lines=(replace(line, basis="A quotation"),))
    assert state(done, Stage.SUPPORT) is StageState.DONE
    unlisted = after(unsealed(), SetField(Ref("paper"), "recommended", "jv"))
    wrong = after(unlisted, SetField(Ref("paper"), "recommendation", Recommendation.ONE_OPTION))
    assert state(wrong, Stage.PAPER) is StageState.BLOCKED


def test_results_are_done_when_weights_and_scores_are():
    results = progress(scored())[Stage.RESULTS.number - 1]
    weights = progress(scored())[Stage.WEIGHTS.number - 1]
    scoring = progress(scored())[Stage.SCORING.number - 1]
    assert results.missing == weights.missing + scoring.missing


def test_a_stage_that_wants_nothing_is_all_there():
    nobody = replace(
        scored(), options=(Option(id="bau", role=OptionRole.BUSINESS_AS_USUAL),), sheets={}
    )
    found = progress(nobody)[Stage.SCORING.number - 1]
    assert (found.met, found.wanted, found.share) == (1, 1, 1.0)
