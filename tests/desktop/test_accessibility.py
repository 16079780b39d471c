"""Every page works by keyboard, is named for a screen reader, fits its window and keeps in focus."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)

from appraiser.desktop.page_list import page_list
from appraiser.desktop.widgets.page import Page
from appraiser.desktop.widgets.sections import Sections

INFOS = page_list()
EVERY_PAGE = pytest.mark.parametrize("info", INFOS, ids=lambda info: info.stage.value)

ROW = 20
"""Controls whose tops are no further apart than this stand side by side, in pixels."""

SIZES = {
    "1280 x 720": (1280, 720 - 52 - 30),
    "1920 x 1080 at 200%": (960, 540 - 52 - 30),
}
"""What is left of a window for the desk, under the header and the menus."""


@pytest.fixture
def page_of(opened, leicester, shown):
    """Show a page of the Leicester sample as wide as the window leaves room for."""

    def show(info, width=760) -> Page:
        return shown(info.build(opened(leicester)), width)

    return show


def each_section(page: QWidget) -> Iterator[str]:
    """Show one section of a page after the other."""
    sections = page.findChild(Sections)
    if sections is None:
        yield ""
        return
    for at, name in enumerate(sections.names):
        sections.show_section(at)
        QApplication.processEvents()
        yield name


def takes_keyboard(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled()


def controls(page: QWidget) -> list[QWidget]:
    return [
        each for each in page.findChildren(QWidget) if takes_keyboard(each) and is_own(each, page)
    ]


def is_own(widget: QWidget, page: QWidget) -> bool:
    """Tell a control of the page from Qt's own parts of one, such as the list that drops down."""
    return widget.window() is page.window() and not widget.objectName().startswith("qt_")


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def unnamed(page: QWidget) -> list[str]:
    """Give the controls that a screen reader has no name for."""
    labels = [each.buddy() for each in page.findChildren(QLabel) if each.buddy() is not None]
    found = []
    for each in page.findChildren(QWidget):
        if each.focusPolicy() == Qt.FocusPolicy.NoFocus or not is_own(each, page):
            continue
        named = name_of(each)
        if isinstance(each, QComboBox):  # its text alone would pass for a name
            named = each.accessibleName() or each in labels
        if not named:
            found.append(f"{type(each).__name__} in {type(each.parent()).__name__}")
    return found


@EVERY_PAGE
def test_every_control_has_a_name(page_of, info):
    assert unnamed(page_of(info)) == []


@EVERY_PAGE
def test_tab_reaches_every_control_from_the_top_down_and_leaves_the_page(page_of, info):
    page = page_of(info)
    for _ in each_section(page):
        wanted = controls(page)
        page.take_keyboard()
        reached: list[QWidget] = []
        while (here := QApplication.focusWidget()) not in reached:
            reached.append(here)
            QTest.keyClick(here, Qt.Key.Key_Tab)
        missed = [name_of(each) for each in wanted if not stands_for(each, reached)]
        assert missed == []
        tops = [each.mapTo(page.widget(), QPoint(0, 0)).y() for each in reached]
        steps = zip(reached[1:], pairwise(tops), strict=True)
        upwards = [name_of(each) for each, (last, top) in steps if top < last - ROW]
        assert upwards == []


def stands_for(widget: QWidget, reached: list[QWidget]) -> bool:
    """Tell whether a control was reached, or another of its group, from which arrows lead to it."""
    if widget in reached:
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(each in group.buttons() for each in reached)


@EVERY_PAGE
def test_no_control_keeps_the_keyboard_when_tab_is_pressed(page_of, info):
    page = page_of(info)
    for _ in each_section(page):
        for each in controls(page):
            each.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(each, Qt.Key.Key_Tab)
            assert not each.hasFocus(), name_of(each)
            each.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(each, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            assert not each.hasFocus(), name_of(each)
