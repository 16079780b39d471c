"""The running program: one window, at most one open appraisal.

It paints first, loads the rest on a thread, then does what was asked for meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from appraiser.desktop.background import Background
from appraiser.desktop.loading import load_engine, load_paper
from appraiser.desktop.menus import Menus
from appraiser.desktop.recent import RecentFiles
from appraiser.desktop.remembering import keep, put_back
from appraiser.desktop.start_page import StartPage
from appraiser.desktop.theme.style import dress, tokens_for
from appraiser.desktop.window import Window
from appraiser.resources import sample

# The first paint waits for every import above and for every type of Qt's that is named. `Qt` itself
# is not: its enums are all made when it is first named, in a tenth of the time a bare window takes.

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import Qt

    from appraiser.catalogue.loading import Catalogue
    from appraiser.desktop.asking import Ask
    from appraiser.desktop.files import Files
    from appraiser.desktop.header import Header
    from appraiser.desktop.workspace import Workspace
    from appraiser.domain.problem import Problem
    from appraiser.session.document import Document
    from appraiser.store.folders import Folders

MIDDLE_LIGHTNESS = 128
UNSEEN_MILLISECONDS = 2000
"""A window that starts out of sight is not painted; the rest is then loaded after this long."""


class Surroundings(NamedTuple):
    """What the program finds around it; a test gives its own. None is the usual one."""

    recent: RecentFiles
    ask: Callable[[Window], Ask] | None = None
    clock: Callable[[], datetime] | None = None
    folders: Folders | None = None
    dark: bool | None = None
    geometry: Path | None = None
    """Where the place of the window is kept; None keeps none."""


class Program(QObject):
    """Puts window, files and workspace together."""

    ready = Signal()

    def __init__(
        self, app: QApplication, surroundings: Surroundings, file: Path | None = None
    ) -> None:
        super().__init__()
        self._app, self._around, self._file = app, surroundings, file
        dark = _is_dark(app) if surroundings.dark is None else surroundings.dark
        dress(app, tokens_for(dark=dark))
        self.window = Window(self._start_page(), tokens_for(dark=dark))
        self.background = Background(self)
        self.files: Files | None = None
        self.workspace: Workspace | None = None
        self._is_loading = False
        self._header: Header | None = None
        self._waiting: list[Callable[[], object]] = []
        self._menus = Menus(self.window, self._acts(), self._show_stage)
        self.window.closing.connect(self._closing)
        self.window.file_dropped.connect(self.open_file)
        if surroundings.geometry is not None:
            put_back(self.window, surroundings.geometry)

    def _acts(self) -> dict[str, Callable[[], object]]:
        """Say what each entry of the menus does."""
        return {
            "new": self.new,
            "open": self.open,
            "save": self.save,
            "save-as": self.save_as,
            "export": self.export,
            "backups": self.restore_backup,
            "programme-return": self.programme_return,
            "close": self.close,
            "quit": self.window.close,
            "undo": self.undo,
            "redo": self.redo,
            "find": self.find,
            "part": self.next_part,
            "drawer": self.window.toggle_drawer,
        }

    def start(self) -> None:
        """Show the window; the rest is loaded once it has been painted."""
        self.window.painted.connect(self._load)
        self.window.show()
        if self._file is not None:
            self.window.set_state(f"Opening {self._file.name}…")
            self.open_file(self._file)
        QTimer.singleShot(UNSEEN_MILLISECONDS, self, self._load)

    @Slot()
    def _load(self) -> None:
        if not self._is_loading:
            self._is_loading = True
            self.background.start(load_engine, self._loaded, _raise)

    def _loaded(self, catalogue: object) -> None:
        """Take what was loaded, and do what was asked for meanwhile."""
        from appraiser.desktop.dialogs.person import Person
        from appraiser.desktop.files import Files
        from appraiser.desktop.header import Header
        from appraiser.session.document import now
        from appraiser.store.folders import Folders

        self._catalogue = cast("Catalogue", catalogue)
        self._ask: Ask = (self._around.ask or Person)(self.window)
        self._clock = self._around.clock or now
        self._folders = self._around.folders or Folders.usual()
        self.files = Files(self._ask, self._around.recent, self._clock, self._folders)
        self._header = Header(self.window, self._menus, self.files, self._ask)
        self.files.leaving.connect(self._leave_off)
        self.files.opened.connect(self._opened)
        self._app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
        if not waiting:
            self.files.offer_recovery()
        self.background.start(load_paper, _pass, _pass)
        self._look_for_recent_files()
        self.ready.emit()

    def tell(self, problem: Problem) -> None:
        """Tell the person something, even before there is anything to ask them with."""
        from appraiser.desktop.dialogs.person import Person

        (self._around.ask or Person)(self.window).tell(problem)

    def _when_ready(self, act: Callable[[Files], object]) -> None:
        if self.files is not None:
            act(self.files)
            if self.workspace is not None:
                self.workspace.go_on()
        else:
            self._waiting.append(partial(self._when_ready, act))

    @Slot(object)
    def _opened(self, document: Document) -> None:
        from appraiser.desktop.desk import Desk
        from appraiser.desktop.kept_front_sheets import KeptFrontSheets
        from appraiser.desktop.workspace import Workspace

        if self.workspace is not None:
            self.workspace.stop()
        self.workspace = Workspace(
            document,
            self._catalogue,
            self._ask,
            self.background,
            self._clock,
            self.window.tokens,
        )
        self.workspace.front_sheets = KeptFrontSheets(self._folders.front_sheets)
        self.window.show_desk(Desk(self.workspace))
        assert self._header is not None, "made before any file is opened"
        self._header.follow(self.workspace)

    def _follow(self) -> None:
        if self._header is not None:
            self._header.refresh()

    @Slot()
    def new(self) -> None:
        """Begin a new appraisal."""
        self._when_ready(lambda files: files.new())

    @Slot()
    def open(self) -> None:
        """Ask which file to open."""
        self._when_ready(lambda files: files.open())

    @Slot(Path)
    def open_file(self, path: Path) -> None:
        """Open a file."""
        self._when_ready(partial(self._open_now, path))

    @Slot(str)
    def open_sample(self, name: str) -> None:
        """Open a sample as a new appraisal."""
        self._when_ready(partial(self._open_now, sample(name)))

    def _open_now(self, path: Path, files: Files) -> None:
        files.open_file(path)
        if self.workspace is None:
            self.window.set_state("")

    @Slot()
    def save(self) -> None:
        """Save now."""
        self._leave_off()
        self._when_ready(lambda files: files.save())
        self._follow()

    @Slot()
    def save_as(self) -> None:
        """Save under another name."""
        self._leave_off()
        self._when_ready(lambda files: files.save_as())
        self._follow()

    @Slot()
    def restore_backup(self) -> None:
        """Open a backup of what is open, as a file of its own."""
        self._leave_off()
        self._when_ready(lambda files: files.restore_backup())

    @Slot()
    def export(self) -> None:
        """Go to the board paper and export it."""
        from appraiser.domain.terms import Stage

        if self.window.desk is not None:
            self.window.desk.show_stage(Stage.PAPER)
            self.window.desk.page.act()

    @Slot()
    def programme_return(self) -> None:
        """Gather a return from the files of many trusts, whether or not one is open."""
        self._when_ready(lambda _files: self._gather_return())

    def _gather_return(self) -> None:
        from appraiser.desktop.dialogs.programme_return import ProgrammeReturnDialog

        ProgrammeReturnDialog(self._ask, self.window).open()

    @Slot()
    def close(self) -> None:
        """Put the appraisal away and show the start page."""
        if self._put_away():
            self.window.show_start(self._start_page())
            if self._header is not None:
                self._header.follow(None)
            self._look_for_recent_files()

    @Slot()
    def undo(self) -> None:
        """Take back the last change."""
        self._keep()
        if self.workspace is not None and self.workspace.document.undo_words:
            self.workspace.undo()

    @Slot()
    def redo(self) -> None:
        """Make the change last taken back again."""
        self._keep()
        if self.workspace is not None and self.workspace.document.redo_words:
            self.workspace.redo()

    @Slot()
    def find(self) -> None:
        """Find anything by name."""
        from appraiser.desktop.dialogs.finding import FindDialog

        if self.workspace is not None:
            FindDialog(self.workspace, self.window).open()

    @Slot()
    def next_part(self) -> None:
        """Give the keyboard to the next part of the window."""
        if self.window.desk is not None:
            self.window.desk.next_part()

    @Slot()
    def _show_stage(self) -> None:
        from appraiser.domain.terms import Stage

        chosen = self.sender()
        if self.window.desk is not None and isinstance(chosen, QAction):
            self.window.desk.go_to(list(Stage)[chosen.data() - 1])

    def _keep(self) -> None:
        if self.window.desk is not None:
            self.window.desk.keep()

    @Slot()
    def _leave_off(self) -> None:
        """Keep what is being typed, and let what is being saved or worked out come to its end."""
        self._keep()
        if self.workspace is not None:
            self.workspace.stop()
            self.background.settle()

    def _put_away(self) -> bool:
        if self.files is not None and not self.files.put_away():
            if self.workspace is not None:
                self.workspace.go_on()
            return False
        self.workspace = None
        return True

    @Slot()
    def _closing(self) -> None:
        self.window.may_close = self._put_away()
        if self.window.may_close:
            self.background.close()
            if self._around.geometry is not None:
                keep(self.window, self._around.geometry)

    def _scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        from PySide6.QtCore import Qt

        self.set_dark(dark=scheme is Qt.ColorScheme.Dark)

    def set_dark(self, *, dark: bool) -> None:
        """Dress everything in the light or the dark tokens."""
        tokens = tokens_for(dark=dark)
        dress(self._app, tokens)
        self.window.tokens = tokens
        if self.workspace is not None:
            self.workspace.set_tokens(tokens)

    def _start_page(self) -> StartPage:
        page = StartPage(self._around.recent.read())
        page.new_asked.connect(self.new)
        page.open_asked.connect(self.open)
        page.file_asked.connect(self.open_file)
        page.sample_asked.connect(self.open_sample)
        page.forget_asked.connect(self._forget)
        return page

    @Slot(Path)
    def _forget(self, path: Path) -> None:
        self._around.recent.forget(path)
        self.window.show_start(self._start_page())
        self._look_for_recent_files()

    def _look_for_recent_files(self) -> None:
        """See which recent files are gone, while the start page is up."""
        from appraiser.desktop.lookout import Lookout

        page = self.window.start
        lookout = Lookout(page.files, page)
        lookout.missing.connect(page.show_missing)
        lookout.look()


def _raise(error: BaseException) -> None:
    raise error


def _pass(_answer: object) -> None:
    """Do nothing: what cannot be loaded ahead says so when it is asked for."""


def _is_dark(app: QApplication) -> bool:
    """Tell by what the system has dressed the application in, before it is dressed in ours."""
    return app.palette().window().color().lightness() < MIDDLE_LIGHTNESS
