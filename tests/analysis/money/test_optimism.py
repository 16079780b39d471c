"""Optimism bias adds to a cost, takes from a saving, and only where a category is named."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.money.costed import codes, cost, costed

from appraiser.analysis.money.optimism import (
    adjusted,
    known_uplift,
    line_uplift,
    optimism_findings,
    uplift,
)
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.problem import Problem


def test_half_of_fifty_per_cent_is_mitigated() -> None:
    """Charlescoverdale/greenbook 6ad7f37, test-optimism_bias.R (MIT): 100 -> 125 (D12)."""
    assert adjusted(100, uplift(50, 50)) == 125


@pytest.mark.parametrize(("base", "found"), [(100, 151), (50, Fraction(151, 2))])
def test_with_nothing_mitigated_the_upper_bound_is_added(base: int, found: Fraction) -> None:
    """Charlescoverdale/greenbook 6ad7f37, test-optimism_bias.R (MIT): 51 % of 100 and of 50."""
    assert adjusted(base, uplift(51, None)) == found


@pytest.mark.parametrize("base", [100, 200])
def test_with_all_mitigated_a_cost_stays_as_it_is(base: int) -> None:
    """Charlescoverdale/greenbook 6ad7f37, test-optimism_bias.R (MIT): mitigation of 1."""
    assert adjusted(base, uplift(50, 100)) == base


def test_a_saving_is_made_smaller_and_never_a_cost() -> None:
    assert adjusted(-100, uplift(24, 0)) == -76
    assert adjusted(-100, uplift(200, 75)) == -50
    assert adjusted(-100, uplift(200, 0)) == 0


def test_tenths_of_a_per_cent_are_exact() -> None:
    assert uplift(24, 33.3) == Fraction(24, 100) * Fraction(667, 1000)


@pytest.mark.parametrize(
    ("upper", "mitigation"), [(24, -1), (24, 100.1), (-1, 0), (24, float("nan"))]
)
def test_what_is_no_share_is_refused(upper: float, mitigation: float) -> None:
    """Charlescoverdale/greenbook 6ad7f37 refuses a mitigation below 0 or above 1 too (MIT)."""
    with pytest.raises(Problem):
        uplift(upper, mitigation)


def test_a_line_takes_the_bias_of_the_category_it_names(catalogue: Catalogue) -> None:
    biases = catalogue.optimism

    assert line_uplift(cost(100), biases) == 0
    assert line_uplift(cost(100, optimism_category="equipment"), biases) == 2
    assert line_uplift(
        cost(100, optimism_category=" outsourcing ", mitigation=50.0), biases
    ) == Fraction(41, 200)


def test_a_category_nobody_knows_is_found_and_left_out(catalogue: Catalogue) -> None:
    biases = catalogue.optimism
    line = cost(100, "boiler", optimism_category="equpment")
    (finding,) = optimism_findings(costed(line, cost(5, "other")), biases)

    assert finding.words == (
        'The optimism bias of "Boiler" is left out: no category of optimism bias '
        'called "equpment"; did you mean "equipment"?'
    )
    assert (finding.ref, finding.field) == (("cost_lines", "boiler"), "optimism_category")
    assert known_uplift(line, biases) == 0


def test_a_mitigation_past_the_whole_is_found_too(catalogue: Catalogue) -> None:
    line = cost(100, optimism_category="equipment", mitigation=101.0)

    assert codes(list(optimism_findings(costed(line), catalogue.optimism))) == ["bias-unknown"]


@given(st.integers(-(10**12), 10**12), st.floats(0, 300), st.floats(0, 100))
def test_bias_never_flatters(amount: int, upper: float, mitigation: float) -> None:
    found = adjusted(amount, uplift(upper, mitigation))

    assert found >= amount
    assert found <= 0 or amount > 0
