"""A scale is known however it is written, and holds what can stand on it."""

from pathlib import Path

import pytest
from tests.catalogue.conftest import Write

from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.catalogue.measure_scales import scale_called, scale_key
from appraiser.domain.problem import Problem
from appraiser.domain.sources import Standing
from appraiser.domain.terms import MeasureKind

ENGAGEMENT = MeasureKind.ENGAGEMENT


def called(catalogue: Catalogue, kind: MeasureKind, text: str) -> str:
    found = scale_called(catalogue.measure_scales.values(), kind, text)
    return found.id if found else ""


@pytest.mark.parametrize("text", ["1 to 5", "1-5", "1 \u2013 5", " 1 TO 5. ", "Scale of 1 to 5"])
def test_a_scale_is_known_however_it_is_written(catalogue: Catalogue, text: str) -> None:
    assert called(catalogue, ENGAGEMENT, text) == "engagement-1-5"


@pytest.mark.parametrize(
    ("kind", "text", "scale"),
    [
        (ENGAGEMENT, "All trusts in England, 0 to 10", "engagement-0-10"),
        (ENGAGEMENT, "All trusts in England, 2014", ""),
        (MeasureKind.SICKNESS, "%", "sickness-days"),
        (MeasureKind.SICKNESS, "Percentage", "sickness-days"),
        (MeasureKind.SICKNESS, "3% of something", ""),
        (MeasureKind.FRIENDS_AND_FAMILY, "per cent", "friends-and-family-percent"),
        (MeasureKind.FRIENDS_AND_FAMILY, "-100 to 100", "friends-and-family-net-promoter"),
        (MeasureKind.RECOVERED_VAT, "£ million a year, 2014-15", "vat-millions"),
        (MeasureKind.OTHER, "1 to 5", ""),
        (ENGAGEMENT, "", ""),
    ],
)
def test_a_scale_is_that_of_the_kind_of_measure(
    catalogue: Catalogue, kind: MeasureKind, text: str, scale: str
) -> None:
    assert called(catalogue, kind, text) == scale


def test_other_dashes_and_spaces_make_no_other_scale() -> None:
    assert scale_key("0\u201310") == scale_key("0 to 10") == "0-10"
    assert scale_key("Per cent of days") == scale_key("percent  of days") == "% of days"
    assert scale_key("1 to 5") != scale_key("0 to 10")


def test_a_scale_holds_what_can_stand_on_it(catalogue: Catalogue) -> None:
    scales = catalogue.measure_scales
    assert scales["engagement-1-5"].holds(3.71)
    assert not scales["engagement-1-5"].holds(7.1)
    assert not scales["engagement-1-5"].holds(0.5)
    assert scales["turnover-headcount"].holds(130)
    assert scales["cqc-four-levels"].holds(3)


def test_the_friends_and_family_test_is_kept_within_a_trust_on_a_published_study(
    catalogue: Catalogue,
) -> None:
    kept = [each for each in catalogue.measure_scales.values() if each.not_between is not None]
    assert {each.kind for each in kept} == {MeasureKind.FRIENDS_AND_FAMILY}
    assert all(each.not_between.standing is Standing.PUBLISHED for each in kept)


def test_no_two_scales_of_a_kind_are_written_alike(catalogue: Catalogue) -> None:
    scales = list(catalogue.measure_scales.values())
    for at, one in enumerate(scales):
        for other in scales[at + 1 :]:
            assert one.kind is not other.kind or not one.keys & other.keys, (one.id, other.id)


def test_a_scale_that_holds_nothing_is_refused(own: Path, write: Write) -> None:
    write(
        "measure_scales.toml",
        '[[scale]]\nid = "ours"\nname = "Ours"\nkind = "other"\nlow = 5\nhigh = 5\n'
        'use = { text = "So.", standing = "judgement" }\n',
    )
    with pytest.raises(Problem, match="it ends at 5, not above 5 where it begins"):
        load_catalogue(own=own)
