"""The bar says which page is looked at and how large, and changes both."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.desktop.preview.papers import numbered

from appraiser.desktop.preview.zoom import Fit

Key = Qt.Key


@pytest.fixture
def view(with_paper):
    return with_paper(numbered(44))


def turn_wheel(widget) -> None:
    at = QPointF(widget.rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    held = Qt.KeyboardModifier.NoModifier
    around = QPointF(widget.mapToGlobal(at.toPoint()))
    event = QWheelEvent(at, around, QPoint(), QPoint(0, -120), none, held, phase, False)
    QApplication.sendEvent(widget, event)


def test_it_says_which_page_is_looked_at(view):
    assert view.bar.number.text() == "Page 1 of 44"
    view.paper.go_to(2)
    assert view.bar.number.text() == "Page 3 of 44"
    bar = view.paper.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.bar.number.text() == "Page 44 of 44"


def test_a_number_typed_over_it_goes_there(view):
    number = view.bar.number
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "12")
    assert view.paper.page == 0
    QTest.keyClick(number, Key.Key_Return)
    assert view.paper.page == 11
    QTest.keyClick(number, Key.Key_Up)
    assert view.paper.page == 12
    assert number.text() == "Page 13 of 44"


def test_the_wheel_turns_pages_only_where_the_keyboard_is(view):
    view.take_keyboard()
    turn_wheel(view.bar.number)
    assert view.paper.page == 0
    view.paper.go_to(5)
    view.bar.number.setFocus()
    turn_wheel(view.bar.number)
    assert view.paper.page == 4


def test_its_arrows_go_to_the_page_before_and_the_next(view):
    assert not view.bar.earlier.isEnabled()
    view.bar.later.click()
    view.bar.later.click()
    view.bar.earlier.click()
    assert view.paper.page == 1
    view.paper.go_to(43)
    assert not view.bar.later.isEnabled()


def test_sizes_are_stepped_and_chosen(view):
    view.bar.larger.click()
    larger = view.paper.share
    view.bar.smaller.click()
    assert view.paper.share < larger
    for zoom, words in ((Fit.PAGE, "Fit page"), (1.5, "150%"), (Fit.WIDTH, "Fit width")):
        at = view.bar.zooms.findText(words)
        view.bar.zooms.setCurrentIndex(at)
        view.bar.zooms.activated.emit(at)
        assert view.paper.zoom == zoom
        assert view.bar.zooms.currentText() == words


def test_what_fits_says_how_large_that_is(view):
    view.paper.set_zoom(Fit.WIDTH)
    share = f"{round(100 * view.paper.share)}% of the size on paper"
    assert view.bar.zooms.toolTip() == view.bar.zooms.accessibleDescription() == share
    view.resize(1200, 700)
    assert view.bar.zooms.toolTip() != share


def test_without_a_paper_there_is_nothing_to_press(preview):
    bar = preview.bar
    for each in (bar.number, bar.zooms, bar.larger, bar.smaller, bar.earlier, bar.later):
        assert not each.isEnabled()


def test_the_host_can_put_its_own_buttons_on_it(view):
    print_button = QPushButton("Print…")
    view.bar.add(print_button)
    QApplication.processEvents()
    assert print_button.isVisible()
    assert print_button.x() > view.bar.larger.x()
