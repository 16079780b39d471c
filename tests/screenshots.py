"""Draw every page of the program to pictures: the start page and all stages, light and dark.

    python tests/screenshots.py FOLDER [--only NAME ...] [--width 1280] [--height 720] [--scale 100]

Of each page there are two: the window as it stands, and the whole page however far it scrolls.
Width and height are in the program's own pixels; a scale of 200 draws each with four. Nothing of
the person's own is read or touched.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication, QWidget

    from appraiser.desktop.program import Program
    from appraiser.desktop.theme.tokens import Tokens

START = "start"
STAGES = (
    *("trust", "case", "options", "gates", "weights"),
    *("scoring", "costs", "results", "support", "paper"),
)
PREVIEW = "preview"
NAMES = (START, *STAGES, PREVIEW)
SAMPLE = "leicester"
FILE = "University Hospitals of Leicester.appraisal"
WHEN = datetime(2014, 12, 12, 14, 2, tzinfo=UTC)
WHO = "board-secretary"
PATIENCE = 60_000
SETTLING = 1_500
"""Milliseconds in which what is made off the window's thread is surely drawn and laid out."""
HOME_FOLDERS = (
    *("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"),
    *("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"),
)


class Size(NamedTuple):
    """How large the window is, in the program's own pixels."""

    width: int
    height: int


class Asked(Exception):
    """The program asked something, and there is nobody to answer."""


class Nobody:
    """Stands in for the person."""

    def __getattr__(self, question: str) -> Callable[..., Any]:
        def ask(*about: object) -> None:
            raise Asked(f"{question}: {', '.join(map(str, about))}")

        return ask


def main(arguments: list[str]) -> int:
    """Draw what was asked for; give the exit code."""
    parser = argparse.ArgumentParser(description="Draw every page of the program to pictures.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="NAME")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=720)
    parser.add_argument("--scale", type=int, default=100, help="in per cent")
    wanted = parser.parse_args(arguments)
    try:
        wanted.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        parser.error(f"{wanted.folder} cannot be made a folder: {error.strerror}")
    with TemporaryDirectory(prefix="appraiser-pictures-") as home:
        surround(Path(home), wanted.scale)
        size = Size(wanted.width, wanted.height)
        for path in draw(Path(home), wanted.folder.resolve(), wanted.only, size):
            print(path.name, flush=True)
    return 0


def surround(home: Path, scale: int) -> None:
    """Give this process a home of its own and no screen; to be done before Qt is imported."""
    os.environ.update(dict.fromkeys(HOME_FOLDERS, str(home)))
    os.environ.update({"LOGNAME": WHO, "USER": WHO, "USERNAME": WHO})
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale / 100)


def draw(home: Path, folder: Path, names: list[str], size: Size) -> Iterator[Path]:
    """Draw the pages named, first all light ones, then all dark ones; give each picture's path."""
    from PySide6.QtWidgets import QApplication

    from appraiser.desktop.theme.style import STYLE, load_fonts

    app = QApplication(["appraiser", *STYLE])
    load_fonts()
    file = made_file(home)
    for dark in (False, True):
        with running(app, home, dark=dark) as program:
            program.window.resize(*size)
            theme = program.window.tokens.name
            if START in names:
                yield from pictures(app, program, folder / f"{theme}-00-{START}")
            if set(names) - {START}:
                open_file(program, file)
            for number, name in enumerate(STAGES, start=1):
                if name in names:
                    show(program, name)
                    yield from pictures(app, program, folder / f"{theme}-{number:02}-{name}")
            if PREVIEW in names:
                yield preview(app, program, folder / f"{theme}-11-{PREVIEW}.png", size)


def made_file(home: Path) -> Path:
    """Make an appraisal's file of the sample."""
    from appraiser.resources import sample
    from appraiser.session.opening import create, read_snapshot

    file = home / FILE
    create(file, read_snapshot(sample(SAMPLE)), who=WHO, clock=clock).close()
    return file


def clock() -> datetime:
    """Stand still."""
    return WHEN


@contextmanager
def running(app: QApplication, home: Path, *, dark: bool) -> Iterator[Program]:
    """Start the program and wait until it is ready; close it afterwards."""
    from appraiser.desktop.collecting import Collecting
    from appraiser.desktop.program import Program, Surroundings
    from appraiser.desktop.recent import RecentFiles
    from appraiser.store.folders import Folders

    recent = RecentFiles(home / f"recent-{dark}.json")
    surroundings = Surroundings(
        recent,
        ask=lambda _window: Nobody(),
        clock=clock,
        folders=Folders.under(home / "private"),
        dark=dark,
    )
    program = Program(app, surroundings)
    Collecting(program)
    wait_for(program.ready, program.start)
    yield program
    program.window.close()
    app.processEvents()


def open_file(program: Program, file: Path) -> None:
    """Open a file, and wait until its results have been worked out."""
    program.open_file(file)
    assert program.workspace is not None
    wait_for(program.workspace.results_changed)


def wait_for(signal: SignalInstance, begin: Callable[[], object] | None = None) -> None:
    """Begin something and wait until a signal tells that it is done."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, patience = QEventLoop(), QTimer(singleShot=True, interval=PATIENCE)
    signal.connect(loop.quit)
    patience.timeout.connect(lambda: loop.exit(1))
    patience.start()
    if begin is not None:
        begin()
    if loop.exec():
        raise TimeoutError(f"{signal} did not come within {PATIENCE // 1000} seconds")


def settle() -> None:
    """Give layouts and sheets the time that they take."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(SETTLING, loop.quit)
    loop.exec()


def show(program: Program, name: str) -> None:
    """Show the page of a stage, and let it find its size."""
    from appraiser.domain.terms import Stage

    assert program.window.desk is not None
    program.window.desk.show_stage(Stage(name))


def preview(app: QApplication, program: Program, path: Path, size: Size) -> Path:
    """Draw the window that shows the paper."""
    show(program, "paper")
    page: Any = program.window.desk and program.window.desk.page
    page.preview()
    window = page.paper_window
    window.resize(*size)
    wait_for(window.view.shown)
    settle()
    drawn = written(window, path, program.window.tokens)
    window.put_away()
    app.processEvents()
    return drawn


def pictures(app: QApplication, program: Program, stem: Path) -> Iterator[Path]:
    """Draw what the window shows and, on a stage, the whole page."""
    app.processEvents()
    window = program.window
    yield written(window, stem.with_name(f"{stem.name}.png"), window.tokens)
    if window.desk is not None:
        page = window.desk.page.widget()
        yield written(page, stem.with_name(f"{stem.name}-whole.png"), window.tokens)


def written(widget: QWidget, path: Path, tokens: Tokens) -> Path:
    """Draw a widget on the ground it stands on, which need not be its own, and write that."""
    from PySide6.QtGui import QColor, QPainter, QPixmap

    drawn = widget.grab()
    picture = QPixmap(drawn.size())
    picture.setDevicePixelRatio(drawn.devicePixelRatio())
    picture.fill(QColor(tokens.ground))
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    if not picture.save(str(path)):
        raise OSError(f"{path} could not be written")
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
