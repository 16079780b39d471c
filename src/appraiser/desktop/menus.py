"""The menus and their keys. What an entry does is the program's business."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence

from appraiser.desktop.window import Window

Key = QKeySequence.StandardKey

STAGE_NAMES = (
    "Trust and scope",
    "Case for change",
    "Options",
    "Gates and barriers",
    "Criteria and weights",
    "Scoring",
    "Costs",
    "Results",
    "Support plan",
    "Board paper",
)
"""As the domain names them, which is not loaded yet when the menus are first shown."""

ENTRIES: tuple[tuple[str, str, tuple[str | Key, ...]], ...] = (
    ("new", "&New appraisal…", (Key.New,)),
    ("open", "&Open…", (Key.Open,)),
    ("save", "&Save now", (Key.Save,)),
    ("save-as", "Save &as…", ("Ctrl+Shift+S",)),
    ("export", "&Export paper…", ("Ctrl+E",)),
    ("backups", "Restore a &backup…", ()),
    ("programme-return", "Programme &return…", ()),
    ("close", "&Close", ("Ctrl+W", "Ctrl+F4")),
    ("quit", "&Quit", ("Ctrl+Q",)),
    ("undo", "Undo", (Key.Undo,)),
    ("redo", "Redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    ("find", "&Find anything…", ("Ctrl+K",)),
    ("part", "&Next part of the window", ("F6",)),
    ("drawer", "&About this stage", ("F1",)),
)

FILE = (
    *("new", "open", "", "save", "save-as", "export", "backups", "", "programme-return", ""),
    *("close", "quit"),
)
EDIT = ("undo", "redo", "", "find")
ALWAYS = {"new", "open", "programme-return", "quit", "undo", "redo"}
"""What does not wait for an appraisal to be open; undo and redo wait for something to undo."""


class Menus:
    """The menu bar of the window."""

    def __init__(
        self,
        window: Window,
        acts: Mapping[str, Callable[[], object]],
        show_stage: Callable[[], object],
    ) -> None:
        self._made = {key: _action(window, text, acts[key], keys) for key, text, keys in ENTRIES}
        self._stages = tuple(
            _stage(window, number, name, show_stage) for number, name in enumerate(STAGE_NAMES, 1)
        )
        window.add_menu("&File", self._entries(FILE))
        window.add_menu("&Edit", self._entries(EDIT))
        window.add_menu("&Stages", (*self._stages, None, self._made["part"], self._made["drawer"]))
        self.show_open(is_open=False)
        self.show_history("", "")

    def show_open(self, *, is_open: bool) -> None:
        """Switch on what needs an open appraisal, or off."""
        needing = (act for key, act in self._made.items() if key not in ALWAYS)
        for act in (*needing, *self._stages):
            act.setEnabled(is_open)

    def show_history(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do; with nothing to do they are off."""
        for key, verb, words in (("undo", "Undo", undo), ("redo", "Redo", redo)):
            self._made[key].setText(f"{verb} {words}".rstrip().replace("&", "&&"))
            self._made[key].setEnabled(bool(words))

    def _entries(self, keys: tuple[str, ...]) -> tuple[QAction | None, ...]:
        return tuple(self._made[key] if key else None for key in keys)


def _action(
    window: Window, text: str, act: Callable[[], object], keys: tuple[str | Key, ...]
) -> QAction:
    made = QAction(window)
    made.setText(text)
    made.setShortcuts([QKeySequence(key) for key in keys])
    made.triggered.connect(act)
    return made


def _stage(window: Window, number: int, name: str, show: Callable[[], object]) -> QAction:
    made = _action(window, name, show, (f"Ctrl+{number % 10}",))
    made.setData(number)
    return made
