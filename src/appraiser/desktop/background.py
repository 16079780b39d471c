"""Slow work off the window's thread, one piece at a time, with the answer brought back to it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal, Slot


class Background(QObject):
    """One worker thread. Answers and failures arrive on the thread that owns this object."""

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="appraiser")
        self._finished.connect(self._answer)
        self._open = True

    def start(
        self,
        work: Callable[[], object],
        done: Callable[[object], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        """Do some work on the worker thread, then call `done` or `failed` on this one."""
        future = self._worker.submit(work)
        future.add_done_callback(_Bring(self, done, failed))

    def close(self) -> None:
        """Wait for the work under way and take no more."""
        self._open = False
        self._worker.shutdown(wait=True, cancel_futures=True)

    def bring(self, future: Future[object], to: _Bring) -> None:
        """Carry a finished piece of work over to the owning thread."""
        if self._open:
            self._finished.emit(future, to)

    @Slot(object, object)
    def _answer(self, future: Future[object], to: _Bring) -> None:
        if future.cancelled() or not self._open:
            return
        error = future.exception()
        if error is None:
            to.done(future.result())
        else:
            to.failed(error)


class _Bring:
    """Where the answer of one piece of work goes."""

    def __init__(
        self,
        background: Background,
        done: Callable[[object], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        self._background, self.done, self.failed = background, done, failed

    def __call__(self, future: Future[object]) -> None:
        self._background.bring(future, self)
