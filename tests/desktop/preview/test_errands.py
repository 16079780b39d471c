"""One errand at a time, the most urgent first, each asked for anew."""

import threading

import pytest

from appraiser.desktop.background import Background
from appraiser.desktop.preview.errands import Errand, Errands
from appraiser.domain.problem import Problem


class Source:
    """Has things to do, and notes what became of them."""

    def __init__(self, name: str, log: list, work=None) -> None:
        self.todo, self._name, self._log = 0, name, log
        self.then = lambda: None
        self._work = work or (lambda: threading.current_thread() is threading.main_thread())

    def __call__(self) -> Errand | None:
        if not self.todo:
            return None
        self.todo -= 1
        return Errand(self._work, self._done, self._failed)

    def _done(self, answer) -> None:
        self._log.append((self._name, answer))
        self.then()

    def _failed(self, problem: Problem) -> None:
        self._log.append((self._name, problem.what))


@pytest.fixture
def background(app):
    made = Background()
    yield made
    made.close()


def raising(error: Exception):
    def work():
        raise error

    return work


def test_the_more_urgent_go_first_off_this_thread(background, qtbot):
    log = []
    urgent, other = Source("urgent", log), Source("other", log)
    errands = Errands(background, background)
    errands.serve(urgent, other)
    urgent.todo, other.todo = 2, 2
    errands.wake()
    errands.wake()
    qtbot.waitUntil(lambda: len(log) == 4)
    assert log == [("urgent", False)] * 2 + [("other", False)] * 2


def test_what_has_become_urgent_meanwhile_goes_before_what_waits(background, qtbot):
    log = []
    urgent, other = Source("urgent", log), Source("other", log)
    errands = Errands(background, background)
    errands.serve(urgent, other)
    other.todo = 3
    other.then = lambda: setattr(urgent, "todo", len(log) == 1)
    errands.wake()
    qtbot.waitUntil(lambda: len(log) == 4)
    assert [name for name, _ in log] == ["other", "urgent", "other", "other"]


def test_a_problem_is_handed_over_and_the_next_errand_goes_on(background, qtbot):
    log = []
    bad = Source("bad", log, raising(Problem("This page cannot be read.")))
    good = Source("good", log)
    errands = Errands(background, background)
    errands.serve(bad, good)
    bad.todo = good.todo = 1
    errands.wake()
    qtbot.waitUntil(lambda: len(log) == 2)
    assert log == [("bad", "This page cannot be read."), ("good", False)]


def test_a_fault_of_the_program_is_not_swallowed(background, qtbot):
    source = Source("faulty", [], raising(ZeroDivisionError("a fault")))
    errands = Errands(background, background)
    errands.serve(source)
    source.todo = 1
    with qtbot.capture_exceptions() as caught:
        errands.wake()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_nothing_is_begun_once_they_are_closed(background, qtbot):
    log = []
    source = Source("late", log)
    errands = Errands(background, background)
    errands.serve(source)
    source.todo = 1
    errands.wake()
    errands.close()
    qtbot.wait(20)
    background.settle()
    assert (log, source.todo) == ([], 1)
