"""A programme's return is gathered, shown and saved without the window standing still."""

import shutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QProgressBar, QTableWidget, QWidget
from shiboken6 import isValid
from tests.desktop.answers import NOT_NOW

from appraiser.analysis.cancelling import Cancelled
from appraiser.desktop.dialogs import programme_return
from appraiser.desktop.dialogs.programme_return import ProgrammeReturnDialog
from appraiser.domain.problem import Problem
from appraiser.resources import sample

SAMPLES = ("leicester", "fenmarsh", "northcliff")


@pytest.fixture
def files(tmp_path) -> Path:
    """Give a folder of the samples and a file that is broken."""
    folder = tmp_path / "returns"
    folder.mkdir()
    for name in SAMPLES:
        shutil.copy(sample(name), folder / f"{name}.json")
    (folder / "broken.json").write_text("{", encoding="utf-8")
    return folder


@pytest.fixture
def dialog(ask, shown, app):
    made = ProgrammeReturnDialog(ask, shown(QWidget()))
    made.open()
    yield made
    if isValid(made):
        made.reject()


def rows(dialog, name: str) -> list[tuple[str, ...]]:
    (table,) = (t for t in dialog.findChildren(QTableWidget) if t.accessibleName() == name)
    across, down = range(table.columnCount()), range(table.rowCount())
    return [tuple(table.item(row, at).text() for at in across) for row in down]


def listed(dialog) -> list[str]:
    found = dialog.findChild(QListWidget)
    return [Path(found.item(at).text()).name for at in range(found.count())]


def said(dialog) -> str:
    return dialog._said.text()


def gathered(dialog, ask, folder: Path) -> None:
    ask.will(folder)
    dialog.add_folder.click()
    dialog.background.settle()
    dialog.go.click()
    dialog.background.settle()


def test_it_begins_with_nothing_to_gather_and_nothing_to_save(dialog):
    enabled = {each.text(): each.isEnabled() for each in (dialog.go, dialog.save, dialog.remove)}
    assert enabled == {"&Gather": False, "&Save as…": False, "&Remove": False}
    assert not dialog.cancel.isVisible()


def test_files_are_added_each_once_and_can_be_taken_away(dialog, ask, files):
    ask.will((files / "leicester.json", files / "fenmarsh.json"), (), files, NOT_NOW)
    dialog.add_files.click()
    assert said(dialog) == "2 files added."
    dialog.add_files.click()
    dialog.add_folder.click()
    dialog.background.settle()
    dialog.add_folder.click()
    assert listed(dialog) == ["leicester.json", "fenmarsh.json", "broken.json", "northcliff.json"]
    dialog.findChild(QListWidget).item(2).setSelected(True)
    dialog.remove.click()
    assert listed(dialog) == ["leicester.json", "fenmarsh.json", "northcliff.json"]


def test_it_shows_the_counts_and_who_was_left_out_and_why(dialog, ask, files):
    gathered(dialog, ask, files)
    assert said(dialog) == "Gathered from 3 appraisals; 1 file left out."
    assert rows(dialog, "Left out") == [
        (
            "broken.json",
            "line 1, column 2: the text stops here, before the JSON is complete",
        )
    ]
    counts = {what: (trusts, many) for what, trusts, many in rows(dialog, "What was gathered")}
    assert counts["Barriers: Government, Tax and money"][0] == "3"
    assert "Requests to Government" in counts
    assert "Lines of support bought" in counts
    assert dialog.save.isEnabled()
    assert not dialog.findChild(QProgressBar).isVisible()


@pytest.mark.parametrize("ending", ["xlsx", "json", "html"])
def test_it_is_saved_in_the_form_that_was_asked_for(dialog, ask, files, tmp_path, ending):
    gathered(dialog, ask, files)
    out = tmp_path / f"return.{ending}"
    ask.will(NOT_NOW, out)
    dialog.save.click()
    dialog.save.click()
    dialog.background.settle()
    assert out.stat().st_size > 1_000
    assert said(dialog) == f"The return was written to {out}."
    assert ask.last_asked[2].endswith("programme-return.xlsx")


