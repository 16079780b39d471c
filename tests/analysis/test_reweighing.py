"""The answer again under other weights, by the rules of the first answer."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import panel
from tests.analysis.panel.rooms import interest, room
from tests.analysis.weighting.trees import tree

from appraiser.analysis.assessing import assess
from appraiser.analysis.results import Results
from appraiser.analysis.reweighing import Reweighed, Reweighing
from appraiser.analysis.robustness.simulation import DRAWS
from appraiser.analysis.verdict import VerdictKind
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import GateAnswer
from appraiser.domain.ids import CriterionId, GateAnswerId, OptionId
from appraiser.domain.problem import Problem
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import Scoring
from appraiser.domain.terms import (
    Answer,
    Gate,
    InterestDecision,
    MissingScores,
    ScoreFeed,
    ScoringPhase,
)

SHIPPED = load_catalogue()
WEIGHTS = (0.5, 0.3, 0.2)
ROWS = {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)}
FEW = Robustness(draws=1024)
SCORED_ONLY = Scoring(missing=MissingScores.SCORED_ONLY)


def assessed(appraisal: Appraisal) -> Results:
    return assess(replace(appraisal, robustness=FEW), SHIPPED)


def under(appraisal: Appraisal, **wanted: float) -> Reweighed:
    shares = {CriterionId(criterion): share for criterion, share in wanted.items()}
    return Reweighing(appraisal, assessed(appraisal)).under(shares)


def barring(*options: str) -> tuple[GateAnswer, ...]:
    return tuple(
        GateAnswer(
            id=GateAnswerId(f"no-{each}"), option=OptionId(each), gate=Gate.SAFE, answer=Answer.NO
        )
        for each in options
    )


def first(found: Reweighed) -> dict[OptionId, float]:
    return {each.option: each.first_rank for each in found.options if each.first_rank is not None}


def totals(found: Reweighed | Results) -> list[float | None]:
    return [each.total for each in found.options]


def ranks(found: Reweighed | Results) -> list[tuple[int | None, int | None]]:
    return [(each.rank, each.open_rank) for each in found.options]


def answers_alike(one: Reweighed, other: Results) -> None:
    assert totals(one) == pytest.approx(totals(other))
    assert ranks(one) == ranks(other)
    assert one.verdict.leaders == other.verdict.leaders
    assert one.verdict.reasons == other.verdict.reasons
    assert (one.verdict.kind is VerdictKind.NOT_YET) is (other.verdict.kind is VerdictKind.NOT_YET)
    assert one.critical_weights == tuple(
        replace(each, weight=pytest.approx(each.weight), critical=pytest.approx(each.critical))
        for each in other.critical_weights
    )


CASES = {
    "plain": panel(WEIGHTS, ROWS),
    "barred": panel(WEIGHTS, ROWS, gate_answers=barring("b")),
    "all barred": panel(WEIGHTS, ROWS, gate_answers=barring(*ROWS)),
    "one in play": panel(WEIGHTS, ROWS, gate_answers=barring("a", "b")),
    "a tie": panel([1, 1], {"a": (10, 30), "b": (30, 10), "c": (0, 0)}),
    "missing": panel(WEIGHTS, {**ROWS, "d": (10, None, 10)}),
    "missing, scored only": panel(WEIGHTS, {**ROWS, "d": (80, None, 66)}, scoring=SCORED_ONLY),
    "missing where nothing weighs": panel([1, 0], {"a": (10, None), "b": (20, 5)}),
    "one option": panel(WEIGHTS, {"a": (1, 2, 3)}),
    "one criterion": panel([3.0], {"a": (1,), "b": (2,)}),
    "not scored": panel([1.0], {"a": (None,), "b": (None,)}),
    "no options": panel([1.0], {}),
    "an unusable score": panel([1, 1], {"a": (50, 200), "b": (50, 90), "c": (10, 10)}),
}


@pytest.mark.parametrize("case", CASES)
def test_with_the_shares_given_it_answers_exactly_as_before(case) -> None:
    one, other = under(CASES[case]), assessed(CASES[case])

    assert totals(one) == totals(other)
    answers_alike(one, other)


cells = st.none() | st.integers(0, 100)
tables = st.integers(1, 4).flatmap(
    lambda size: st.tuples(
        st.lists(st.integers(0, 20).map(float), min_size=size, max_size=size).filter(any),
        st.lists(st.lists(cells, min_size=size, max_size=size), min_size=1, max_size=4),
        st.sampled_from(MissingScores),
    )
)


@settings(max_examples=30)
@given(tables, st.integers(0, 4))
def test_with_the_shares_given_it_answers_exactly_whatever_is_scored(table, barred) -> None:
    raw, rows, policy = table
    named = {f"o{at}": row for at, row in enumerate(rows)}
    gates = barring(*[each for each in named if each == f"o{barred}"])
    made = panel(raw, named, scoring=Scoring(missing=policy), gate_answers=gates)

    assert totals(under(made)) == totals(assessed(made))
    answers_alike(under(made), assessed(made))


@settings(max_examples=30)
@given(tables, st.data())
def test_it_answers_as_if_those_had_been_the_swings(table, data) -> None:
    raw, rows, policy = table
    named = {f"o{at}": row for at, row in enumerate(rows)}
    scoring = Scoring(missing=policy)
    wanted = data.draw(st.lists(st.integers(1, 20), min_size=len(raw), max_size=len(raw)))
    shares = {f"c{at}": each / sum(wanted) for at, each in enumerate(wanted, start=1)}

    tried = under(panel(raw, named, scoring=scoring), **shares)

    answers_alike(tried, assessed(panel(wanted, named, scoring=scoring)))


def test_a_critical_weight_applied_ties_the_two_it_speaks_of() -> None:
    made = panel(WEIGHTS, ROWS)

    for critical in assessed(made).critical_weights:
        found = under(made, **{critical.criterion: critical.critical})
        of = {each.option: each.total for each in found.options}
        assert of["b"] == pytest.approx(of[critical.new_leader])
        assert set(found.verdict.leaders) == {"b", critical.new_leader}
        assert (found.verdict.leader, found.verdict.lead) == (None, 0)
        assert found.critical_weights == ()


def test_past_a_critical_weight_the_new_leader_leads() -> None:
    found = under(panel(WEIGHTS, ROWS), c1=0.6)

    assert found.shares == pytest.approx({"c1": 0.6, "c2": 0.24, "c3": 0.16})
    assert totals(found) == pytest.approx([64.8, 57.6, 30.4])
    assert found.verdict.leader == "a"
    assert [each.rank for each in found.options] == [1, 2, 3]


def test_a_criterion_can_be_given_all_the_weight_or_none() -> None:
    everything, nothing = under(panel(WEIGHTS, ROWS), c3=1.0), under(panel(WEIGHTS, ROWS), c3=0.0)

    assert totals(everything) == pytest.approx([0, 60, 100])
    assert everything.verdict.leader == "c"
    assert {each.criterion for each in everything.critical_weights} == {"c1", "c2"}
    assert totals(nothing) == pytest.approx([70, 62.5, 22.5])
    assert nothing.verdict.leader == "a"


def test_what_carries_all_the_weight_cannot_give_any_up() -> None:
    reweighing = Reweighing(CASES["one criterion"], assessed(CASES["one criterion"]))

    assert reweighing.under({CriterionId("c1"): 1.0}).verdict.leader == "b"
    with pytest.raises(Problem, match="how others would share the rest is not known"):
        reweighing.under({CriterionId("c1"): 0.5})


def test_a_branch_moves_all_that_stands_under_it() -> None:
    made = tree({"people": 60, "money": 40, "voice": 50, "safety": 100})
    scored = panel(
        {"voice": 1, "safety": 1, "money": 1}, {"a": (90, 60, 0), "b": (0, 0, 100), "c": (1, 1, 1)}
    )
    made = replace(made, options=scored.options, sheets=scored.sheets)

    found = under(made, people=0.9)

    assert found.shares == pytest.approx({"people": 0.9, "voice": 0.3, "safety": 0.6, "money": 0.1})
    assert totals(found) == pytest.approx([63, 10, 1])


def test_a_barred_option_is_weighed_and_never_leads() -> None:
    found = under(CASES["barred"], c2=0.9)

    assert [each.option for each in found.options if each.rank == 1] == ["b"]
    assert found.verdict.leader == "c"
    assert set(first(found)) == {"a", "c"}


def test_an_option_whose_missing_score_comes_to_weigh_is_named_and_out_of_play() -> None:
    """Nothing weighed on c2 at first; once it does, A's missing score there matters."""
    made = panel([1, 0], {"a": (90, None), "b": (20, 5), "c": (10, 60)})

    before, after = under(made), under(made, c2=0.5)

    assert before.verdict.leader == "a"
    assert (after.options[0].total, after.verdict.leader) == (None, "c")
    assert after.verdict.kind is VerdictKind.NOT_YET
    assert after.verdict.reasons == ("Scores are missing for A.",)
    assert set(first(after)) == {"b", "c"}
    assert {each.new_leader for each in after.critical_weights} == {"b"}


