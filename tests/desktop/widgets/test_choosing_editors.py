"""Yes or no, one of a list, any number of a list: shown from the snapshot, given when chosen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
)

from appraiser.desktop.widgets.choosing_editors import ChoiceEditor, FlagEditor, LinksEditor
from appraiser.desktop.widgets.editors import editor_for
from appraiser.desktop.widgets.typed_editor import TypedEditor
from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.barriers import Barrier
from appraiser.domain.fields import Kind, specs
from appraiser.domain.options import Option
from appraiser.domain.terms import Listing, Resolver
from appraiser.domain.trust import ReadinessAnswer

STAYS, LISTING, FORM = (specs(Option)[name] for name in ("stays_in_nhs", "listing", "form"))
ALSO, TOUCHES, GATE = (specs(Barrier)[name] for name in ("also_resolver", "options", "gate"))
ANSWER = specs(ReadinessAnswer)["answer"]
OPTIONS = (("as-is", "Business as usual"), ("ft-plus", "FT plus"), ("cic", "CIC"))


def given_by(editor):
    values = []
    editor.given.connect(values.append)
    return values


def test_a_box_is_ticked_by_the_space_bar(shown):
    editor = FlagEditor(STAYS)
    values = given_by(editor)
    shown(editor)
    QTest.keyClick(editor.control, Qt.Key.Key_Space)
    QTest.keyClick(editor.control, Qt.Key.Key_Space)
    assert values == [True, False]


def test_showing_a_value_gives_nothing(app):
    box, choice, links = FlagEditor(STAYS), ChoiceEditor(LISTING), LinksEditor(TOUCHES)
    values = [given_by(each) for each in (box, choice, links)]
    box.show_value(True)
    choice.show_value(Listing.SHORTLIST)
    links.offer(OPTIONS)
    links.show_value(("cic",))
    assert values == [[], [], []]
    assert box.control.isChecked()
    assert choice.control.currentText() == "Shortlist"


def test_an_arrow_chooses_the_next_term(shown):
    editor = ChoiceEditor(LISTING)
    editor.show_value(Listing.LONGLIST)
    values = given_by(editor)
    shown(editor)
    editor.control.setFocus()
    QTest.keyClick(editor.control, Qt.Key.Key_Down)
    assert values == [Listing.SHORTLIST]
    assert isinstance(values[0], Listing)


def test_a_field_that_may_be_empty_can_be_emptied_again(shown):
    editor = ChoiceEditor(ALSO)
    editor.show_value(next(iter(Resolver)))
    values = given_by(editor)
    shown(editor)
    editor.control.setFocus()
    QTest.keyClick(editor.control, Qt.Key.Key_Home)
    assert values == [None]


def test_a_field_that_must_be_chosen_offers_no_blank(app):
    assert ChoiceEditor(LISTING).control.findText("Not chosen") == -1
    assert ChoiceEditor(ANSWER).control.findText("Not chosen") == 0


def test_a_text_that_the_list_does_not_know_is_shown_all_the_same(app):
    editor = ChoiceEditor(FORM)
    editor.offer((("", "Not chosen"), ("ft-plus", "FT plus")))
    editor.show_value("a-form-of-our-own")
    assert editor.control.currentText() == "a-form-of-our-own"
    editor.show_value("ft-plus")
    assert editor.control.currentText() == "FT plus"


def test_a_new_offer_keeps_what_is_shown_once_it_is_shown_again(app):
    editor = ChoiceEditor(FORM)
    editor.offer((("", "Not chosen"), ("ft-plus", "FT plus")))
    editor.show_value("ft-plus")
    editor.offer((("", "Not chosen"), ("cic", "CIC"), ("ft-plus", "FT plus")))
    editor.show_value("ft-plus")
    assert editor.control.currentText() == "FT plus"


def test_several_are_ticked_by_the_space_bar_and_given_in_order(shown):
    editor = LinksEditor(TOUCHES)
    editor.offer(OPTIONS)
    editor.show_value(("cic",))
    values = given_by(editor)
    shown(editor)
    editor.control.setFocus()
    editor.control.setCurrentRow(0)
    QTest.keyClick(editor.control, Qt.Key.Key_Space)
    assert values == [("as-is", "cic")]


@pytest.mark.parametrize("has_keyboard", [True, False])
def test_the_wheel_turns_a_list_only_while_it_has_the_keyboard(shown, has_keyboard):
    editor = ChoiceEditor(LISTING)
    editor.show_value(Listing.LONGLIST)
    values = given_by(editor)
    shown(editor)
    editor.control.setFocus() if has_keyboard else editor.control.clearFocus()
    at = QPointF(editor.control.rect().center())
    turn = QWheelEvent(
        at,
        editor.control.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.control, turn)
    assert bool(values) is has_keyboard


def test_every_field_has_an_editor_that_fits_its_kind(ask):
    kinds = {Kind.FLAG: QCheckBox, Kind.CHOICE: QComboBox, Kind.LINK: QComboBox}
    kinds[Kind.PICTURE] = QPushButton
    kinds[Kind.LINKS] = QListWidget
    classes = (*(cls for cls, _, _ in SINGLES.values()), *(c.entity for c in COLLECTIONS.values()))
    for spec in (spec for cls in classes for spec in specs(cls).values()):
        editor = editor_for(spec, ask)
        wanted = kinds.get(spec.kind)
        fits = isinstance(editor, TypedEditor) if wanted is None else True
        assert fits or isinstance(editor.control, wanted)


def test_a_text_may_be_chosen_from_a_list(ask):
    assert isinstance(editor_for(FORM, ask).control, QLineEdit)
    assert isinstance(editor_for(FORM, ask, from_list=True).control, QComboBox)
