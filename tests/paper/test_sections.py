"""What each section says by rule, where the samples do not show it."""

from dataclasses import replace
from datetime import date

import pytest
from tests.paper.conftest import Compose, Matter
from tests.paper.making import left_out, recommending, scored
from tests.paper.reading import all_of, table_of, texts_of, words_of

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.board_paper import FrontSheetField, PathStep
from appraiser.domain.case import StaffView
from appraiser.domain.content import content_fingerprint
from appraiser.domain.costs import TaxPosition
from appraiser.domain.criteria import Comparison
from appraiser.domain.ids import (
    ComparisonId,
    CriterionId,
    FrontSheetFieldId,
    InterestId,
    OptionId,
    PathStepId,
    ReadinessAnswerId,
    ScorerId,
    StaffViewId,
    TaxPositionId,
    WeightSetId,
)
from appraiser.domain.scores import Interest, Scorer
from appraiser.domain.terms import (
    InterestDecision,
    MissingScores,
    Readiness,
    ReadinessTest,
    Recommendation,
    ValueShape,
    WeightMethod,
)
from appraiser.domain.trust import ReadinessAnswer
from appraiser.paper.ask import resolutions
from appraiser.paper.blocks import BulletList, FrontSheet, Heading

TWO = {"a": (80, 70), "b": (50, 40)}


def heading(paper, key: str) -> str:
    return next(each.text for each in all_of(paper, Heading) if each.key == key)


@pytest.mark.parametrize(
    ("recommendation", "words"),
    [
        (Recommendation.ONE_OPTION, ("Agree A as the preferred way forward.",)),
        (Recommendation.STAGED, ("Agree the staged path set out in this paper.",)),
        (Recommendation.PAUSE, ("Agree to pause the appraisal.",)),
        (Recommendation.UNDECIDED, ()),
    ],
)
def test_a_resolution_follows_from_the_recommendation_until_one_is_written(
    matter: Matter, recommendation: Recommendation, words: tuple[str, ...]
):
    appraisal = recommending(scored(TWO), "a", recommendation=recommendation)
    step = PathStep(id=PathStepId("one"), title="Begin")
    assert resolutions(matter(replace(appraisal, path_steps=(step,)))) == words
    written = replace(appraisal.paper, resolutions=("Note this", " "))
    assert resolutions(matter(replace(appraisal, paper=written))) == ("Note this.",)


def answers(*given: Readiness | None) -> tuple[ReadinessAnswer, ...]:
    return tuple(
        ReadinessAnswer(
            id=ReadinessAnswerId(f"r{at}"),
            test=test,
            answer=answer,
            reason="NHS staff are tired",
            conditions="CQC agrees",
        )
        for at, (test, answer) in enumerate(zip(ReadinessTest, given, strict=False))
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((Readiness.GO, Readiness.GO), "Readiness. All readiness tests say go."),
        (
            (Readiness.GO, Readiness.CONDITIONS),
            "Readiness. The readiness tests say go, with conditions. Union position: CQC agrees.",
        ),
        (
            (Readiness.PAUSE, None),
            "Readiness. The readiness tests say pause. CQC position: NHS staff are tired.",
        ),
        (
            (Readiness.GO, None),
            "Readiness. The readiness tests have not all been answered yet: union position.",
        ),
    ],
)
def test_readiness_says_whether_to_go_on_and_why(composed: Compose, given, words: str):
    paper = composed(replace(scored(TWO), readiness_answers=answers(*given)))
    assert words_of(paper, "summary.readiness") == words


