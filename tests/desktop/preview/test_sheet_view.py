"""The sheets are scrolled and zoomed by wheel and keys, and what is looked at stays in place."""

import threading

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.desktop.preview.papers import numbered, striped, with_a_lost_page
from tests.desktop.preview.watching import colour_at, drawn, point, seen_colours

from appraiser.desktop.preview.sheet_view import MOST_PIXELS
from appraiser.desktop.preview.zoom import Fit
from appraiser.desktop.theme.tokens import DARK, LIGHT
from appraiser.pdfium_lock import PDFIUM

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def turn_wheel(paper, at: QPoint, by: int, modifiers=CTRL) -> None:
    place, around = QPointF(at), QPointF(paper.viewport().mapToGlobal(at))
    phase = Qt.ScrollPhase.NoScrollPhase
    none = Qt.MouseButton.NoButton
    turned = QPoint(0, by)
    event = QWheelEvent(place, around, QPoint(), turned, none, modifiers, phase, False)
    QApplication.sendEvent(paper.viewport(), event)


def test_a_page_is_drawn_soon_after_it_comes_into_view(with_paper, qtbot):
    view = with_paper(striped(5))
    qtbot.waitUntil(drawn(view))
    assert colour_at(view.paper, point(view.paper, 0, 300, 200)) == "#000000"
    view.paper.go_to(4)
    assert colour_at(view.paper, point(view.paper, 4, 300, 200)) in {"#000000", LIGHT.card}
    qtbot.waitUntil(drawn(view))
    assert colour_at(view.paper, point(view.paper, 4, 300, 200)) == "#000000"


def test_the_window_waits_for_no_drawing_and_shows_blank_sheets_until_then(with_paper, qtbot):
    view = with_paper(striped(1000))
    qtbot.waitUntil(drawn(view))
    taken, done = threading.Event(), threading.Event()

    def hold_up() -> None:
        with PDFIUM:
            taken.set()
            done.wait(60)

    slow = threading.Thread(target=hold_up)
    slow.start()
    taken.wait()
    try:
        paper = view.paper
        paper.go_to(700)
        paper.set_zoom(2.0)
        view.resize(1000, 650)
        view.side.search.line.setText("words")
        paper.select_all()
        view.show_paper(striped(3))
        assert colour_at(paper, point(paper, 700, 300, 100)) == LIGHT.card
        assert view.bar.number.text() == "Page 701 of 1,000"
    finally:
        done.set()
        slow.join()
    with qtbot.waitSignal(view.shown):
        pass
    qtbot.waitUntil(drawn(view))
    assert view.bar.number.text() == "Page 3 of 3"


def test_what_is_kept_of_a_long_paper_does_not_grow(with_paper, qtbot):
    view = with_paper(numbered(1000))
    store = view.paper._drawing.store
    for page in range(0, 1000, 25):
        view.paper.go_to(page)
        qtbot.waitUntil(drawn(view))
        assert store.pixels <= MOST_PIXELS
    assert store.of_page(0) == ()
    assert store.of_page(975) != ()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_the_sheet_is_white_on_the_ground_of_the_theme(with_paper, qtbot, tokens):
    view = with_paper(numbered(2))
    view.set_tokens(tokens)
    qtbot.waitUntil(drawn(view))
    assert colour_at(view.paper, point(view.paper, 0, 30, 30)) == "#ffffff"
    assert colour_at(view.paper, QPoint(3, 40)) == tokens.ground
    corner = view.paper.sheets.rect(0).topLeft() - view.paper.corner
    assert colour_at(view.paper, corner - QPoint(1, -30)) == tokens.line


def test_a_page_that_cannot_be_drawn_says_so_on_its_sheet(with_paper, qtbot):
    view = with_paper(with_a_lost_page())
    view.paper.set_zoom(Fit.PAGE)
    view.paper.go_to(1)
    qtbot.waitUntil(drawn(view))
    assert LIGHT.bad in seen_colours(view.paper)


def test_zooming_keeps_the_point_under_the_pointer(with_paper):
    paper = with_paper(numbered(9)).paper
    paper.go_to(4)
    at = QPoint(200, 300)
    spot = paper.sheets.spot(at + paper.corner)
    before = paper.share
    turn_wheel(paper, at, 240)
    assert paper.share > 1.1 * before
    again = paper.sheets.point(spot) - paper.corner
    assert (again - at).manhattanLength() <= 2


