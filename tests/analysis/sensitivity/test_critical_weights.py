"""The weight at which another option would lead, exactly."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from appraiser.analysis.sensitivity.critical_weights import Line, critical_weights, tie_weight

WEIGHTS = {"1": 0.5, "2": 0.3, "3": 0.2}
SCORES = {
    "A": {"1": 100.0, "2": 20.0, "3": 0.0},
    "B": {"1": 40.0, "2": 100.0, "3": 60.0},
    "C": {"1": 0.0, "2": 60.0, "3": 100.0},
}


def total(weights, row) -> float:
    return sum(weights[each] * row[each] for each in weights)


def leader_of(weights, rows):
    return max(rows, key=lambda option: total(weights, rows[option]))


def with_weight(weights, criterion, weight):
    """Give one criterion a weight and let the others share the rest in their ratios."""
    rest = 1 - weights[criterion]
    return {
        each: weight if each == criterion else old * (1 - weight) / rest
        for each, old in weights.items()
    }


def test_the_small_case_worked_out_by_hand_has_its_exact_answers() -> None:
    """method.md 6A-10: A passes B at w1 > 6/11, w2 < 9/37, w3 < 1/9; C passes B at w3 > 1/2."""
    found = critical_weights(WEIGHTS, SCORES, "B")

    assert [(each.criterion, each.new_leader, each.upwards) for each in found] == [
        ("1", "A", True),
        ("2", "A", False),
        ("3", "A", False),
        ("3", "C", True),
    ]
    assert [each.critical for each in found] == pytest.approx([6 / 11, 9 / 37, 1 / 9, 1 / 2])
    assert [each.weight for each in found] == [0.5, 0.3, 0.2, 0.2]


def test_two_criteria_have_the_ties_worked_out_by_hand() -> None:
    """method.md 6A-8: A=(100,0), B=(0,100), C=(60,60) tie at 0.6, 0.4 and 0.5."""
    a, b, c = Line(100, 0), Line(0, 100), Line(60, 60)

    assert tie_weight(c, a) == pytest.approx(0.6)
    assert tie_weight(c, b) == pytest.approx(0.4)
    assert tie_weight(a, b) == pytest.approx(0.5)


def test_lines_that_never_meet_have_no_tie() -> None:
    assert tie_weight(Line(50, 50), Line(40, 40)) is None
    assert tie_weight(Line(50, 50), Line(40, 45)) is None


def test_a_criterion_that_carries_all_the_weight_has_no_critical_weight() -> None:
    weights = {"1": 1.0, "2": 0.0}
    scores = {"A": {"1": 60.0, "2": 0.0}, "B": {"1": 50.0, "2": 100.0}}

    found = critical_weights(weights, scores, "A")

    assert [each.criterion for each in found] == ["2"]
    assert found[0].critical == pytest.approx(10 / 110)


def test_of_options_that_tie_at_one_weight_the_one_that_leads_beyond_it_is_named() -> None:
    weights = {"1": 0.5, "2": 0.5}
    rows = {
        "lead": (60, 60),
        "mild": (70, 45),
        "steep": (100, 0),
        "low": (0, 100),
        "flat": (45, 70),
    }
    scores = {name: {"1": float(x), "2": float(y)} for name, (x, y) in rows.items()}

    down, up = critical_weights(weights, scores, "lead")[:2]

    assert (down.upwards, down.new_leader, down.critical) == (False, "low", pytest.approx(0.4))
    assert (up.upwards, up.new_leader, up.critical) == (True, "steep", pytest.approx(0.6))


shares = st.integers(1, 100).map(float)
scores = st.integers(0, 100).map(float)


@given(
    st.lists(shares, min_size=2, max_size=5),
    st.lists(st.lists(scores, min_size=5, max_size=5), min_size=2, max_size=5),
)
def test_the_stated_critical_weight_ties_the_two_options_and_nobody_leads_before(raw, rows) -> None:
    names = [str(at) for at in range(len(raw))]
    weights = {name: each / sum(raw) for name, each in zip(names, raw, strict=True)}
    table = {
        f"o{at}": dict(zip(names, row[: len(names)], strict=True)) for at, row in enumerate(rows)
    }
    order = sorted(table, key=lambda option: total(weights, table[option]), reverse=True)
    leader = order[0]
    assume(total(weights, table[leader]) - total(weights, table[order[1]]) > 1e-6)

    for each in critical_weights(weights, table, leader):
        tied = with_weight(weights, each.criterion, each.critical)
        before = with_weight(weights, each.criterion, (each.critical + each.weight) / 2)
        assert total(tied, table[leader]) == pytest.approx(total(tied, table[each.new_leader]))
        assert leader_of(before, table) == leader


def test_every_flip_that_stepping_finds_is_found_exactly() -> None:
    for criterion in WEIGHTS:
        steps = [step / 1000 for step in range(1, 1000)]
        leaders = [leader_of(with_weight(WEIGHTS, criterion, step), SCORES) for step in steps]
        changes = zip(pairwise(leaders), steps[1:], strict=True)
        stepped = [at for (one, other), at in changes if one != other]
        exact = [
            each.critical
            for each in critical_weights(WEIGHTS, SCORES, "B")
            if each.criterion == criterion
        ]
        assert exact == pytest.approx(stepped, abs=0.002)
