"""All that would change the answer is asked of the same options and the same weights."""

from dataclasses import replace

import pytest
from tests.analysis.making import PANEL, panel
from tests.analysis.weighting.trees import weighed

from appraiser.analysis.in_play import InPlay
from appraiser.analysis.scoring.score_ranges import ScoreRange
from appraiser.analysis.sensitivity.sensitivity import STEP, Sensitivity, branches, sensitivity_of
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.criteria import Criterion, WeightSet
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import Cell

WEIGHTS = (0.5, 0.3, 0.2)
ROWS = {"a": (100, 20, 0), "b": (40, 100, 60), "c": (0, 60, 100)}
"""method.md 6A-10: totals A 56, B 62, C 38."""


def playing(appraisal: Appraisal, rows: dict[str, tuple[float, ...]] = ROWS, **changes) -> InPlay:
    """Lay out options by their rows, each score reaching over the whole scale."""
    scored = [each.criterion for each in weighed(appraisal).leaves]
    scores = {
        OptionId(option): dict(zip(scored, map(float, row), strict=True))
        for option, row in rows.items()
    }
    play = InPlay(
        totals={},
        scores=scores,
        ranges={},
        reaches=dict.fromkeys(scored, (0.0, 100.0)),
        costs=dict.fromkeys(scores),
    )
    return replace(play, **changes)


def asked(appraisal: Appraisal, play: InPlay, leader: str | None = "b") -> Sensitivity:
    return sensitivity_of(appraisal, weighed(appraisal), play, leader and OptionId(leader))


MADE = panel(WEIGHTS, ROWS)


def test_it_says_what_would_change_the_answer_in_every_way() -> None:
    found = asked(MADE, playing(MADE))

    assert [each.critical for each in found.critical_weights] == pytest.approx(
        [6 / 11, 9 / 37, 1 / 9, 1 / 2]
    )
    assert [each.rival for each in found.score_switches] == ["a", "c"]
    assert (found.step, found.decisive_steps) == (STEP, ())
    assert (found.tornado.leader, found.tornado.runner_up) == ("b", "a")
    assert found.dominances == ()
    assert [each.left_out for each in found.without_each] == ["a", "b", "c"]
    assert found.value_against_cost.uncosted == ("a", "b", "c")


def test_without_a_leader_what_has_to_do_with_one_is_empty() -> None:
    rows = {"a": (50, 50, 50), "b": (50, 50, 50), "c": (40, 40, 40)}

    found = asked(MADE, playing(MADE, rows), leader=None)

    assert found.critical_weights == found.branch_critical_weights == ()
    assert found.score_switches == ()
    assert found.tornado is None
    assert [(each.dominant, each.dominated) for each in found.dominances] == [
        ("a", "c"),
        ("b", "c"),
    ]


def test_weights_swing_by_the_band_of_the_settings() -> None:
    narrow = replace(MADE, robustness=Robustness(band=10.0))

    swings = asked(narrow, playing(narrow)).tornado.swings

    ends = {each.criterion: (each.low.at, each.high.at) for each in swings}
    assert ends["c1"] == pytest.approx((0.45, 0.55))
    assert {each.option for each in swings} == {None}


def test_scores_swing_over_their_ranges() -> None:
    cell = Cell(OptionId("a"), CriterionId("c2"))

    swings = asked(MADE, playing(MADE, ranges={cell: ScoreRange(10, 20, 60)})).tornado.swings

    (swing,) = [each for each in swings if each.option is not None]
    assert (swing.option, swing.criterion) == cell
    assert (swing.low.at, swing.high.at) == (10, 60)
    assert swing.high.over_runner_up == pytest.approx(6 - 0.3 * 40)


def test_scores_move_no_further_than_their_criterion_reaches() -> None:
    short = {**dict.fromkeys(map(CriterionId, ("c2", "c3")), (0.0, 100.0)), "c1": (30.0, 100.0)}

    (over_a, _) = asked(MADE, playing(MADE, reaches=short)).score_switches

    assert [each.fall_to for each in over_a.switches] == [
        None,
        pytest.approx(80),
        pytest.approx(30),
    ]


def test_totals_stand_against_the_costs_that_are_known() -> None:
    costs = {OptionId("a"): 100, OptionId("b"): 300, OptionId("c"): None}

    found = asked(MADE, playing(MADE, costs=costs)).value_against_cost

    assert found.frontier == ("a", "b")
    assert found.uncosted == ("c",)


SHAPE = (("people", None), ("staff", "people"), ("voice", "staff"), ("pay", "staff"))
BESIDE = (("public", "people"), ("money", None))


def tree() -> Appraisal:
    """A branch within a branch, each with something beside it, all weighing the same."""
    shape = (*SHAPE, *BESIDE)
    criteria = tuple(
        Criterion(id=CriterionId(name), name=name, parent=above and CriterionId(above))
        for name, above in shape
    )
    raw = {each.id: 1.0 for each in criteria}
    return replace(panel({}, {}), criteria=criteria, weight_sets=(WeightSet(id=PANEL, raw=raw),))


def test_each_branch_has_all_that_is_scored_under_it_at_any_depth() -> None:
    assert branches(tree()) == {
        "people": ("voice", "pay", "public"),
        "staff": ("voice", "pay"),
    }
    assert branches(MADE) == {}


def test_branches_have_critical_weights_of_their_own() -> None:
    """People weigh a half, staff a quarter; A has 100 on staff alone and B 100 on money alone."""
    made = tree()
    rows = {"a": (100, 100, 100, 0), "b": (0, 0, 0, 90)}

    found = asked(made, playing(made, rows), leader="a").branch_critical_weights

    (people, staff) = found
    assert (people.criterion, people.weight, people.new_leader) == ("people", 0.5, "b")
    assert people.critical == pytest.approx(90 / 190)
    assert (staff.criterion, staff.weight) == ("staff", pytest.approx(0.25))
    # beside staff, people and money stand one to two: 100 s + 100 (1 - s) / 3 = 90 (1 - s) 2 / 3
    assert staff.critical == pytest.approx((60 - 100 / 3) / (160 - 100 / 3))


def test_a_band_that_is_none_is_refused() -> None:
    wide = replace(MADE, robustness=Robustness(band=101.0))

    with pytest.raises(Problem, match="weights move by"):
        asked(wide, playing(wide))
