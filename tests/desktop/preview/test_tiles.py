"""A sheet is drawn in parts no larger than a moment takes, and not too many are kept."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

from appraiser.desktop.preview.document import Pixels
from appraiser.desktop.preview.tiles import LONGEST, Tile, TileStore, tiles_of

SIDES = st.integers(1, 9000)


def tile(page: int, side: int = 10, edition: int = 1, left: int = 0) -> Tile:
    return Tile(edition, page, Pixels(side, side, left, 0, side, side))


def drawn() -> QImage:
    return QImage(1, 1, QImage.Format.Format_RGB32)


@given(width=SIDES, height=SIDES)
def test_the_parts_of_a_page_make_up_all_of_it(width, height):
    found = list(tiles_of(1, 0, QSize(width, height), QRect(0, 0, width, height)))
    assert sum(each.rect.width() * each.rect.height() for each in found) == width * height
    assert all(QRect(0, 0, width, height).contains(each.rect) for each in found)
    assert max(max(each.part.width, each.part.height) for each in found) <= LONGEST
    assert {each.part[:2] for each in found} == {(width, height)}


@given(
    width=SIDES,
    height=SIDES,
    left=SIDES,
    top=SIDES,
    across=st.integers(1, 900),
    down=st.integers(1, 900),
)
def test_just_the_parts_in_view_are_given(width, height, left, top, across, down):
    whole = QRect(0, 0, width, height)
    view = QRect(left, top, across, down).intersected(whole)
    every = tiles_of(1, 0, whole.size(), whole)
    if not view.isEmpty():
        found = list(tiles_of(1, 0, whole.size(), view))
        assert found == [each for each in every if each.rect.intersects(view)]


def test_an_ordinary_page_at_its_own_size_is_one_part():
    assert len(list(tiles_of(1, 0, QSize(794, 1123), QRect(0, 0, 794, 1123)))) == 1


def test_what_was_not_looked_at_longest_goes_first():
    store = TileStore(300)
    for page in range(3):
        store.put(tile(page), drawn())
    assert store.get(tile(0)) is not None
    store.put(tile(3), drawn())
    assert [page for page in range(4) if tile(page) in store] == [0, 2, 3]
    assert store.pixels == 300
    assert store.get(tile(1)) is None


def test_one_that_is_larger_than_all_the_room_is_kept_alone():
    store = TileStore(50)
    store.put(tile(0), drawn())
    store.put(tile(1), drawn())
    assert tile(1) in store
    assert store.pixels == 100


def test_drawing_a_part_again_takes_no_more_room():
    store = TileStore(1000)
    store.put(tile(0), drawn())
    again = drawn()
    store.put(tile(0), again)
    assert store.pixels == 100
    assert store.get(tile(0)) is again


def test_all_that_was_drawn_of_a_page_is_known_until_it_is_forgotten():
    store = TileStore(1000)
    first, second, other = tile(0), tile(0, side=12, edition=2), tile(1)
    for each in (first, second, other):
        store.put(each, drawn())
    assert [each for each, _ in store.of_page(0)] == [first, second]
    store.forget(0)
    assert store.of_page(0) == ()
    assert store.pixels == 100
    store.forget(7)
    assert other in store
