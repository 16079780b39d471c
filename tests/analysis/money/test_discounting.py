"""A sum in a later year is worth less, at the rate of each year's own band."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.money.costed import rates

from appraiser.analysis.money.discounting import DiscountTable, discount_table, discounting
from appraiser.catalogue.discounting import Band, DiscountSchedule
from appraiser.catalogue.facts import Fact
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.problem import Problem

STANDARD = (
    "1 0.9662 0.9335 0.9019 0.8714 0.8420 0.8135 0.7860 0.7594 0.7337 0.7089 0.6849 0.6618 0.6394 "
    "0.6178 0.5969 0.5767 0.5572 0.5384 0.5202 0.5026 0.4856 0.4692 0.4533 0.4380 0.4231 0.4088 "
    "0.3950 0.3817 0.3687 0.3563 0.3459"
)


def table(catalogue: Catalogue, schedule: str = "standard", horizon: int = 310) -> DiscountTable:
    return discount_table(catalogue.schedule(schedule), horizon)


def schedule(*bands: Band, name: str = "made") -> DiscountSchedule:
    return DiscountSchedule(id=name, name="Made up", use=Fact(text="For a test."), bands=bands)


def test_the_standard_factors_are_the_published_ones(catalogue: Catalogue) -> None:
    """Years 0 to 31 to four places: method.md 6A-1, from HM Treasury's rates."""
    found = table(catalogue)

    assert [round(float(found.factor(year)), 4) for year in range(32)] == [
        float(each) for each in STANDARD.split()
    ]


@pytest.mark.parametrize(
    ("name", "factors"),
    [
        ("health", {1: 0.9852, 5: 0.9283, 10: 0.8617, 30: 0.6398, 31: 0.6316}),
        ("long-horizon-sensitivity", {1: 0.9709, 5: 0.8626, 10: 0.7441, 30: 0.4120, 31: 0.4017}),
    ],
)
def test_the_other_factors_are_the_published_ones(
    catalogue: Catalogue, name: str, factors: dict[int, float]
) -> None:
    """Method.md 6A-1: the health schedule and the one for long horizons, to four places."""
    found = table(catalogue, name)

    assert {year: round(float(found.factor(year)), 4) for year in factors} == factors


def test_the_first_years_are_exact(catalogue: Catalogue) -> None:
    found = table(catalogue)

    assert found.factor(0) == 1
    assert found.factor(1) == Fraction(1000, 1035)
    assert found.factor(5) == Fraction(1000, 1035) ** 5
    assert found.factor(30) == Fraction(1000, 1035) ** 30


def test_rates_compound_across_two_kinks(catalogue: Catalogue) -> None:
    """Charlescoverdale/greenbook 6ad7f37, test-discounting.R (MIT): years 31, 75 and 76."""
    found = table(catalogue)
    to_75 = 1 / (Fraction(1035, 1000) ** 30 * Fraction(103, 100) ** 45)

    assert found.factor(31) == found.factor(30) / Fraction(103, 100)
    assert found.factor(75) == to_75
    assert found.factor(76) == to_75 / Fraction(1025, 1000)


@pytest.mark.parametrize(
    ("year", "rate"), [(126, "2.0"), (200, "2.0"), (201, "1.5"), (300, "1.5"), (301, "1.0")]
)
def test_each_later_year_has_the_rate_of_its_band(
    catalogue: Catalogue, year: int, rate: str
) -> None:
    found = table(catalogue)

    assert found.factor(year) == found.factor(year - 1) / (1 + Fraction(rate) / 100)


def test_a_hundred_now_for_thirty_in_five_years(catalogue: Catalogue) -> None:
    """Charlescoverdale/greenbook 6ad7f37, test-discounting.R (MIT): 35.451571 (peers.md D11)."""
    value = table(catalogue).present_value([-100, 30, 30, 30, 30, 30])

    assert round(float(value), 6) == 35.451571