def test_interests_say_who_did_not_count_or_left(composed: Compose):
    decisions = (
        InterestDecision.TAKE_PART,
        InterestDecision.NOT_COUNTED,
        InterestDecision.LEAVE,
    )
    scorers = tuple(Scorer(id=ScorerId(f"s{at}"), role="Nurse") for at in range(4))
    interests = tuple(
        Interest(id=InterestId(f"i{at}"), scorer=ScorerId(f"s{at}"), decision=decision)
        for at, decision in enumerate(decisions)
    )
    appraisal = replace(scored(TWO), scorers=scorers, interests=interests)
    paper = composed(appraisal)
    assert words_of(paper, "summary.interests") == (
        "An interest was declared by 3 of 4 scorers. "
        "Of them 1 scored without being counted and 1 left for the item."
    )
    assert [row.cells[0] for row in table_of(paper, "scorers").rows][:2] == [
        "1. Nurse 1",
        "2. Nurse 2",
    ]
    only = words_of(composed(replace(appraisal, interests=interests[:1])), "summary.interests")
    assert only.endswith("All of them took part and were counted.")


def test_a_recommendation_without_a_reason_says_so(composed: Compose):
    paper = composed(recommending(scored(TWO), "a"))
    assert words_of(paper, "summary.reason") == "The reason has not been given yet."


def test_a_missing_score_gives_a_range_where_that_is_the_policy(composed: Compose):
    appraisal = scored({"a": (80, None), "b": (50, 40)})
    ranged = replace(appraisal, scoring=replace(appraisal.scoring, missing=MissingScores.BOUNDS))
    rows = {row.cells[0]: row.cells[1] for row in table_of(composed(ranged), "totals").rows}
    assert rows["A"] == "48 to 88"
    rows = {row.cells[0]: row.cells[1] for row in table_of(composed(appraisal), "totals").rows}
    assert rows["A"] == "No total"


def test_a_total_on_part_of_the_weight_says_so(composed: Compose):
    appraisal = scored({"a": (80, None), "b": (50, 40)})
    policy = replace(appraisal.scoring, missing=MissingScores.SCORED_ONLY)
    paper = composed(replace(appraisal, scoring=policy))
    rows = {row.cells[0]: row.cells[1] for row in table_of(paper, "totals").rows}
    assert rows["A"] == "80 on 60% of the weight"
    assert "are raised" in words_of(paper, "annex-scores.shared")
    assert "never taken as 0" in words_of(paper, "method.scores")


def test_gates_that_nobody_answered_are_not_called_passed(composed: Compose):
    paper = composed(replace(scored(TWO), gate_answers=()))
    assert heading(paper, "gates").endswith("but not every gate is answered")
    assert words_of(paper, "summary.gates").endswith("Not every gate has been answered yet.")


def test_with_no_option_there_is_no_gate_to_report(composed: Compose):
    paper = composed(Appraisal(id="none"))
    assert heading(paper, "gates") == "Which options do the gates bar?"
    assert words_of(paper, "gates.none").startswith("There is no shortlist yet")


def test_money_that_is_not_known_is_never_nought(composed: Compose):
    position = TaxPosition(id=TaxPositionId("t"), option=OptionId("a"), lost_vat=1_000_00)
    paper = composed(replace(scored(TWO), tax_positions=(position,)))
    first, second = table_of(paper, "costs").rows
    assert first.cells[3] == "£1,000"
    assert set(second.cells[1:]) == {"Not known"}
    assert words_of(paper, "costs.unsettled").endswith("the tax position of A yet.")


def test_a_vote_is_told_with_its_numbers(composed: Compose):
    view = StaffView(
        id=StaffViewId("v"), title="Branch vote", asked=100, answered=60, in_favour=12, against=48
    )
    paper = composed(replace(scored(TWO), staff_views=(view,)))
    (said,) = [
        "".join(run.text for run in item)
        for block in all_of(paper, BulletList)
        for item in block.items
        if "Branch vote" in item[0].text
    ]
    assert said.strip() == (
        "Branch vote, date not given, 60 of 100 answered, 12 in favour, 48 against."
    )


