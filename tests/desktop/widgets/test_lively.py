"""A text that follows a finger: the page is laid out only where it needs more room."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appraiser.desktop.widgets.lively import Lively
from appraiser.desktop.widgets.parts import words

SHORT = "One line."
LONG = "A sentence that needs more than one line at this width. " * 3


class Layouts(QObject):
    """Counts how often what a text stands in is laid out."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def standing(shown, app):
    """A text on a panel 300 pixels wide, with something below it."""

    def make(label):
        panel, lively, below = QWidget(), Lively(label), words("Below")
        layout = QVBoxLayout(panel)
        layout.addWidget(lively)
        layout.addWidget(below)
        layout.addStretch()
        shown(panel, 300, 400)
        lively.say(SHORT)
        settle()
        return panel, lively, below

    def settle():
        app.processEvents()

    make.settle = settle
    return make


def test_it_says_what_it_is_told(standing) -> None:
    _, lively, _ = standing(words(""))

    lively.say("Something else")

    assert lively.text() == "Something else"


def test_a_text_of_as_many_lines_lays_nothing_out(standing) -> None:
    panel, lively, _ = standing(words(""))
    layouts = Layouts(panel)

    for at in range(20):
        lively.say(f"Line {at}.")
        standing.settle()

    assert layouts.count == 0


def test_a_longer_text_gets_the_room_it_needs_and_keeps_it(standing) -> None:
    panel, lively, below = standing(words(""))
    before = below.y()
    layouts = Layouts(panel)

    lively.say(LONG)
    standing.settle()

    lower = below.y()
    assert layouts.count > 0
    assert lower > before
    assert lively.height() >= lively.heightForWidth(lively.width())

    lively.say(SHORT)
    standing.settle()

    assert below.y() == lower  # nothing jumps back and forth under a finger


def test_at_another_width_only_what_is_said_now_counts(standing) -> None:
    panel, lively, below = standing(words(""))
    before = below.y()
    lively.say(LONG)
    standing.settle()
    lively.say(SHORT)

    panel.resize(320, 400)
    standing.settle()

    assert below.y() == before


def test_when_there_is_more_room_the_next_text_makes_nothing_jump(standing) -> None:
    panel, lively, below = standing(words(""))
    lively.say(LONG)
    standing.settle()

    panel.resize(360, 400)
    standing.settle()
    wider = below.y()
    lively.say(SHORT)
    standing.settle()

    assert lively.height() < lively.heightForWidth(300) + 100
    assert below.y() == wider


def test_a_line_that_does_not_wrap_grows_to_the_side(standing) -> None:
    _, lively, _ = standing(words("", wrap=False))
    narrow = lively.sizeHint().width()

    lively.say("9 of 10 in every case there is")

    assert lively.sizeHint().width() > narrow
    assert lively.minimumSizeHint().width() == lively.sizeHint().width()
