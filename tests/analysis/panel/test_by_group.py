"""Where the options stand by group, and by consensus, mean and median."""

import pytest
from tests.analysis.making import panel
from tests.analysis.panel.rooms import asked, interest, room

from appraiser.analysis.panel.by_group import by_group
from appraiser.domain.ids import GroupId
from appraiser.domain.scores import Group
from appraiser.domain.terms import InterestDecision, ScoreFeed

TABLES = {
    "ann/clinicians": {"x": (80, 40), "y": (20, 60)},
    "bob/clinicians": {"x": (60, 80), "y": (40, 20)},
    "cat/staff": {"x": (10, 30), "y": (90, 50)},
    "dan": {"x": (100, 50), "y": (0, 50)},
}
AGREED = {"x": (50, 50), "y": (60, 60)}


def test_each_group_has_the_totals_of_its_own_people() -> None:
    clinicians, staff, others = by_group(asked(room([3, 1], TABLES))).groups

    assert (clinicians.group, clinicians.scorers) == ("clinicians", ("ann", "bob"))
    assert clinicians.ranking.totals == pytest.approx({"x": 67.5, "y": 32.5})
    assert clinicians.ranking.leaders == ("x",)
    assert clinicians.leader_changes is False
    assert (staff.group, staff.ranking.totals) == ("staff", pytest.approx({"x": 15, "y": 80}))
    assert staff.ranking.ranks == {"x": 2, "y": 1}
    assert staff.leader_changes is True
    assert (others.group, others.scorers) == (None, ("dan",))


def test_the_median_stands_for_a_group_where_it_feeds_the_totals() -> None:
    tables = {f"{name}/all": {"x": (score,)} for name, score in (("a", 0), ("b", 80), ("c", 85))}

    mean = by_group(asked(room([1], tables)))
    median = by_group(asked(room([1], tables, feed=ScoreFeed.MEDIAN)))

    assert (mean.middle, mean.groups[0].ranking.totals) == (ScoreFeed.MEAN, {"x": 55})
    assert (median.middle, median.groups[0].ranking.totals) == (ScoreFeed.MEDIAN, {"x": 80})


def test_consensus_mean_and_median_stand_beside_one_another_with_the_one_that_feeds() -> None:
    made = room([3, 1], TABLES, agreed=AGREED, feed=ScoreFeed.CONSENSUS)

    found = by_group(asked(made))

    assert found.middle is ScoreFeed.MEAN
    assert [each.feed for each in found.feeds] == list(ScoreFeed)
    assert [each.feeds_totals for each in found.feeds] == [True, False, False]
    agreed, mean, median = (each.ranking for each in found.feeds)
    assert agreed.totals == {"x": 50, "y": 60}
    assert mean.totals == pytest.approx({"x": 0.75 * 62.5 + 12.5, "y": 0.75 * 37.5 + 11.25})
    assert median.totals == pytest.approx({"x": 0.75 * 70 + 11.25, "y": 0.75 * 30 + 12.5})
    assert [each.leader_changes for each in found.feeds] == [False, True, True]
    assert found.groups[1].leader_changes is False


def test_a_group_of_which_nobody_scored_is_there_without_totals() -> None:
    made = room([1], {"ann/staff": {"x": (10,), "y": (20,)}})
    made = room(
        [1],
        {"ann/staff": {"x": (10,), "y": (20,)}, "bob/board": {"x": (1,), "y": (2,)}},
        interests=(interest("bob", InterestDecision.NOT_COUNTED),),
        groups=(*made.groups, Group(id=GroupId("board"))),
    )

    staff, board = by_group(asked(made)).groups

    assert staff.scorers == ("ann",)
    assert (board.group, board.scorers) == ("board", ())
    assert board.ranking.totals == {"x": None, "y": None}
    assert board.leader_changes is None


def test_an_appraisal_without_people_has_no_groups() -> None:
    found = by_group(asked(panel([1], {"x": (10,), "y": (20,)})))

    assert found.groups == ()
    assert found.feeds[1].ranking.totals == {"x": None, "y": None}


def test_a_barred_option_leads_in_no_group() -> None:
    found = by_group(asked(room([3, 1], TABLES), "x"))

    assert {each.ranking.leaders for each in found.groups} == {("y",)}
    assert found.groups[0].ranking.ranks["x"] == 1
