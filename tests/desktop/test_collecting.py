"""Garbage is collected on the window's thread alone, so that no widget goes on another."""

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from appraiser.desktop.collecting import Collecting


class Knot:
    """Something that only the collector takes away; it tells which thread did."""

    def __init__(self, tell: Callable[[int], object]) -> None:
        self.itself, self._tell = self, tell

    def __del__(self) -> None:
        self._tell(threading.get_ident())


@pytest.fixture
def collecting(app):
    parent = QObject()
    yield Collecting(parent)
    parent.deleteLater()
    gc.unfreeze()


def test_what_a_worker_leaves_behind_is_collected_here(collecting: Collecting, qtbot: QtBot):
    seen: list[int] = []

    def work() -> None:
        for _ in range(20_000):
            Knot(seen.append)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert not seen
    qtbot.waitUntil(lambda: len(seen) == 20_000)
    assert set(seen) == {threading.get_ident()}


def test_a_little_garbage_is_left_until_there_is_enough(collecting: Collecting):
    gc.collect()
    seen: list[int] = []
    Knot(seen.append)
    collecting.collect()
    assert not seen


def test_what_has_grown_old_is_collected_now_and_then(
    collecting: Collecting, monkeypatch: pytest.MonkeyPatch
):
    seen: list[int] = []
    Knot(seen.append)
    gc.freeze()
    gc.unfreeze()  # it is old now
    monkeypatch.setattr("appraiser.desktop.collecting.RARELY_SECONDS", -1.0)
    for _ in range(gc.get_threshold()[2] + 1):
        gc.collect(1)
    collecting.collect()
    assert seen
