"""Why the leader leads, what would end it, and from whose view another would."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.making import PANEL, panel, shortlist
from tests.analysis.panel.rooms import interest, room

from appraiser.analysis.assessing import assess
from appraiser.analysis.explanation import Explanation, Ground, LeadOver
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Criterion, Weighting, WeightSet
from appraiser.domain.ids import CriterionId, GroupId, Ref, WeightSetId
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import Scoring
from appraiser.domain.terms import MissingScores, ScoreFeed, ScoringPhase

SHIPPED = load_catalogue()
WEIGHTS = (0.5, 0.3, 0.2)
ROWS = {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)}
FEW = Robustness(draws=1024)


def explained(appraisal: Appraisal) -> Explanation | None:
    return assess(replace(appraisal, robustness=FEW), SHIPPED).explanation


def points(lead: LeadOver) -> list[tuple[str, float]]:
    return [(each.criterion, pytest.approx(each.points)) for each in lead.drivers]


# What the lead is made of


def test_the_lead_is_parted_by_criterion_the_most_first() -> None:
    """method.md 6A-10: B leads A by 6 and business as usual, C, by 24."""
    found = explained(panel(WEIGHTS, ROWS))

    over_a, over_c = found.leads
    assert found.leader == "b"
    assert (over_a.over, over_a.lead) == ("a", pytest.approx(6))
    assert points(over_a) == [("c2", 24), ("c3", 12), ("c1", -30)]
    assert (over_c.over, over_c.lead) == ("c", pytest.approx(24))
    assert points(over_c) == [("c1", 20), ("c2", 12), ("c3", -8)]


def test_business_as_usual_is_not_named_twice_when_it_is_the_runner_up() -> None:
    rows = {"b": ROWS["b"], "c": ROWS["c"], "a": ROWS["a"]}

    assert [each.over for each in explained(panel(WEIGHTS, rows)).leads] == ["a"]


def test_business_as_usual_leads_over_the_runner_up_and_not_over_itself() -> None:
    rows = {"a": ROWS["a"], "c": ROWS["c"], "b": ROWS["b"]}

    found = explained(panel(WEIGHTS, rows))

    assert (found.leader, [each.over for each in found.leads]) == ("b", ["a"])


def test_without_business_as_usual_the_lead_is_over_the_runner_up_alone() -> None:
    options = [replace(each, role=shortlist("x")[0].role) for each in shortlist(*ROWS)]

    found = explained(panel(WEIGHTS, ROWS, options=tuple(options)))

    assert [each.over for each in found.leads] == ["a"]


def test_a_lead_with_a_missing_score_in_it_is_not_parted() -> None:
    policy = Scoring(missing=MissingScores.SCORED_ONLY)

    found = explained(panel(WEIGHTS, {"d": (80, None, 66), **ROWS}, scoring=policy))

    assert found.leader == "d"
    assert found.leads == ()
    assert (found.nearest_weight, found.nearest_switch) == (None, None)


@pytest.mark.parametrize(
    "rows", [{"a": (50,), "b": (50,)}, {"a": (50,)}, {"a": (None,), "b": (None,)}]
)
def test_there_is_none_while_no_option_leads_alone_over_another(rows) -> None:
    assert explained(panel([1.0], rows)) is None


tables = st.integers(1, 4).flatmap(
    lambda size: st.tuples(
        st.lists(st.integers(0, 100).map(float), min_size=size, max_size=size).filter(any),
        st.lists(
            st.lists(st.integers(0, 100), min_size=size, max_size=size), min_size=2, max_size=4
        ),
    )
)


@settings(max_examples=30)
@given(tables)
def test_the_drivers_of_every_lead_sum_to_it(table) -> None:
    weights, rows = table
    found = explained(panel(weights, {f"o{at}": row for at, row in enumerate(rows)}))

    for lead in found.leads if found else ():
        assert lead.lead > 0 or lead.lead == pytest.approx(0, abs=1e-6)
        assert sum(each.points for each in lead.drivers) == pytest.approx(lead.lead, abs=1e-9)
        falling = [each.points for each in lead.drivers]
        assert falling == sorted(falling, reverse=True)


# What would end it


def test_the_nearest_weight_is_the_critical_one_that_is_the_fewest_points_away() -> None:
    """method.md 6A-10: criterion 1 has to rise from 0.5 to 6/11 for A to lead."""
    nearest = explained(panel(WEIGHTS, ROWS)).nearest_weight

    assert (nearest.criterion, nearest.new_leader, nearest.upwards) == ("c1", "a", True)
    assert nearest.critical == pytest.approx(6 / 11)


def branched(appraisal: Appraisal) -> Appraisal:
    """Stand the first two criteria under a branch that is three quarters of the whole."""
    first, second, *others = appraisal.criteria
    over = CriterionId("over")
    under = [replace(each, parent=over) for each in (first, second)]
    raw = {over: 75.0, first.id: 50.0, second.id: 50.0, **{each.id: 12.5 for each in others}}
    return replace(
        appraisal,
        criteria=(Criterion(id=over, name="Over"), *under, *others),
        weight_sets=(WeightSet(id=PANEL, raw=raw),),
    )


def test_the_nearest_weight_may_be_that_of_a_branch() -> None:
    """Worked out by hand: 0.75 x 60 = 45 against 0.25 x 100 = 25.

    They tie where the branch has 5/8 of the whole, an eighth less. Either criterion under it would
    have to go from 6/16 to 1/16, and either beside it from 1/8 to 13/48.
    """
    made = branched(panel([1, 1, 1, 1], {"a": (60, 60, 0, 0), "b": (0, 0, 100, 100)}))

    nearest = explained(made).nearest_weight

    assert (nearest.criterion, nearest.weight) == ("over", pytest.approx(0.75))
    assert nearest.critical == pytest.approx(5 / 8)
    assert nearest.new_leader == "b"


def test_the_nearest_switch_is_the_smallest_change_of_one_score_that_is_possible() -> None:
    """method.md 6A-10: A cannot rise past 100 on criterion 1, but B can fall there by 6 / 0.5."""
    nearest = explained(panel(WEIGHTS, ROWS)).nearest_switch

    assert (nearest.rival, nearest.switch.criterion) == ("a", "c1")
    assert nearest.switch.points == pytest.approx(12)
    assert nearest.switch.rise_to is None
    assert nearest.switch.fall_to == pytest.approx(28)


def test_there_is_no_switch_where_no_score_can_change_so_far() -> None:
    even = {"a": (100, 100, 100), "b": (0, 0, 0)}

    assert explained(panel(WEIGHTS, even)).nearest_switch is None


# From whose view another would


ONE = {"x": (90, 50), "y": (10, 50)}
ANOTHER = {"x": (40, 50), "y": (50, 50)}
X_LEADS = {"ann/board": ONE, "bob/staff": ANOTHER, "cat/staff": ANOTHER}


def dissent(appraisal: Appraisal) -> list[tuple[Ground, list[str], tuple[str, ...]]]:
    return [
        (each.ground, [ref.id for ref in each.who], each.leaders)
        for each in explained(appraisal).dissent
    ]


def test_every_ground_of_dissent_is_named_in_order_with_whom_it_puts_first() -> None:
    """Ann's scores decide: everyone else, and everyone without her, puts Y first."""
    other = WeightSet(id=WeightSetId("other"), raw={CriterionId("c2"): 1, CriterionId("c1"): 0})
    made = room([1, 1], X_LEADS, interests=(interest("ann"),))

    found = dissent(replace(made, weight_sets=(*made.weight_sets, other)))

    assert found == [
        (Ground.WEIGHTS, ["other"], ("x", "y")),
        (Ground.SCORES, ["staff"], ("y",)),
        (Ground.WITHOUT_SCORER, ["ann"], ("y",)),
        (Ground.WITHOUT_GROUP, ["board"], ("y",)),
        (Ground.WITHOUT_CONFLICTED, ["ann"], ("y",)),
        (Ground.WITHOUT_CRITERION, ["c1"], ("x", "y")),
    ]


