"""Everything that follows from an appraisal, through the one door that others use."""

import subprocess
import sys
import warnings
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.analysis.making import THEN, by, panel, sheet
from tests.generated import SEALED_AT, appraisals

from appraiser.analysis.assessing import assess
from appraiser.analysis.results import Results
from appraiser.analysis.support_totals import Approval
from appraiser.analysis.verdict import Thresholds, VerdictKind
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import GateAnswer
from appraiser.domain.ids import CitationId, CriterionId, GateAnswerId, OptionId, SourceId
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import Scorer, Scoring
from appraiser.domain.sealing import new_seal
from appraiser.domain.sources import Citation, Source, Standing
from appraiser.domain.terms import (
    Answer,
    Gate,
    MissingScores,
    ScoreFeed,
    ScoringPhase,
    TrustStatus,
)
from appraiser.domain.trust import Programme, Question, Trust

SHIPPED = load_catalogue()
WEIGHTS = (0.5, 0.3, 0.2)
ROWS = {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)}


def results(appraisal: Appraisal) -> Results:
    return assess(appraisal, SHIPPED)


def barring(*options: str) -> tuple[GateAnswer, ...]:
    return tuple(
        GateAnswer(
            id=GateAnswerId(f"no-{name}"), option=OptionId(name), gate=Gate.SAFE, answer=Answer.NO
        )
        for name in options
    )


def column(found: Results, name: str) -> list[object]:
    return [getattr(each, name) for each in found.options]


def test_the_small_case_worked_out_by_hand_comes_out_whole() -> None:
    """method.md 6A-10: totals 56, 62 and 38; B leads A by 6."""
    found = results(panel(WEIGHTS, ROWS))

    assert column(found, "total") == pytest.approx([56, 62, 38])
    assert column(found, "rank") == column(found, "open_rank") == [2, 1, 3]
    assert [each.option for each in found.ranked] == ["b", "a", "c"]
    assert (found.verdict.leader, found.verdict.runner_up) == ("b", "a")
    assert found.verdict.lead == pytest.approx(6)
    assert found.verdict.thresholds == Thresholds(10, 0.8, 5, 0.6)
    assert [each.critical for each in found.critical_weights] == pytest.approx(
        [6 / 11, 9 / 37, 1 / 9, 1 / 2]
    )


def test_what_each_criterion_contributes_adds_up_to_the_total() -> None:
    first = results(panel(WEIGHTS, ROWS)).of[OptionId("a")]

    assert [part.points for part in first.contributions] == pytest.approx([50, 6, 0])
    assert [part.score for part in first.contributions] == [100, 20, 0]
    assert [part.weight for part in first.contributions] == pytest.approx(WEIGHTS)


def test_a_barred_option_keeps_its_total_and_rank_and_cannot_lead() -> None:
    found = results(panel(WEIGHTS, ROWS, gate_answers=barring("b")))

    barred = found.of[OptionId("b")]
    assert (barred.barred, barred.total, barred.rank, barred.open_rank) == (
        True,
        pytest.approx(62),
        1,
        None,
    )
    assert [gate.gate for gate in barred.barring] == [Gate.SAFE]
    assert barred.first_rank is None
    assert found.verdict.leader == "a"
    assert column(found, "open_rank") == [1, None, 2]
    assert [each.option for each in found.ranked] == ["a", "c", "b"]
    assert "b" not in found.robustness.first
    assert "b" not in {each.new_leader for each in found.critical_weights}


def test_gates_never_enter_a_total() -> None:
    free = results(panel(WEIGHTS, ROWS))
    barred = results(panel(WEIGHTS, ROWS, gate_answers=barring("a", "b", "c")))

    assert column(barred, "total") == column(free, "total")
    assert barred.verdict.kind is VerdictKind.NOT_YET
    assert barred.robustness is None


def test_a_lead_the_draws_bear_out_is_clear() -> None:
    found = results(panel(WEIGHTS, {"a": (90, 80, 70), "b": (50, 60, 70)}))

    assert found.verdict.kind is VerdictKind.CLEAR
    assert column(found, "first_rank") == [1.0, 0.0]
    assert found.verdict.acceptability == 1


def test_missing_scores_hold_the_verdict_back_and_name_the_option() -> None:
    found = results(panel(WEIGHTS, {**ROWS, "d": (10, None, 10)}))

    last = found.of[OptionId("d")]
    assert (last.total, last.rank, last.missing) == (None, None, ("c2",))
    assert (last.lowest, last.highest) == (pytest.approx(7), pytest.approx(37))
    assert last.scored_weight == pytest.approx(0.7)
    assert found.verdict.kind is VerdictKind.NOT_YET
    assert found.verdict.leader == "b"
    assert found.verdict.reasons == ("Scores are missing for D.",)
    assert [each.option for each in found.ranked][-1] == "d"


