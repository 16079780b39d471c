"""PySide6 6.12 on Python 3.11 loses a reference to None on every call that returns nothing.

After some thousand calls the interpreter aborts. This holds the installed version to its range and
shows that it does not do so, in a process of its own since the failure ends the process.
"""

import json
import os
import subprocess
import sys
from importlib.metadata import version

import pytest

CALLS = 20_000
SLACK = 500

SCRIPT = f"""
import gc, json, sys
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

class Sender(QObject):
    told = Signal(bool)
    changed = Signal()

class Receiver(QObject):
    @Slot(bool)
    def hear(self, value):
        return None

application = QApplication([])
sender, receiver, widget = Sender(), Receiver(), QWidget()
sender.told.connect(receiver.hear)
sender.told.connect(lambda value: None)

def counts():
    gc.collect()
    return [sys.getrefcount(value) for value in (None, True, False)]

before = counts()
for number in range({CALLS}):
    widget.setEnabled(True)
    widget.setEnabled(False)
    widget.update()
    widget.isEnabled()
    sender.told.emit(True)
    sender.told.emit(False)
    sender.changed.emit()
    sender.blockSignals(False)
print(json.dumps([before, counts()]))
"""


def test_the_version_is_one_that_keeps_its_references():
    assert (6, 11, 3) <= tuple(map(int, version("PySide6-Essentials").split("."))) < (6, 12)


@pytest.fixture(scope="module")
def counted():
    command = [sys.executable, "-c", SCRIPT]
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, env=offscreen, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stderr
    before, after = json.loads(done.stdout)
    return dict(zip((None, True, False), zip(before, after, strict=True), strict=True))


@pytest.mark.parametrize("value", [None, True, False])
def test_calls_and_signals_leave_the_count_alone(counted, value):
    before, after = counted[value]
    assert abs(after - before) < SLACK
