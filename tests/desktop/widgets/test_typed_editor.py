"""What is typed is kept when typing pauses or the field is left, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from tests.generated import SEALED_AT

from appraiser.desktop.widgets import typed_editor
from appraiser.desktop.widgets.typed_editor import TypedEditor
from appraiser.domain.appraisal import COLLECTIONS
from appraiser.domain.board_paper import BoardPaper
from appraiser.domain.criteria import Seal
from appraiser.domain.fields import specs
from appraiser.domain.trust import Trust

INCOME, NAME, NOTE = (specs(Trust)[name] for name in ("income", "name", "note"))
END = specs(Trust)["biggest_contract_end"]
RESOLUTIONS = specs(BoardPaper)["resolutions"]
SEALED = specs(Seal)["sealed_at"]


SHORT_PAUSE = 60


@pytest.fixture
def editor_of(shown, monkeypatch):
    """Show the editor of a field with another control after it, and note what it gives."""
    monkeypatch.setattr(typed_editor, "PAUSE_MILLISECONDS", SHORT_PAUSE)

    def make(spec, value=None):
        editor = TypedEditor(spec)
        editor.given_values = []
        editor.given.connect(editor.given_values.append)
        ground = QWidget()
        layout = QVBoxLayout(ground)
        layout.addWidget(editor)
        editor.after = QLineEdit()
        layout.addWidget(editor.after)
        editor.show_value(value)
        shown(ground)
        editor.control.setFocus()
        return editor

    return make


def type_in(editor, text):
    editor.control.setFocus()
    editor.control.selectAll()
    QTest.keyClicks(editor.control, text)


def test_what_was_typed_is_kept_when_the_field_is_left(editor_of):
    editor = editor_of(INCOME)
    type_in(editor, "834m")
    assert editor.given_values == []
    editor.after.setFocus()
    assert editor.given_values == [83_400_000_000]
    assert editor.typed == "£834,000,000"


def test_what_was_typed_is_kept_when_typing_pauses_and_the_text_stays_as_it_is(editor_of, qtbot):
    editor = editor_of(INCOME)
    type_in(editor, "834m")
    qtbot.waitUntil(lambda: editor.given_values == [83_400_000_000])
    assert editor.typed == "834m"
    editor.after.setFocus()
    assert editor.given_values == [83_400_000_000]
    assert editor.typed == "£834,000,000"


def test_half_a_date_is_not_yet_a_mistake_in_a_pause(editor_of, qtbot):
    editor = editor_of(END)
    type_in(editor, "1 Apr")
    qtbot.wait(3 * SHORT_PAUSE)
    assert editor.wrong == ""
    assert editor.given_values == []
    QTest.keyClicks(editor.control, " 2015")
    editor.keep()
    assert len(editor.given_values) == 1


def test_what_cannot_be_read_stays_with_a_sentence_and_the_value_stays(editor_of):
    editor = editor_of(INCOME, 1_000_000)
    type_in(editor, "lots")
    editor.after.setFocus()
    assert editor.given_values == []
    assert editor.typed == "lots"
    assert editor.wrong == "Type a number, such as 1,250 or 2.5m."
    assert editor.control.accessibleDescription() == editor.wrong
    editor.show_value(1_000_000)  # something else has changed
    assert editor.typed == "lots"


def test_a_wrong_text_that_is_put_right_is_kept_and_its_sentence_goes(editor_of):
    editor = editor_of(INCOME, 1_000_000)
    type_in(editor, "lots")
    editor.after.setFocus()
    type_in(editor, "2m")
    editor.after.setFocus()
    assert editor.given_values == [200_000_000]
    assert editor.wrong == ""


def test_another_value_from_elsewhere_replaces_a_wrong_text(editor_of):
    editor = editor_of(INCOME, 1_000_000)
    type_in(editor, "lots")
    editor.after.setFocus()
    editor.show_value(500)
    assert editor.typed == "£5"
    assert editor.wrong == ""


def test_another_thing_begins_with_its_own_value(editor_of):
    editor = editor_of(INCOME)
    type_in(editor, "lots")
    editor.keep()
    editor.begin(None)
    assert editor.typed == ""
    assert editor.wrong == ""


def test_enter_keeps_a_line_and_goes_on(editor_of):
    editor = editor_of(NAME)
    type_in(editor, "Fenmarsh")
    QTest.keyClick(editor.control, Qt.Key.Key_Return)
    assert editor.given_values == ["Fenmarsh"]
    assert editor.after.hasFocus()


def test_enter_stays_where_something_is_wrong(editor_of):
    editor = editor_of(INCOME)
    type_in(editor, "lots")
    QTest.keyClick(editor.control, Qt.Key.Key_Return)
    assert editor.control.hasFocus()
    assert editor.wrong


def test_enter_is_a_new_line_in_a_text(editor_of):
    editor = editor_of(NOTE)
    type_in(editor, "one")
    QTest.keyClick(editor.control, Qt.Key.Key_Return)
    QTest.keyClicks(editor.control, "two")
    editor.keep()
    assert editor.given_values == ["one\ntwo"]


@pytest.mark.parametrize("spec", [NAME, NOTE])
def test_escape_puts_back_what_was_there_before_typing_began(editor_of, qtbot, spec):
    editor = editor_of(spec, "before")
    type_in(editor, "during")
    qtbot.waitUntil(lambda: editor.given_values == ["during"])
    QTest.keyClicks(editor.control, " and after")
    QTest.keyClick(editor.control, Qt.Key.Key_Escape)
    assert editor.typed == "before"
    assert editor.given_values == ["during", "before"]


def test_escape_takes_a_wrong_text_away(editor_of):
    editor = editor_of(INCOME, 1_000_000)
    type_in(editor, "lots")
    editor.keep()
    QTest.keyClick(editor.control, Qt.Key.Key_Escape)
    assert editor.typed == "£10,000"
    assert editor.wrong == ""
    assert editor.given_values == []


def test_typing_the_old_text_again_gives_the_old_value_again(editor_of, qtbot):
    editor = editor_of(NAME, "ab")
    editor.control.end(False)
    QTest.keyClicks(editor.control, "c")
    qtbot.waitUntil(lambda: editor.given_values == ["abc"])
    QTest.keyClick(editor.control, Qt.Key.Key_Backspace)
    editor.keep()
    assert editor.given_values == ["abc", "ab"]


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        (SEALED, SEALED_AT.replace(second=31, tzinfo=None)),
        (specs(Trust)["staff_wte"], 0.1 + 0.2),
        (RESOLUTIONS, ("one", "", " two ")),
        (NOTE, "a\u00a0space that does not break\r\n"),
    ],
)
def test_visiting_a_field_never_changes_its_value(editor_of, spec, value):
    editor = editor_of(spec, value)
    editor.after.setFocus()
    editor.keep()
    assert editor.given_values == []


def test_a_hundred_thousand_characters_are_kept(editor_of):
    editor = editor_of(NOTE)
    editor.control.insertPlainText("é😀 <b>&amp;" * 9_000)
    editor.keep()
    assert editor.given_values == ["é😀 <b>&amp;" * 9_000]


def test_a_long_line_is_read_from_its_start(editor_of):
    editor = editor_of(NAME, "A name that is longer than the field. " * 10)
    editor.after.setFocus()
    editor.show_value("Another name that is longer than the field. " * 10)
    assert editor.control.cursorPosition() == 0


def test_every_typed_kind_has_a_control_with_a_name_and_room_for_what_it_holds(app):
    for collection in COLLECTIONS.values():
        for spec in specs(collection.entity).values():
            editor = TypedEditor(spec)
            assert editor.control.accessibleName() == spec.label
            assert isinstance(editor.control, QLineEdit | QPlainTextEdit)
