"""Gathers a programme's return: which files, with names or without, and where it is saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QListWidget,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from appraiser.analysis.cancelling import Cancelled, stop_if
from appraiser.desktop.announcing import announce
from appraiser.desktop.asking import Ask
from appraiser.desktop.background import Background
from appraiser.desktop.widgets.ground import Ground
from appraiser.desktop.widgets.parts import button, column, row, words
from appraiser.desktop.widgets.result_table import ResultTable
from appraiser.domain.problem import Problem
from appraiser.domain.written import counted

if TYPE_CHECKING:
    from appraiser.exchange.programme_return import ProgrammeReturn

TITLE = "Programme return"
ABOUT = (
    "Gathers the barriers of many trusts by who can remove them, what they ask of Government, the "
    "support they bought and the forms they recommend. The files are only read."
)
ANONYMOUS = "Name no trust, person or place, and leave out what they wrote"


SMALLEST, USUAL = (600, 460), (760, 600)
FEWEST_FILES_SHOWN = 70
"""Pixels that the list of files keeps when what was gathered needs the room."""


class ProgrammeReturnDialog(QDialog):
    """The files, the choice of names, and what was gathered of them.

    Reading and writing happen on a thread of the dialog's own, which ends with it; the program's
    goes on saving meanwhile.
    """

    progressed = Signal(int)
    """How many files are done; it comes from the thread that reads them."""

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._ask = ask
        self.background = Background(self)
        self._paths: list[Path] = []
        self._gathered: ProgrammeReturn | None = None
        self._cancelled = False
        self._make_parts()
        self._lay_out()
        self.progressed.connect(self._bar.setValue)
        self._show_files()

    def _make_parts(self) -> None:
        self._list = QListWidget()
        self._list.setAccessibleName("Files")
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.add_files = button("Add &files…", self._add_files)
        self.add_folder = button("Add a f&older…", self._add_folder)
        self.remove = button("&Remove", self._remove)
        self.anonymous = QCheckBox(ANONYMOUS)
        self.anonymous.toggled.connect(self._forget)
        self.go = button("&Gather", self.gather, kind="primary")
        self.cancel = button("&Cancel", self._cancel)
        self.save = button("&Save as…", self._save)
        self.close_it = button("Close", self.reject)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("Files read")
        self._bar.setFormat("%v of %m files")
        self._said = words("", "note")
        self._found = ResultTable("What was gathered", "", ("", "Trusts", "How many"))
        self._skipped = ResultTable("Left out", "", ("File", "Why"))
        self._results = QScrollArea()
        self._results.setAccessibleName("Results")
        self._results.setWidgetResizable(True)
        self._results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = Ground()
        ground.setLayout(column(self._skipped, self._found))
        self._results.setWidget(ground)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(words(TITLE, "heading"))
        layout.addWidget(words(ABOUT, "note"))
        self._list.setMinimumHeight(FEWEST_FILES_SHOWN)
        layout.addWidget(self._list, stretch=1)
        layout.addLayout(row(self.add_files, self.add_folder, self.remove, None))
        layout.addWidget(self.anonymous)
        layout.addWidget(self._bar)
        layout.addWidget(self._said)
        layout.addWidget(self._results, stretch=3)
        layout.addLayout(row(None, self.go, self.cancel, self.save, self.close_it))
        self._bar.hide()
        self.cancel.hide()
        self._results.hide()

    @Slot()
    def _add_files(self) -> None:
        self._add(self._ask.paths_to_open())

    @Slot()
    def _add_folder(self) -> None:
        folder = self._ask.folder("Add the appraisals of a folder")
        if folder is not None:
            self._start(partial(_look_in, folder), self._add, "Looking into the folder…")

    def _add(self, paths: tuple[Path, ...]) -> None:
        """Put files under those there are, each once."""
        before = len(self._paths)
        self._paths = list(dict.fromkeys((*self._paths, *paths)))
        self._forget()
        if paths:
            self._say(f"{counted(len(self._paths) - before, 'file')} added.")

    @Slot()
    def _remove(self) -> None:
        chosen = {self._list.row(each) for each in self._list.selectedItems()}
        self._paths = [path for at, path in enumerate(self._paths) if at not in chosen]
        self._forget()

    @Slot()
    def _forget(self) -> None:
        """Let go of what was gathered: it is not of these files or not under these names."""
        self._gathered = None
        self._found.show_rows([])
        self._skipped.show_rows([])
        self._results.hide()
        self._say("")
        self._show_files()

    def _show_files(self) -> None:
        if self._list.count() != len(self._paths):
            self._list.clear()
            self._list.addItems([str(each) for each in self._paths])
        self._enable()

    def _enable(self, *, working: bool = False) -> None:
        """Let only that be done which makes sense now."""
        self.go.setEnabled(bool(self._paths) and not working)
        self.remove.setEnabled(bool(self._paths) and not working)
        self.save.setEnabled(self._gathered is not None and not working)
        for each in (self.add_files, self.add_folder, self.anonymous, self._list):
            each.setEnabled(not working)

    @Slot()
    def gather(self) -> None:
        """Read the files, off this thread."""
        self._forget()
        self._bar.setRange(0, len(self._paths))
        self._bar.setValue(0)
        self._bar.show()
        self.cancel.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        anonymous = self.anonymous.isChecked()
        work = partial(_gather, tuple(self._paths), self._step, anonymous=anonymous)
        self._start(work, self._take, f"Reading {counted(len(self._paths), 'file')}…")

    def _step(self, done: int) -> None:
        """Count a file, on the thread that reads them; raise `Cancelled` if nobody waits."""
        stop_if(lambda: self._cancelled)
        self.progressed.emit(done)

    def _start(self, work: Callable[[], object], done: Callable[..., object], said: str) -> None:
        self._cancelled = False
        self._enable(working=True)
        self._say(said)
        self.background.start(work, partial(self._done, done), self._failed)

    def _done(self, done: Callable[..., object], answer: object) -> None:
        self._rest()
        done(answer)

    def _failed(self, error: BaseException) -> None:
        self._rest()
        if isinstance(error, Cancelled):
            self._say("Cancelled. Nothing was gathered.")
        elif isinstance(error, Problem):
            self._say(str(error))
            self._ask.tell(error)
        else:
            raise error

    def _rest(self) -> None:
        self._bar.hide()
        self.cancel.hide()
        self._enable()

    def _take(self, gathered: ProgrammeReturn) -> None:
        """Show what was gathered, and what was left out and why."""
        self._gathered = gathered
        self._found.show_rows(found_rows(gathered))
        self._skipped.show_rows([(each.file, each.why) for each in gathered.skipped])
        self._results.show()
        trusts, out = len(gathered.trusts), len(gathered.skipped)
        left_out = f"; {counted(out, 'file')} left out" if out else ""
        self._say(f"Gathered from {counted(trusts, 'appraisal')}{left_out}.")
        self._enable()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _cancel(self) -> None:
        self._cancelled = True
        self._say("Cancelling…")

    @Slot()
    def _save(self) -> None:
        gathered = self._gathered
        folder = self._paths[0].parent
        path = self._ask.path_to_save("Save the return", folder / "programme-return.xlsx", "xlsx")
        if path is not None and gathered is not None:
            saved = partial(self._saved, path)
            self._start(partial(_write, gathered, path), saved, f"Writing {path.name}…")

    def _saved(self, path: Path, _answer: object) -> None:
        self._say(f"The return was written to {path}.")

    def _say(self, said: str) -> None:
        self._said.setText(said)
        if said:
            announce(self._said, said)

    def done(self, result: int) -> None:
        """Break off what is under way, wait for its thread, and go."""
        self._cancelled = True
        self.background.close()
        super().done(result)


def found_rows(gathered: ProgrammeReturn) -> list[tuple[str, str, str]]:
    """Give how many trusts have barriers of each resolver and theme, requests and support."""
    rows = []
    pairs = dict.fromkeys((each.resolver, each.theme) for each in gathered.groups)
    for resolver, theme in pairs:
        held = [e for e in gathered.barriers if (e.resolver, e.theme) == (resolver, theme)]
        trusts = {each.trust for each in held}
        rows.append((f"Barriers: {resolver.label}, {theme}", str(len(trusts)), str(len(held))))
    asking = {each.trust for each in gathered.requests}
    rows.append(("Requests to Government", str(len(asking)), str(len(gathered.requests))))
    buying = {each.trust for each in gathered.support}
    lines = sum(each.lines for each in gathered.support)
    rows.append(("Lines of support bought", str(len(buying)), str(lines)))
    return rows


def _look_in(folder: Path) -> tuple[Path, ...]:
    from appraiser.gathering import appraisals_in

    try:
        return appraisals_in([folder])
    except OSError as error:
        raise Problem(
            f'The folder "{folder.name}" cannot be looked into: {error.strerror}.',
            safe="Nothing was added.",
            todo="Choose another folder, or add the files one by one.",
        ) from error


def _gather(paths: tuple[Path, ...], step: Callable[[int], None], *, anonymous: bool) -> object:
    from appraiser.gathering import gather

    return gather(paths, anonymous=anonymous, progress=step)


def _write(gathered: ProgrammeReturn, path: Path) -> None:
    from appraiser.exchange.programme_writers import write_programme_return

    write_programme_return(gathered, path)