def test_a_barred_option_that_is_not_scored_holds_nothing_back() -> None:
    rows = {**ROWS, "d": (None, None, None)}

    assert results(panel(WEIGHTS, rows, gate_answers=barring("d"))).verdict.reasons == ()


def test_scored_criteria_stand_for_the_whole_where_the_panel_says_so() -> None:
    policy = Scoring(missing=MissingScores.SCORED_ONLY)
    found = results(panel(WEIGHTS, {**ROWS, "d": (80, None, 66)}, scoring=policy))

    last = found.of[OptionId("d")]
    assert last.total == pytest.approx((40 + 13.2) / 0.7)
    assert (last.rank, last.missing) == (1, ("c2",))
    assert found.verdict.leader == "d"
    assert found.critical_weights == ()  # its total is no straight line in a weight
    assert sum(found.robustness.first.values()) == pytest.approx(1)


def test_hidden_scores_hold_the_verdict_back_without_naming_anybody() -> None:
    made = panel([1.0], {"a": (None,), "b": (None,)})
    scored = replace(
        made,
        scorers=(Scorer(id="ann"),),
        sheets={by("ann"): sheet(["c1"], {"a": (70,), "b": (20,)})},
        scoring=Scoring(feed=ScoreFeed.MEAN, phase=ScoringPhase.ALONE),
    )

    hidden, shown = (
        results(scored),
        results(replace(scored, scoring=Scoring(feed=ScoreFeed.MEAN, phase=ScoringPhase.REVEALED))),
    )

    assert column(hidden, "total") == [None, None]
    assert hidden.verdict.reasons[0] == "Scores stay hidden until the round is revealed."
    assert column(shown, "total") == [70, 20]
    assert shown.verdict.leader == "a"


def test_without_weights_the_scores_stay_and_the_totals_go() -> None:
    found = results(panel([0.0, 0.0], {"a": (10, 20), "b": (30, 40)}))

    first = found.of[OptionId("a")]
    assert found.weights is None
    assert (first.total, first.lowest, first.highest, first.scored_weight) == (None, None, None, 0)
    assert [part.score for part in first.contributions] == [10, 20]
    assert {part.weight for part in first.contributions} == {None}
    assert found.verdict.kind is VerdictKind.NOT_YET
    assert "they are all nought" in found.verdict.reasons[0]
    assert found.critical_weights == ()


def test_an_appraisal_in_which_nothing_is_filled_in_has_results_too() -> None:
    found = results(Appraisal(id="empty"))

    assert found.options == ()
    assert found.verdict.kind is VerdictKind.NOT_YET
    assert found.support.used == 0
    assert found.readiness.outcome is None
    assert not found.illustrative
    assert not found.stale_weights


def test_one_option_and_one_criterion_make_no_comparison_but_a_total() -> None:
    found = results(panel([7.0], {"only": (64,)}))

    assert column(found, "total") == [64]
    assert found.verdict.kind is VerdictKind.NOT_YET
    assert "so there is no comparison" in found.verdict.reasons[-1]


def test_options_that_are_all_equal_tie_and_share_every_draw() -> None:
    found = results(panel(WEIGHTS, {"a": (50, 50, 50), "b": (50, 50, 50)}))

    assert column(found, "rank") == [1, 1]
    assert column(found, "first_rank") == [0.5, 0.5]
    assert (found.verdict.kind, found.verdict.leader) == (VerdictKind.NONE, None)
    assert found.critical_weights == ()


def test_weights_are_stale_once_the_shortlist_is_not_what_was_sealed() -> None:
    made = panel(WEIGHTS, ROWS)
    sealed = replace(made, seals=(new_seal(made, SEALED_AT, "The panel"),))

    assert not results(sealed).stale_weights
    assert results(replace(sealed, options=sealed.options[:2])).stale_weights


@pytest.mark.parametrize("standing", list(Standing))
def test_anything_illustrative_or_made_up_marks_the_whole(standing: Standing) -> None:
    source = Source(id=SourceId("s"), standing=standing)
    citation = Citation(id=CitationId("c"), about="sheets", source=source.id)
    cited = panel([1.0], {}, sources=(source,), citations=(citation,))

    expected = standing in {Standing.ILLUSTRATIVE, Standing.MADE_UP}
    assert results(cited).illustrative is expected
    assert not results(replace(cited, citations=())).illustrative
    assert results(panel([1.0], {}, trust=Trust(made_up=True))).illustrative


