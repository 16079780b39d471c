"""The program as a whole: the window, its menus and keys, and what they lead to."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from tests.desktop.answers import NOT_NOW

from appraiser.desktop.menus import STAGE_NAMES
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import Ref
from appraiser.domain.problem import Problem
from appraiser.domain.terms import Stage
from appraiser.resources import sample
from appraiser.session.opening import create, open_document

Mod, Key = Qt.KeyboardModifier, Qt.Key
NAME = SetField(Ref("trust"), "name", "Another name")


@pytest.fixture
def file(tmp_path, fresh, folders) -> Path:
    """Give a file with an appraisal in it."""
    path = tmp_path / "Fenmarsh.appraisal"
    create(path, fresh, who="somebody", folders=folders).close()
    return path


def entries(program) -> dict[str, object]:
    menus = program.window.menuBar().findChildren(QMenu)
    return {act.text(): act for menu in menus for act in menu.actions() if act.text()}


def entry(program, begins: str):
    return next(act for text, act in entries(program).items() if text.startswith(begins))


def press(program, key, modifier=Mod.NoModifier) -> None:
    here = QApplication.focusWidget() or program.window
    QTest.keyClick(here, key, modifier)
    QApplication.processEvents()


def words_in(widget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel)]


# Starting


def test_it_starts_with_what_can_be_begun_opened_or_tried(start):
    program = start()
    texts = [each.text() for each in program.window.start.findChildren(QPushButton)]
    assert texts[:2] == ["&New appraisal", "&Open…"]
    assert "Northcliff Mental Health" in texts
    assert program.window.desk is None
    assert program.window.windowTitle() == "Appraiser"


def test_it_opens_the_file_it_is_started_with(start, file):
    program = start(file)
    assert program.workspace.document.path == file
    assert program.window.windowTitle() == "Fenmarsh - Appraiser"
    assert program.window.state == "All changes saved"


def test_it_says_so_when_the_file_it_is_started_with_cannot_be_opened(start, ask, tmp_path):
    program = start(tmp_path / "gone.appraisal")
    assert "There is no file" in ask.last_told.what
    assert program.workspace is None
    assert program.window.state == ""


def test_what_is_asked_while_it_is_loading_is_done_once_it_has(start, monkeypatch, qtbot):
    from appraiser.desktop.program import Program

    begun = Program.start

    def start_and_ask(program):
        begun(program)
        program.open_sample("fenmarsh")

    monkeypatch.setattr(Program, "start", start_and_ask)
    program = start()
    assert program.workspace.appraisal.trust.name.startswith("Fenmarsh")


def test_every_sample_opens_from_the_start_page(start):
    program = start()
    for name in ("University Hospitals of Leicester", "Fenmarsh Community Health"):
        buttons = program.window.start.findChildren(QPushButton)
        next(each for each in buttons if each.text() == name).click()
        assert program.window.desk.isVisible()
        program.close()
    assert program.workspace is None


def test_a_recent_file_that_is_gone_can_be_taken_off_the_list(start, home, file, qtbot, tmp_path):
    program = start(file)
    program.close()
    file.rename(tmp_path / "moved.appraisal")
    program.open_sample("fenmarsh")
    program.close()
    forget = [
        each
        for each in program.window.start.findChildren(QPushButton)
        if each.text() == "Take off this list"
    ]
    qtbot.waitUntil(forget[0].isVisible)
    assert f"Not found in {file.parent}" in words_in(program.window.start)
    forget[0].click()
    assert program.window.start.files == ()


def test_a_recent_file_that_is_there_is_not_called_missing(start, file, qtbot):
    program = start(file)
    program.close()
    qtbot.wait(50)
    assert not any("Not found" in words for words in words_in(program.window.start))


# Menus and keys


def test_menus_name_the_stages_as_the_domain_does():
    assert tuple(stage.label for stage in Stage) == STAGE_NAMES


def test_what_needs_an_appraisal_is_off_until_there_is_one(start, file):
    program = start()
    needing = ("&Save now", "Save &as…", "&Export paper…", "&Close", "&Find anything…", "Results")
    assert not any(entry(program, each).isEnabled() for each in needing)
    program.open_file(file)
    assert all(entry(program, each).isEnabled() for each in needing)
    program.close()
    assert not any(entry(program, each).isEnabled() for each in needing)


def test_each_stage_has_a_key_that_shows_it_and_gives_it_the_keyboard(start, file):
    program = start(file)
    for stage in reversed(Stage):
        press(program, getattr(Key, f"Key_{stage.number % 10}"), Mod.ControlModifier)
        assert program.window.desk.stage is stage
        assert program.window.desk.page.isAncestorOf(QApplication.focusWidget())


def test_undo_and_redo_are_named_after_what_they_would_do(start, file):
    program = start(file)
    program.workspace.perform(NAME)
    assert entry(program, "Undo").text() == "Undo trust's name of the trust"
    press(program, Key.Key_Z, Mod.ControlModifier)
    assert entry(program, "Undo").text() == "Undo"
    assert not entry(program, "Undo").isEnabled()
    assert entry(program, "Redo").text() == "Redo trust's name of the trust"
    press(program, Key.Key_Z, Mod.ControlModifier | Mod.ShiftModifier)
    assert program.workspace.appraisal.trust.name == "Another name"


def test_undo_means_the_appraisal_even_in_a_field_that_is_being_typed_in(start, file):
    program = start(file)
    desk = program.window.desk
    desk.go_to(Ref("trust"), "region")
    for letter in "East":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    desk.keep()
    for letter in " Midlands":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    press(program, Key.Key_Z, Mod.ControlModifier)
    assert program.workspace.appraisal.trust.region == "East"
    assert QApplication.focusWidget().text() == "East"
    press(program, Key.Key_Y, Mod.ControlModifier)
    assert QApplication.focusWidget().text() == "East Midlands"


def test_an_ampersand_in_a_name_is_no_menu_key(start, file):
    program = start(file)
    edit = SetField(Ref("options", "business-as-usual"), "name", "As is & was")
    program.workspace.perform(edit)
    program.workspace.perform(SetField(edit.ref, "name", "As is"))
    assert entry(program, "Undo").text().endswith(" of As is && was")


def test_f6_leads_from_part_to_part(start, file):
    program = start(file)
    desk = program.window.desk
    parts = []
    for _ in range(4):
        press(program, Key.Key_F6)
        here = QApplication.focusWidget()
        parts.append(next(part for part in desk.children() if part is here or holds(part, here)))
    assert parts[0] is not parts[1] is not parts[2]
    assert parts[3] is parts[0]


def holds(part, widget) -> bool:
    return hasattr(part, "isAncestorOf") and part.isAncestorOf(widget)


def test_f1_brings_the_drawer_and_folds_it(start, file):
    program = start(file)
    shown = program.window.desk.drawer_is_shown
    press(program, Key.Key_F1)
    assert program.window.desk.drawer_is_shown is not shown


def test_a_narrow_window_folds_the_drawer(start, file):
    program = start(file)
    program.window.resize(1000, 700)
    assert not program.window.desk.drawer_is_shown
    program.window.resize(1400, 700)
    assert program.window.desk.drawer_is_shown


# Saving and closing


def test_ctrl_s_saves_what_is_being_typed_too(start, file, folders):
    program = start(file)
    program.window.desk.go_to(Ref("trust"), "region")
    for letter in "East":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    press(program, Key.Key_S, Mod.ControlModifier)
    assert program.window.state == "All changes saved"
    saved = open_document(file, who="a reader", folders=folders, read_only=True)
    assert saved.appraisal.trust.region == "East"
    saved.close()


def test_the_header_says_where_the_changes_are(start, file):
    program = start(file)
    program.workspace.perform(NAME)
    assert program.window.state == "Kept, saving shortly…"
    program.save()
    assert program.window.state == "All changes saved"
    program.open_sample("fenmarsh")
    assert program.window.state == "Not in a file yet"


def test_closing_the_window_saves(start, file, folders):
    program = start(file)
    program.workspace.perform(NAME)
    program.window.close()
    assert not program.window.isVisible()
    saved = open_document(file, who="a reader", folders=folders, read_only=True)
    assert saved.appraisal.trust.name == "Another name"
    saved.close()


def test_the_window_stays_when_the_person_would_rather(start, ask):
    program = start(sample("fenmarsh"))
    program.workspace.perform(NAME)
    ask.will(NOT_NOW)
    program.window.close()
    assert program.window.isVisible()
    program.workspace.perform(SetField(Ref("trust"), "name", "Still working"))
    assert program.workspace.appraisal.trust.name == "Still working"


def test_a_change_outside_is_settled_when_it_is_noticed(start, ask, file, qtbot):
    program = start(file)
    file.write_bytes(b"theirs")
    ask.will("Keep both")
    program.workspace.perform(NAME)
    program.workspace.rest()
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert program.workspace.document.path != file
    assert program.window.state == "All changes saved"
    assert file.read_bytes() == b"theirs"


def test_a_place_that_refuses_is_told_once_until_it_is_saved_again(start, ask, file, qtbot):
    program = start(file)
    away = file.parent.with_name("away")
    file.parent.rename(away)
    for name in ("One", "Two"):
        program.workspace.perform(SetField(Ref("trust"), "name", name))
        program.workspace.rest()
        program.background.settle()
        assert program.window.state == "Not saved to the file; kept on this computer"
    (told,) = ask.told
    assert "could not be saved" in told.what
    assert "Your changes are safe" in told.safe
    away.rename(file.parent)
    program.workspace.rest()
    program.background.settle()
    assert program.window.state == "All changes saved"


def test_a_file_that_is_open_elsewhere_says_so_in_the_header(start, ask, file, folders):
    theirs = open_document(file, who="A colleague", folders=folders)
    ask.will(True)
    program = start(file)
    assert program.window.state == "Open for reading only"
    program.workspace.perform(NAME)
    assert ask.last_told.what == "This appraisal is open for reading only."
    theirs.close()


def test_a_file_can_be_opened_and_saved_under_another_name_from_the_keyboard(
    start, ask, file, tmp_path
):
    program = start()
    ask.will(file, tmp_path / "another.appraisal")
    press(program, Key.Key_O, Mod.ControlModifier)
    press(program, Key.Key_S, Mod.ControlModifier | Mod.ShiftModifier)
    assert program.workspace.document.path == tmp_path / "another.appraisal"
    assert program.window.windowTitle() == "another - Appraiser"


def test_a_backup_is_restored_from_the_menu(start, ask, file, tmp_path):
    program = start(file)
    program.workspace.perform(NAME)
    program.close()
    program.open_file(file)
    ask.will(0, tmp_path / "restored.appraisal")
    entry(program, "Restore a &backup").trigger()
    assert program.workspace.document.path == tmp_path / "restored.appraisal"


def test_another_file_takes_the_place_of_the_one_that_is_open(start, file):
    program = start(file)
    program.workspace.perform(NAME)
    program.open_sample("leicester")
    assert program.workspace.appraisal.trust.name.startswith("University Hospitals")
    assert list(file.parent.glob("~*")) == []


def test_a_fault_can_be_told_at_any_time(start, ask):
    start().tell(Problem("Something went wrong."))
    assert ask.last_told.what == "Something went wrong."


def test_a_leader_that_is_removed_leaves_the_strip_standing(start):
    program = start(sample("leicester"))
    program.background.settle()
    leader = program.workspace.results.verdict.leaders[0]
    heard = []
    program.window.desk.result_changed.connect(heard.append)
    program.workspace.perform(RemoveEntity(Ref("options", leader)))
    program.background.settle()
    assert heard
    assert heard[0].startswith("Leading: ")


def test_no_part_of_a_page_is_ever_a_window_of_its_own(start, monkeypatch):
    program = start(sample("leicester"))
    program.background.settle()
    windows = []
    program._app.focusWindowChanged.connect(windows.append)
    for stage in Stage:
        program.window.desk.show_stage(stage)
        QApplication.processEvents()
    assert windows == []


def test_a_return_is_gathered_from_the_menu_with_nothing_open(start):
    from appraiser.desktop.dialogs.programme_return import ProgrammeReturnDialog

    program = start()
    act = entry(program, "Programme &return")
    assert act.isEnabled()
    act.trigger()
    dialog = program.window.findChild(ProgrammeReturnDialog)
    assert dialog.isVisible()
    dialog.reject()
