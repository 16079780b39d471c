"""Schedules of discount rates and uplifts of optimism bias refuse what means nothing."""

from pathlib import Path

import pytest
from tests.catalogue.conftest import Write

from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.domain.problem import Problem

SCHEDULE = """[[schedule]]
id = "ours"
name = "Our own rates"
use = {{ text = "As our board asks.", standing = "trust-record" }}
bands = [{bands}]
"""
BIAS = """[[bias]]
id = "ours"
name = "Our own record"
cost = {cost}
basis = {{ text = "Ten schemes.", standing = "trust-record" }}
"""


def test_gains_in_health_go_with_the_standard_schedule_alone(catalogue: Catalogue) -> None:
    """The review of 2026 has no rate of its own for health (method.md 2.3, discount.toml)."""
    assert {each.id: each.for_health for each in catalogue.schedules.values()} == {
        "standard": "health",
        "health": "",
        "long-horizon-sensitivity": "",
        "review-2026": "",
    }


def test_one_schedule_is_meant_for_more_than_fifty_years(catalogue: Catalogue) -> None:
    assert {each.id: each.longer_than for each in catalogue.schedules.values()} == {
        "standard": None,
        "health": None,
        "long-horizon-sensitivity": 50,
        "review-2026": None,
    }


def test_a_trust_may_add_a_schedule_that_names_one_for_health(own: Path, write: Write) -> None:
    bands = "{ first = 0, last = 9, rate = 4 }, { first = 10, rate = 3 }"
    write("discount.toml", SCHEDULE.format(bands=bands) + 'for_health = "health"\n')
    schedule = load_catalogue(own=own).schedule("ours")

    assert (schedule.rate(9), schedule.rate(10)) == (4, 3)


def test_a_schedule_for_health_that_is_not_there_is_named(own: Path, write: Write) -> None:
    bands = "{ first = 0, rate = 4 }"
    write("discount.toml", SCHEDULE.format(bands=bands) + 'for_health = "helth"\n')
    with pytest.raises(Problem, match='no schedule called "helth"; did you mean "health"') as said:
        load_catalogue(own=own)

    assert said.value.place == "our-additions/discount.toml, ours, for_health"


@pytest.mark.parametrize(
    ("bands", "said"),
    [
        ("{ first = 0, rate = nan }", "a discount rate of nan per cent means nothing"),
        ("{ first = 0, rate = inf }", "a discount rate of inf per cent means nothing"),
        ("{ first = 0, rate = -100 }", "a discount rate of -100 per cent means nothing"),
        ("{ first = 0, last = -1, rate = 3 }", "the band that begins at year 0 ends before"),
        ("{ first = 1, rate = 3 }", "the band that begins at year 1 should follow 0"),
        (
            "{ first = 0, last = 9, rate = 3 }, { first = 11, rate = 2 }",
            "the band that begins at year 11 should follow 10",
        ),
    ],
)
def test_bands_that_mean_nothing_are_refused(
    own: Path, write: Write, bands: str, said: str
) -> None:
    write("discount.toml", SCHEDULE.format(bands=bands))
    with pytest.raises(Problem, match=said):
        load_catalogue(own=own)


@pytest.mark.parametrize("cost", ["nan", "inf", "-1"])
def test_an_uplift_that_means_nothing_is_refused(own: Path, write: Write, cost: str) -> None:
    write("optimism.toml", BIAS.format(cost=cost))
    with pytest.raises(Problem, match=f"an uplift of {cost} per cent means nothing"):
        load_catalogue(own=own)


def test_a_duration_that_means_nothing_is_refused(own: Path, write: Write) -> None:
    write("optimism.toml", BIAS.format(cost="12\nduration = nan"))
    with pytest.raises(Problem, match="an uplift of nan per cent means nothing"):
        load_catalogue(own=own)
