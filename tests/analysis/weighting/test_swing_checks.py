"""Questions about sums of swings, and what the answers show."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import PANEL, panel
from tests.analysis.weighting.trees import tree, weighed

from appraiser.analysis.weighting.swing_answers import swing_answers, swing_findings
from appraiser.analysis.weighting.swing_checks import SwingQuestion, swing_questions
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import SwingCheck
from appraiser.domain.findings import Severity
from appraiser.domain.ids import CriterionId, Ref, SwingCheckId, WeightSetId
from appraiser.domain.terms import SumOfSwings, WeightMethod

ONE, SAME, TOGETHER = SumOfSwings.ONE, SumOfSwings.SAME, SumOfSwings.TOGETHER


def questions(appraisal: Appraisal) -> tuple[SwingQuestion, ...]:
    return swing_questions(appraisal, weighed(appraisal))


def check(one: str, *others: str, answer: SumOfSwings | None = None, **changes) -> SwingCheck:
    return SwingCheck(
        id=SwingCheckId(f"{one}-check"),
        weight_set=changes.pop("weight_set", PANEL),
        one=CriterionId(one),
        others=tuple(map(CriterionId, others)),
        answer=answer,
    )


def test_the_question_of_the_book_is_asked() -> None:
    """method.md 4.4: with a = 100, b = 60, c = 40, ask whether b and c together equal a."""
    (found,) = questions(panel({"a": 100, "b": 60, "c": 40}, {}))

    assert (found.one, found.others, found.says) == ("a", ("b", "c"), SAME)
    assert (found.swing, found.swings_together) == (100, 100)
    assert (found.weight, found.together) == pytest.approx((0.5, 0.5))


def test_for_each_criterion_the_nearest_pair_is_chosen_and_the_nearest_comes_first() -> None:
    found = questions(panel({"a": 100, "b": 62, "c": 40, "d": 25, "e": 9}, {}))

    assert [(each.one, each.others) for each in found] == [
        ("a", ("b", "c")),
        ("b", ("c", "d")),
        ("c", ("d", "e")),
    ]
    assert [each.says for each in found] == [SAME, SAME, ONE]


def test_sums_far_apart_are_not_worth_a_question() -> None:
    assert questions(panel({"a": 100, "b": 20, "c": 10}, {})) == ()
    assert questions(panel({"a": 100, "b": 90, "c": 80}, {})) == ()
    assert questions(panel({"a": 100, "b": 0, "c": 100}, {})) == ()
    assert questions(panel({"a": 1, "b": 1}, {})) == ()


def test_what_was_asked_of_this_set_is_not_asked_again() -> None:
    made = panel({"a": 100, "b": 60, "c": 40}, {})
    elsewhere = check("a", "b", "c", weight_set=WeightSetId("other"))

    assert questions(replace(made, swing_checks=(check("a", "c", "b"),))) == ()
    assert len(questions(replace(made, swing_checks=(elsewhere,)))) == 1


DEEP = (("x", None), ("y", None), ("z", None), ("x1", "x"), ("x2", "x"), ("x3", "x"))


def test_questions_are_put_within_each_branch() -> None:
    found = questions(tree({"x": 100, "y": 55, "z": 45, "x1": 10, "x2": 6, "x3": 5}, DEEP))

    assert [(each.one, each.others) for each in found] == [("x", ("y", "z")), ("x1", ("x2", "x3"))]
    assert found[1].weight == pytest.approx(0.5 * 10 / 21)


def test_ranks_are_weighed_but_have_no_swings_to_add_up() -> None:
    flat = (("a", None), ("b", None), ("c", None))
    (found,) = questions(tree({"a": 1, "b": 2, "c": 3}, flat, WeightMethod.RANK))

    assert (found.swing, found.swings_together) == (None, None)
    assert found.weight == pytest.approx(0.523, abs=0.001)


def answered(answer: SumOfSwings | None, a: float) -> Appraisal:
    made = panel({"a": a, "b": 60, "c": 40}, {})
    return replace(made, swing_checks=(check("a", "b", "c", answer=answer),))


@pytest.mark.parametrize(
    ("a", "agree"),
    [
        (100, {SAME}),
        (105, {SAME, ONE}),
        (95, {SAME, TOGETHER}),
        (112, {ONE}),
        (80, {TOGETHER}),
    ],
)
def test_an_answer_agrees_with_the_swings_or_does_not(a, agree) -> None:
    for answer in SumOfSwings:
        appraisal = answered(answer, a)
        (found,) = swing_answers(appraisal, weighed(appraisal))

        assert found.consistent is (answer in agree)
        assert found.gap == pytest.approx((100 - a) / (100 + a))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (ONE, '"a" was said to matter more than "b" and "c" together'),
        (SAME, '"a" was said to matter about as much as "b" and "c" together'),
    ],
)
def test_an_answer_that_the_swings_contradict_is_found(answer, words) -> None:
    appraisal = answered(answer, 50)

    (finding,) = swing_findings(appraisal, weighed(appraisal))

    assert (finding.code, finding.severity) == ("swings", Severity.WARNING)
    assert (finding.ref, finding.field) == (Ref("swing_checks", "a-check"), "answer")
    assert finding.words == f"{words}, but the weights give it 50 against 100."


def test_an_answer_that_agrees_or_is_not_there_yet_is_not_found() -> None:
    for answer in (TOGETHER, None):
        appraisal = answered(answer, 50)
        assert list(swing_findings(appraisal, weighed(appraisal))) == []
    appraisal = answered(None, 50)
    assert swing_answers(appraisal, weighed(appraisal)) == ()


def test_swings_of_different_branches_are_compared_by_their_weight_in_the_whole() -> None:
    made = tree({"people": 60, "money": 40, "voice": 50, "safety": 100})
    checks = (check("money", "voice", answer=TOGETHER),)
    appraisal = replace(made, swing_checks=checks)

    (finding,) = swing_findings(appraisal, weighed(appraisal))

    assert finding.words == (
        '"Money" was said to matter less than "Voice", but the weights give it 40.0% against 20.0%.'
    )


@pytest.mark.parametrize(
    ("one", "others"),
    [
        ("voice", ("voice", "money")),
        ("people", ("voice", "money")),
        ("voice", ("people",)),
        ("money", ("voice", "voice")),
        ("money", ()),
        ("money", ("gone",)),
    ],
)
def test_a_question_that_cannot_be_weighed_up_is_named_and_has_no_answer(one, others) -> None:
    made = tree({"people": 60, "money": 40, "voice": 50, "safety": 100})
    appraisal = replace(made, swing_checks=(check(one, *others, answer=ONE),))

    (finding,) = swing_findings(appraisal, weighed(appraisal))

    assert swing_answers(appraisal, weighed(appraisal)) == ()
    assert finding.field == "others"
    assert finding.words == (
        f'The check of the swing of "{one.title()}" puts a criterion on both sides, '
        "or nothing on one."
    )


@given(st.lists(st.integers(1, 1000), min_size=3, max_size=7, unique=True))
@settings(max_examples=30)
def test_no_other_pair_comes_nearer_than_the_one_that_is_asked(swings) -> None:
    made = panel(swings, {})
    weight = weighed(made).leaf_shares

    for each in questions(made):
        lighter = sorted((w for c, w in weight.items() if c != each.one), reverse=True)
        lighter = [w for w in lighter if w <= each.weight]
        nearest = min(
            abs(each.weight - b - c) for at, b in enumerate(lighter) for c in lighter[at + 1 :]
        )
        assert abs(each.weight - each.together) == pytest.approx(nearest, abs=1e-9)
        assert each.weight == weight[each.one]
        assert each.together == pytest.approx(sum(weight[c] for c in each.others))


def test_two_hundred_criteria_are_no_trouble() -> None:
    assert len(questions(panel([float(1 + at) for at in range(200)], {}))) > 100
