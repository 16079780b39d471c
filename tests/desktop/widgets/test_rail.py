"""The rail shows how far each stage has got, in marks and in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from appraiser.desktop.theme.tokens import DARK, LIGHT
from appraiser.desktop.widgets.rail import Rail
from appraiser.domain.progress import StageProgress, StageState, progress
from appraiser.domain.terms import Stage


@pytest.fixture
def rail(shown):
    made = Rail(LIGHT)
    made.chosen_ones = []
    made.chosen.connect(made.chosen_ones.append)
    made.show_stage(Stage.TRUST)
    return shown(made, 212, 600)


def entry(rail, stage):
    return next(each for each in rail.findChildren(QAbstractButton) if each.text() == stage.label)


def test_it_lists_the_stages_in_order(rail):
    entries = sorted(rail.findChildren(QAbstractButton), key=lambda each: each.y())
    assert [each.text() for each in entries] == [stage.label for stage in Stage]


def test_each_stage_says_its_state_in_words(rail, fresh):
    rail.show_progress(progress(fresh))
    said = {stage: entry(rail, stage).accessibleDescription() for stage in Stage}
    assert said[Stage.TRUST].startswith("In hand, ")
    assert said[Stage.TRUST].endswith(" in place")
    assert said[Stage.CASE].startswith("Not started, 0 of ")


def test_a_stage_that_is_done_says_no_more_than_that(rail, leicester):
    rail.show_progress(progress(leicester))
    assert entry(rail, Stage.TRUST).accessibleDescription() == "Done"


def test_a_click_or_an_arrow_chooses_a_stage(rail):
    entry(rail, Stage.COSTS).click()
    assert rail.chosen_ones == [Stage.COSTS]
    entry(rail, Stage.COSTS).setFocus()
    QTest.keyClick(entry(rail, Stage.COSTS), Qt.Key.Key_Down)
    assert rail.chosen_ones == [Stage.COSTS, Stage.RESULTS]


def test_the_stage_that_is_shown_is_marked(rail):
    rail.show_stage(Stage.SCORING)
    assert [each.text() for each in rail.findChildren(QAbstractButton) if each.isChecked()] == [
        "Scoring"
    ]
    assert rail.take_keyboard()
    assert entry(rail, Stage.SCORING).hasFocus()


WANT = object()
STATES = {
    StageState.NOT_STARTED: StageProgress(Stage.CASE, 0, 3, (WANT,), ()),
    StageState.IN_HAND: StageProgress(Stage.CASE, 1, 3, (WANT,), ()),
    StageState.BLOCKED: StageProgress(Stage.CASE, 1, 3, (WANT,), (WANT,)),
    StageState.DONE: StageProgress(Stage.CASE, 3, 3, (), ()),
}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_every_state_has_a_mark_of_its_own(rail, tokens):
    rail.set_tokens(tokens)
    marks = set()
    for state, each in STATES.items():
        assert each.state is state
        rail.show_progress((each,))
        marks.add(bytes(entry(rail, Stage.CASE).grab().copy(8, 0, 26, 38).toImage().constBits()))
    assert len(marks) == len(StageState)
