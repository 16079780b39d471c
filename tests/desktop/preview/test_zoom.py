"""Zooming goes up and down in steps that people know, or follows the room."""

import pytest
from PySide6.QtCore import QSize

from appraiser.desktop.preview.document import PageSize
from appraiser.desktop.preview.sheets import EDGE, GAP
from appraiser.desktop.preview.zoom import STEPS, Fit, share_of, stepped, words_for

A4 = [PageSize(600.0, 840.0)]  # 800 x 1120 pixels at 100%


@pytest.mark.parametrize(
    ("share", "larger", "smaller"),
    [(1.0, 1.1, 0.9), (0.87, 0.9, 0.75), (0.9001, 1.0, 0.75), (5.0, 5.0, 4.0), (0.1, 0.25, 0.25)],
)
def test_the_next_step_is_the_nearest_one_beyond(share, larger, smaller):
    assert stepped(share, larger=True) == larger
    assert stepped(share, larger=False) == smaller


def test_a_share_is_kept_whatever_the_room():
    assert share_of(1.5, A4, QSize(10, 10)) == 1.5


def test_the_width_or_the_whole_page_fits_the_room():
    room = QSize(400 + 2 * EDGE, 280 + 2 * GAP)
    assert share_of(Fit.WIDTH, A4, room) == pytest.approx(0.5)
    assert share_of(Fit.PAGE, A4, room) == pytest.approx(0.25)
    wide = [*A4, PageSize(1200.0, 600.0)]
    assert share_of(Fit.WIDTH, wide, room) == pytest.approx(0.25)


@pytest.mark.parametrize("fit", Fit)
def test_no_room_and_all_the_room_there_is_have_a_size_too(fit):
    assert 0 < share_of(fit, A4, QSize(0, 0)) < STEPS[0]
    assert share_of(fit, A4, QSize(90_000, 90_000)) == STEPS[-1]


def test_they_are_said_as_people_say_them():
    assert [words_for(each) for each in (Fit.WIDTH, Fit.PAGE, 0.67, 1.1)] == [
        *("Fit width", "Fit page", "67%", "110%")
    ]