def test_an_annuity_is_the_sum_of_the_factors_after_year_0(catalogue: Catalogue) -> None:
    """Charlescoverdale/greenbook 6ad7f37, test-discounting.R (MIT): NPV over sum of factors."""
    found = table(catalogue)

    assert found.annuity_factor(5) == sum(found.factor(year) for year in range(1, 6))
    assert found.annuity_factor(0) == 0


def test_an_annuity_and_a_stream_keep_to_the_years_covered(catalogue: Catalogue) -> None:
    found = table(catalogue, horizon=3)

    assert found.annuity_factor(2) == found.factor(1) + found.factor(2)
    for years in (-1, 3):
        with pytest.raises(Problem, match=f"an annuity of {years} years is not among 0 to 2"):
            found.annuity_factor(years)
    with pytest.raises(Problem, match="4 years of amounts, and factors for 3"):
        found.present_value([1, 1, 1, 1])
    for year in (-1, 3):
        with pytest.raises(Problem, match=f"year {year} is not among the years costed, 0 to 2"):
            found.factor(year)


def test_a_schedule_that_ends_too_soon_is_named_with_the_year(catalogue: Catalogue) -> None:
    assert table(catalogue, "review-2026", 31).horizon == 31
    with pytest.raises(Problem) as caught:
        table(catalogue, "review-2026", 32)

    assert str(caught.value) == (
        "costing.schedule: Proposal of the 2026 review (review-2026) gives no rate for year 31. "
        "Choose another schedule, or cost fewer years."
    )


def test_a_schedule_without_bands_serves_one_year_alone() -> None:
    assert discount_table(schedule(), 1).factor(0) == 1
    with pytest.raises(Problem, match="gives no rate for year 1"):
        discount_table(schedule(), 2)


def test_no_years_are_refused(catalogue: Catalogue) -> None:
    with pytest.raises(Problem, match="at least one year is costed"):
        table(catalogue, horizon=0)


def test_a_table_is_worked_out_once(catalogue: Catalogue) -> None:
    assert table(catalogue) is table(catalogue)


@pytest.mark.parametrize("name", ["standard", "long-horizon-sensitivity"])
def test_a_pair_of_tables_has_the_factors_of_each(catalogue: Catalogue, name: str) -> None:
    pair = rates(catalogue, name, 80)
    health = catalogue.schedule(name).for_health or name

    for year in (0, 1, 31, 79):
        assert pair.general.factor(year) == table(catalogue, name).factor(year)
        assert pair.table(health=True).factor(year) == table(catalogue, health).factor(year)
    assert pair.general.whole == pair.health.whole == pair.whole
    assert pair.table(health=False) is pair.general


amounts = st.lists(st.integers(-(10**12), 10**12), min_size=40, max_size=40)


@given(amounts, amounts, st.integers(-50, 50))
@settings(max_examples=30, deadline=None)
def test_present_value_is_linear(
    catalogue: Catalogue, these: list[int], those: list[int], times: int
) -> None:
    found = table(catalogue)
    both = [times * this + that for this, that in zip(these, those, strict=True)]

    assert found.present_value(both) == times * found.present_value(these) + found.present_value(
        those
    )


@given(st.integers(0, 200), st.integers(0, 200))
@settings(max_examples=30, deadline=None)
def test_a_level_stream_is_worth_the_sum_of_its_factors(
    catalogue: Catalogue, first: int, length: int
) -> None:
    found = table(catalogue)
    last = min(first + length, 309)
    stream = [0] * first + [1] * (last - first + 1)

    assert Fraction(found.weight(first, last), found.whole) == found.present_value(stream)
    assert found.weight(last + 1, last) == 0


@given(st.lists(st.floats(0.01, 20), min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_factors_fall_year_by_year_at_any_rates_above_nought(each: list[float]) -> None:
    bands = [
        Band(first=10 * place, last=10 * place + 9, rate=rate) for place, rate in enumerate(each)
    ]
    found = discounting(schedule(*bands), schedule(*bands), 10 * len(bands)).general
    factors = [found.factor(year) for year in range(found.horizon)]

    assert factors[0] == 1
    assert all(0 < later < earlier for earlier, later in pairwise(factors))
