"""A point of a page belongs to the paragraph that began last before it."""

from math import inf

import pytest

from appraiser.desktop.preview.place import Place, Places, Stretch

FIRST = Place("1.1", "1.1 A decision is needed", 1, 80.0)
SECOND = Place("1.2", "1.2 If it is put off", 1, 300.0)
THIRD = Place("2", "2 What is recommended", 3, 200.0)
PLACES = Places([THIRD, FIRST, SECOND])


def test_they_go_from_the_first_to_the_last_whatever_their_order():
    assert list(PLACES) == [FIRST, SECOND, THIRD]
    assert len(PLACES) == 3
    assert PLACES[2] == THIRD
    assert [PLACES.row_of(key) for key in ("1.2", "9")] == [1, -1]


@pytest.mark.parametrize(
    ("page", "down", "expected"),
    [
        (0, 400.0, None),
        (1, 60.0, None),
        (1, 80.0, Stretch(FIRST, 1, 80.0, 300.0)),
        (1, 299.0, Stretch(FIRST, 1, 80.0, 300.0)),
        (1, 700.0, Stretch(SECOND, 1, 300.0, inf)),
        (2, 400.0, Stretch(SECOND, 2, 80.0, inf)),
        (3, 150.0, Stretch(SECOND, 3, 80.0, 200.0)),
        (3, 40.0, None),
        (3, 200.0, Stretch(THIRD, 3, 200.0, inf)),
    ],
)
def test_a_paragraph_goes_on_to_the_next_over_the_ends_of_pages(page, down, expected):
    assert PLACES.at(page, down) == expected


def test_a_paper_without_places_has_no_paragraph_anywhere():
    assert Places().at(0, 100.0) is None
    assert list(Places()) == []
