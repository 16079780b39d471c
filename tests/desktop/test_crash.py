"""A fault of the program is written down and told once, and the program goes on."""

import subprocess
import sys
import textwrap

import pytest

SCRIPT = textwrap.dedent(
    """
    import sys, threading
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget
    from appraiser.desktop.crash import install

    log, told, window = Path(sys.argv[1]), [], threading.main_thread()
    app = QApplication([])
    def tell(problem):
        told.append((problem, threading.current_thread() is window))
    install(log, tell)

    def in_a_slot():
        names = {}
        names["The secret name of a trust"]

    class Painted(QWidget):
        def paintEvent(self, event):
            raise ValueError("another secret in the painting")

    def on_a_thread():
        try:
            raise LookupError("secret cause")
        except LookupError as error:
            raise RuntimeError("secret") from error

    QTimer.singleShot(0, in_a_slot)
    thread = threading.Thread(target=on_a_thread)
    QTimer.singleShot(10, thread.start)
    widget = Painted()
    QTimer.singleShot(20, widget.show)
    QTimer.singleShot(300, app.quit)
    app.exec()

    assert len(told) == 1, told
    (problem, on_the_windows_thread), = told
    assert on_the_windows_thread
    print(problem.what)
    print(problem.safe)
    print(problem.todo)
    print("went on")
    """
)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Run a program with three faults in it: in a slot, on a thread and while painting."""
    log = tmp_path_factory.mktemp("data") / "Appraiser" / "errors.log"
    command = [sys.executable, "-c", SCRIPT, str(log)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, log.read_text("utf-8"), log


def test_the_person_is_told_once_what_is_safe_and_where_it_is_written(run):
    said, _, log = run
    assert "it was nothing you did" in said
    assert "Every change is kept on this computer" in said
    assert str(log) in said


def test_the_program_goes_on(run):
    assert run[0].endswith("went on\n")


def test_every_fault_is_written_down_with_its_place_and_cause(run):
    _, written, _ = run
    for kind in ("KeyError", "ValueError", "RuntimeError", "LookupError"):
        assert f"builtins.{kind}" in written
    assert written.index("LookupError") < written.index("RuntimeError")
    assert "in_a_slot" in written
    assert "on_a_thread" in written
    assert "Qt 6." in written


def test_nothing_of_the_appraisal_is_written_down(run):
    _, written, log = run
    assert "secret" not in written
    assert str(log.parent) not in written
