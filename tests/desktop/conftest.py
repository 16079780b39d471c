"""What tests of the desktop program have: a dressed application, a person and an open appraisal."""

import gc
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from tests.desktop.answers import Answers

from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.desktop.asking import Ask
from appraiser.desktop.background import Background
from appraiser.desktop.kept_front_sheets import KeptFrontSheets
from appraiser.desktop.program import Program, Surroundings
from appraiser.desktop.recent import RecentFiles
from appraiser.desktop.theme.style import dress, load_fonts
from appraiser.desktop.theme.tokens import LIGHT
from appraiser.desktop.workspace import Workspace
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.starting import new_appraisal
from appraiser.domain.terms import Scope
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample
from appraiser.session.opening import create
from appraiser.store.folders import Folders

NOON = datetime(2014, 12, 12, 12, 0)  # noqa: DTZ001 - as the clock on the wall shows it


@pytest.fixture(scope="session")
def app(qapp: QApplication) -> QApplication:
    """Give the application in its own letters and colours."""
    load_fonts()
    dress(qapp, LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def garbage_of_this_thread() -> Iterator[None]:
    """Let no worker's thread collect a window that a test before this one let go of."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_left_over(app: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window open."""
    yield
    left = [each for each in app.topLevelWidgets() if each.isVisible()]
    for each in left:
        each.hide()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert left == []


@pytest.fixture
def ask() -> Answers:
    """Give the person, who has no answer to anything yet."""
    return Answers()


@pytest.fixture
def folders(home: Path) -> Folders:
    """Give the folders for working copies and backups."""
    return Folders.under(home / "kept")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Give the reference data that is shipped."""
    return load_catalogue()


@cache
def sample_appraisal(name: str) -> Appraisal:
    """Give a sample as it is shipped."""
    return read_appraisal(sample(name))


@pytest.fixture
def leicester() -> Appraisal:
    """Give the Leicester sample, which is complete through all ten stages."""
    return sample_appraisal("leicester")


@pytest.fixture
def fresh() -> Appraisal:
    """Give an appraisal that has only been begun."""
    return new_appraisal("Fenmarsh Community Health", Scope.WHOLE_ORGANISATION)


Opener = Callable[[Appraisal], Workspace]


@pytest.fixture
def opened(
    app: QApplication, ask: Answers, folders: Folders, catalogue: Catalogue
) -> Iterator[Opener]:
    """Give a way to open appraisals that have no file yet; they are put away afterwards."""
    background = Background()
    workspaces: list[Workspace] = []

    def open_one(appraisal: Appraisal) -> Workspace:
        document = create(None, appraisal, who="a tester", clock=lambda: NOON, folders=folders)
        workspace = Workspace(document, catalogue, ask, background, lambda: NOON, LIGHT)
        workspace.front_sheets = KeptFrontSheets(folders.front_sheets)
        background.settle()
        workspaces.append(workspace)
        return workspace

    yield open_one
    for workspace in workspaces:
        workspace.stop()
    background.close()
    for workspace in workspaces:
        workspace.document.discard()


Starter = Callable[..., Program]


@pytest.fixture
def start(
    app: QApplication, ask: Answers, folders: Folders, home: Path, qtbot
) -> Iterator[Starter]:
    """Give a way to start the real program in a home of its own; it is ended afterwards."""
    programs: list[Program] = []

    def start_it(file: Path | None = None, person: Callable[[QWidget], Ask] | None = None):
        around = Surroundings(
            RecentFiles(home / "settings" / "recent.json"),
            ask=person or (lambda _: ask),
            clock=lambda: NOON,
            folders=folders,
            dark=False,
            geometry=home / "settings" / "window.ini",
        )
        program = Program(app, around, file)
        programs.append(program)
        with qtbot.waitSignal(program.ready, timeout=30_000):
            program.start()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        return program

    yield start_it
    for program in programs:
        ask.will("Do not keep it")
        program.window.close()
        program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shown(app: QApplication, qtbot) -> Iterator[Callable[[QWidget], QWidget]]:
    """Give a way to show a widget with the keyboard in its window; it is closed afterwards."""
    widgets: list[QWidget] = []

    def show(widget: QWidget, width: int = 900, height: int = 700) -> QWidget:
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        widgets.append(widget)
        return widget

    yield show
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
