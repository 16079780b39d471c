"""Slow work off the window's thread, one piece at a time, with the answer brought back to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Done = Callable[[Any], object]
Failed = Callable[[BaseException], object]


class Background(QObject):
    """One worker thread. Answers and failures arrive on the thread that owns this object."""

    _finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._under_way: list[tuple[Future[Any], Done, Failed]] = []
        self._finished.connect(self._hand_over)

    def start(self, work: Callable[[], object], done: Done, failed: Failed) -> None:
        """Do some work on the worker thread, then call `done` or `failed` on this one."""
        if self._worker is None:
            self._worker = _worker()
        future = self._worker.submit(work)
        self._under_way.append((future, done, failed))
        future.add_done_callback(self._tell)

    def settle(self) -> None:
        """Wait for all that is under way, and hand the answers over."""
        from concurrent.futures import wait

        while self._under_way:
            wait([future for future, _, _ in self._under_way])
            self._hand_over()

    def close(self) -> None:
        """Wait for the work under way, drop its answers and take no more."""
        self._under_way.clear()
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)

    def _tell(self, _future: Future[Any]) -> None:
        """Say, from the worker thread, that something has finished."""
        self._finished.emit()

    @Slot()
    def _hand_over(self) -> None:
        """Hand over what has finished, in the order it was begun."""
        while self._under_way and self._under_way[0][0].done():
            future, done, failed = self._under_way.pop(0)
            error = future.exception()
            if error is None:
                done(future.result())
            else:
                failed(error)


def _worker() -> ThreadPoolExecutor:
    """Make the worker thread, when there is work: the first paint waits for no imports."""
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="appraiser")
