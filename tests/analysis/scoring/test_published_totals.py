"""Totals against published examples, each with its own scaling written as value functions."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.analysis.making import by, panel, sheet

from appraiser.analysis.scoring.ranking import ranks
from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.analysis.scoring.totals import totals_under
from appraiser.analysis.weighting.weights import model_weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId, ScorerId
from appraiser.domain.scores import CONSENSUS, Cell, Score, Scorer, ScoreSheet, Scoring
from appraiser.domain.terms import MissingScores, ScoreFeed, ScoringPhase, ValueShape

Corners = tuple[tuple[float, float], ...]


def totals(appraisal: Appraisal) -> dict[str, float | None]:
    weights, findings = model_weights(appraisal)
    assert weights is not None, findings
    shares = weights.leaf_shares
    return totals_under(score_matrix(appraisal), shares, appraisal.scoring.missing)


def measured(
    table: dict[str, Sequence[float]], weights: Sequence[float], scales: Sequence[Corners]
) -> Appraisal:
    """Make an appraisal of performances, each criterion with the corners of its value function."""
    made = panel(weights, {name: [None] * len(weights) for name in table})
    criteria = tuple(
        replace(each, shape=ValueShape.PIECEWISE, points=points)
        for each, points in zip(made.criteria, scales, strict=True)
    )
    cells = {
        Cell(OptionId(name), criterion.id): Score(performance=performance)
        for name, row in table.items()
        for criterion, performance in zip(criteria, row, strict=True)
    }
    return replace(made, criteria=criteria, sheets={CONSENSUS: ScoreSheet(cells)})


def ratio(column: Sequence[float]) -> Corners:
    """More is better: the share of the most."""
    return ((0.0, 0.0), (max(column), 100.0))


def inverse_ratio(column: Sequence[float]) -> Corners:
    """Less is better: the least over each, a curve with a corner at each performance."""
    return tuple((each, 100 * min(column) / each) for each in sorted(set(column)))


def share(column: Sequence[float]) -> Corners:
    """More is better: the share of the sum."""
    return ((0.0, 0.0), (sum(column), 100.0))


def inverse_share(column: Sequence[float]) -> Corners:
    """Less is better: the share of the sum of one over each."""
    whole = sum(1 / each for each in column)
    return tuple((each, 100 / each / whole) for each in sorted(set(column)))


def test_a_plain_weighted_sum_is_the_published_one() -> None:
    """scikit-criteria, tests/agg/test_simple.py (BSD-3), first test: 4 and 11, ranks 2 and 1.

    Its weights of 1 each are not normalised, so its sums are three times our means.
    """
    found = totals(panel([1, 1, 1], {"a0": (1, 0, 3), "a1": (0, 5, 6)}))

    assert [3 * each for each in found.values()] == pytest.approx([4, 11])
    assert list(ranks(found).values()) == [2, 1]


HEATING = {
    "a0": (33.95, 23.78, 11.45, 39.97, 29.44, 167.10, 3.852),
    "a1": (38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184),
    "a2": (37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845),
    "a3": (30.44, 37.59, 13.91, 74.08, 45.10, 198.34, 2.186),
    "a4": (36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.610),
    "a5": (37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935),
}


def test_heating_losses_with_shares_of_sums_have_their_published_totals_and_ranks() -> None:
    """Kracka, Brauers and Zavadskas 2010, in scikit-criteria's tests (BSD-3)."""
    less, more = inverse_share, share
    scalings = (less, less, less, less, more, less, more)
    columns = zip(*HEATING.values(), strict=True)
    scales = [scale(column) for scale, column in zip(scalings, columns, strict=True)]

    found = totals(measured(HEATING, [20] * 7, scales))

    assert [f"{each / 100:.8f}" for each in found.values()] == [
        *("0.12040426", "0.34582350", "0.13838192"),
        *("0.12841246", "0.12346084", "0.14351701"),
    ]
    assert list(ranks(found).values()) == [6, 1, 3, 4, 5, 2]


def test_criteria_of_which_more_and_less_is_better_have_their_published_totals() -> None:
    """JMcDM, test/mcdm/testsaw.jl example 1 (MIT): shares of the most, and the least over each.

    Its six places are cut off rather than rounded.
    """
    columns = ((25, 21, 19, 22), (65, 78, 53, 25), (7, 6, 5, 2), (20, 24, 33, 31))
    table = dict(zip("abcd", zip(*columns, strict=True), strict=True))
    scales = [ratio(columns[0]), ratio(columns[1]), inverse_ratio(columns[2]), ratio(columns[3])]

    found = totals(measured(table, [0.25] * 4, scales))

    assert [each / 100 for each in found.values()] == pytest.approx(
        [0.681277, 0.725151, 0.709871, 0.784976], abs=1e-6
    )


