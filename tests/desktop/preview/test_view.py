"""The preview shows what it is given, keeps its place, keeps its keys and ends when it goes."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAction, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from tests.desktop.preview.conftest import tip_of
from tests.desktop.preview.papers import locked, numbered, paper, places, striped
from tests.desktop.preview.watching import drawn
from tests.desktop.test_accessibility import unnamed

from appraiser.desktop.preview.page_list import PageList
from appraiser.desktop.preview.view import PreviewView
from appraiser.desktop.preview.zoom import Fit
from appraiser.desktop.theme.tokens import DARK, LIGHT

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def notices(view) -> list[str]:
    labels = view.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [each.text() for each in labels if each.isVisible()]


def test_it_shows_the_very_bytes_it_is_given(with_paper, qtbot):
    content = striped(2)
    view = with_paper(content)
    assert view.content == content
    assert view.paper.document.page_count == 2


def test_before_a_paper_is_given_it_says_so(preview):
    assert preview.content == b""
    assert preview.paper.accessibleName() == "The paper is not shown yet"


def test_another_edition_keeps_page_place_and_size(with_paper):
    view = with_paper(numbered(20))
    view.paper.set_zoom(1.25)
    view.paper.go_to(12, 200)
    corner = view.paper.corner
    with_paper(numbered(21, "a line more"))
    assert view.paper.corner == corner
    assert (view.paper.page, view.paper.zoom) == (12, 1.25)


def test_a_shorter_edition_is_shown_from_its_last_page(with_paper):
    view = with_paper(numbered(20))
    view.paper.go_to(15)
    with_paper(numbered(3))
    assert view.paper.page == 2
    assert view.bar.number.text() == "Page 3 of 3"


def test_what_is_no_pdf_is_told_and_what_was_shown_stays(with_paper, preview, qtbot):
    content = numbered(2)
    view = with_paper(content)
    with qtbot.waitSignal(view.not_shown) as caught:
        view.show_paper(b"Dear board")
    assert caught.args[0].what == "This is not a PDF that can be read."
    assert notices(view) == ["This is not a PDF that can be read."]
    assert view.content == content
    with_paper(content)
    assert notices(view) == []


def test_a_locked_paper_is_shown_with_its_password(with_paper, qtbot):
    view = with_paper(locked("right"), password="right")
    assert view.paper.document.text(0) == "Kept private"
    with qtbot.waitSignal(view.not_shown):
        view.show_paper(locked("right"))
    assert notices(view) == [
        "This PDF is locked with a password. Give the password it was locked with."
    ]


def test_of_several_given_at_once_the_last_is_shown(preview, qtbot):
    seen = []
    preview.shown.connect(lambda: seen.append(preview.paper.document.page_count))
    preview.show_paper(numbered(2))
    QApplication.processEvents()
    for count in (3, 4, 5):
        preview.show_paper(numbered(count))
    qtbot.waitUntil(lambda: seen[-1:] == [5])
    assert 3 not in seen
    assert 4 not in seen


def test_one_that_is_opened_too_late_is_closed_unseen(preview, qtbot):
    seen = []
    preview.shown.connect(lambda: seen.append(preview.paper.document.page_count))
    preview.show_paper(numbered(2))
    errand = preview._next_opening()
    document = errand.work()
    preview.show_paper(numbered(3))
    errand.done(document)
    qtbot.waitUntil(lambda: seen == [3])
    assert document._document is None


def test_the_host_can_go_to_a_paragraph(with_paper):
    view = with_paper(numbered(4), places(2, pages=4))
    assert view.show_place("2.1")
    assert view.paper.page == 2
    assert not view.show_place("gone")


@pytest.mark.parametrize(
    ("keys", "held", "larger"),
    [
        (Key.Key_Plus, CTRL, True),
        (Key.Key_Plus, CTRL | SHIFT, True),
        (Key.Key_Plus, CTRL | Qt.KeyboardModifier.KeypadModifier, True),
        (Key.Key_Equal, CTRL, True),
        (Key.Key_Minus, CTRL, False),
    ],
)
def test_keys_zoom_from_everywhere_in_the_preview(with_paper, keys, held, larger):
    view = with_paper(numbered(3))
    view.side.show_section(1)
    for control in (view.paper, view.side.search.line, view.side.paragraphs, view.bar.number):
        control.setFocus()
        view.paper.set_zoom(1.0)
        QTest.keyClick(control, keys, held)
        assert (view.paper.zoom > 1.0) is larger
        QTest.keyClick(control, Key.Key_0, CTRL)
        assert view.paper.zoom == 1.0


def test_control_and_a_page_key_turn_pages(with_paper):
    view = with_paper(numbered(5))
    view.take_keyboard()
    QTest.keyClick(view.paper, Key.Key_PageDown, CTRL)
    QTest.keyClick(view.paper, Key.Key_PageDown, CTRL)
    assert view.paper.page == 2
    QTest.keyClick(view.paper, Key.Key_PageUp, CTRL)
    assert view.paper.page == 1


def test_its_keys_go_before_those_of_the_window_only_while_it_has_the_keyboard(app, shown, qtbot):
    window, other = QMainWindow(), QLabel("elsewhere")
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view = PreviewView(LIGHT, tip_of)
    ground = QWidget()
    ground.setLayout(view.layout().__class__())
    ground.layout().addWidget(view)
    ground.layout().addWidget(other)
    window.setCentralWidget(ground)
    stage = QAction("Board paper", window)
    stage.setShortcut(QKeySequence("Ctrl+0"))
    window.addAction(stage)
    went = []
    stage.triggered.connect(lambda: went.append("stage"))
    shown(window)
    with qtbot.waitSignal(view.shown):
        view.show_paper(numbered(2))
    view.take_keyboard()
    QTest.keyClick(view.paper, Key.Key_0, CTRL)
    assert (view.paper.zoom, went) == (1.0, [])
    other.setFocus()
    QTest.keyClick(other, Key.Key_0, CTRL)
    assert went == ["stage"]
    view.put_away()


def test_other_keys_are_left_to_the_window(with_paper):
    view = with_paper(numbered(2))
    view.take_keyboard()
    QTest.keyClick(view.paper, Key.Key_F9)
    QTest.keyClick(view.paper, Key.Key_B, CTRL)
    assert (view.paper.page, view.paper.zoom) == (0, Fit.WIDTH)


def test_the_lists_are_put_away_where_there_is_no_room_until_asked_for(with_paper):
    view = with_paper(numbered(2))
    assert view.side.isVisible()
    view.resize(560, 400)
    assert not view.side.isVisible()
    assert not view.bar.side.isChecked()
    view.take_keyboard()
    QTest.keyClick(view.paper, Key.Key_F, CTRL)
    assert view.side.search.line.hasFocus()
    assert view.bar.side.isChecked()
    view.resize(570, 400)
    assert view.side.isVisible()
    view.bar.side.click()
    assert not view.side.isVisible()
    view.resize(900, 700)
    assert not view.side.isVisible()


def test_every_control_has_a_name(with_paper):
    view = with_paper(numbered(3), places(2, pages=3))
    view.side.search.line.setText("page")
    for section in (0, 1):
        view.side.show_section(section)
        assert unnamed(view) == []


def test_the_sheets_are_named_for_the_page_that_is_looked_at(with_paper):
    view = with_paper(numbered(44))
    view.paper.go_to(6)
    interface = QAccessible.queryAccessibleInterface(view.paper)
    assert interface.text(QAccessible.Text.Name) == "The paper, page 7 of 44"
    assert "list of paragraphs" in interface.text(QAccessible.Text.Description)


def test_tab_goes_past_every_control_and_leaves_none_of_them_stuck(with_paper):
    view = with_paper(numbered(9), places(2, pages=9))
    view.paper.go_to(4)
    passed, here = [], view.bar.side
    here.setFocus()
    while here not in passed:
        passed.append(here)
        QTest.keyClick(here, Key.Key_Tab)
        here = QApplication.focusWidget()
    bar, side = view.bar, view.side
    wanted = [bar.side, bar.earlier, bar.number, bar.later, bar.smaller, bar.zooms, bar.larger]
    wanted += [side.search.line, side.pages, view.paper]
    reached = [each for each in passed if each in wanted]
    assert reached == wanted


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("control", ["number", "pages", "paragraphs"])
def test_the_keyboards_place_shows_on_its_own_kinds_of_control(with_paper, qtbot, tokens, control):
    view = with_paper(numbered(3), places(1, pages=3))
    view.set_tokens(tokens)
    view.side.show_section(1 if control == "paragraphs" else 0)
    qtbot.waitUntil(drawn(view))
    widget = getattr(view.bar if control == "number" else view.side, control)
    view.side.search.line.setFocus()
    without = edge_of(widget)
    widget.setFocus()
    assert tokens.accent not in without
    assert tokens.accent in edge_of(widget)


def edge_of(widget: QWidget) -> set[str]:
    image: QImage = widget.grab().toImage()
    return {image.pixelColor(0, y).name() for y in range(image.height())}


def threads() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name.startswith("appraiser")]


def test_its_thread_ends_and_the_paper_is_closed_when_it_goes(app, shown, qtbot):
    before = threads()
    window = QWidget()
    view = PreviewView(LIGHT, tip_of)
    window.setLayout(view.layout().__class__())
    window.layout().addWidget(view)
    shown(window)
    with qtbot.waitSignal(view.shown):
        view.show_paper(numbered(30, *["words"] * 20))
    document = view.paper.document
    assert len(threads()) == len(before) + 1
    view.paper.go_to(9)
    view.paper.viewport().repaint()
    QApplication.processEvents()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert threads() == before
    assert document._document is None
    QApplication.processEvents()


def test_once_put_away_it_does_nothing_more(preview, qtbot):
    preview.put_away()
    preview.shown.connect(pytest.fail)
    preview.show_paper(numbered(2))
    qtbot.wait(30)
    assert preview.content == b""


def test_a_paper_with_no_words_is_shown_too(with_paper, qtbot):
    view = with_paper(paper([[]]))
    qtbot.waitUntil(drawn(view))
    assert isinstance(view.side.pages, PageList)
    assert view.paper.document.text(0) == ""