def test_the_approval_threshold_is_the_programmes_own_or_the_one_in_force() -> None:
    def approval(status: TrustStatus, on: date | None, own: int | None = None) -> Approval | None:
        made = panel(
            [1.0],
            {},
            trust=Trust(status=status),
            question=Question(rules_date=on),
            programme=Programme(approval_threshold=own),
        )
        return results(made).support.approval

    today = date(2026, 11, 1)
    assert approval(TrustStatus.NHS_TRUST, THEN) is None
    assert approval(TrustStatus.NHS_TRUST, today) == Approval(50_000_00, required=True)
    assert approval(TrustStatus.FOUNDATION_TRUST, today) == Approval(50_000_00, required=False)
    assert approval(TrustStatus.FOUNDATION_TRUST, today, own=123) == Approval(123, required=True)
    assert approval(TrustStatus.NHS_TRUST, None) is None


def test_reading_the_results_loads_neither_numpy_nor_the_catalogue() -> None:
    """The first window names their types; what is heavy waits until something is assessed."""
    code = (
        "import sys, appraiser.analysis.results;"
        "print([m for m in ('numpy', 'msgspec', 'appraiser.catalogue') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


scores = st.integers(0, 100)
tables = st.integers(1, 4).flatmap(
    lambda size: st.tuples(
        st.lists(st.integers(1, 100).map(float), min_size=size, max_size=size),
        st.lists(st.lists(scores, min_size=size, max_size=size), min_size=2, max_size=4),
    )
)
few = settings(max_examples=30)


def drawn(table) -> Appraisal:
    weights, rows = table
    return panel(weights, {f"o{at}": row for at, row in enumerate(rows)})


@few
@given(tables, st.randoms())
def test_the_order_of_input_never_matters(table, random) -> None:
    made = drawn(table)
    options, criteria = list(made.options), list(made.criteria)
    random.shuffle(options)
    random.shuffle(criteria)

    one = results(made)
    other = results(replace(made, options=tuple(options), criteria=tuple(criteria)))

    for option in made.options:
        a, b = one.of[option.id], other.of[option.id]
        assert (a.total, a.rank, a.first_rank) == (b.total, b.rank, b.first_rank)
    assert one.verdict.kind is other.verdict.kind
    assert set(one.verdict.leaders) == set(other.verdict.leaders)


@few
@given(tables, st.lists(scores, min_size=4, max_size=4))
def test_adding_an_option_moves_no_other_total(table, row) -> None:
    weights, rows = table
    more = [*rows, row[: len(weights)]]

    one, other = results(drawn((weights, rows))), results(drawn((weights, more)))

    for before in one.options:
        assert other.of[before.option].total == before.total


@few
@given(tables)
def test_a_dominated_option_never_ranks_above_what_dominates_it(table) -> None:
    weights, rows = table
    dominated = [max(0, score - 1) for score in rows[0]]

    found = results(drawn((weights, [*rows, dominated])))

    above, below = found.options[0], found.options[-1]
    assert above.rank <= below.rank
    assert above.first_rank >= below.first_rank


@few
@given(tables, st.sampled_from([0.01, 3.0, 1e6]))
def test_scaling_all_swings_changes_nothing(table, by_much) -> None:
    weights, rows = table

    one, other = results(drawn(table)), results(drawn(([w * by_much for w in weights], rows)))

    assert column(one, "rank") == column(other, "rank")
    assert column(one, "total") == pytest.approx(column(other, "total"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(appraisals())
def test_whatever_is_in_an_appraisal_its_results_come_out(appraisal: Appraisal) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = results(appraisal)

    assert [each.option for each in found.options] == [each.id for each in appraisal.shortlist]
    for each in found.options:
        if each.total is not None:
            parts = [part.points for part in each.contributions if part.points is not None]
            assert sum(parts) == pytest.approx(each.total)


def test_two_hundred_options_on_two_hundred_criteria_are_ranked() -> None:
    size = 200
    rows = {f"o{at}": [(at * 37 + c * 11) % 101 for c in range(size)] for at in range(size)}

    few = Robustness(draws=1024)
    found = results(panel([float(c + 1) for c in range(size)], rows, robustness=few))

    assert sum(found.robustness.first.values()) == pytest.approx(1)
    assert min(each.rank for each in found.options) == 1
    assert found.weights.of[CriterionId("c200")].cumulative == pytest.approx(200 / 20_100)