def test_seven_criteria_with_unequal_weights_have_their_published_totals_and_order() -> None:
    """JMcDM, test/mcdm/testsaw.jl example 2 (MIT)."""
    table = {
        "1": (4, 7, 3, 2, 2, 2, 2),
        "2": (4, 4, 6, 4, 4, 3, 7),
        "3": (7, 6, 4, 2, 5, 5, 3),
        "4": (3, 2, 5, 3, 3, 2, 5),
        "5": (4, 2, 2, 5, 5, 3, 6),
    }
    scales = [ratio(column) for column in zip(*table.values(), strict=True)]

    found = totals(measured(table, (0.283, 0.162, 0.162, 0.07, 0.085, 0.162, 0.076), scales))

    assert [each / 100 for each in found.values()] == pytest.approx(
        [0.553228, 0.713485, 0.837428, 0.514657, 0.579342], abs=1e-6
    )
    assert sorted(found, key=found.get, reverse=True) == ["3", "2", "5", "1", "4"]


RESPONDERS = ((0.28, 0.0), (0.63, 100.0))
DRUG_SCALES = (
    RESPONDERS,
    ((0.04, 100.0), (0.5, 0.0)),
    ((0.08, 100.0), (0.31, 0.0)),
    ((0.0, 100.0), (0.17, 0.0)),
)
DRUGS = {
    "placebo": (37 / 101, 8 / 102, 14 / 102, 1 / 102),
    "fluoxetine": (45 / 100, 22 / 102, 15 / 102, 7 / 102),
    "venlafaxine": (51 / 96, 40 / 100, 22 / 100, 10 / 100),
}


def test_antidepressants_with_linear_values_have_their_published_totals() -> None:
    """drugis mcda-elicitation-web, nemeroff example and deterministicResultsTest.ts (numbers only).

    Totals 0.714, 0.602 and 0.435; differences 0.112 and 0.28; first part of placebo 0.0617.
    """
    appraisal = measured(DRUGS, [0.25] * 4, DRUG_SCALES)

    placebo, fluoxetine, venlafaxine = (each / 100 for each in totals(appraisal).values())

    assert [f"{each:.3f}" for each in (placebo, fluoxetine, venlafaxine)] == [
        *("0.714", "0.602", "0.435")
    ]
    assert f"{placebo - fluoxetine:.3f}" == "0.112"
    assert f"{placebo - venlafaxine:.2f}" == "0.28"
    assert f"{score_matrix(appraisal).rows[0][0] * 0.25 / 100:.4f}" == "0.0617"


def test_one_cell_set_to_another_performance_gives_the_published_total() -> None:
    """The same: placebo's responders at 63 per cent give it 0.902, with 0.25 from that part."""
    what_if = DRUGS | {"placebo": (0.63, *DRUGS["placebo"][1:])}
    appraisal = measured(what_if, [0.25] * 4, DRUG_SCALES)

    assert f"{totals(appraisal)['placebo'] / 100:.3f}" == "0.902"
    assert score_matrix(appraisal).rows[0][0] * 0.25 == pytest.approx(25)


def test_a_table_of_journeys_has_its_published_values() -> None:
    """MCDA R package, applyPiecewiseLinearValueFunctionsOnPerformanceTable.R (numbers only)."""
    scales = (
        ((30, 0), (16, 0), (2, 8.75)),
        ((40, 0), (30, 0), (20, 2.5), (10, 90)),
        ((0, 0), (1, 0), (2, 1.25), (3, 1.25)),
    )
    table = {
        "rer": (3, 10, 1),
        "metro1": (4, 20, 2),
        "metro2": (2, 20, 0),
        "bus": (6, 40, 0),
        "taxi": (30, 30, 3),
    }

    rows = score_matrix(measured(table, [1, 1, 1], scales)).rows

    published = (
        (0.08125, 0.9, 0),
        (0.075, 0.025, 0.0125),
        (0.0875, 0.025, 0),
        (0.0625, 0, 0),
        (0, 0, 0.0125),
    )
    assert rows == tuple(
        pytest.approx([100 * each for each in row], abs=1e-12) for row in published
    )