def test_a_made_up_trust_is_announced_as_a_sample(composed: Compose, leicester: Appraisal):
    paper = composed(replace(leicester, trust=replace(leicester.trust, made_up=True)))
    (front,) = all_of(paper, FrontSheet)
    assert front.notices[0] == (
        "Sample. The trust, its people and its figures are made up; law and precedents cited are "
        "real."
    )
    assert paper.meta.notice.startswith("Sample: made-up trust")


def test_one_thing_missing_is_one_thing(composed: Compose, leicester: Appraisal):
    paper = composed(replace(leicester, next_steps=()))
    (front,) = all_of(paper, FrontSheet)
    assert "1 thing is still missing or wrong; Annex K has it." in front.notices[-1]


def test_a_front_sheet_field_confirms_one_of_the_papers_own(composed: Compose):
    own = FrontSheetField(
        id=FrontSheetFieldId("f"), label="equality", confirmed_by="Director of people"
    )
    (front,) = all_of(composed(replace(scored(TWO), front_sheet_fields=(own,))), FrontSheet)
    fields = [each.text for each in front.fields if each.label == "Equality"]
    assert fields == ["None identified, confirmed by Director of people."]
    assert not [each for each in front.fields if each.label == "equality"]


def test_a_criterion_scored_by_a_scale_prints_its_corners(composed: Compose):
    appraisal = scored(TWO)
    first, *rest = appraisal.criteria
    scaled = replace(
        first, shape=ValueShape.LINEAR, unit="weeks", points=((14.0, 0.0), (4.0, 100.0))
    )
    paper = composed(replace(appraisal, criteria=(scaled, *rest)))
    assert (
        table_of(paper, "criteria")
        .rows[0]
        .cells[2]
        .endswith("Linear between the two ends (weeks): 14 gives 0, 4 gives 100")
    )


def test_a_tree_of_criteria_prints_its_branches(composed: Compose):
    appraisal = scored(TWO)
    branch = replace(appraisal.criteria[0], id=CriterionId("branch"), name="Patients")
    leaf = replace(appraisal.criteria[0], parent=branch.id)
    (weights,) = appraisal.weight_sets
    weights = replace(weights, raw={**weights.raw, branch.id: 100.0})
    paper = composed(
        replace(appraisal, criteria=(branch, leaf, *appraisal.criteria[1:]), weight_sets=(weights,))
    )
    rows = [row.cells[0] for row in table_of(paper, "weights").rows]
    assert rows[0] == "Patients\nA branch: those under it are scored"


def test_compared_criteria_print_how_consistent_the_comparisons_are(composed: Compose):
    appraisal = scored(TWO)
    pairwise = replace(appraisal.weight_sets[0], method=WeightMethod.PAIRWISE, raw={})
    comparison = Comparison(
        id=ComparisonId("c"),
        weight_set=WeightSetId(pairwise.id),
        first=CriterionId("c1"),
        second=CriterionId("c2"),
        ratio=3.0,
    )
    paper = composed(replace(appraisal, weight_sets=(pairwise,), comparisons=(comparison,)))
    assert words_of(paper, "annex-criteria.set").endswith(
        "The consistency ratio of the comparisons is 0.00."
    )


def test_weights_that_are_not_complete_are_said_to_be(composed: Compose):
    paper = composed(replace(scored(TWO), weight_sets=()))
    assert words_of(paper, "annex-criteria.no-weights").startswith("The weights are not complete")
    assert "not complete" in words_of(paper, "method.weights")


def test_the_front_sheet_letters_the_resolutions_where_there_is_room(composed: Compose):
    assert asked(composed, "Note this", "Agree that") == "(a) Note this.\n(b) Agree that."
    assert asked(composed, "Note this") == "Note this."
    assert asked(composed) == "Not yet given"


def test_the_front_sheet_gives_the_first_of_many_long_resolutions_and_how_many_more(
    composed: Compose,
):
    long = "Agree at length to " + "look again " * 20
    assert asked(composed, "Note this", long, long) == "(a) Note this.\n2 more in section 1."
    shown = asked(composed, long * 2, long)
    assert shown.startswith("(a) Agree at length to look again")
    assert shown.endswith("… In full in section 1.\n1 more in section 1.")