def test_an_option_whose_missing_score_no_longer_weighs_comes_into_play() -> None:
    made = panel([1, 1], {"a": (90, None), "b": (20, 5), "c": (10, 60)})

    before, after = under(made), under(made, c2=0.0)

    assert before.verdict.reasons == ("Scores are missing for A.",)
    assert (after.verdict.leader, after.verdict.reasons) == ("a", ())
    assert set(first(after)) == {"a", "b", "c"}


def test_first_places_are_counted_from_few_draws_and_the_same_seed() -> None:
    made = replace(panel(WEIGHTS, ROWS), robustness=Robustness(seed=7, draws=2**17))
    few = assess(replace(made, robustness=Robustness(seed=7, draws=DRAWS)), SHIPPED)

    found = Reweighing(made, assess(made, SHIPPED)).under({})

    assert first(found) == few.robustness.first
    assert found.verdict.acceptability == first(found)["b"]


def test_one_step_after_another_comes_to_what_each_would_alone() -> None:
    """An option whose missing score begins to weigh leaves play, and comes back into it."""
    made = panel([1, 0, 1], {"a": (90, None, 20), "b": (20, 5, 60), "c": (10, 60, 70)})
    dragged = Reweighing(made, assessed(made))

    for share in (0.0, 0.2, 0.2, 0.4, 0.0):
        wanted = {CriterionId("c2"): share}
        alone = Reweighing(made, assessed(made)).under(wanted)
        assert dragged.under(wanted) == alone
        assert set(first(alone)) == ({"b", "c"} if share else {"a", "b", "c"})


