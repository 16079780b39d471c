"""The keyboard's place shows on every kind of control, light and dark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, qRgb
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from appraiser.desktop.theme.style import FAMILY, dress, palette
from appraiser.desktop.theme.tokens import DARK, LIGHT, contrast
from appraiser.desktop.widgets.choosing_editors import ChoiceList
from appraiser.desktop.widgets.parts import Card, button
from appraiser.desktop.widgets.rail import StageButton
from appraiser.domain.terms import Stage

LEAST = 3.0
"""The least contrast between a control with and without the keyboard (WCAG 2.2, 2.4.13)."""


def a_list():
    made = QListWidget()
    made.addItems(["one", "two"])
    return made


def a_combo():
    made = ChoiceList()
    made.addItems(["one", "two"])
    return made


def a_table(**properties):
    made = QTableWidget(2, 2)
    made.setItem(0, 0, QTableWidgetItem("one"))
    for name, value in properties.items():
        made.setProperty(name, value)
    return made


def a_section():
    made = QPushButton("Section")
    made.setCheckable(True)
    made.setProperty("section", True)
    return made


KINDS = {
    "line": lambda tokens: QLineEdit("words"),
    "text": lambda tokens: QPlainTextEdit("words"),
    "list to choose from": lambda tokens: a_combo(),
    "list to tick": lambda tokens: a_list(),
    "box": lambda tokens: QCheckBox("Yes"),
    "radio": lambda tokens: QRadioButton("One"),
    "button": lambda tokens: button("Add", print),
    "primary button": lambda tokens: button("Seal", print, kind="primary"),
    "link": lambda tokens: button("Show as table", print, kind="link"),
    "section": lambda tokens: a_section(),
    "table": lambda tokens: a_table(),
    "grid": lambda tokens: a_table(grid=True),
    "stage": lambda tokens: StageButton(Stage.TRUST, tokens),
}


@pytest.fixture(params=[LIGHT, DARK], ids=lambda tokens: tokens.name)
def tokens(request, app):
    dress(app, request.param)
    yield request.param
    dress(app, LIGHT)


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboards_place_shows(tokens, shown, kind):
    ground = Card()
    layout = QVBoxLayout()
    ground.add(layout)
    control, other = KINDS[kind](tokens), QLineEdit()
    layout.addWidget(control)
    layout.addWidget(other)
    shown(ground, 360, 260)
    other.setFocus()
    without = picture(control)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    assert control.hasFocus()
    changed = pixels_apart(without, picture(control))
    assert changed >= min(control.width(), 60), changed


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def pixels_apart(one: QImage, other: QImage) -> int:
    """Count the pixels that differ by the contrast a person with low vision can see."""
    found = 0
    for y in range(one.height()):
        for x in range(one.width()):
            a, b = one.pixel(x, y), other.pixel(x, y)
            if a != b and contrast(named(a), named(b)) >= LEAST:
                found += 1
    return found


def named(pixel: int) -> str:
    return f"#{pixel & qRgb(255, 255, 255) & 0xFFFFFF:06x}"


def test_the_letters_are_the_ones_that_are_shipped(app):
    assert QLineEdit("words").font().family() == FAMILY


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_what_is_off_is_still_readable(tokens):
    made = palette(tokens)
    off = made.color(made.ColorGroup.Disabled, made.ColorRole.Text).name()
    assert contrast(off, tokens.card) >= 4.5
