"""Numbers that are none are named and do no harm; very small and very large ones work."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.assessed import (
    FEW,
    ROWS,
    WEIGHTS,
    coded,
    is_sound,
    made,
    results,
    totals,
)
from tests.analysis.panel.rooms import room

from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.findings import Severity
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet, Scoring
from appraiser.domain.terms import (
    MissingScores,
    ScoreFeed,
    ScoreSpread,
    ValueShape,
    WeightSpread,
)

NO_SCORES = [math.nan, math.inf, -math.inf, -1.0, 101.0]


@pytest.mark.parametrize("typed", NO_SCORES)
@pytest.mark.parametrize("policy", list(MissingScores))
def test_a_score_that_is_none_is_named_and_holds_the_verdict_back(typed, policy) -> None:
    rows = {**ROWS, "b": (40, typed, 60)}
    found = results(made(WEIGHTS, rows, scoring=Scoring(missing=policy)))

    (finding,) = coded(found, "score")
    assert finding.field == "b/c2"
    assert found.verdict.kind is VerdictKind.NOT_YET
    assert finding.words in found.verdict.reasons
    raised = pytest.approx((0.5 * 40 + 0.2 * 60) / 0.7)
    assert totals(found)["b"] == (raised if policy is MissingScores.SCORED_ONLY else None)
    assert totals(found)["a"] == pytest.approx(56)
    assert is_sound(found)


@pytest.mark.parametrize("typed", NO_SCORES)
@pytest.mark.parametrize("feed", [ScoreFeed.MEAN, ScoreFeed.MEDIAN])
def test_one_persons_score_that_is_none_is_named_and_left_out(typed, feed) -> None:
    tables = {"ann": {"x": (60,), "y": (20,)}, "bob": {"x": (typed,), "y": (40,)}}

    found = results(room([1], tables, feed=feed, robustness=FEW))

    assert [each.field for each in coded(found, "score")] == ["x/c1"]
    assert totals(found) == {"x": 60, "y": 30}
    assert found.panel.concordance.left_out == ("bob",)
    assert is_sound(found)


@pytest.mark.parametrize("typed", [math.nan, math.inf, -1.0])
def test_a_weight_that_is_none_is_named_and_there_are_no_totals(typed) -> None:
    found = results(made([typed, 1.0], {"a": (1, 2), "b": (3, 4)}))

    (finding,) = coded(found, "weights")
    assert "a weight is a number from nought up" in finding.words
    assert found.verdict.reasons[0] == finding.words
    assert totals(found) == {"a": None, "b": None}
    assert (found.robustness, found.sensitivity, found.panel, found.explanation) == (None,) * 4
    assert is_sound(found)


@pytest.mark.parametrize("low", [math.nan, -math.inf, -5.0])
@pytest.mark.parametrize("spread", list(ScoreSpread))
def test_a_range_that_is_none_is_named_and_the_score_stands(low, spread) -> None:
    cell = Cell(OptionId("a"), "c1")
    plain = made([1.0], {"a": (60,), "b": (40,)}, robustness=replace(FEW, scores=spread))
    ranged = {**plain.sheets[CONSENSUS].cells, cell: Score(value=60, low=low, high=80)}

    found = results(replace(plain, sheets={CONSENSUS: ScoreSheet(ranged)}))

    assert [each.field for each in coded(found, "range")] == ["a/c1"]
    assert found.robustness.first == {"a": 1, "b": 0}
    assert is_sound(found)


SETTINGS = [
    (Robustness(draws=0), "there can be from 1 to 16,777,216 draws"),
    (Robustness(seed=-1), "a seed is a whole number from nought up"),
    (
        Robustness(weights=WeightSpread.AROUND, concentration=math.nan),
        "the concentration of the weights lies from 1 to 1,000,000",
    ),
    (
        Robustness(weights=WeightSpread.WITHIN, band=math.nan),
        "the band around weights lies from 0 to 100 per cent",
    ),
]


@pytest.mark.parametrize(("chosen", "why"), SETTINGS)
def test_settings_that_cannot_be_used_are_named_and_hold_the_verdict_back(chosen, why) -> None:
    found = results(made(WEIGHTS, ROWS, robustness=chosen))

    (finding,) = coded(found, "robustness")
    assert (finding.severity, finding.ref) == (Severity.ERROR, Ref("robustness"))
    assert finding.words.endswith(f"cannot be counted: {why}.")
    assert found.robustness is None
    assert found.verdict.kind is VerdictKind.NOT_YET
    assert found.verdict.reasons == (finding.words,)
    assert found.verdict.leader == "b"
    assert {each.first_rank for each in found.options} == {None}


def test_a_band_that_is_none_keeps_only_what_swings_by_it_from_being_asked() -> None:
    found = results(made(WEIGHTS, ROWS, robustness=replace(FEW, band=math.inf)))

    (finding,) = coded(found, "sensitivity")
    assert found.sensitivity is None
    assert found.critical_weights == ()
    assert (found.explanation.nearest_weight, found.explanation.nearest_switch) == (None, None)
    assert found.verdict.reasons == ()
    assert finding.words == (
        "What would change the answer cannot be worked out: "
        "the share that weights move by lies from 0 to 1."
    )


awkward = st.sampled_from([*NO_SCORES, None, 0.0, 1e-300, 50.0, 100.0])
heavy = st.sampled_from([math.nan, math.inf, -1.0, 0.0, 5e-324, 1e-12, 1.0, 3.0, 1e300])


@st.composite
def awkward_rooms(draw):
    """Draw a room in which anything may have been typed anywhere."""
    weights = draw(st.lists(heavy, min_size=1, max_size=3))
    row = st.lists(awkward, min_size=len(weights), max_size=len(weights))
    options = draw(st.integers(1, 3))
    table = st.lists(row, min_size=options, max_size=options).map(
        lambda rows: {f"o{at}": each for at, each in enumerate(rows)}
    )
    tables = {name: draw(table) for name in ("ann/board", "bob/staff")}
    policy, feed = draw(st.sampled_from(MissingScores)), draw(st.sampled_from(ScoreFeed))
    spreads = draw(st.sampled_from(WeightSpread)), draw(st.sampled_from(ScoreSpread))
    chosen = room(weights, tables, agreed=draw(table), again={"ann": draw(table)}, feed=feed)
    low, high = draw(awkward), draw(awkward)
    sheets = {
        key: ScoreSheet(
            {cell: replace(score, low=low, high=high) for cell, score in scored.cells.items()}
        )
        for key, scored in chosen.sheets.items()
    }
    return replace(
        chosen,
        sheets=sheets,
        scoring=replace(chosen.scoring, missing=policy),
        robustness=replace(FEW, weights=spreads[0], scores=spreads[1]),
    )


@settings(max_examples=60)
@given(awkward_rooms())
def test_whatever_was_typed_every_number_that_comes_out_is_one(appraisal) -> None:
    """A warning of NumPy's would be an error here."""
    found = results(appraisal)

    assert is_sound(found)
    assert found.weights is not None or coded(found, "weights")
    for each in found.options:
        points = [part.points for part in each.contributions if part.points is not None]
        assert each.total is None or sum(points) == pytest.approx(each.total)
        assert each.total is not None or not points


