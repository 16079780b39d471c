"""Every page works by keyboard, is named for a screen reader and fits its window."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from appraiser.desktop.desk import Desk
from appraiser.desktop.theme.style import FAMILY
from appraiser.desktop.widgets.page import Page
from appraiser.desktop.widgets.rail import Rail
from appraiser.desktop.widgets.sections import Sections
from appraiser.desktop.window import DRAWER_NEEDS
from appraiser.domain.terms import Stage

SMALLEST_TARGET = 24
"""In pixels (WCAG 2.2, 2.5.8)."""

HEADING_PIXELS, PADDING = 13, 3
"""Of the headings of a grid, as the style sheet has them."""

ROW = 20
"""Controls whose tops are no further apart than this stand side by side, in pixels."""

SIZES = {
    "1280 x 720": (1280, 720 - 52 - 30),
    "1920 x 1080 at 200%": (960, 540 - 52 - 30),
}
"""What is left of a window for the desk, under the header and the menus."""


@pytest.fixture(params=SIZES.values(), ids=SIZES.keys())
def desk(request, opened, leicester, shown) -> Desk:
    """Show the desk of the Leicester sample in as much room as a window leaves it."""
    width, height = request.param
    made = Desk(opened(leicester))
    made.fold_drawer(folded=width < DRAWER_NEEDS)
    shown(made, width, height)
    assert (made.width(), made.height()) == (width, height)
    return made


def every_section(desk: Desk) -> Iterator[str]:
    """Show every page and every section of it, one after the other, by its name."""
    for stage in Stage:
        desk.show_stage(stage)
        sections = desk.page.findChild(Sections)
        for at, name in enumerate(sections.names if sections else ("",)):
            if sections is not None:
                sections.show_section(at)
            QApplication.processEvents()
            yield f"{stage.label}: {name}"


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


ROOMY = pytest.mark.parametrize("desk", [SIZES["1280 x 720"]], indirect=True)


@ROOMY
def test_every_control_has_a_name(desk):
    for where in every_section(desk):
        assert unnamed(desk) == [], where


@ROOMY
def test_tab_goes_down_every_page_past_every_control_and_on_to_the_next_part(desk):
    for where in every_section(desk):
        page, passed = desk.page, []
        page.take_keyboard()
        while (here := QApplication.focusWidget()) not in passed:
            passed.append(here)
            QTest.keyClick(here, Qt.Key.Key_Tab)
        reached = [each for each in passed if page.isAncestorOf(each)]
        assert len(reached) < len(passed), f"Tab never leaves {where}"
        missed = [name_of(each) for each in controls(page) if not stands_for(each, reached)]
        assert missed == [], where
        tops = [each.mapTo(page.widget(), QPoint(0, 0)).y() for each in reached]
        steps = zip(reached[1:], pairwise(tops), strict=True)
        upwards = [name_of(each) for each, (last, top) in steps if top < last - ROW]
        assert upwards == [], where


def stands_for(widget: QWidget, reached: list[QWidget]) -> bool:
    """Tell whether a control was reached, or another of its group, from which arrows lead to it."""
    if widget in reached:
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(each in group.buttons() for each in reached)


@ROOMY
def test_no_control_keeps_the_keyboard_when_tab_is_pressed(desk):
    for where in every_section(desk):
        for each in controls(desk.page):
            each.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(each, Qt.Key.Key_Tab)
            assert not each.hasFocus(), f"{where}: {name_of(each)}"
            each.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(each, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            assert not each.hasFocus(), f"{where}: {name_of(each)}"


def test_no_page_is_wider_than_the_room_for_it_and_nothing_on_it_is_cut_off(desk):
    for where in every_section(desk):
        assert desk.page.widget().width() <= room(desk), where
        wide = [name_of(each) for each in shown_parts(desk.page) if right_of(each) > room(desk)]
        assert wide == [], where
        cut = [what_is_cut(each) for each in shown_parts(desk.page)]
        assert list(filter(None, cut)) == [], where
        assert cut_headings(desk) == [], where


def room(desk: Desk) -> int:
    return desk.page.viewport().width()


def right_of(widget: QWidget) -> int:
    ground = widget.window().page.widget()
    return widget.mapTo(ground, QPoint(widget.width(), 0)).x()


def shown_parts(page: Page) -> list[QWidget]:
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    found = [each for each in page.findChildren(QWidget) if isinstance(each, kinds)]
    return [each for each in found if each.isVisible() and is_own(each, page)]


def what_is_cut(part: QWidget) -> str:
    """Name a part that has less room than its words need, or nothing."""
    if isinstance(part, QAbstractScrollArea):
        return ""
    words = part.text() if isinstance(part, QLabel | QAbstractButton) else name_of(part)
    if isinstance(part, QLabel) and part.wordWrap():
        fits = part.heightForWidth(part.width()) <= part.height()
    else:
        least = part.minimumSizeHint()
        fits = least.width() <= part.width() and least.height() <= part.height()
    return "" if fits else f"{words[:40]!r} has {part.width()} x {part.height()}"


def cut_headings(desk: Desk) -> list[str]:
    """Give the headings that have less room than they need, and in a narrow window no tip."""
    tables = [each for each in desk.page.findChildren(QTableView) if each.isVisible()]
    heads = [table.horizontalHeader() for table in tables]
    narrow = desk.width() < DRAWER_NEEDS
    return [
        f"{heading(head, at)}: {needed(head, at)} in {head.sectionSize(at)}"
        for head in heads
        for at in range(head.count())
        if needed(head, at) > head.sectionSize(at) and not (narrow and is_shortened(head, at))
    ]


def is_shortened(head: QHeaderView, at: int) -> bool:
    """Tell whether a heading ends in an ellipsis and is whole in its tip."""
    tip = head.model().headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    return head.textElideMode() is Qt.TextElideMode.ElideRight and tip == heading(head, at)


def heading(head: QHeaderView, at: int) -> str:
    return str(head.model().headerData(at, Qt.Orientation.Horizontal))


def needed(head: QHeaderView, at: int) -> int:
    """Give the room a heading needs: for all of it, or for its longest word where it wraps."""
    if not int(head.defaultAlignment()) & int(Qt.TextFlag.TextWordWrap):
        return head.sectionSizeHint(at)
    font = QFont(FAMILY, weight=QFont.Weight.DemiBold)
    font.setPixelSize(HEADING_PIXELS)
    words = heading(head, at).split()
    return 2 * PADDING + max(map(QFontMetrics(font).horizontalAdvance, words), default=0)


def test_the_rail_the_strip_and_the_drawer_fit_their_room(desk):
    parts = [each for each in desk.findChildren(QWidget) if isinstance(each, QLabel)]
    outside = [each for each in parts if each.isVisible() and not desk.page.isAncestorOf(each)]
    assert list(filter(None, map(what_is_cut, outside))) == []
    rail = desk.findChild(Rail)
    stages = rail.findChildren(QAbstractButton)
    assert all(each.geometry().bottom() <= rail.height() for each in stages)
    assert all(each.height() >= SMALLEST_TARGET for each in stages)
