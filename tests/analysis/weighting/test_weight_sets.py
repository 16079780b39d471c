"""Weight sets side by side."""

from dataclasses import replace

import pytest
from tests.analysis.making import PANEL, panel

from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.analysis.weighting.random_index import RandomIndex
from appraiser.analysis.weighting.weight_sets import WeightSetResult, weight_set_results
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Comparison, Weighting, WeightSet
from appraiser.domain.ids import ComparisonId, CriterionId, GroupId, OptionId, WeightSetId
from appraiser.domain.terms import WeightMethod

STAFF = WeightSetId("staff")
ROWS = {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)}


def given(name: str, *raw: float, **changes) -> WeightSet:
    numbers = {CriterionId(f"c{at}"): each for at, each in enumerate(raw, start=1)}
    return WeightSet(id=WeightSetId(name), raw=numbers, **changes)


def beside(*sets: WeightSet, **changes) -> Appraisal:
    made = panel((50, 30, 20), ROWS)
    return replace(made, weight_sets=(*made.weight_sets, *sets), **changes)


def results(appraisal: Appraisal, **changes) -> dict[str, WeightSetResult]:
    found = weight_set_results(appraisal, score_matrix(appraisal), **changes)
    return {each.set: each for each in found}


def test_each_set_has_its_own_weights_totals_ranks_and_leader() -> None:
    """method.md 6A-10: B leads by 0.5, 0.3, 0.2; A overtakes it above 6/11 on the first."""
    found = results(beside(given("staff", 60, 24, 16, group=GroupId("staff-side"))))

    assert list(found) == [PANEL, STAFF]
    assert found[PANEL].feeds_totals
    assert found[PANEL].ranking.leaders == ("b",)
    assert found[PANEL].leader_changes is False
    assert not found[STAFF].feeds_totals
    assert found[STAFF].group == "staff-side"
    assert found[STAFF].weights.leaf_shares == pytest.approx({"c1": 0.6, "c2": 0.24, "c3": 0.16})
    assert found[STAFF].ranking.totals == pytest.approx({"a": 64.8, "b": 57.6, "c": 30.4})
    assert found[STAFF].ranking.ranks == {"a": 1, "b": 2, "c": 3}
    assert found[STAFF].ranking.leaders == ("a",)
    assert found[STAFF].leader_changes is True
    assert found[STAFF].reasons == ()


def test_a_set_that_cannot_be_used_is_named_with_the_reason() -> None:
    found = results(beside(given("staff", 60, 24)))[STAFF]

    assert (found.weights, found.ranking, found.leader_changes) == (None, None, None)
    assert found.reasons == (
        'The weights at the top of the tree cannot be used: there is none yet for "c3".',
    )


def test_a_barred_option_leads_under_no_set() -> None:
    found = results(beside(given("staff", 60, 24, 16)), barred={OptionId("a")})

    assert found[STAFF].ranking.leaders == ("b",)
    assert found[STAFF].leader_changes is False


def test_without_a_set_that_feeds_the_totals_nothing_changes_against_it() -> None:
    appraisal = beside(given("staff", 60, 24, 16), weighting=Weighting())

    assert {each.leader_changes for each in results(appraisal).values()} == {None}
    assert results(panel({}, {})) == {}


def test_consistency_is_held_against_the_table_that_is_given() -> None:
    pairwise = given("staff", method=WeightMethod.PAIRWISE)
    pairs = (("c1", "c2", 2), ("c2", "c3", 2), ("c1", "c3", 4))
    comparisons = tuple(
        Comparison(
            id=ComparisonId(f"{one}{other}"),
            weight_set=STAFF,
            first=CriterionId(one),
            second=CriterionId(other),
            ratio=ratio,
        )
        for one, other, ratio in pairs
    )
    appraisal = beside(pairwise, comparisons=comparisons)

    found = results(appraisal, index=RandomIndex("Ours", {3: 0.5}, 0.1))[STAFF].weights

    assert found.technique == "Principal eigenvector; random index of Ours"
    assert found.consistency_ratio == pytest.approx(0, abs=1e-9)
    assert found.leaf_shares == pytest.approx({"c1": 4 / 7, "c2": 2 / 7, "c3": 1 / 7})
