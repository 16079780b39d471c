"""When the program itself is at fault: it is written down, told once, and work goes on."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from appraiser.fault_log import write_fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from appraiser.domain.problem import Problem


class Crashes(QObject):
    """Writes down errors nobody foresaw, from whatever thread, and tells of the first.

    Every change is kept as it is made, so there is nothing left to rescue here.
    """

    _found = Signal()

    def __init__(self, log: Path, tell: Callable[[Problem], object]) -> None:
        super().__init__()
        self._log, self._tell = log, tell
        self._told = False
        self._found.connect(self._say)

    def caught(self, error: BaseException) -> None:
        """Write an error down and see that the person hears of it."""
        try:
            write_fault(self._log, error)
        except OSError:
            sys.stderr.write(f"Appraiser could not write {self._log}.\n")
        # Told later: an error may come in the midst of painting, where no dialog can be opened.
        self._found.emit()

    def _say(self) -> None:
        from appraiser.domain.problem import Problem

        if self._told:
            return
        self._told = True
        self._tell(
            Problem(
                "Something in Appraiser went wrong; it was nothing you did.",
                safe="Every change is kept on this computer, and you can go on.",
                todo=f"If it happens again, send {self._log} to whoever looks after Appraiser. "
                "It says where in the program it happened, and nothing of your appraisal.",
            )
        )


def install(log: Path, tell: Callable[[Problem], object]) -> None:
    """Catch from now on what nobody foresaw, on this thread and on others."""
    crashes = Crashes(log, tell)

    def unforeseen(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, Exception):
            crashes.caught(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def on_thread(found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            unforeseen(found.exc_type, found.exc_value, found.exc_traceback)

    sys.excepthook = unforeseen
    threading.excepthook = on_thread
