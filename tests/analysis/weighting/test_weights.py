"""What people gave becomes weights, over the tree of criteria."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.making import PANEL, panel

from appraiser.analysis.weighting.consistency_findings import consistency_findings
from appraiser.analysis.weighting.random_index import random_index
from appraiser.analysis.weighting.weights import model_weights, normalised
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Comparison, Criterion, Weighting, WeightSet
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import ComparisonId, CriterionId, Ref
from appraiser.domain.terms import Surrogate, WeightMethod

TREE = (("people", None), ("voice", "people"), ("safety", "people"), ("money", None))


def tree(method: WeightMethod = WeightMethod.SWING, **raw: float) -> Appraisal:
    """Two criteria under a branch, and one beside it."""
    return replace(
        panel(raw, {}),
        criteria=tuple(
            Criterion(id=CriterionId(name), name=name.title(), parent=above and CriterionId(above))
            for name, above in TREE
        ),
        weight_sets=(
            WeightSet(id=PANEL, method=method, raw={CriterionId(k): v for k, v in raw.items()}),
        ),
    )


def shares(appraisal: Appraisal) -> dict[str, float]:
    weights, findings = model_weights(appraisal)
    assert weights is not None, findings
    return {each.criterion: each.cumulative for each in weights.criteria}


def refusal(appraisal: Appraisal) -> tuple[Severity, str]:
    weights, (finding,) = model_weights(appraisal)
    assert weights is None
    return finding.severity, finding.words


def test_swings_are_divided_by_their_sum() -> None:
    found, _ = model_weights(panel({"a": 100, "b": 60, "c": 40}, {}))

    assert found is not None
    assert [each.local for each in found.criteria] == pytest.approx([0.5, 0.3, 0.2])
    assert [each.raw for each in found.criteria] == [100, 60, 40]
    assert found.technique == "Each swing divided by the sum of those beside it"
    assert found.consistency_ratio is None


def test_direct_scores_give_the_published_priorities() -> None:
    """Glur, ahp package tests, as in method.md 6A-5: 2, 4, 3, 0 give 2/9, 4/9, 3/9, 0."""
    assert normalised([2, 4, 3, 0]) == pytest.approx([2 / 9, 4 / 9, 3 / 9, 0])


def test_a_weight_below_a_branch_is_the_product_of_the_weights_on_the_way_down() -> None:
    found = shares(tree(people=100, money=25, voice=100, safety=60))

    assert found == pytest.approx({"people": 0.8, "money": 0.2, "voice": 0.5, "safety": 0.3})


def test_only_the_criteria_that_are_scored_are_leaves() -> None:
    weights, _ = model_weights(tree(people=1, money=1, voice=1, safety=1))

    assert weights is not None
    assert weights.leaf_shares == {"voice": 0.25, "safety": 0.25, "money": 0.5}
    assert weights.of[CriterionId("people")].leaf is False


@pytest.mark.parametrize(
    ("surrogate", "technique", "first"),
    [
        (Surrogate.ROD, "Rank order distribution (ROD) of the ranks", 0.693),
        (Surrogate.ROC, "Rank order centroid (ROC) of the ranks", 0.75),
        (Surrogate.RS, "Rank sum (RS) of the ranks", 2 / 3),
        (Surrogate.RR, "Rank reciprocal (RR) of the ranks", 2 / 3),
    ],
)
def test_ranks_become_weights_by_the_named_surrogate(surrogate, technique, first) -> None:
    appraisal = tree(WeightMethod.RANK, people=1, money=2, voice=2, safety=1)
    asked = replace(appraisal.weight_sets[0], surrogate=surrogate)
    weights, _ = model_weights(replace(appraisal, weight_sets=(asked,)))

    assert weights is not None
    assert weights.technique == technique
    local = [each.local for each in weights.criteria]
    assert local == pytest.approx([first, 1 - first, first, 1 - first], abs=0.001)


def test_points_are_divided_by_their_sum() -> None:
    appraisal = tree(WeightMethod.POINTS, people=70, money=30, voice=50, safety=50)

    assert shares(appraisal)["safety"] == pytest.approx(0.35)


def compare(first: str, second: str, ratio: float) -> Comparison:
    return Comparison(
        id=ComparisonId(f"{first}-{second}"),
        weight_set=PANEL,
        first=CriterionId(first),
        second=CriterionId(second),
        ratio=ratio,
    )


def test_pairwise_comparison_weighs_each_family_by_itself(catalogue) -> None:
    comparisons = (compare("people", "money", 4), compare("safety", "voice", 3))
    appraisal = replace(tree(WeightMethod.PAIRWISE), comparisons=comparisons)
    weights, _ = model_weights(appraisal, random_index(appraisal, catalogue))

    assert weights is not None
    assert weights.leaf_shares == pytest.approx({"voice": 0.2, "safety": 0.6, "money": 0.2})
    assert weights.consistency_ratio == 0
    assert weights.judgement is None
    assert weights.technique == "Principal eigenvector; random index of Saaty 2005"


def cycle(table: str = "") -> Appraisal:
    """Three criteria of which each was said to matter three times as much as the next."""
    names = ("a", "b", "c")
    return replace(
        panel(dict.fromkeys(names, 1.0), {}),
        weight_sets=(WeightSet(id=PANEL, method=WeightMethod.PAIRWISE),),
        weighting=Weighting(model_set=PANEL, random_index=table),
        comparisons=(compare("a", "b", 3), compare("b", "c", 3), compare("a", "c", 1 / 3)),
    )


def consistency(catalogue, appraisal: Appraisal) -> list[Finding]:
    index = random_index(appraisal, catalogue)
    weights, _ = model_weights(appraisal, index)
    return list(consistency_findings(appraisal, weights, index))


def test_comparisons_that_contradict_one_another_are_found_with_the_worst_of_them(
    catalogue,
) -> None:
    (finding,) = consistency(catalogue, cycle())

    assert (finding.code, finding.severity) == ("inconsistent", Severity.WARNING)
    assert (finding.ref, finding.field) == (Ref("comparisons", "a-b"), "ratio")
    assert finding.words == (
        "The comparisons contradict one another: their consistency ratio is 1.282, and up to "
        '0.10 is accepted. Look first at "a" against "b": 3.00 times as much was given, and all '
        "together come to 1.00 times."
    )


def test_the_table_that_the_weighting_names_is_used_and_named(catalogue) -> None:
    appraisal = cycle("saaty-older")
    weights, _ = model_weights(appraisal, random_index(appraisal, catalogue))

    assert weights.technique == "Principal eigenvector; random index of Saaty, older"
    assert weights.consistency_ratio == pytest.approx(1.282 * 0.52 / 0.58, abs=0.001)


def test_a_table_that_is_not_known_leaves_the_weights_and_takes_the_ratio(catalogue) -> None:
    appraisal = cycle("mine")
    weights, _ = model_weights(appraisal, random_index(appraisal, catalogue))
    (finding,) = consistency(catalogue, appraisal)

    assert weights.leaf_shares == pytest.approx(dict.fromkeys("abc", 1 / 3))
    assert weights.consistency_ratio is None
    assert weights.technique == "Principal eigenvector"
    assert (finding.code, finding.ref) == ("random-index-unknown", Ref("weighting"))
    assert finding.words == (
        'There is no table of the random index called "mine", '
        "so the comparisons have no consistency ratio."
    )


def test_only_comparisons_have_a_consistency(catalogue) -> None:
    assert consistency(catalogue, panel([1.0, 2.0], {})) == []
    assert consistency(catalogue, replace(cycle(), comparisons=())) == []
    steady = (compare("a", "b", 2), compare("b", "c", 2), compare("a", "c", 4))
    assert consistency(catalogue, replace(cycle(), comparisons=steady)) == []


def test_a_pair_nobody_compared_is_missing_and_not_wrong() -> None:
    appraisal = replace(tree(WeightMethod.PAIRWISE), comparisons=(compare("voice", "safety", 1),))

    severity, words = refusal(appraisal)
    assert severity is Severity.MISSING
    assert words.endswith('cannot be used: "People" and "Money" are not compared yet.')


def test_criteria_without_a_weight_are_named() -> None:
    assert refusal(tree(people=100, money=50)) == (
        Severity.MISSING,
        'The weights under "People" cannot be used: there is none yet for "Voice", "Safety".',
    )


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ((0.0, 0.0), "they are all nought"),
        ((math.nan, 1.0), "a weight is a number from nought up"),
        ((math.inf, 1.0), "a weight is a number from nought up"),
        ((-1.0, 1.0), "a weight is a number from nought up"),
    ],
)
def test_weights_that_make_no_sense_are_refused_by_name(raw: tuple[float, float], why: str) -> None:
    words = f"The weights at the top of the tree cannot be used: {why}."

    assert refusal(panel(raw, {})) == (Severity.ERROR, words)


def test_everything_wrong_is_found_at_once() -> None:
    _, findings = model_weights(tree(people=0, money=0, voice=-1, safety=1))

    assert [finding.ref for finding in findings] == [Ref("weight_sets", PANEL)] * 2


def test_a_criterion_outside_the_tree_is_named() -> None:
    appraisal = panel([1.0], {})
    stray = Criterion(id=CriterionId("stray"), name="Stray", parent=CriterionId("gone"))

    assert refusal(replace(appraisal, criteria=(*appraisal.criteria, stray))) == (
        Severity.ERROR,
        '"Stray" does not hang on the tree of criteria.',
    )


def test_without_criteria_or_chosen_weights_there_is_nothing_yet() -> None:
    assert refusal(panel([], {})) == (Severity.MISSING, "There are no criteria yet.")
    assert refusal(replace(panel([1.0], {}), weighting=Weighting())) == (
        Severity.MISSING,
        "No weights are chosen for the totals yet.",
    )


def test_a_criterion_by_itself_carries_everything() -> None:
    assert shares(panel([3.0], {})) == {"c1": 1.0}


swings = st.lists(st.just(0.0) | st.floats(1e-6, 1e9), min_size=1, max_size=12).filter(any)


@given(swings)
def test_weights_sum_to_one(raw: list[float]) -> None:
    assert math.fsum(normalised(raw)) == pytest.approx(1)


@given(swings, st.sampled_from([1e-6, 0.5, 3.0, 1e6]))
def test_scaling_all_swings_changes_nothing(raw: list[float], by: float) -> None:
    assert normalised([each * by for each in raw]) == pytest.approx(normalised(raw), abs=1e-12)


@given(swings, st.randoms())
def test_the_order_of_criteria_changes_no_weight(raw: list[float], random) -> None:
    order = list(range(len(raw)))
    random.shuffle(order)

    found = normalised(raw)

    assert normalised([raw[at] for at in order]) == tuple(found[at] for at in order)