def test_a_fine_wheel_zooms_once_it_has_turned_a_click(with_paper):
    paper = with_paper(numbered(2)).paper
    paper.set_zoom(1.0)
    for by, zoom in ((50, 1.0), (50, 1.0), (50, 1.1), (-60, 1.1), (-90, 1.0)):
        turn_wheel(paper, QPoint(100, 100), by)
        assert paper.zoom == zoom


def test_the_wheel_alone_scrolls(with_paper):
    paper = with_paper(numbered(3)).paper
    turn_wheel(paper, QPoint(100, 100), -120, Qt.KeyboardModifier.NoModifier)
    assert paper.corner.y() > 0
    assert paper.zoom is Fit.WIDTH


def test_the_width_fits_at_any_width_and_the_top_stays_in_view(with_paper, qtbot):
    view = with_paper(numbered(9))
    view.paper.go_to(5)
    before = view.paper.share
    view.resize(1100, 700)
    assert view.paper.share > before
    assert view.paper.page == 5
    sheet = view.paper.sheets.rect(5)
    assert abs(sheet.y() - view.paper.corner.y()) < 40
    assert view.paper.horizontalScrollBar().maximum() == 0


def test_keys_go_through_the_paper(with_paper):
    paper = with_paper(numbered(9)).paper
    paper.setFocus()
    steps = (
        (Key.Key_End, 8),
        (Key.Key_Home, 0),
        (Key.Key_Right, 1),
        (Key.Key_Right, 2),
        (Key.Key_Left, 1),
    )
    for key, page in steps:
        QTest.keyClick(paper, key)
        assert paper.page == page
    QTest.keyClick(paper, Key.Key_Home)
    for key, further in ((Key.Key_Down, True), (Key.Key_PageDown, True), (Key.Key_Space, True)):
        before = paper.corner.y()
        QTest.keyClick(paper, key)
        assert (paper.corner.y() > before) is further
    for key, held in (
        (Key.Key_Up, Qt.KeyboardModifier.NoModifier),
        (Key.Key_PageUp, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Space, Qt.KeyboardModifier.ShiftModifier),
    ):
        before = paper.corner.y()
        QTest.keyClick(paper, key, held)
        assert paper.corner.y() < before


def test_a_page_down_turns_the_page_where_a_whole_one_is_in_view(with_paper):
    paper = with_paper(numbered(9)).paper
    paper.set_zoom(Fit.PAGE)
    for page in (1, 2, 3):
        paper.turn(onward=True)
        assert paper.page == page
    paper.turn(onward=False)
    assert paper.page == 2


def test_arrows_scroll_sideways_where_the_sheet_is_wider_than_the_view(with_paper):
    paper = with_paper(numbered(3)).paper
    paper.setFocus()
    paper.set_zoom(3.0)
    before = paper.corner.x()
    QTest.keyClick(paper, Key.Key_Right)
    assert paper.corner.x() > before
    QTest.keyClick(paper, Key.Key_Left)
    assert paper.corner.x() == before


def test_the_page_asked_for_is_the_page_even_where_it_cannot_reach_the_top(with_paper):
    paper = with_paper(numbered(6)).paper
    paper.set_zoom(0.25)
    for page in range(6):
        paper.go_to(page)
        assert paper.page == page
    paper.go_to(99)
    assert paper.page == 5


def test_the_page_is_the_one_that_fills_the_view_while_scrolling(with_paper):
    paper = with_paper(numbered(9)).paper
    seen = []
    paper.page_changed.connect(lambda: seen.append(paper.page))
    bar = paper.verticalScrollBar()
    for at in range(0, bar.maximum(), 60):
        bar.setValue(at)
    bar.setValue(bar.maximum())
    assert seen == list(range(1, 9))


def test_the_keyboards_place_shows(with_paper, qtbot):
    view = with_paper(numbered(1))
    view.side.search.line.setFocus()
    before = colour_at(view.paper, QPoint(1, 100))
    view.take_keyboard()
    assert (before, colour_at(view.paper, QPoint(1, 100))) == (LIGHT.ground, LIGHT.accent)


def test_without_a_paper_nothing_is_done_and_nothing_goes_wrong(preview):
    paper = preview.paper
    paper.setFocus()
    for key in (Key.Key_End, Key.Key_PageDown, Key.Key_Right, Key.Key_Down, Key.Key_A):
        QTest.keyClick(paper, key)
    turn_wheel(paper, QPoint(10, 10), 120)
    paper.go_to(3)
    assert (paper.page, paper.corner) == (0, QPoint(0, 0))
