from tests.domain.examples import unsealed

from appraiser.domain.criteria import Criterion
from appraiser.domain.criteria_tree import children, leaves, path, stands_under

TREE = unsealed().criteria


def ids(found):
    return [each.id for each in found]


def test_branches_group_and_leaves_are_scored():
    assert ids(leaves(TREE)) == ["engagement", "turnover", "quality"]
    assert ids(children(TREE, None)) == ["staff", "quality"]
    assert ids(children(TREE, "staff")) == ["engagement", "turnover"]
    assert ids(children(TREE, "quality")) == []
    assert leaves(()) == ()


def test_the_way_down_to_a_criterion_begins_at_the_top():
    assert ids(path(TREE, "turnover")) == ["staff", "turnover"]
    assert ids(path(TREE, "quality")) == ["quality"]


def test_a_criterion_stands_under_itself_and_what_is_above_it():
    assert stands_under(TREE, "turnover", "staff")
    assert stands_under(TREE, "staff", "staff")
    assert not stands_under(TREE, "staff", "turnover")
    assert not stands_under(TREE, "quality", "staff")
    assert not stands_under(TREE, None, "staff")
    assert not stands_under(TREE, "not there", "staff")


def test_a_ring_of_criteria_is_gone_round_once():
    ring = (Criterion(id="a", parent="b"), Criterion(id="b", parent="a"))
    assert not stands_under(ring, "a", "c")
    assert stands_under(ring, "a", "b")
