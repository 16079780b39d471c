"""Sheets stand one under another, in the middle, and spots are found again at another size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from appraiser.desktop.preview.document import PageSize
from appraiser.desktop.preview.sheets import EDGE, GAP, Sheets, Spot

SIZES = (PageSize(600, 800), PageSize(800, 600), PageSize(300, 400))
SHEETS = Sheets(SIZES, 0.5, 500)
MANY = Sheets([PageSize(600, 800)] * 1000, 1.0, 700)


def test_they_stand_one_under_another_in_the_middle():
    assert [SHEETS.rect(page) for page in range(3)] == [
        QRect(100, GAP, 300, 400),
        QRect(50, GAP + 400 + GAP, 400, 300),
        QRect(175, GAP + 400 + GAP + 300 + GAP, 150, 200),
    ]
    assert (SHEETS.width, SHEETS.height) == (500, 900 + 4 * GAP)


def test_the_ground_is_as_wide_as_the_widest_sheet_needs():
    assert Sheets(SIZES, 1.0, 500).width == 800 + 2 * EDGE


@pytest.mark.parametrize(
    ("top", "bottom", "pages"),
    [
        (0, GAP, []),
        (0, GAP + 1, [0]),
        (GAP + 399, GAP + 400, [0]),
        (GAP + 400, GAP + 400 + GAP, []),
        (300, 500, [0, 1]),
        (0, 5000, [0, 1, 2]),
        (5000, 6000, []),
    ],
)
def test_the_pages_between_two_heights_are_those_with_a_sheet_there(top, bottom, pages):
    assert list(SHEETS.pages_between(top, bottom)) == pages


@given(top=st.integers(-50, 820_000), height=st.integers(1, 3_000))
def test_among_many_pages_just_those_between_are_given(top, height):
    found = MANY.pages_between(top, top + height)
    wanted = QRect(0, top, 10_000, height)
    near = range(max(0, top // 814 - 3), min(1000, (top + height) // 814 + 3))
    assert list(found) == [page for page in near if MANY.rect(page).intersects(wanted)]


def test_a_point_is_on_a_page_or_beside_it():
    assert SHEETS.page_at(QPoint(250, 100)) == 0
    assert SHEETS.page_at(QPoint(60, 100)) is None
    assert SHEETS.page_at(QPoint(60, 500)) == 1
    assert SHEETS.page_at(QPoint(250, GAP + 400 + 2)) is None


@given(across=st.integers(0, 499), down=st.integers(0, 950), scale=st.floats(0.1, 6.0))
def test_a_spot_is_found_again_at_another_size(across, down, scale):
    spot = SHEETS.spot(QPoint(across, down))
    other = Sheets(SIZES, scale, 500)
    again = other.spot(other.point(spot))
    rect = other.rect(spot.page)
    if 0 <= spot.down < 1:
        assert again.page == spot.page
        assert abs(again.down - spot.down) * rect.height() <= 1
        assert abs(again.across - spot.across) * rect.width() <= 1
    same = SHEETS.point(spot)
    assert (same.x(), same.y()) == (across, down)


def test_a_paper_without_pages_takes_no_room():
    none = Sheets((), 1.0, 300)
    assert (len(none), none.width, none.height) == (0, 300, GAP)
    assert list(none.pages_between(0, 100)) == []
    assert none.page_at(QPoint(5, 5)) is None


def test_even_a_tiny_page_has_a_sheet():
    assert Sheets([PageSize(1, 1)], 0.1, 100).rect(0).size().isEmpty() is False
    assert Spot(0, 0.5, 0.5) is not None
