"""Which scores feed the totals."""

import math
from dataclasses import replace

import pytest
from tests.analysis.making import by, panel, sheet

from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Criterion
from appraiser.domain.ids import CriterionId, InterestId, OptionId, Ref, ScorerId
from appraiser.domain.scores import CONSENSUS, Cell, Interest, Score, Scorer, ScoreSheet, Scoring
from appraiser.domain.terms import (
    InterestDecision,
    OutOfRange,
    Round,
    ScoreFeed,
    ScoringPhase,
    ValueShape,
)

NAMES = ("c1", "c2")


def workshop(feed: ScoreFeed, phase: ScoringPhase = ScoringPhase.CLOSED, **changes) -> Appraisal:
    """Three people score two options on two criteria alone; Ann scores one cell again."""
    made = panel([1.0, 1.0], {"x": (90, 90), "y": (10, 10)})
    alone = {
        by("ann"): sheet(NAMES, {"x": (10, 20), "y": (50, None)}),
        by("bob"): sheet(NAMES, {"x": (30, 40), "y": (60, None)}),
        by("cat"): sheet(NAMES, {"x": (80, 90), "y": (100, None)}),
    }
    again = {by("ann", Round.AGAIN): sheet(NAMES, {"x": (40, None), "y": (None, None)})}
    return replace(
        made,
        scorers=tuple(Scorer(id=ScorerId(name)) for name in ("ann", "bob", "cat")),
        scoring=Scoring(feed=feed, phase=phase),
        sheets={**made.sheets, **alone, **again},
        **changes,
    )


def test_the_consensus_feeds_the_totals_when_it_is_chosen() -> None:
    assert score_matrix(workshop(ScoreFeed.CONSENSUS)).rows == ((90, 90), (10, 10))


def test_a_score_given_again_takes_the_place_of_the_one_given_alone() -> None:
    assert score_matrix(workshop(ScoreFeed.MEAN)).rows == ((50, 50), (70, None))
    assert score_matrix(workshop(ScoreFeed.MEDIAN)).rows == ((40, 40), (60, None))


def test_scores_stay_out_until_their_round_is_revealed() -> None:
    hidden = score_matrix(workshop(ScoreFeed.MEAN, ScoringPhase.ALONE))
    revealed = score_matrix(workshop(ScoreFeed.MEAN, ScoringPhase.REVEALED))
    again = score_matrix(workshop(ScoreFeed.MEAN, ScoringPhase.AGAIN))

    assert hidden.rows == ((None, None), (None, None))
    assert revealed.rows == again.rows == ((40, 50), (70, None))


def interest(decision: InterestDecision, *options: str) -> Interest:
    return Interest(
        id=InterestId("i"),
        scorer=ScorerId("cat"),
        decision=decision,
        options=tuple(map(OptionId, options)),
    )


def test_a_scorer_who_is_not_counted_feeds_no_total() -> None:
    made = workshop(ScoreFeed.MEAN)
    scorers = (*made.scorers[:2], replace(made.scorers[2], counted=False))

    assert score_matrix(replace(made, scorers=scorers)).rows == ((35, 30), (55, None))


@pytest.mark.parametrize("decision", [InterestDecision.LEAVE, InterestDecision.NOT_COUNTED])
def test_an_interest_keeps_a_scorer_out_of_the_options_it_bears_on(decision) -> None:
    everywhere = workshop(ScoreFeed.MEAN, interests=(interest(decision),))
    on_one = workshop(ScoreFeed.MEAN, interests=(interest(decision, "y"),))

    assert score_matrix(everywhere).rows == ((35, 30), (55, None))
    assert score_matrix(on_one).rows == ((50, 50), (55, None))


def test_a_declared_interest_that_lets_a_scorer_take_part_changes_nothing() -> None:
    made = workshop(ScoreFeed.MEAN, interests=(interest(InterestDecision.TAKE_PART),))

    assert score_matrix(made).rows == score_matrix(workshop(ScoreFeed.MEAN)).rows


def test_a_cell_that_holds_a_reason_but_no_score_takes_nothing_away() -> None:
    made = workshop(ScoreFeed.MEAN)
    only_a_reason = ScoreSheet({Cell(OptionId("x"), CriterionId("c1")): Score(reason="Later.")})
    sheets = {**made.sheets, by("ann", Round.AGAIN): only_a_reason}

    assert score_matrix(replace(made, sheets=sheets)).rows[0] == (40, 50)


def measured(criterion: Criterion, *scores: Score) -> Appraisal:
    made = panel([1.0], {f"o{at}": (None,) for at in range(len(scores))})
    cells = {
        Cell(option.id, criterion.id): score
        for option, score in zip(made.options, scores, strict=True)
    }
    return replace(made, criteria=(criterion,), sheets={CONSENSUS: ScoreSheet(cells)})


SICKNESS = Criterion(
    id=CriterionId("c1"),
    name="Sickness",
    shape=ValueShape.LINEAR,
    points=((6.0, 0.0), (2.0, 100.0)),
)


def test_performance_becomes_a_score_and_a_score_given_outright_is_kept() -> None:
    found = score_matrix(measured(SICKNESS, Score(performance=3), Score(value=40), Score()))

    assert found.rows == ((75,), (40,), (None,))


def test_performance_beyond_the_scale_is_missing_and_the_cell_is_named() -> None:
    found = score_matrix(measured(SICKNESS, Score(performance=7)))

    (finding,) = found.findings
    assert found.rows == ((None,),)
    assert (finding.ref, finding.field) == (Ref("sheets"), "o0/c1")
    assert finding.words == (
        'The score of "O0" on "Sickness" cannot be used: '
        "the performance 7 lies outside the scale, 2 to 6."
    )


def test_only_a_line_carried_on_may_lead_past_a_hundred() -> None:
    carried_on = replace(SICKNESS, out_of_range=OutOfRange.EXTRAPOLATE)
    too_high = replace(SICKNESS, points=((0.0, 0.0), (10.0, 200.0)))

    assert score_matrix(measured(carried_on, Score(performance=1))).rows == ((125,),)
    found = score_matrix(measured(too_high, Score(performance=9)))
    assert found.rows == ((None,),)
    assert "leads outside 0 to 100" in found.findings[0].words


@pytest.mark.parametrize("performance", [1e9, -1e9, 1e308])
def test_a_line_carried_on_too_far_to_mean_anything_is_refused(performance: float) -> None:
    steep = replace(
        SICKNESS, points=((0.0, 0.0), (1e-3, 100.0)), out_of_range=OutOfRange.EXTRAPOLATE
    )

    found = score_matrix(measured(steep, Score(performance=performance)))

    assert found.rows == ((None,),)
    assert found.findings[0].words.endswith("is carried on too far to mean anything.")


@pytest.mark.parametrize("value", [math.nan, math.inf, -1.0, 100.5])
def test_a_score_that_is_no_score_is_missing_and_named(value: float) -> None:
    direct = Criterion(id=CriterionId("c1"), name="Voice")
    found = score_matrix(measured(direct, Score(value=value), Score(value=0)))

    assert found.rows == ((None,), (0,))
    assert "a score is a number from 0 to 100" in found.findings[0].words
