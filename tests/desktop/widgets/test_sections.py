"""One section of a page in view at a time, each with what it holds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from appraiser.desktop.widgets.sections import Sections


@pytest.fixture
def sections(shown):
    made = Sections()
    made.held = 2
    made.parts = [QLabel("one"), QLabel("two"), QLabel("three")]
    for part, count in zip(made.parts, (None, lambda: made.held, None), strict=True):
        made.add_section(part.text(), count).addWidget(part)
    return shown(made, 500, 300)


def names(sections):
    return [each.text() for each in sections.findChildren(QAbstractButton)]


def shown_parts(sections):
    return [part.text() for part in sections.parts if part.isVisible()]


def test_the_first_is_shown_and_each_is_named_with_what_it_holds(sections):
    assert shown_parts(sections) == ["one"]
    assert names(sections) == ["one", "two 2", "three"]
    heard = [each.accessibleName() for each in sections.findChildren(QAbstractButton)]
    assert heard == ["Section: one", "Section: two 2", "Section: three"]


def test_counts_follow(sections):
    sections.held = 7
    sections.refresh()
    assert names(sections)[1] == "two 7"


def test_arrows_and_clicks_choose(sections):
    first, second, third = sections.findChildren(QAbstractButton)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert shown_parts(sections) == ["two"]
    assert second.hasFocus()
    third.click()
    assert shown_parts(sections) == ["three"]


def test_a_part_brings_its_section_with_it(sections):
    sections.show_part(sections.parts[2])
    assert shown_parts(sections) == ["three"]
    sections.show_part(QLabel("elsewhere"))
    assert shown_parts(sections) == ["three"]