def test_each_view_says_in_which_collection_it_stands() -> None:
    made = room([1], {"ann/board": {"x": (90,), "y": (10,)}, "bob/staff": {"x": (1,), "y": (2,)}})

    whose = {each.ground: each.who for each in explained(made).dissent}

    assert whose[Ground.SCORES] == (Ref("groups", GroupId("staff")),)
    assert whose[Ground.WITHOUT_SCORER] == (Ref("scorers", "ann"),)
    assert whose[Ground.WITHOUT_GROUP] == (Ref("groups", "board"),)


def test_where_all_agree_nobody_dissents() -> None:
    both = {"x": (90, 60), "y": (10, 50)}

    assert dissent(room([1, 1], {"ann/board": both, "bob/staff": both})) == []


def test_people_in_no_group_are_no_group_that_dissents() -> None:
    made = room([1, 1], {"ann/board": ONE, "bob": ANOTHER, "cat": ANOTHER})

    assert Ground.SCORES not in [ground for ground, *_ in dissent(made)]


def test_a_group_without_a_leader_does_not_dissent() -> None:
    made = room([1, 1], {"ann/board": ONE, "bob/staff": {"x": (40, 50), "y": (None, 50)}})

    assert [each for each in dissent(made) if each[0] is Ground.SCORES] == []


def test_those_left_out_of_the_mean_dissent_only_from_what_the_room_agreed() -> None:
    """The room agreed on X although the mean of all puts Y first: without Bob the mean agrees."""
    made = room(
        [1],
        {"ann": {"x": (70,), "y": (60,)}, "bob": {"x": (10,), "y": (90,)}},
        agreed={"x": (80,), "y": (20,)},
        feed=ScoreFeed.CONSENSUS,
    )

    assert dissent(made) == []


def test_a_weight_set_that_cannot_be_used_does_not_dissent() -> None:
    unfinished = WeightSet(id=WeightSetId("unfinished"), raw={CriterionId("c1"): 1})
    made = room([1, 1], {"ann": ONE})

    weight_sets = (*made.weight_sets, unfinished)
    assert Ground.WEIGHTS not in [
        ground for ground, *_ in dissent(replace(made, weight_sets=weight_sets))
    ]


def test_from_a_tie_nobody_can_dissent_since_nothing_is_explained() -> None:
    tied = room([1], {"ann/board": {"x": (50,), "y": (50,)}, "bob/staff": {"x": (1,), "y": (1,)}})

    assert explained(tied) is None


def test_nothing_is_said_of_anyone_before_scores_are_revealed() -> None:
    made = room(
        [1, 1],
        X_LEADS,
        agreed=ONE,
        interests=(interest("ann"),),
        scoring=Scoring(feed=ScoreFeed.CONSENSUS, phase=ScoringPhase.ALONE),
    )

    whose = [each.ground for each in explained(made).dissent]
    assert whose == [Ground.WITHOUT_CRITERION]


def test_there_is_no_explanation_without_weights() -> None:
    assert explained(panel(WEIGHTS, ROWS, weighting=Weighting())) is None