def test_a_return_that_cannot_be_written_is_told_and_can_be_saved_elsewhere(
    dialog, ask, files, tmp_path
):
    gathered(dialog, ask, files)
    ask.will(tmp_path / "return.pdf")
    dialog.save.click()
    dialog.background.settle()
    assert "written as .xlsx, .json or .html" in ask.last_told.what
    assert dialog.save.isEnabled()


def test_without_names_none_is_in_what_is_saved(dialog, ask, files, tmp_path):
    dialog.anonymous.setChecked(True)
    gathered(dialog, ask, files)
    out = tmp_path / "return.html"
    ask.will(out)
    dialog.save.click()
    dialog.background.settle()
    assert "Leicester" not in out.read_text(encoding="utf-8")


def test_what_was_gathered_is_let_go_when_names_or_files_change(dialog, ask, files):
    gathered(dialog, ask, files)
    dialog.anonymous.setChecked(True)
    assert not dialog.save.isEnabled()
    assert rows(dialog, "What was gathered") == []


def test_the_window_lives_while_files_are_read_and_reading_can_be_cancelled(
    dialog, ask, files, qtbot, monkeypatch
):
    begun, go_on = Event(), Event()

    def slow(_paths, step, *, anonymous):
        for done in range(1, 1_000):
            step(done)
            begun.set()
            go_on.wait(0.01)
        raise AssertionError("it was not cancelled")

    monkeypatch.setattr(programme_return, "_gather", slow)
    ask.will(files)
    dialog.add_folder.click()
    dialog.background.settle()
    ticks = []
    timer = QTimer(dialog, interval=5)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    dialog.go.click()
    qtbot.waitUntil(lambda: begun.is_set() and len(ticks) > 5 and dialog._bar.value() > 2)
    assert not dialog.go.isEnabled()
    assert not dialog.add_files.isEnabled()
    assert dialog.cancel.hasFocus() or dialog.cancel.isVisible()
    dialog.cancel.click()
    dialog.background.settle()
    assert said(dialog) == "Cancelled. Nothing was gathered."
    assert dialog.go.isEnabled()
    assert not dialog.save.isEnabled()


def test_closing_it_breaks_reading_off(dialog, ask, files, monkeypatch):
    begun, ended = Event(), Event()

    def endless(_paths, step, *, anonymous):
        try:
            while True:
                step(1)
                begun.set()
                ended.wait(0.01)
        except Cancelled:
            ended.set()
            raise

    monkeypatch.setattr(programme_return, "_gather", endless)
    ask.will(files)
    dialog.add_folder.click()
    dialog.background.settle()
    dialog.go.click()
    assert begun.wait(5)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert ended.wait(5)


def test_nothing_to_gather_and_a_folder_that_cannot_be_seen_are_told(dialog, ask, files, tmp_path):
    ask.will((files / "broken.json",))
    dialog.add_files.click()
    dialog.go.click()
    dialog.background.settle()
    assert "There is nothing to gather" in ask.last_told.what


def test_a_folder_that_cannot_be_looked_into_is_a_problem(monkeypatch, tmp_path):
    def refuse(_folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(Problem, match="cannot be looked into: Permission denied"):
        programme_return._look_in(tmp_path)


def test_a_fault_is_passed_on(dialog, ask, files):
    with pytest.raises(ZeroDivisionError):
        dialog._failed(ZeroDivisionError())


def test_every_control_is_named_and_reached_by_keyboard(dialog, ask, files):
    gathered(dialog, ask, files)
    assert dialog.findChild(QListWidget).accessibleName() == "Files"
    assert dialog.findChild(QProgressBar).accessibleName() == "Files read"
    reached = {
        each.text() if hasattr(each, "text") else each.accessibleName()
        for each in dialog.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert {"&Gather", "&Save as…", "Close", "Add &files…", "Files"} <= reached
    heads = [each.text() for each in dialog.findChildren(QLabel)]
    assert "Programme return" in heads
