"""Paragraphs are pointed at and chosen on the page, links are followed, and words are copied."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from tests.desktop.preview.papers import (
    LEFT,
    LINE,
    TOP,
    linked,
    numbered,
    paper,
    places,
    with_a_lost_page,
)
from tests.desktop.preview.watching import click, drag, drawn, hover, point, seen_colours

from appraiser.desktop.preview.place import Place
from appraiser.desktop.theme.tokens import LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing")  # as menus do

HAND = Qt.CursorShape.PointingHandCursor


@pytest.fixture
def view(with_paper, qtbot):
    """Show three pages with three paragraphs each; note what is chosen."""
    made = with_paper(numbered(3, "second", "third"), places(3, pages=3))
    qtbot.waitUntil(drawn(made))
    made.told = []
    made.chosen.connect(made.told.append)
    return made


def menu_of(paper_view) -> QMenu:
    return paper_view.findChildren(QMenu)[-1]


def ask_for_menu(paper_view, at: QPoint, reason=QContextMenuEvent.Reason.Mouse) -> list[str]:
    around = paper_view.viewport().mapToGlobal(at)
    target = paper_view if reason is QContextMenuEvent.Reason.Keyboard else paper_view.viewport()
    QApplication.sendEvent(target, QContextMenuEvent(reason, at, around))
    menu = menu_of(paper_view)
    said = [each.text() for each in menu.actions() if each.text()]
    menu.close()
    return said


def test_a_click_on_a_paragraph_chooses_it(view):
    click(view.paper, point(view.paper, 0, LEFT + 20, TOP + LINE - 3))
    assert view.told == [Place("0.1", "Paragraph 1.2", 0, TOP - 12 + LINE)]


def test_a_click_beside_the_sheet_or_on_its_head_chooses_nothing(view):
    click(view.paper, QPoint(3, 200))
    click(view.paper, point(view.paper, 0, LEFT, 20))
    assert view.told == []


def test_another_button_chooses_nothing(view):
    at = point(view.paper, 0, LEFT + 20, TOP)
    QTest.mouseClick(view.paper.viewport(), Qt.MouseButton.MiddleButton, pos=at)
    assert view.told == []


def test_a_hand_and_a_bar_show_what_a_click_would_choose(view):
    hover(view.paper, QPoint(3, 200))
    assert view.paper.viewport().cursor().shape() is not HAND
    assert LIGHT.accent not in seen_colours(view.paper)
    hover(view.paper, point(view.paper, 0, LEFT + 20, TOP + LINE))
    assert view.paper.viewport().cursor().shape() is HAND
    assert LIGHT.accent in seen_colours(view.paper)
    QApplication.sendEvent(view.paper.viewport(), QEvent(QEvent.Type.Leave))
    assert LIGHT.accent not in seen_colours(view.paper)


def test_a_tip_says_what_a_click_does(view, qtbot):
    at = point(view.paper, 0, LEFT + 20, TOP + LINE)
    around = view.paper.viewport().mapToGlobal(at)
    QApplication.sendEvent(view.paper.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, around))
    assert QToolTip.text() == "<p>Go to where Paragraph 1.2 is made</p>"
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_menu_offers_the_paragraph_it_is_asked_for_on(view):
    said = ask_for_menu(view.paper, point(view.paper, 0, LEFT, TOP + 2 * LINE))
    assert said == ["Go to where Paragraph 1.3 is made", "Copy", "Select all"]
    assert ask_for_menu(view.paper, QPoint(3, 200)) == ["Copy", "Select all"]


def test_the_menu_key_offers_the_paragraph_in_view_and_choosing_it_tells(view):
    key = QContextMenuEvent.Reason.Keyboard
    assert ask_for_menu(view.paper, QPoint(0, 0), key)[0] == "Go to where Paragraph 1.1 is made"
    view.paper.go_to(1, TOP + LINE - 15)
    assert ask_for_menu(view.paper, QPoint(0, 0), key)[0] == "Go to where Paragraph 2.2 is made"
    view.show_place("1.2")
    assert ask_for_menu(view.paper, QPoint(0, 0), key)[0] == "Go to where Paragraph 2.3 is made"
    menu = view.paper.menu_for(view.paper.place_here)
    menu.actions()[0].trigger()
    assert [each.key for each in view.told] == ["1.2"]
    menu.close()


def test_a_long_paragraph_is_the_one_in_view_where_none_begins(with_paper):
    view = with_paper(numbered(9), places(1))
    view.paper.go_to(6)
    assert view.paper.place_here.key == "0.0"


def test_a_paper_without_places_has_nothing_to_choose(with_paper):
    view = with_paper(numbered(2))
    assert view.paper.place_here is None
    click(view.paper, point(view.paper, 0, LEFT, TOP))
    assert ask_for_menu(view.paper, QPoint(100, 100)) == ["Copy", "Select all"]


def test_a_link_leads_on_within_the_paper_and_back(with_paper, qtbot):
    view = with_paper(linked(), places(1, pages=2))
    told = []
    view.chosen.connect(told.append)
    qtbot.waitUntil(lambda: view.paper.next_links() is None)
    start, at = view.paper.corner, point(view.paper, 0, LEFT + 10, TOP)
    hover(view.paper, at)
    assert view.paper.viewport().cursor().shape() is HAND
    around = view.paper.viewport().mapToGlobal(at)
    QApplication.sendEvent(view.paper.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, around))
    assert QToolTip.text() == "<p>Go to page 2</p>"
    QToolTip.hideText()
    click(view.paper, at)
    assert view.paper.page == 1
    assert told == []
    QTest.keyClick(view.paper, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.paper.corner == start
    QTest.keyClick(view.paper, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_way_back_from_a_link_is_found_at_another_size_too(with_paper, qtbot):
    view = with_paper(linked())
    qtbot.waitUntil(lambda: view.paper.next_links() is None)
    view.paper.verticalScrollBar().setValue(40)
    before = view.paper.sheets.spot(view.paper.corner)
    click(view.paper, point(view.paper, 0, LEFT + 10, TOP))
    view.paper.set_zoom(1.5)
    view.paper.go_back()
    again = view.paper.sheets.spot(view.paper.corner)
    assert again.page == 0
    assert again.down == pytest.approx(before.down, abs=0.01)


def test_a_marked_paragraph_stays_marked_in_another_edition(view, with_paper):
    view.show_place("1.1")
    view.paper.go_to(1)
    with_paper(numbered(4, "new", "second", "third"), places(3, pages=4))
    assert view.paper.place_here.key == "1.1"
    with_paper(numbered(4), places(1, pages=4))
    assert view.paper.place_here.key == "1.0"


def test_words_are_selected_by_dragging_and_copied(view, qtbot):
    sheets = view.paper
    drag(
        sheets,
        point(sheets, 0, LEFT + 1, TOP - 4),
        point(sheets, 0, LEFT + 60, TOP - 4),
        point(sheets, 0, LEFT + 200, TOP + LINE - 4),  # nearer to the line above, but beside it
    )
    assert view.told == []
    sheets.setFocus()
    QTest.keyClick(sheets, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    assert QGuiApplication.clipboard().text() == "This is page 1\nsecond"
    qtbot.waitUntil(lambda: sheets.next_selected() is None)
    first, second = sheets.selecting.boxes(0)
    assert first.width > second.width
    click(sheets, point(sheets, 0, LEFT + 20, TOP))
    assert sheets.selecting.selection is None
    assert view.told == []
    assert sheets.selecting.boxes(0) == ()


def test_a_selection_runs_over_pages_and_backwards(view, qtbot):
    sheets = view.paper
    sheets.set_zoom(0.5)
    drag(
        sheets,
        point(sheets, 1, LEFT + 70, TOP - 4),
        point(sheets, 0, LEFT + 90, TOP + 2 * LINE - 4),
        point(sheets, 0, LEFT + 1, TOP + 2 * LINE - 4),
    )
    sheets.copy()
    qtbot.waitUntil(lambda: "page 2" in QGuiApplication.clipboard().text())
    assert QGuiApplication.clipboard().text() == "third\nThis is page 2"


def test_dragging_beyond_the_view_scrolls_on(view):
    sheets = view.paper
    below = QPoint(200, sheets.viewport().height() + 80)
    drag(sheets, point(sheets, 0, LEFT + 1, TOP - 4), below, below)
    assert sheets.corner.y() == 160


def test_dragging_from_where_no_words_are_selects_nothing(view):
    sheets = view.paper
    drag(sheets, point(sheets, 0, 20, 600), point(sheets, 0, 400, TOP))
    assert sheets.selecting.selection is None
    assert view.told == []


def test_all_is_selected_and_copied_page_by_page(with_paper, qtbot):
    view = with_paper(with_a_lost_page())
    view.paper.setFocus()
    QTest.keyClick(view.paper, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view.paper.copy()
    view.paper.copy()
    qtbot.waitUntil(lambda: "page 3" in QGuiApplication.clipboard().text())
    assert QGuiApplication.clipboard().text() == "This is page 1\n\nThis is page 3"
    view.paper.go_to(1)
    qtbot.waitUntil(lambda: view.paper.next_selected() is None)
    assert view.paper.selecting.boxes(1) == ()


def test_pointing_at_a_page_that_is_lost_does_nothing(with_paper, qtbot):
    view = with_paper(with_a_lost_page())
    view.paper.go_to(1)
    qtbot.waitUntil(lambda: view.paper.next_links() is None)
    drag(view.paper, point(view.paper, 1, LEFT, TOP), point(view.paper, 1, LEFT + 60, TOP))
    assert view.paper.selecting.selection is None


def test_copying_without_a_selection_or_a_paper_leaves_the_clipboard(preview, with_paper):
    QGuiApplication.clipboard().setText("mine")
    preview.paper.copy()
    preview.paper.select_all()
    preview.paper.go_back()
    with_paper(paper([["words"]])).paper.copy()
    assert preview.paper.next_copy() is None
    assert QGuiApplication.clipboard().text() == "mine"
