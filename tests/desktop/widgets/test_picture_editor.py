"""A picture is shown, chosen from a file and taken away; what is no picture changes nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.generated import DOT
from tests.logos import LOGO, bomb, drawn, png, text

from appraiser.desktop.widgets.form import Form
from appraiser.desktop.widgets.picture_editor import NONE, ROOM, UNREADABLE
from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref

PAPER = Ref("paper")
TEAL = (11, 122, 117)


@pytest.fixture
def workspace(opened, fresh):
    return opened(fresh)


@pytest.fixture
def editor(workspace, shown):
    return shown(Form(workspace, PAPER, ("logo",)), 400, 200).editor("logo")


def file(tmp_path, content: bytes):
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    return path


def colour(editor, across: float, down: float) -> tuple[int, ...]:
    picture = editor.picture.pixmap().toImage()
    at = picture.pixelColor(int(picture.width() * across), int(picture.height() * down))
    return at.red(), at.green(), at.blue()


def test_at_first_there_is_none_and_nothing_to_take_away(editor):
    assert editor.picture.text() == editor.picture.accessibleName() == NONE
    assert not editor.remove_button.isEnabled()


def test_a_picture_that_is_chosen_is_kept_and_shown_and_undo_takes_it_back(
    workspace, editor, ask, tmp_path
):
    ask.will(file(tmp_path, png(drawn(300, 100))))
    editor.choose_button.click()
    assert ask.last_asked == ("path_to_picture", "Logo")
    assert workspace.appraisal.paper.logo
    assert editor.picture.accessibleName() == "A picture of 300 by 100 dots"
    assert colour(editor, 0.18, 0.5) == pytest.approx(TEAL, abs=3)
    assert workspace.document.undo_words == "logo of the board paper"

    workspace.undo()
    assert workspace.appraisal.paper.logo == ""
    assert editor.picture.text() == NONE


def test_it_is_chosen_by_keyboard(workspace, editor, ask, tmp_path):
    ask.will(file(tmp_path, png(drawn(60, 30))))
    editor.control.setFocus()
    QTest.keyClick(editor.control, Qt.Key.Key_Space)
    assert workspace.appraisal.paper.logo


def test_what_is_clear_shows_white_as_on_paper(workspace, editor):
    workspace.perform(SetField(PAPER, "logo", LOGO))
    assert colour(editor, 0.5, 0.1) == (255, 255, 255)
    assert editor.picture.pixmap().deviceIndependentSize().toSize().width() <= ROOM.width()


def test_it_can_be_taken_away_and_the_keyboard_goes_to_what_chooses_another(workspace, editor):
    workspace.perform(SetField(PAPER, "logo", DOT))
    assert editor.remove_button.isEnabled()
    editor.remove_button.setFocus()
    QTest.keyClick(editor.remove_button, Qt.Key.Key_Space)
    assert workspace.appraisal.paper.logo == ""
    assert QApplication.focusWidget() is editor.choose_button
    workspace.undo()
    assert workspace.appraisal.paper.logo == DOT


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"words", "is not a picture that can be read"),
        (bomb(), "is too large to be read"),
    ],
    ids=["empty", "no picture", "bomb"],
)
def test_what_is_no_picture_is_told_in_one_sentence_and_what_was_there_stays(
    workspace, editor, ask, tmp_path, content, said
):
    workspace.perform(SetField(PAPER, "logo", DOT))
    ask.will(file(tmp_path, content), tmp_path)
    editor.choose_button.click()
    assert said in ask.last_told.what
    editor.choose_button.click()
    assert "is a folder, not a picture" in ask.last_told.what
    assert len(ask.told) == 2
    assert workspace.appraisal.paper.logo == DOT
    assert editor.picture.accessibleName() == "A picture of 1 by 1 dots"


def test_thinking_better_of_it_changes_nothing(workspace, editor, ask):
    ask.will(None)
    editor.choose_button.click()
    assert workspace.document.undo_words == ""
    assert ask.told == []


def test_a_picture_in_a_file_that_cannot_be_shown_is_said_and_can_be_taken_away(workspace, editor):
    workspace.perform(SetField(PAPER, "logo", text(b"\x89PNG\r\n\x1a\n\x00broken")))
    assert editor.picture.text() == UNREADABLE
    editor.remove_button.click()
    assert editor.picture.text() == NONE


def test_its_buttons_are_named_for_what_they_are_of(editor):
    names = [editor.choose_button.accessibleName(), editor.remove_button.accessibleName()]
    assert names == ["Logo: Choose picture…", "Logo: Take away"]