def test_a_performance_that_no_value_function_reaches_is_named() -> None:
    plain = made([1.0], {"a": (None,), "b": (50,)})
    line = replace(plain.criteria[0], shape=ValueShape.LINEAR, points=((0.0, 0.0), (9.0, 100.0)))
    far = {Cell(OptionId("a"), line.id): Score(performance=12), **plain.sheets[CONSENSUS].cells}

    found = results(replace(plain, criteria=(line,), sheets={CONSENSUS: ScoreSheet(far)}))

    (finding,) = coded(found, "score")
    assert finding.words.endswith("the performance 12 lies outside the scale, 0 to 9.")
    assert totals(found) == {"a": None, "b": 50}
    assert found.verdict.reasons[0] == finding.words


# Very small and very large


def test_one_criterion_carries_all_the_weight() -> None:
    found = results(made([7.0], {"a": (64,), "b": (20,)}))

    assert [each.cumulative for each in found.weights.leaves] == [1]
    assert found.verdict.lead == 44
    assert found.critical_weights == ()
    assert found.explanation.nearest_weight is None
    assert [each.ranking for each in found.panel.leave_out.criteria] == [None]


def test_nothing_tells_options_apart_that_score_the_same_on_everything() -> None:
    found = results(made(WEIGHTS, dict.fromkeys("abc", (50, 50, 50))))

    assert len(coded(found, "same-scores")) == 3
    assert set(found.verdict.leaders) == set("abc")
    assert found.verdict.lead == 0
    assert found.explanation is None
    assert list(found.robustness.first.values()) == pytest.approx([1 / 3] * 3)
    assert found.robustness.first_tied == 1


@pytest.mark.parametrize("policy", [MissingScores.WITHHOLD, MissingScores.BOUNDS])
def test_missing_scores_leave_the_worst_and_the_best_that_a_total_could_be(policy) -> None:
    rows = {**ROWS, "d": (None, 50, None)}

    last = results(made(WEIGHTS, rows, scoring=Scoring(missing=policy))).options[-1]

    assert (last.total, last.missing) == (None, ("c1", "c3"))
    assert (last.lowest, last.highest) == (pytest.approx(15), pytest.approx(85))
    assert last.scored_weight == pytest.approx(0.3)


def test_an_option_with_no_score_at_all_has_no_total_under_any_policy() -> None:
    for policy in MissingScores:
        rows = {**ROWS, "d": (None, None, None)}
        found = results(made(WEIGHTS, rows, scoring=Scoring(missing=policy)))

        assert totals(found)["d"] is None
        assert found.verdict.reasons == ("Scores are missing for D.",)
        assert "d" not in found.robustness.first
