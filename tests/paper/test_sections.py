"""What each section says by rule, where the samples do not show it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.paper.conftest import Compose, Matter
from tests.paper.making import left_out, recommending, scored
from tests.paper.reading import all_of, table_of, texts_of, words_of

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.board_paper import FrontSheetField, PathStep
from appraiser.domain.case import StaffView
from appraiser.domain.content import content_fingerprint
from appraiser.domain.costs import CostLine, TaxPosition
from appraiser.domain.criteria import Comparison
from appraiser.domain.ids import (
    ComparisonId,
    CostLineId,
    CriterionId,
    FrontSheetFieldId,
    InterestId,
    OptionId,
    PathStepId,
    ReadinessAnswerId,
    ScorerId,
    StaffViewId,
    SupportLineId,
    TaxPositionId,
    WeightSetId,
)
from appraiser.domain.money_terms import CostCategory, CostKind, SupportStatus
from appraiser.domain.scores import Interest, Scorer
from appraiser.domain.support import SupportLine
from appraiser.domain.terms import (
    InterestDecision,
    MissingScores,
    Readiness,
    ReadinessTest,
    Recommendation,
    ValueShape,
    WeightMethod,
)
from appraiser.domain.trust import Programme, ReadinessAnswer
from appraiser.paper.ask import resolutions
from appraiser.paper.blocks import BulletList, FrontSheet, Heading
from appraiser.paper.support_words import support_words

TWO = {"a": (80, 70), "b": (50, 40)}


def heading(paper, key: str) -> str:
    return next(each.text for each in all_of(paper, Heading) if each.key == key)


def spending(pence: int, cap: int | None) -> Appraisal:
    line = SupportLine(id=SupportLineId("x"), title="Advice", expenses=pence, vat_rate=0.0)
    return Appraisal(id="made", programme=Programme(cap=cap), support_lines=(line,))


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


@pytest.mark.parametrize(
    ("pence", "cap", "words"),
    [
        (80_000_00, 100_000_00, "against a cap of £100,000, which leaves £20,000."),
        (100_000_00, 100_000_00, "against a cap of £100,000, and uses all of it."),
        (110_000_00, 100_000_00, "That is £10,000 over the cap of £100,000."),
        (80_000_00, None, "The programme's cap has not been given."),
    ],
)
def test_the_support_plan_is_set_against_its_cap(
    matter: Matter, pence: int, cap: int | None, words: str
):
    assert support_words(matter(spending(pence, cap))).endswith(words)


def test_a_cap_stands_even_where_nothing_is_planned(matter: Matter):
    bare = Appraisal(id="made", programme=Programme(cap=100_000_00))
    assert support_words(matter(bare)) == ("No support has been planned yet. The cap is £100,000.")


def supported(status: SupportStatus, pence: int, cap: int | None) -> Appraisal:
    appraisal = spending(pence, cap)
    (line,) = appraisal.support_lines
    spent = replace(line, id=SupportLineId("s"), status=SupportStatus.SPENT, spent=30_000_00)
    spent = replace(spent, expenses=30_000_00)
    paused = replace(appraisal.paper, recommendation=Recommendation.PAUSE)
    return replace(appraisal, support_lines=(spent, replace(line, status=status)), paper=paused)


@pytest.mark.parametrize(
    ("status", "pence", "cap", "words"),
    [
        (
            SupportStatus.PLANNED,
            40_000_00,
            75_000_00,
            (
                "£30,000 has been spent and nothing more is committed, VAT that cannot be "
                "recovered and expenses included. A further £40,000 is planned; on a pause it "
                "would not be spent. Of the cap of £75,000, £45,000 would be left."
            ),
        ),
        (
            SupportStatus.COMMITTED,
            40_000_00,
            60_000_00,
            (
                "£30,000 has been spent and £40,000 more is committed, VAT that cannot be "
                "recovered and expenses included. Nothing more is planned. That is £10,000 over "
                "the cap of £60,000."
            ),
        ),
        (
            SupportStatus.COMMITTED,
            5_000_00,
            None,
            (
                "£30,000 has been spent and £5,000 more is committed, VAT that cannot be "
                "recovered and expenses included. Nothing more is planned. The programme's cap "
                "has not been given."
            ),
        ),
    ],
)
def test_on_a_pause_the_support_says_what_is_spent_committed_and_would_not_be_spent(
    composed: Compose, status: SupportStatus, pence: int, cap: int | None, words: str
):
    paper = composed(supported(status, pence, cap))
    assert words_of(paper, "support.total") == words
    assert words_of(paper, "summary.support") == f"Cost of support. {words}"


def test_rows_that_do_not_add_up_by_rounding_are_said_to_be_rounded(composed: Compose):
    appraisal = spending(100_50, 1_000_00)
    (line,) = appraisal.support_lines
    paper = composed(replace(appraisal, support_lines=(line, replace(line, id=SupportLineId("y")))))
    assert "rounded" in table_of(paper, "support-lines").caption


def test_a_supplier_above_the_threshold_over_several_contracts_is_named(
    leicester: Appraisal, composed: Compose
):
    one = tuple(replace(each, supplier="Supplier A") for each in leicester.contracts)
    programme = replace(leicester.programme, approval_threshold=60_000_00)
    paper = composed(replace(leicester, contracts=one, programme=programme))
    assert words_of(paper, "support.approval").endswith("over all contracts: Supplier A.")


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
    assert "are raised" in words_of(paper, "b.shared")
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
    assert "One thing is still missing or wrong; Annex E names it." in front.notices[-1]


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
    assert words_of(paper, "a.set").endswith("The consistency ratio of the comparisons is 0.00.")


def test_weights_that_are_not_complete_are_said_to_be(composed: Compose):
    paper = composed(replace(scored(TWO), weight_sets=()))
    assert words_of(paper, "a.no-weights").startswith("The weights are not complete")
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


def whole_pounds(text: str) -> int:
    return int(text.replace("£", "").replace(",", ""))


def test_the_sum_over_all_years_can_be_added_up_from_the_lines(
    leicester: Appraisal, composed: Compose
):
    paper = composed(leicester)
    horizon = leicester.costing.horizon
    for option in leicester.shortlist:
        *rows, total = table_of(paper, f"costs-{option.id}").rows
        parts = [whole_pounds(r.cells[2]) * int(r.cells[3]) for r in rows]
        assert parts == [whole_pounds(r.cells[4]) for r in rows]
        assert sum(parts) == whole_pounds(total.cells[4])
        assert total.cells[0] == f"All over {horizon} years"
    assert "Annex D" in words_of(paper, "costs.lines")
    rows = table_of(paper, "tax-positions").rows
    assert [row.cells[0] for row in rows] == [
        leicester.option(each.option).name for each in leicester.tax_positions
    ]


def test_a_cost_line_says_when_it_falls_and_what_takes_its_place(composed: Compose):
    line = CostLine(
        id=CostLineId("x"),
        option=OptionId("a"),
        title="Lawyers",
        kind=CostKind.ONE_OFF,
        first_year=1,
        amount=1_000_50,
        basis="A quotation",
    )
    yearly = replace(
        line, id=CostLineId("y"), kind=CostKind.YEARLY, first_year=2, last_year=9, title=""
    )
    lost = replace(yearly, id=CostLineId("z"), category=CostCategory.IRRECOVERABLE_VAT)
    position = TaxPosition(id=TaxPositionId("t"), option=OptionId("a"), lost_vat=10_00)
    paper = composed(
        replace(scored(TWO), cost_lines=(line, yearly, lost), tax_positions=(position,))
    )
    assert [row.cells for row in table_of(paper, "costs-a").rows] == [
        ("Lawyers\nA quotation", "Once, year 1", "£1,000.50", "1", "£1,000.50"),
        (
            "A cost without a name\nA quotation",
            "Yearly, years 2 to 9",
            "£1,000.50",
            "3",
            "£3,001.50",
        ),
        (
            "A cost without a name\nA quotation",
            "Yearly, years 2 to 9",
            "£1,000.50",
            "0",
            "In the tax position",
        ),
        (
            "VAT no longer recovered\nFrom the tax position",
            "Yearly, years 0 to 4",
            "£10",
            "5",
            "£50",
        ),
        ("All over 5 years", "", "", "", "£4,052"),
    ]
    (row,) = table_of(paper, "tax-positions").rows
    assert row.cells == ("A", "£10", "Not known", "Not known", "No", "Not yet given")


def test_printed_weights_and_points_add_up_with_a_row_for_rounding(composed: Compose):
    paper = composed(scored({"a": (55, 65, 75), "b": (50, 40, 30)}, (100, 100, 100)))
    *_, rounding, total = table_of(paper, "weights").rows
    assert rounding.cells[::3] == ("Rounding", "0.1%")
    assert total.cells[3] == "100.0%"
    *_, rounding, total = table_of(paper, "scores-a").rows
    assert rounding.cells[:4] == ("Rounding", "0.1%", "", "")
    assert total.cells[1:4] == ("100.0%", "", "65.0")


@given(
    st.lists(st.integers(1, 100), min_size=2, max_size=6).flatmap(
        lambda weights: st.tuples(
            st.just(weights),
            st.lists(st.integers(0, 100), min_size=len(weights), max_size=len(weights)),
        )
    )
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_scores_the_printed_columns_add_up(
    composed: Compose, found: tuple[list[int], list[int]]
):
    weights, scores = found
    *rows, total = table_of(composed(scored({"a": scores}, weights)), "scores-a").rows
    for at in (1, 3):
        cells = [Decimal(row.cells[at].rstrip("%")) for row in rows if row.cells[at]]
        assert sum(cells) == Decimal(total.cells[at].rstrip("%"))


def test_no_row_for_rounding_stands_where_the_rows_add_up(composed: Compose):
    paper = composed(scored(TWO))
    for key in ("weights", "scores-a", "scores-b"):
        assert "Rounding" not in [row.cells[0] for row in table_of(paper, key).rows]


def test_criteria_that_do_not_tell_the_options_apart_are_named(composed: Compose):
    one = composed(scored({"a": (80, 40), "b": (50, 40)}))
    assert words_of(one, "a.alike").startswith("Every option has the same score on c2")
    both = composed(scored({"a": (50, 40), "b": (50, 40)}))
    assert words_of(both, "a.alike").endswith("apart: c1 and c2.")
    assert words_of(composed(scored(TWO)), "a.alike") == ""
    assert words_of(composed(scored({"a": (50, 40)})), "a.alike") == ""
    assert words_of(composed(scored({"a": (80, None), "b": (50, None)})), "a.alike") == ""


def test_the_files_date_is_that_of_the_meeting_else_of_the_law_else_none(composed: Compose):
    appraisal = scored(TWO)
    met = replace(appraisal.paper, meeting_on=date(2026, 11, 26))
    ruled = replace(appraisal.question, rules_date=date(2026, 11, 1))
    assert composed(replace(appraisal, paper=met, question=ruled)).meta.dated == met.meeting_on
    assert composed(replace(appraisal, question=ruled)).meta.dated == ruled.rules_date
    undated = replace(appraisal.question, rules_date=None)
    assert composed(replace(appraisal, question=undated)).meta.dated is None
