"""Slow work is done off the window's thread, and its answers come back in order."""

import threading

import pytest

from appraiser.desktop.background import Background


class Boom(Exception):
    """Something went wrong."""


@pytest.fixture
def background(app):
    made = Background()
    yield made
    made.close()


@pytest.fixture
def heard():
    """Give what was heard back, in order, and on which threads."""
    return []


def test_work_is_done_elsewhere_and_answered_here(background, heard, qtbot):
    threads = []
    background.start(
        lambda: threads.append(threading.current_thread()) or "done",
        lambda answer: heard.append((answer, threading.current_thread())),
        heard.append,
    )
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard == [("done", threading.main_thread())]
    assert threads[0] is not threading.main_thread()


def test_answers_come_in_the_order_the_work_was_begun(background, heard):
    for number in range(20):
        background.start(lambda number=number: number, heard.append, heard.append)
    background.settle()
    assert heard == list(range(20))


def test_a_failure_is_handed_over_and_the_next_work_goes_on(background, heard):
    def fail():
        raise Boom

    background.start(fail, heard.append, lambda error: heard.append(type(error)))
    background.start(lambda: "next", heard.append, heard.append)
    background.settle()
    assert heard == [Boom, "next"]


def test_settling_waits_for_work_that_the_answers_began(background, heard):
    def again(answer):
        heard.append(answer)
        if answer < 3:
            background.start(lambda: answer + 1, again, heard.append)

    background.start(lambda: 1, again, heard.append)
    background.settle()
    assert heard == [1, 2, 3]


def test_settling_with_nothing_under_way_is_done_at_once(background):
    background.settle()


def test_closing_waits_for_the_work_and_drops_its_answer(app, heard):
    background, gate, ended = Background(), threading.Event(), threading.Event()
    background.start(lambda: (gate.wait(), ended.set()), heard.append, heard.append)
    threading.Timer(0.05, gate.set).start()
    background.close()
    assert ended.is_set()
    app.processEvents()
    assert heard == []


def test_closing_without_any_work_is_fine(app):
    Background().close()
