"""The paper is searched by keyboard alone, and what is found is said and marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.desktop.preview.papers import numbered, paper
from tests.desktop.preview.watching import drawn, seen_colours

from appraiser.desktop.preview import finder as module
from appraiser.desktop.theme.tokens import DARK, LIGHT, contrast

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAGES = [["panel"], *[["nothing"]] * 8, ["the panel and the Panel"], ["nothing"]]


@pytest.fixture
def view(with_paper):
    made = with_paper(paper(PAGES))
    made.take_keyboard()
    return made


def search(view, qtbot, words: str) -> None:
    QTest.keyClick(QApplication.focusWidget(), Key.Key_F, CTRL)
    assert view.side.search.line.hasFocus()
    QTest.keyClicks(view.side.search.line, words)
    qtbot.waitUntil(lambda: view.finder.words == words and not view.finder.is_looking)


def said(view) -> str:
    return view.side.search.said.words


def test_it_finds_while_it_is_typed_and_enter_goes_on(view, qtbot):
    search(view, qtbot, "panel")
    assert said(view) == "1 of 3 found"
    line = view.side.search.line
    QTest.keyClick(line, Key.Key_Return)
    assert (said(view), view.paper.page) == ("2 of 3 found", 9)
    QTest.keyClick(line, Key.Key_Return)
    QTest.keyClick(line, Key.Key_Enter)
    assert (said(view), view.paper.page) == ("1 of 3 found", 0)
    QTest.keyClick(line, Key.Key_Return, SHIFT)
    assert said(view) == "3 of 3 found"


def test_f3_goes_on_from_anywhere_and_the_arrows_can_be_pressed(view, qtbot):
    search(view, qtbot, "panel")
    view.take_keyboard()
    QTest.keyClick(view.paper, Key.Key_F3)
    assert said(view) == "2 of 3 found"
    QTest.keyClick(view.paper, Key.Key_F3, SHIFT)
    assert said(view) == "1 of 3 found"
    view.side.search.after.click()
    assert said(view) == "2 of 3 found"
    view.side.search.before.click()
    assert said(view) == "1 of 3 found"


def test_enter_straight_after_typing_looks_at_once(view, qtbot):
    view.side.search.take_keyboard()
    QTest.keyClicks(view.side.search.line, "panel")
    QTest.keyClick(view.side.search.line, Key.Key_Return)
    assert view.finder.words == "panel"
    qtbot.waitUntil(lambda: not view.finder.is_looking)
    assert said(view) == "1 of 3 found"


def test_what_is_not_there_is_said_and_nothing_can_be_stepped_to(view, qtbot):
    search(view, qtbot, "hovercraft")
    assert said(view) == "Not found"
    assert not view.side.search.after.isEnabled()
    QTest.keyClick(view.side.search.line, Key.Key_Return)
    assert view.paper.page == 0


def test_escape_clears_the_line_and_then_leaves_it(view, qtbot):
    search(view, qtbot, "panel")
    QTest.keyClick(view.side.search.line, Key.Key_Escape)
    assert (view.side.search.line.text(), view.finder.count, said(view)) == ("", 0, "")
    QTest.keyClick(view.side.search.line, Key.Key_Escape)
    assert view.paper.hasFocus()


def test_while_it_looks_it_says_how_many_so_far(with_paper, qtbot):
    view = with_paper(numbered(60, "panel"))
    heard = set()
    view.finder.changed.connect(lambda: heard.add(said(view)))
    search(view, qtbot, "panel")
    assert said(view) == "1 of 60 found"
    assert "Looking…" in heard
    assert "1 of 2 found so far" in heard


def test_where_it_stops_it_says_that_there_may_be_more(with_paper, qtbot, monkeypatch):
    monkeypatch.setattr(module, "MOST_HITS", 3)
    view = with_paper(numbered(9, "panel panel"))
    search(view, qtbot, "panel")
    assert said(view) == "1 of the first 4 found"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_the_marks_read_on_the_sheet_in_both_themes(view, qtbot, tokens):
    view.set_tokens(tokens)
    view.paper.go_to(9)
    search(view, qtbot, "panel")
    qtbot.waitUntil(drawn(view))
    colours = seen_colours(view.paper)
    for edge, tint in ((LIGHT.accent, LIGHT.tint), (LIGHT.watch, LIGHT.watch_tint)):
        assert {edge, tint} <= colours
        assert contrast(edge, LIGHT.card) >= 3.0
        assert contrast("#000000", tint) >= 4.5


def test_a_find_beside_the_view_is_scrolled_to_sideways_too(with_paper, qtbot):
    view = with_paper(paper([["nothing here but at the very end of the line: panel"]]))
    view.paper.set_zoom(5.0)
    view.paper.horizontalScrollBar().setValue(0)
    search(view, qtbot, "panel")
    assert view.paper.corner.x() > 0
    assert view.paper.corner.y() > 0


def test_another_edition_is_searched_again_and_nothing_jumps(view, qtbot):
    search(view, qtbot, "panel")
    view.paper.go_to(4)
    with qtbot.waitSignal(view.shown):
        view.show_paper(paper([*PAGES, ["a last panel"]]))
    qtbot.waitUntil(lambda: not view.finder.is_looking)
    assert (said(view), view.paper.page) == ("4 found", 4)
    QTest.keyClick(view.side.search.line, Key.Key_Return)
    assert (said(view), view.paper.page) == ("2 of 4 found", 9)
