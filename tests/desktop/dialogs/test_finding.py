"""Anything with a name is found by a few letters of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QWidget
from shiboken6 import isValid

from appraiser.desktop.dialogs.finding import MOST_SHOWN, FindDialog, places
from appraiser.domain.ids import Ref
from appraiser.domain.options import Option
from appraiser.domain.terms import Stage
from appraiser.resources import sample

Key = Qt.Key


@pytest.fixture
def finding(opened, leicester, shown):
    """Open the dialog over a window; note where it leads."""
    workspace = opened(leicester)
    went = []
    workspace.asked_for.connect(lambda place, field: went.append(place))
    dialog = FindDialog(workspace, shown(QWidget()))
    dialog.open()
    dialog.activateWindow()
    yield dialog, went
    if isValid(dialog):
        dialog.reject()


def line(dialog):
    return dialog.findChild(QLineEdit)


def found(dialog):
    listed = dialog.findChild(QListWidget)
    return [listed.item(at).text() for at in range(listed.count())]


def test_it_begins_with_the_stages(finding):
    dialog, _ = finding
    assert found(dialog)[:10] == [stage.label for stage in Stage]
    assert len(found(dialog)) == MOST_SHOWN


def test_letters_in_any_order_and_case_narrow_it(finding):
    dialog, _ = finding
    QTest.keyClicks(line(dialog), "PLUS ft")
    assert found(dialog)[0] == "FT plus: option"
    assert all("ft" in each.lower() and "plus" in each.lower() for each in found(dialog))


def test_enter_goes_to_the_first_that_is_left(finding, leicester):
    dialog, went = finding
    QTest.keyClicks(line(dialog), "ft plus: option")
    QTest.keyClick(line(dialog), Key.Key_Return)
    option = next(each for each in leicester.options if each.name == "FT plus")
    assert went == [Ref("options", option.id)]


def test_arrows_move_in_the_list_while_the_line_is_typed_in(finding):
    dialog, went = finding
    line(dialog).setFocus()
    QTest.keyClick(line(dialog), Key.Key_Down)
    QTest.keyClick(line(dialog), Key.Key_Down)
    QTest.keyClick(line(dialog), Key.Key_Up)
    QTest.keyClick(line(dialog), Key.Key_Return)
    assert went == [Stage.CASE]


def test_what_is_nowhere_leads_nowhere(finding):
    dialog, went = finding
    QTest.keyClicks(line(dialog), "no such thing")
    assert found(dialog) == []
    QTest.keyClick(line(dialog), Key.Key_Down)
    QTest.keyClick(line(dialog), Key.Key_Return)
    assert went == []
    assert dialog.isVisible()


def test_only_what_has_a_name_is_listed(fresh):
    nameless = replace(fresh, options=(*fresh.options, Option(id="option-1")))
    listed = [words for words, _ in places(nameless)]
    assert "Business as usual: option" in listed
    assert not any(words.startswith(":") for words in listed)


def test_ctrl_k_opens_it_and_a_name_leads_to_its_field(start):
    program = start(sample("leicester"))
    QTest.keyClick(QApplication.focusWidget(), Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = program.window.findChild(FindDialog)
    QTest.keyClicks(line(dialog), "FT plus: option")
    QTest.keyClick(line(dialog), Key.Key_Return)
    assert program.window.desk.stage is Stage.OPTIONS
    card = program.window.desk.page._options
    assert card.form.editor("name").typed == "FT plus"
