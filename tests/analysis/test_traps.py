"""The traps that other programs fell into (peers.md section 8), each a test by its number."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import PANEL, panel
from tests.generated import SEALED_AT

from appraiser.analysis.findings import criterion_findings
from appraiser.analysis.reference import thresholds
from appraiser.analysis.scoring.ranking import ranks
from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.analysis.scoring.totals import totals_under
from appraiser.analysis.verdict import VerdictKind, verdict_of
from appraiser.analysis.weighting.random_index import random_index
from appraiser.analysis.weighting.weights import model_weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Comparison, Criterion, WeightSet
from appraiser.domain.ids import ComparisonId, CriterionId
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet
from appraiser.domain.sealing import new_seal, weights_are_stale
from appraiser.domain.terms import MissingScores, ValueShape, WeightMethod


def totals(appraisal: Appraisal) -> dict[str, float | None]:
    weights, findings = model_weights(appraisal)
    assert weights is not None, findings
    missing = appraisal.scoring.missing
    return totals_under(score_matrix(appraisal), weights.leaf_shares, missing)


def wait(**changes) -> Criterion:
    """A criterion whose anchors, 18 and 0 weeks, the panel fixed outside the options."""
    made = Criterion(
        id=CriterionId("c1"),
        name="Wait",
        unit="weeks",
        shape=ValueShape.LINEAR,
        points=((18.0, 0.0), (0.0, 100.0)),
        anchor_0="18 weeks",
        anchor_100="Nobody waits",
    )
    return replace(made, **changes)


def waiting(*weeks: float, criterion: Criterion | None = None) -> Appraisal:
    """Make an appraisal of options by how long people would wait."""
    made = panel([1.0], {f"o{at}": (None,) for at in range(len(weeks))})
    cells = {
        Cell(option.id, CriterionId("c1")): Score(performance=each)
        for option, each in zip(made.options, weeks, strict=True)
    }
    sheets = {CONSENSUS: ScoreSheet(cells)}
    return replace(made, criteria=(criterion or wait(),), sheets=sheets)


@given(st.lists(st.floats(0, 18), min_size=1, max_size=5), st.floats(0, 18))
@settings(max_examples=30)
def test_1_anchors_are_fixed_by_the_panel_so_another_option_moves_no_other(weeks, another) -> None:
    before = totals(waiting(*weeks))
    after = totals(waiting(*weeks, another))

    assert {option: after[option] for option in before} == before


def test_1_the_best_option_present_is_not_a_hundred_nor_the_worst_nought() -> None:
    assert totals(waiting(9, 4.5)) == {"o0": 50, "o1": 75}


@pytest.mark.parametrize(
    "changes",
    [
        {"points": ((26.0, 0.0), (0.0, 100.0))},
        {"anchor_0": "26 weeks"},
    ],
)
def test_2_a_range_that_changes_after_weighing_makes_the_weights_stale(changes) -> None:
    made = waiting(9, 4.5)
    sealed = replace(made, seals=(new_seal(made, SEALED_AT, "The panel"),))

    assert not weights_are_stale(sealed)
    assert weights_are_stale(replace(sealed, criteria=(wait(**changes),)))


def test_2_an_option_that_joins_after_weighing_makes_the_weights_stale() -> None:
    made = waiting(9, 4.5)
    sealed = replace(made, seals=(new_seal(made, SEALED_AT, "The panel"),))

    assert weights_are_stale(replace(sealed, options=waiting(9, 4.5, 3).options))


def test_3_a_criterion_that_tells_nothing_apart_is_named() -> None:
    made = panel([1, 1], {"a": (50, 10), "b": (50, 90)})

    (finding,) = criterion_findings(made, score_matrix(made))

    assert finding.words == '"c1" does not tell the options apart: every option scores 50.'
    assert totals(made) == {"a": 30, "b": 70}


def test_3_one_option_has_a_total_and_no_verdict(catalogue) -> None:
    found = totals(panel([1, 1], {"a": (50, 10)}))

    verdict = verdict_of(found, {}, thresholds(catalogue))

    assert found == {"a": 30}
    assert verdict.kind is VerdictKind.NOT_YET
    assert verdict.reasons == (
        "Only one option has a total and passes its gates, so there is no comparison.",
    )


def test_3_weights_of_nought_are_refused() -> None:
    weights, (finding,) = model_weights(panel([0, 0], {"a": (50, 10), "b": (50, 90)}))

    assert weights is None
    assert finding.words.endswith("they are all nought.")


@pytest.mark.parametrize("typed", [math.nan, math.inf, -math.inf, 101.0])
def test_3_a_score_that_is_no_score_is_refused_with_the_name_of_the_cell(typed) -> None:
    made = panel([1, 1], {"a": (50, typed), "b": (50, 90)})

    (finding,) = score_matrix(made).findings

    assert totals(made) == {"a": None, "b": 70}
    assert finding.field == "a/c2"
    assert finding.words == (
        'The score of "A" on "c2" cannot be used: a score is a number from 0 to 100.'
    )


def test_4_missing_is_not_nought_and_the_policy_is_named() -> None:
    """weighty-decision, ScoreCalculationTest.kt (MIT): 4 on a weight of 3 of 5 gives 20, not 12."""
    made = panel([3, 2], {"a": (4, None)})

    def under(policy: MissingScores) -> float | None:
        return totals(replace(made, scoring=replace(made.scoring, missing=policy)))["a"]

    assert 5 * under(MissingScores.SCORED_ONLY) == pytest.approx(20)
    assert under(MissingScores.WITHHOLD) is None
    assert under(MissingScores.BOUNDS) is None


def test_5_ranks_go_by_value_and_not_by_where_a_sort_put_it() -> None:
    """An order sorted once gives places, not ranks: here places 1, 3, 0, 2 of the largest down."""
    assert ranks({"a": 30.0, "b": 90.0, "c": 10.0, "d": 60.0}) == {"a": 3, "b": 1, "c": 4, "d": 2}


def test_5_totals_that_are_equal_to_six_digits_tie_and_share_the_better_rank() -> None:
    made = panel([1, 1, 1], {"a": (10, 20, 30), "b": (30, 10, 20), "c": (20, 30, 10.000001)})

    found = totals(made)

    assert ranks(found) == {"a": 1, "b": 1, "c": 1}
    assert ranks(found | {"d": 20.1, "e": 5.0}) == {"a": 2, "b": 2, "c": 2, "d": 1, "e": 5}


JUDGED = {"ab": 1 / 2, "ac": 1 / 5, "ad": 9, "bc": 3, "bd": 1, "cd": 1 / 9}
"""Judgements that contradict one another badly, made up for this test."""


def test_6_two_ways_to_weigh_the_same_judgements_differ_so_the_one_used_is_named(
    catalogue,
) -> None:
    """The geometric means of the rows even put another criterion first (AHPy#8, pyDecision#15)."""
    made = panel(dict.fromkeys("abcd", 1.0), {})
    appraisal = replace(
        made,
        weight_sets=(WeightSet(id=PANEL, method=WeightMethod.PAIRWISE),),
        comparisons=tuple(
            Comparison(
                id=ComparisonId(pair),
                weight_set=PANEL,
                first=CriterionId(pair[0]),
                second=CriterionId(pair[1]),
                ratio=ratio,
            )
            for pair, ratio in JUDGED.items()
        ),
    )

    weights, _ = model_weights(appraisal, random_index(appraisal, catalogue))
    shares, means = weights.leaf_shares, geometric_means()

    assert weights.technique == "Principal eigenvector; random index of Saaty 2005"
    assert max(shares, key=shares.get) == "a"
    assert max(means, key=means.get) == "b"
    assert is_eigenvector(shares)
    assert not is_eigenvector(means)


def ratio(one: str, other: str) -> float:
    return 1.0 if one == other else JUDGED.get(one + other) or 1 / JUDGED[other + one]


def geometric_means() -> dict[str, float]:
    raw = {one: math.prod(ratio(one, other) for other in "abcd") ** 0.25 for one in "abcd"}
    return {one: each / sum(raw.values()) for one, each in raw.items()}


def is_eigenvector(shares: dict[str, float]) -> bool:
    stretched = [
        sum(ratio(one, other) * shares[other] for other in "abcd") / shares[one] for one in "abcd"
    ]
    return max(stretched) - min(stretched) < 1e-9
