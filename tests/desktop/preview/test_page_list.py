"""The pages are a list of small pictures, drawn as they come into view."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.desktop.preview.papers import numbered, striped, with_a_lost_page
from tests.desktop.preview.watching import drawn

from appraiser.desktop.preview.page_list import MOST_PIXELS, PageModel
from appraiser.desktop.theme.tokens import DARK

Key = Qt.Key


def pictured(pages) -> list[int]:
    return [page for page in range(pages.model().rowCount()) if pages.picture(page) is not None]


def test_the_model_keeps_to_the_rules_as_pages_come_and_go(app, qtmodeltester):
    owner = QWidget()
    model = PageModel(owner)
    for count in (0, 5, 5, 12, 3, 0):
        model.show_count(count)
        qtmodeltester.check(model, force_py=False)
        assert model.rowCount() == count
    model.show_count(2)
    index = model.index(1)
    assert index.data() == "2"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Page 2 of 2"
    assert model.data(QModelIndex()) is None
    assert model.rowCount(index) == 0
    owner.deleteLater()


def test_only_the_pages_in_view_are_pictured(with_paper, qtbot):
    view = with_paper(striped(1000))
    pages = view.side.pages
    qtbot.waitUntil(drawn(view))
    assert 2 < len(pictured(pages)) < 8
    pages.scrollToBottom()
    qtbot.waitUntil(lambda: pages.picture(999) is not None)
    assert pages.picture(500) is None
    assert pages._store.most_pixels == MOST_PIXELS


def test_a_picture_shows_the_page(with_paper, qtbot):
    view = with_paper(striped(2))
    qtbot.waitUntil(drawn(view))
    image = view.side.pages.picture(0)
    assert image.pixelColor(image.width() // 2, 10).name() == "#000000"
    assert image.pixelColor(image.width() // 2, image.height() - 10).name() == "#ffffff"
    grabbed = view.side.pages.viewport().grab().toImage()
    middle = view.side.pages.visualRect(view.side.pages.model().index(0)).center()
    assert grabbed.pixelColor(middle.x(), 40).name() == "#000000"


def test_moving_along_it_goes_to_the_page(with_paper):
    view = with_paper(numbered(9))
    pages = view.side.pages
    pages.setFocus()
    QTest.keyClick(pages, Key.Key_Down)
    assert view.paper.page == 1
    QTest.keyClick(pages, Key.Key_End)
    assert view.paper.page == 8


def test_it_marks_the_page_that_is_looked_at(with_paper):
    view = with_paper(numbered(9))
    view.paper.go_to(6)
    pages = view.side.pages
    assert pages.currentIndex().row() == 6
    assert pages.viewport().rect().intersects(pages.visualRect(pages.currentIndex()))


def test_a_click_on_the_page_that_is_looked_at_goes_to_its_top(with_paper):
    view = with_paper(numbered(9))
    view.paper.go_to(0, 300)
    pages = view.side.pages
    at = pages.visualRect(pages.model().index(0)).center()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.paper.corner.y() == 0


def test_another_edition_is_pictured_anew_and_the_old_picture_stands_in(with_paper, qtbot):
    view = with_paper(numbered(3))
    pages = view.side.pages
    qtbot.waitUntil(drawn(view))
    before = pages.picture(0)
    with_paper(striped(2))
    assert pages.picture(0) is not None
    qtbot.waitUntil(drawn(view))
    assert pages.picture(0) != before
    assert pages.model().rowCount() == 2


def test_a_page_that_is_lost_stays_blank(with_paper, qtbot):
    view = with_paper(with_a_lost_page())
    qtbot.waitUntil(drawn(view))
    assert pictured(view.side.pages) == [0, 2]


@pytest.mark.parametrize("other", [DARK], ids=["dark"])
def test_it_takes_other_colours(with_paper, qtbot, other):
    view = with_paper(numbered(2))
    qtbot.waitUntil(drawn(view))
    before = view.side.pages.viewport().grab().toImage()
    view.set_tokens(other)
    assert view.side.pages.viewport().grab().toImage() != before