def scored(
    weights: Sequence[float],
    tables: dict[str, dict[str, Sequence[float | None]]],
    missing: MissingScores = MissingScores.SCORED_ONLY,
) -> Appraisal:
    """Make an appraisal whose totals use the mean of what several people gave."""
    options = next(iter(tables.values()))
    names = tuple(f"c{at}" for at in range(1, len(weights) + 1))
    return replace(
        panel(weights, {option: [None] * len(weights) for option in options}),
        scorers=tuple(Scorer(id=ScorerId(name)) for name in tables),
        scoring=Scoring(feed=ScoreFeed.MEAN, phase=ScoringPhase.CLOSED, missing=missing),
        sheets={by(name): sheet(names, rows) for name, rows in tables.items()},
    )


def test_several_scorers_count_by_their_mean() -> None:
    """weighty-decision, ScoreCalculationTest.kt (MIT): 22 and 17; 8; 4.50.

    Its weights are not normalised, so its totals are ours times the sum of its weights.
    """
    both = totals(scored([3, 2], {"user1": {"a": (4, 5), "b": (3, 4)}}))
    three = totals(scored([2], {"u1": {"a": (3,)}, "u2": {"a": (5,)}, "u3": {"a": (4,)}}))
    half = totals(scored([3], {"u1": {"a": (1,)}, "u2": {"a": (2,)}}))

    assert [5 * each for each in both.values()] == pytest.approx([22, 17])
    assert 2 * three["a"] == pytest.approx(8)
    assert f"{3 * half['a']:.2f}" == "4.50"


def test_what_some_scorers_left_out_is_handled_as_published() -> None:
    """weighty-decision, ScoreCalculationTest.kt (MIT): 20; 63 and 62; 120 and 120."""
    one = totals(scored([3, 2], {"user1": {"a": (4, None)}}))
    two = totals(
        scored(
            [5, 3],
            {
                "user1": {"a": (10, None), "b": (None, None)},
                "user2": {"a": (8, 6), "b": (7, 9)},
            },
        )
    )
    each_its_own = totals(scored([5, 3, 4], {"user1": {"a": (10, None, 10), "b": (None, 10, 10)}}))

    assert 5 * one["a"] == pytest.approx(20)
    assert [8 * each for each in two.values()] == pytest.approx([63, 62])
    assert [12 * each for each in each_its_own.values()] == pytest.approx([120, 120])


def test_what_the_example_takes_for_nought_has_no_total_here() -> None:
    """weighty-decision gives nought for an option nobody scored, and for weights of nought."""
    unscored = scored([3], {"user1": {"a": (4,), "b": (None,)}})
    weightless = scored([0], {"user1": {"a": (5,)}})

    assert totals(unscored) == {"a": 4, "b": None}
    weights, (finding,) = model_weights(weightless)
    assert weights is None
    assert finding.words.endswith("they are all nought.")


def test_empty_tables_are_refused_or_have_no_total() -> None:
    """weighty-decision refuses to work without options, criteria or scores (MIT)."""
    without_criteria, (finding,) = model_weights(panel([], {"a": ()}))

    assert without_criteria is None
    assert finding.words == "There are no criteria yet."
    assert totals(panel([1], {})) == {}
    assert totals(panel([1], {"a": (None,)})) == {"a": None}


def ranked_by(ballots: Sequence[Sequence[int]]) -> dict[str, float | None]:
    """Score each rank evenly from 100 for the first down to 0, one criterion, and take the mean."""
    last = len(ballots[0])
    tables = {
        f"voter{at}": {
            f"o{option}": (100 * (last - rank) / (last - 1),)
            for option, rank in enumerate(ballot, start=1)
        }
        for at, ballot in enumerate(ballots)
    }
    return totals(scored([1], tables))


def test_several_rankings_come_to_the_published_order() -> None:
    """JMcDM, test/testborda.jl (MIT): three rankings give 2, 1, 3."""
    found = ranked_by(((1, 2, 3), (2, 1, 3), (3, 2, 1)))

    assert sorted(found, key=found.get, reverse=True) == ["o2", "o1", "o3"]


def test_rankings_that_tie_come_to_the_published_sets() -> None:
    """JMcDM, test/testborda.jl (MIT): 2 and 3 tie for first, then 1 and 4, then 5 and 6."""
    found = ranked_by(
        ((1, 2, 3, 4, 5, 6), (2, 1, 3, 4, 5, 6), (4, 3, 1, 2, 6, 5), (4, 3, 2, 1, 6, 5))
    )

    assert ranks(found) == {"o1": 3, "o2": 1, "o3": 1, "o4": 3, "o5": 5, "o6": 5}