def test_settings_that_cannot_be_used_hold_the_verdict_back() -> None:
    made = replace(panel(WEIGHTS, ROWS), robustness=Robustness(seed=-1, draws=1024))

    found = Reweighing(made, assess(made, SHIPPED)).under({})

    assert first(found) == {}
    assert found.verdict.kind is VerdictKind.NOT_YET
    assert found.verdict.reasons == assess(made, SHIPPED).verdict.reasons
    assert "a seed is a whole number from nought up" in found.verdict.reasons[0]


def test_the_results_can_show_what_was_tried() -> None:
    before = assessed(panel(WEIGHTS, ROWS))
    found = under(panel(WEIGHTS, ROWS), c1=0.6)

    shown = found.shown_in(before)

    assert (shown.options, shown.verdict) == (found.options, found.verdict)
    assert shown.robustness is None
    assert shown.money is before.money


# How many agree

AHEAD, BEHIND = {"x": (80, 20), "y": (30, 60)}, {"x": (10, 20), "y": (30, 60)}
LEVEL = {"x": (50, 50), "y": (50, 50)}
PEOPLE = {"ann": AHEAD, "bob": AHEAD, "cat": BEHIND, "dan": LEVEL}


def agreeing(appraisal: Appraisal, **wanted: float) -> tuple[int, int]:
    found = under(appraisal, **wanted)
    return found.agreeing, found.scorers


def test_those_agree_whose_own_scores_put_first_who_leads() -> None:
    made = room([1, 0], PEOPLE)

    assert under(made).verdict.leader == "x"
    assert agreeing(made) == (2, 4)
    assert under(made, c2=1.0).verdict.leader == "y"
    assert agreeing(made, c2=1.0) == (3, 4)


def test_whoever_puts_two_level_agrees_only_with_a_tie() -> None:
    assert agreeing(room([1, 1], {"dan": LEVEL, "ann": AHEAD, "cat": BEHIND})) == (1, 3)
    assert agreeing(room([1, 1], {"dan": LEVEL})) == (1, 1)


def test_only_those_count_who_have_a_total_for_every_option_in_play() -> None:
    some = {"x": (80, 20), "y": (30, None)}
    made = room([3, 1], {**PEOPLE, "eve": some, "flo": {"x": (None,) * 2, "y": (None,) * 2}})
    scored_only = replace(made.scoring, missing=MissingScores.SCORED_ONLY)

    assert agreeing(made) == (2, 4)
    assert agreeing(made, c2=0.0) == (3, 5)
    assert agreeing(replace(made, scoring=scored_only)) == (3, 5)


def test_a_barred_option_need_not_be_scored_to_agree() -> None:
    rows = {"ann": {"x": (80,), "y": (30,), "z": (None,)}}
    made = room([1], rows, gate_answers=barring("z"))

    assert agreeing(made) == (1, 1)


def test_scores_that_do_not_count_agree_with_nobody() -> None:
    aside = (interest("bob", InterestDecision.LEAVE),)

    assert agreeing(room([1, 0], PEOPLE, interests=aside)) == (1, 3)


def test_nobody_agrees_before_scores_are_revealed() -> None:
    hidden = Scoring(feed=ScoreFeed.CONSENSUS, phase=ScoringPhase.ALONE)

    assert agreeing(room([1, 0], PEOPLE, agreed=AHEAD, scoring=hidden)) == (0, 0)


def test_without_scorers_or_options_nobody_can_agree() -> None:
    assert agreeing(panel(WEIGHTS, ROWS)) == (0, 0)
    assert agreeing(CASES["no options"]) == (0, 0)
    assert agreeing(replace(room([1, 0], PEOPLE), sheets={})) == (0, 0)
