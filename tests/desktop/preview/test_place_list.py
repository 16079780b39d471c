"""The paragraphs are a list that a screen reader can go through, narrowed down by the search."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from tests.desktop.preview.conftest import tip_of
from tests.desktop.preview.papers import numbered, paper, places
from tests.desktop.preview.watching import seen_colours

from appraiser.desktop.preview.place import Place
from appraiser.desktop.preview.place_list import PlaceModel, two_lines
from appraiser.desktop.preview.side_panel import PARAGRAPHS
from appraiser.desktop.theme.tokens import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing")  # as menus do

Key = Qt.Key


@pytest.fixture
def view(with_paper):
    """Show three pages with three paragraphs each, and the list of them."""
    made = with_paper(numbered(3, "the second", "the third"), places(3, pages=3))
    made.side.show_section(PARAGRAPHS)
    made.told = []
    made.chosen.connect(made.told.append)
    return made


def listed(view) -> list[str]:
    model = view.side.paragraphs.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def search(view, qtbot, words: str) -> None:
    view.side.search.line.setText(words)
    view.side.search.step(onward=True)
    qtbot.waitUntil(lambda: not view.finder.is_looking)
    qtbot.waitUntil(lambda: not view.side._soon.isActive())


def notes(view) -> list[str]:
    return [each.text() for each in view.side.findChildren(QLabel) if each.isVisible()]


def test_the_model_keeps_to_the_rules(app, qtmodeltester):
    owner = QWidget()
    model = PlaceModel(tip_of, owner)
    assert not model.show_places([])
    assert model.show_places(places(2))
    assert not model.show_places(places(2))
    qtmodeltester.check(model, force_py=False)
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0
    owner.deleteLater()


def test_every_paragraph_is_heard_with_its_page_and_what_choosing_it_does(view):
    assert listed(view) == [f"Paragraph {page}.{at}" for page in (1, 2, 3) for at in (1, 2, 3)]
    interface = QAccessible.queryAccessibleInterface(view.side.paragraphs)
    assert interface.text(QAccessible.Text.Name) == "Paragraphs"
    assert interface.child(3).text(QAccessible.Text.Name) == "Paragraph 2.1"
    row = view.side.paragraphs.model().index(3)
    said = "Page 2. Go to where Paragraph 2.1 is made"
    assert row.data(Qt.ItemDataRole.AccessibleDescriptionRole) == said
    assert said in row.data(Qt.ItemDataRole.ToolTipRole)


def test_coming_to_it_begins_at_the_paragraph_in_view_and_moves_nothing(view):
    view.paper.go_to(1, places(3, pages=3)[4].top + 20)
    before = view.paper.corner
    view.side.paragraphs.setFocus()
    assert view.side.paragraphs.place.key == "1.2"
    assert view.paper.corner == before


def test_moving_along_it_shows_the_paragraph_on_its_page(view):
    view.side.paragraphs.setFocus()
    for _ in range(4):
        QTest.keyClick(view.side.paragraphs, Key.Key_Down)
    assert view.paper.page == 1
    assert view.paper.place_here.key == "1.1"
    assert LIGHT.accent in seen_colours(view.paper)
    assert view.told == []


def test_enter_chooses(view):
    view.side.paragraphs.setFocus()
    for key in (Key.Key_Return, Key.Key_Enter):
        QTest.keyClick(view.side.paragraphs, key)
    assert view.told == [places(1)[0]] * 2


def test_enter_in_an_empty_list_chooses_nothing(with_paper):
    view = with_paper(numbered(1))
    view.side.show_section(PARAGRAPHS)
    view.chosen.connect(pytest.fail)
    view.side.paragraphs.setFocus()
    QTest.keyClick(view.side.paragraphs, Key.Key_Return)
    assert view.side.paragraphs.place is None


def test_a_click_shows_and_a_double_click_chooses(view):
    paragraphs = view.side.paragraphs
    at = paragraphs.visualRect(paragraphs.model().index(3)).center()
    QTest.mouseClick(paragraphs.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (view.paper.page, view.told) == (1, [])
    view.paper.go_to(0)
    QTest.mouseClick(paragraphs.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.paper.page == 1
    QTest.mouseDClick(paragraphs.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [each.key for each in view.told] == ["1.0"]


@pytest.mark.parametrize("reason", ["Keyboard", "Mouse"])
def test_the_menu_offers_what_can_be_done(view, reason):
    paragraphs = view.side.paragraphs
    paragraphs.setCurrentIndex(paragraphs.model().index(1))
    at = paragraphs.visualRect(paragraphs.model().index(1)).center()
    wanted = QContextMenuEvent.Reason[reason]
    event = QContextMenuEvent(wanted, at, paragraphs.viewport().mapToGlobal(at))
    QApplication.sendEvent(paragraphs.viewport(), event)
    menu = view.paper.findChildren(QMenu)[-1]
    assert menu.actions()[0].text() == "Go to where Paragraph 1.2 is made"
    menu.actions()[0].trigger()
    assert [each.key for each in view.told] == ["0.1"]
    menu.close()


def test_no_menu_comes_up_beside_the_rows(view):
    paragraphs = view.side.paragraphs
    below = QPoint(20, paragraphs.viewport().height() - 2)
    around = paragraphs.viewport().mapToGlobal(below)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, below, around)
    QApplication.sendEvent(paragraphs.viewport(), event)
    assert view.paper.findChildren(QMenu) == []


def test_the_search_leaves_those_that_have_the_words_in_name_or_on_the_page(view, qtbot):
    search(view, qtbot, "the second")
    assert listed(view) == ["Paragraph 1.2", "Paragraph 2.2", "Paragraph 3.2"]
    assert '3 of 9 have "the second"' in notes(view)
    search(view, qtbot, "paragraph 2")
    assert listed(view) == ["Paragraph 2.1", "Paragraph 2.2", "Paragraph 2.3"]
    search(view, qtbot, "hovercraft")
    assert listed(view) == []
    assert '0 of 9 have "hovercraft"' in notes(view)
    view.side.search.line.clear()
    qtbot.waitUntil(lambda: len(listed(view)) == 9)
    assert not any("have" in each for each in notes(view))


def test_the_list_stays_at_its_paragraph_while_it_is_listed(view, qtbot):
    paragraphs = view.side.paragraphs
    paragraphs.setCurrentIndex(paragraphs.model().index(4))
    search(view, qtbot, "the second")
    assert paragraphs.place.key == "1.1"
    search(view, qtbot, "the third")
    assert paragraphs.place is None
    view.side.search.line.clear()
    qtbot.waitUntil(lambda: paragraphs.place is not None)
    assert paragraphs.place.key == "1.1"


def test_a_place_outside_the_paper_is_left_out(with_paper):
    view = with_paper(numbered(2), places(1, pages=4))
    assert listed(view) == ["Paragraph 1.1", "Paragraph 2.1"]
    assert not view.show_place("3.0")


def test_how_many_there_are_stands_by_the_name_of_the_list(view, with_paper):
    assert "Paragraphs 9" in view.side._sections._group.buttons()[1].text()
    with_paper(numbered(1), places(2))
    assert view.side._sections._group.buttons()[1].accessibleName() == "Section: Paragraphs 2"


def test_long_words_take_two_lines_and_end_in_an_ellipsis(app):
    font = QFont()
    said = "A paragraph with rather many words that go on and on and on to no end whatever"
    first, second = two_lines(said, font, 160)
    assert said.startswith(first)
    assert second.endswith("…")
    for line in (first.rstrip(), second):
        assert QFontMetrics(font).horizontalAdvance(line) <= 160
    assert two_lines("Short", font, 160) == ("Short", "")


def test_it_is_painted_in_the_colours_of_the_theme(with_paper, qtbot):
    long = [Place("1", "Words\nover lines & more " * 30, 0, 100.0), Place("2", "Short", 0, 200.0)]
    view = with_paper(paper([["words"]]), long)
    view.side.show_section(PARAGRAPHS)
    paragraphs = view.side.paragraphs
    paragraphs.setFocus()
    paragraphs.setCurrentIndex(paragraphs.model().index(0))
    before = paragraphs.viewport().grab().toImage()
    assert before.pixelColor(1, 20).name() == LIGHT.accent
    view.set_tokens(DARK)
    after = paragraphs.viewport().grab().toImage()
    assert after.pixelColor(1, 20).name() == DARK.accent
