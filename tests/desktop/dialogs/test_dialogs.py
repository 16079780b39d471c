"""The dialogs themselves, driven by keys as a person would, and what the program makes of them."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)

from appraiser.desktop.dialogs.person import Person
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Scope

Key = Qt.Key


@pytest.fixture
def person(shown):
    """Give the program's own way of asking, over a window."""
    return Person(shown(QWidget()))


@pytest.fixture
def meanwhile(app):
    """Do something to the dialog that comes up next."""

    def plan(act) -> None:
        def look() -> None:
            dialog = app.activeModalWidget()
            if dialog is None or not dialog.isActiveWindow():
                if dialog is not None:
                    dialog.activateWindow()
                QTimer.singleShot(5, look)
                return
            act(dialog)

        QTimer.singleShot(5, look)

    return plan


def type_here(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def go(dialog: QDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == text)


def test_a_new_appraisal_is_asked_for_by_name_and_scope(person, meanwhile):
    def answer(dialog):
        forward = go(dialog, "Choose where to keep it…")
        assert not forward.isEnabled()
        type_here("  Fenmarsh ")
        assert forward.isEnabled()
        press(Key.Key_Tab)
        press(Key.Key_Down)
        press(Key.Key_Return)

    meanwhile(answer)
    assert person.new_appraisal() == ("Fenmarsh", Scope.SERVICE_LINE)


def test_a_new_appraisal_needs_a_name(person, meanwhile):
    def answer(dialog):
        type_here("   ")
        press(Key.Key_Return)
        assert dialog.isVisible()
        press(Key.Key_Escape)

    meanwhile(answer)
    assert person.new_appraisal() is None


def test_several_words_are_asked_for_at_once_and_each_is_needed(person, meanwhile):
    def answer(dialog):
        forward = go(dialog, "Break the seal")
        type_here("The union asked")
        assert not forward.isEnabled()
        press(Key.Key_Tab)
        type_here(" Chair ")
        press(Key.Key_Return)

    meanwhile(answer)
    given = person.words("Break the seal", "Why?", "Reason", "Broken by (a role)")
    assert given == ("The union asked", "Chair")


def test_words_can_be_thought_better_of(person, meanwhile):
    meanwhile(lambda dialog: press(Key.Key_Escape))
    assert person.words("Seal", "Who?", "Sealed by") is None


def test_one_of_a_list_is_picked_with_the_arrows(person, meanwhile):
    def answer(dialog):
        press(Key.Key_Down)
        press(Key.Key_Return)

    meanwhile(answer)
    assert person.pick("Restore a backup", "Which?", ["one", "two", "three"]) == 1
    meanwhile(lambda dialog: press(Key.Key_Escape))
    assert person.pick("Restore a backup", "Which?", ["one"]) is None


def test_a_choice_gives_the_answer_that_was_pushed(person, meanwhile):
    def answer(dialog):
        assert dialog.text() == "Keep this appraisal?"
        assert dialog.informativeText() == "It has no file yet."
        go(dialog, "Do not keep it").click()

    meanwhile(answer)
    answers = ("Save…", "Do not keep it")
    assert person.choose("Keep this appraisal?", "It has no file yet.", answers) == 1


def test_enter_takes_the_first_answer_and_escape_none(person, meanwhile):
    meanwhile(lambda dialog: press(Key.Key_Return))
    assert person.choose("Which?", "", ("One", "Two")) == 0
    meanwhile(lambda dialog: press(Key.Key_Escape))
    assert person.choose("Which?", "", ("One", "Two")) is None


def test_going_on_is_confirmed_or_not(person, meanwhile):
    meanwhile(lambda dialog: press(Key.Key_Return))
    assert person.confirm("Close without saving?", "", "Close")
    meanwhile(lambda dialog: press(Key.Key_Escape))
    assert not person.confirm("Close without saving?", "", "Close")


def test_a_problem_is_told_whole(person, meanwhile):
    seen = []

    def read(dialog):
        assert isinstance(dialog, QMessageBox)
        seen.extend((dialog.text(), dialog.informativeText()))
        press(Key.Key_Return)

    meanwhile(read)
    problem = Problem("It went wrong.", safe="All is safe.", todo="Try again.", place="options[2]")
    person.tell(problem)
    assert seen == ["options[2]: It went wrong.", "All is safe. Try again."]


def test_nothing_a_person_typed_is_read_as_markup(person, meanwhile):
    seen = []

    def read(dialog):
        seen.extend((each.textFormat(), each.text()) for each in dialog.findChildren(QLabel))
        press(Key.Key_Return)

    meanwhile(read)
    person.tell(Problem('"<b>&amp;" is not there.', safe="<b>&amp;"))
    assert {form for form, _ in seen} == {Qt.TextFormat.PlainText}
    assert {'"<b>&amp;" is not there.', "<b>&amp;"} <= {words for _, words in seen}


@pytest.mark.parametrize(
    ("chosen", "path"),
    [("/x/paper", "/x/paper.pdf"), ("/x/paper.docx", "/x/paper.docx"), ("", None)],
)
def test_a_file_gets_the_ending_that_was_left_off(person, monkeypatch, chosen, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    from pathlib import Path

    given = person.path_to_save("Export paper", Path("/x/board-paper.pdf"), "pdf")
    assert given == (Path(path) if path else None)


@pytest.mark.parametrize("chosen", ["/x/Fenmarsh.appraisal", ""])
def test_a_file_to_open_is_chosen_or_not(person, monkeypatch, chosen):
    from pathlib import Path

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    assert person.path_to_open() == (Path(chosen) if chosen else None)


def test_dialogs_are_not_kept_once_they_are_answered(person, meanwhile, app):
    window = person._window
    meanwhile(lambda dialog: press(Key.Key_Escape))
    person.new_appraisal()
    app.sendPostedEvents(None, 52)  # what is to be deleted later
    assert window.findChildren(QDialog) == []


@pytest.mark.parametrize("chosen", [["/x/a.appraisal", "/x/b.json"], []])
def test_files_to_open_are_chosen_or_not(person, monkeypatch, chosen):
    from pathlib import Path

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    assert person.paths_to_open() == tuple(map(Path, chosen))


@pytest.mark.parametrize("chosen", ["/x/logo.png", ""])
def test_a_picture_is_chosen_among_every_kind_that_can_be_read(person, monkeypatch, chosen):
    from pathlib import Path

    asked = []

    def answer(*about):
        asked.append(about)
        return chosen, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    assert person.path_to_picture("Logo") == (Path(chosen) if chosen else None)
    ((_, title, _, shapes),) = asked
    assert title == "Logo"
    assert {"*.png", "*.jpg", "*.svg"} <= set(shapes.split("(")[1].split(")")[0].split())


@pytest.mark.parametrize("chosen", ["/x", ""])
def test_a_folder_is_chosen_or_not(person, monkeypatch, chosen):
    from pathlib import Path

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen)
    assert person.folder("Which?") == (Path(chosen) if chosen else None)
