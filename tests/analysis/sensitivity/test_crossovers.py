"""Every weight at which any two options change places, against fractions that do not round."""

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.sensitivity.cases import (
    SMALL,
    few,
    matrices,
    matrix_of,
    orders,
    reweighted,
    shuffled,
    total_of,
)
from tests.analysis.sensitivity.exactly import exact_crossovers
from tests.bench.instance import fixed_matrix, raw_weights

from appraiser.analysis.sensitivity.crossovers import crossovers


def entries(matrix):
    """Give each crossover as first option, second option, criterion and weight."""
    found = crossovers(matrix)
    return [
        (matrix.options[first], matrix.options[second], matrix.criteria[criterion], weight)
        for first, second, criterion, weight in zip(
            *(each.tolist() for each in (found.first, found.second, found.criterion, found.weight)),
            strict=True,
        )
    ]


def test_two_criteria_have_the_ties_worked_out_by_hand() -> None:
    """method.md 6A-8: A=(100,0), B=(0,100), C=(60,60) tie at 0.6, 0.4 and 0.5 on criterion 1."""
    matrix = matrix_of((0.5, 0.5), {"A": (100, 0), "B": (0, 100), "C": (60, 60)})

    found = {(one, other): at for one, other, on, at in entries(matrix) if on == "1"}

    assert found == {
        ("A", "C"): pytest.approx(0.6, abs=1e-12),
        ("B", "C"): pytest.approx(0.4, abs=1e-12),
        ("A", "B"): pytest.approx(0.5, abs=1e-12),
    }


def test_every_crossover_of_the_fixed_instance_is_exact_to_a_billionth_of_a_thousandth() -> None:
    """performance.md 1.3 counts 228 meetings of 28 pairs on 15 criteria; 3 only touch, at 1."""
    matrix = fixed_matrix()
    found = crossovers(matrix)
    places = (found.first, found.second, found.criterion)
    known = exact_crossovers(raw_weights(), matrix.scores.tolist())

    stated = dict(
        zip(zip(*(each.tolist() for each in places), strict=True), found.weight, strict=True)
    )

    assert stated.keys() == known.keys()
    assert max(abs(Fraction(stated[each]) - at) for each, at in known.items()) < Fraction(1, 10**12)
    equal = sum(one == other for row in matrix.scores.T for one, other in combinations(row, 2))
    assert (len(stated), equal) == (225, 3)


def test_what_the_second_gains_says_on_which_side_it_is_ahead() -> None:
    found = crossovers(SMALL)

    for first, second, criterion, weight, gain in zip(
        found.first, found.second, found.criterion, found.weight, found.gain, strict=True
    ):
        above = reweighted(SMALL, [SMALL.criteria[criterion]], (1 + weight) / 2).totals
        assert (above[second] > above[first]) == (gain > 0)
        lead = SMALL.totals[first] - SMALL.totals[second]
        on_it = SMALL.scores[first, criterion] - SMALL.scores[second, criterion]
        assert gain == pytest.approx(lead - on_it)


def test_lines_that_never_meet_or_are_one_line_do_not_cross() -> None:
    rows = {"A": (50, 50), "B": (40, 40), "C": (40, 45), "D": (40, 40), "E": (50, 30)}

    assert {pair[:2] for pair in entries(matrix_of((0.5, 0.5), rows))} == {
        ("B", "E"),
        ("C", "E"),
        ("D", "E"),
    }


def test_options_that_are_equal_on_a_criterion_only_touch() -> None:
    assert entries(matrix_of((0.5, 0.5), {"A": (50, 80), "B": (50, 20)})) == []


def test_one_option_one_criterion_or_none_has_no_crossover() -> None:
    assert entries(matrix_of((0.5, 0.5), {"A": (50, 50)})) == []
    assert entries(matrix_of((1,), {"A": (50,), "B": (70,)})) == []
    assert entries(matrix_of((), {"A": (), "B": ()})) == []


def test_criteria_that_share_no_weight_with_others_have_no_crossover() -> None:
    found = entries(matrix_of((1, 0), {"A": (60, 0), "B": (50, 100)}))

    assert found == [("A", "B", "2", pytest.approx(10 / 110))]


@few
@given(matrices(nought=True))
def test_at_every_crossover_the_two_totals_are_equal(matrix) -> None:
    for one, other, criterion, weight in entries(matrix):
        totals = total_of(reweighted(matrix, [criterion], weight))
        assert 0 < weight < 1
        assert totals[one] == pytest.approx(totals[other], abs=1e-9)


@few
@given(matrices(nought=True))
def test_nobody_changes_places_but_at_a_crossover(matrix) -> None:
    found = entries(matrix)
    for criterion, weight in zip(matrix.criteria, matrix.weights, strict=True):
        if weight == 1:
            continue
        ends = [reweighted(matrix, [criterion], at).totals for at in (0, 1)]
        leads = [totals[:, None] - totals for totals in ends]
        change = np.triu((np.sign(leads[0]) * np.sign(leads[1]) < 0), 1)
        change &= np.minimum(abs(leads[0]), abs(leads[1])) > 1e-4
        pairs = {(matrix.options[one], matrix.options[other]) for one, other in np.argwhere(change)}
        assert pairs <= {each[:2] for each in found if each[2] == criterion}


@few
@given(matrices(nought=True), st.data())
def test_the_order_of_the_input_never_matters(matrix, data) -> None:
    other = shuffled(matrix, *data.draw(orders(matrix)))

    def by_pair(found):
        return {(frozenset(each[:2]), each[2]): each[3] for each in found}

    assert by_pair(entries(matrix)) == pytest.approx(by_pair(entries(other)), abs=1e-9)
