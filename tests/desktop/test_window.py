"""The window: where it stands, what is dropped on it, and its colours."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from appraiser.desktop.theme.tokens import DARK, LIGHT
from appraiser.desktop.widgets.rail import Rail, StageButton
from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage
from appraiser.session.opening import create

Mod, Key = Qt.KeyboardModifier, Qt.Key
NAME = SetField(Ref("trust"), "name", "Another name")


@pytest.fixture
def file(tmp_path, fresh, folders) -> Path:
    """Give a file with an appraisal in it."""
    path = tmp_path / "Fenmarsh.appraisal"
    create(path, fresh, who="somebody", folders=folders).close()
    return path


def test_the_window_comes_back_where_it_was(start):
    program = start()
    program.window.resize(program.window.width(), 555)
    program.window.close()
    assert start().window.height() == 555


def dragged(window, *urls: QUrl, kind=QDropEvent):
    data = QMimeData()
    data.setUrls(list(urls))
    at = QPoint(50, 50) if kind is QDragEnterEvent else QPointF(50, 50)
    event = kind(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Mod.NoModifier)
    event.setAccepted(False)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_a_file_dropped_on_the_window_is_opened(start, file):
    program = start()
    url = QUrl.fromLocalFile(str(file))
    assert dragged(program.window, url, kind=QDragEnterEvent)
    assert dragged(program.window, url)
    assert program.workspace.document.path == file


def test_only_one_file_of_this_computer_is_taken(start, file):
    program = start()
    mine, theirs = QUrl.fromLocalFile(str(file)), QUrl("https://example.org/x.appraisal")
    assert not dragged(program.window, theirs, kind=QDragEnterEvent)
    assert not dragged(program.window, mine, mine, kind=QDragEnterEvent)
    assert not dragged(program.window, theirs)
    assert program.workspace is None


def test_light_and_dark_can_change_while_it_runs(start, file):
    program = start(file)
    for stage in Stage:
        program.window.desk.show_stage(stage)
    before = program.window.grab().toImage().pixelColor(5, 400)
    program.set_dark(dark=True)
    assert program.workspace.tokens is DARK
    rail = program.window.desk.findChild(Rail)
    assert all(each._tokens is DARK for each in rail.findChildren(StageButton))
    assert program.window.grab().toImage().pixelColor(5, 400) != before
    program.set_dark(dark=False)
    assert program.workspace.tokens is LIGHT
    assert program.window.grab().toImage().pixelColor(5, 400) == before


def test_the_colours_follow_the_system(start, file):
    program = start(file)
    program._app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert program.workspace.tokens is DARK
    program._app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert program.workspace.tokens is LIGHT