def asked(composed: Compose, *resolutions: str) -> str:
    appraisal = scored(TWO)
    paper = replace(appraisal.paper, resolutions=resolutions)
    (front,) = all_of(composed(replace(appraisal, paper=paper)), FrontSheet)
    return next(each.text for each in front.fields if each.label == "The board is asked to")


@pytest.mark.parametrize(
    "words",
    [
        "No resolution has been written yet.",
        "There is no shortlist yet, so no gate has been tested.",
    ],
)
def test_what_is_missing_is_said_once(composed: Compose, words: str):
    assert " ".join(texts_of(composed(Appraisal(id="none")))).count(words) == 1


def kept(composed: Compose, appraisal: Appraisal) -> str:
    return " ".join(
        "".join(run.text for run in item)
        for block in all_of(composed(appraisal), BulletList)
        for item in block.items
    )


def test_options_left_out_are_counted_with_those_that_have_no_reason(composed: Compose):
    appraisal = scored(TWO)
    first = left_out("c", listing_reason="Too dear")
    both = replace(appraisal, options=(*appraisal.options, first, left_out("d")))
    assert "2 options left out; 1 of them has no recorded reason." in kept(composed, both)
    one = replace(appraisal, options=(*appraisal.options, first))
    assert "1 option left out, with a recorded reason." in kept(composed, one)
    second = replace(first, id=OptionId("d"))
    two = replace(appraisal, options=(*appraisal.options, first, second))
    assert "2 options left out, each with a recorded reason." in kept(composed, two)
    assert "No option was left out." in kept(composed, appraisal)


def test_the_content_fingerprint_is_printed_and_stands_whole_in_the_properties(composed: Compose):
    appraisal = scored(TWO)
    whole = content_fingerprint(appraisal)
    assert f"beginning {whole[:16]};" in kept(composed, appraisal)
    assert whole in composed(appraisal).meta.made_from


def test_the_files_date_is_that_of_the_meeting_else_of_the_law_else_none(composed: Compose):
    appraisal = scored(TWO)
    met = replace(appraisal.paper, meeting_on=date(2026, 11, 26))
    ruled = replace(appraisal.question, rules_date=date(2026, 11, 1))
    assert composed(replace(appraisal, paper=met, question=ruled)).meta.dated == met.meeting_on
    assert composed(replace(appraisal, question=ruled)).meta.dated == ruled.rules_date
    undated = replace(appraisal.question, rules_date=None)
    assert composed(replace(appraisal, question=undated)).meta.dated is None


def test_integrity_says_how_often_seals_were_broken_and_who_leads_without_the_conflicted(
    composed: Compose, leicester: Appraisal
):
    said = kept(composed, leicester)
    assert "Seals broken: none." in said
    assert "Scored only after criteria and weights were sealed: yes." in said
    assert "Without the scores of those who declared an interest, FT plus leads, as with" in said

    (seal,) = leicester.seals
    broken = replace(seal, broken_at=seal.sealed_at, broken_reason="A slip")
    assert "Seals broken: 1." in kept(composed, replace(leicester, seals=(broken,)))
    unsealed = kept(composed, replace(leicester, seals=(), interests=()))
    assert "Scored only after criteria and weights were sealed: no." in unsealed
    assert "Seals broken" not in unsealed
    assert "Without the scores" not in unsealed


def test_integrity_says_where_the_conflicted_make_the_leader(
    composed: Compose, leicester: Appraisal
):
    everyone = tuple(
        Interest(id=f"i{at}", scorer=each.id) for at, each in enumerate(leicester.scorers)
    )
    said = kept(composed, replace(leicester, interests=everyone))
    assert "Without the scores of those who declared an interest, no option leads." in said
