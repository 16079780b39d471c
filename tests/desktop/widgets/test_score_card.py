"""Scoring by keyboard: a number and Enter scores and goes on, Delete clears, Tab leaves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from appraiser.desktop.widgets.score_card import ScoreCard
from appraiser.domain.edits import BreakSeal
from appraiser.domain.scores import CONSENSUS, Cell
from appraiser.domain.terms import ValueShape

Key = Qt.Key


@pytest.fixture
def card_of(opened, shown):
    def make(appraisal):
        workspace = opened(appraisal)
        card = shown(ScoreCard(workspace), 860, 900)
        card.table.setFocus()
        return workspace, card

    return make


@pytest.fixture
def scored(card_of, leicester):
    return card_of(leicester)


def type_here(text):
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def at(card):
    return card.table.currentIndex().row(), card.table.currentIndex().column()


def score(workspace, row, column, sheet=CONSENSUS):
    appraisal = workspace.appraisal
    cell = Cell(appraisal.shortlist[row].id, appraisal.criteria[column].id)
    return appraisal.sheets[sheet].cells.get(cell)


def test_a_number_and_enter_scores_and_goes_to_the_next_cell(scored):
    workspace, card = scored
    type_here("55")
    press(Key.Key_Return)
    assert score(workspace, 0, 0).value == 55.0
    assert at(card) == (0, 1)
    assert card.table.hasFocus()


def test_the_last_of_a_row_leads_to_the_next_row_and_the_last_of_all_stays(scored, leicester):
    workspace, card = scored
    last = len(leicester.criteria) - 1
    card.table.setCurrentIndex(card.table.model().index(0, last))
    type_here("10")
    press(Key.Key_Return)
    assert at(card) == (1, 0)
    end = (len(leicester.shortlist) - 1, last)
    card.table.setCurrentIndex(card.table.model().index(*end))
    type_here("20")
    press(Key.Key_Tab)
    assert at(card) == end
    assert score(workspace, *end).value == 20.0
    press(Key.Key_Tab)
    assert not card.table.hasFocus()


def test_escape_leaves_a_cell_as_it_was(scored, leicester):
    workspace, card = scored
    type_here("55")
    press(Key.Key_Escape)
    assert workspace.appraisal == leicester
    assert at(card) == (0, 0)


def test_delete_clears_a_cell(scored):
    workspace, _ = scored
    press(Key.Key_Delete)
    assert score(workspace, 0, 0).value is None
    assert workspace.document.undo_words.startswith("score of Business as usual")


def test_enter_opens_a_cell_with_what_is_in_it(scored, leicester):
    workspace, _ = scored
    press(Key.Key_Return)
    type_here("7")  # over what is there, which is marked
    press(Key.Key_Return)
    assert score(workspace, 0, 0).value == 7.0


def test_a_score_being_typed_is_kept_before_a_save(scored):
    workspace, card = scored
    type_here("55")
    card.keep()
    assert score(workspace, 0, 0).value == 55.0
    assert card.table.hasFocus()


def test_what_is_said_of_a_cell_is_kept_with_its_score(scored):
    workspace, card = scored
    before = score(workspace, 0, 0)
    for name, text in (("reason", "Because"), ("said_by", "Chair"), ("low", "5"), ("high", "60")):
        editor = card._said[name]
        editor.control.setFocus()
        editor.control.selectAll()
        QTest.keyClicks(editor.control, text)
        editor.keep()
    after = replace(before, reason="Because", said_by="Chair", low=5.0, high=60.0)
    assert score(workspace, 0, 0) == after


def test_a_range_the_wrong_way_round_is_told_and_put_back(scored, ask):
    workspace, card = scored
    card.say("high", 60.0)
    before = workspace.appraisal
    editor = card._said["low"]
    typed = editor.typed
    editor.control.setFocus()
    editor.control.selectAll()
    QTest.keyClicks(editor.control, "70")
    editor.keep()
    assert "above the highest" in ask.last_told.what
    assert workspace.appraisal == before
    assert editor.typed == typed


def test_another_cell_shows_what_was_said_of_it(scored, leicester):
    workspace, card = scored
    card.table.setCurrentIndex(card.table.model().index(1, 1))
    assert (
        card._cell_name.text() == f"{leicester.shortlist[1].name} on {leicester.criteria[1].name}"
    )
    assert card._said["reason"].typed == score(workspace, 1, 1).reason


def test_a_reason_typed_for_one_cell_is_not_given_to_the_next(scored, leicester):
    workspace, card = scored
    reason = card._said["reason"].control
    reason.setFocus()
    reason.selectAll()
    QTest.keyClicks(reason, "For the first")
    card.table.setFocus()
    card.table.setCurrentIndex(card.table.model().index(0, 1))
    assert score(workspace, 0, 0).reason == "For the first"
    assert score(workspace, 0, 1).reason != "For the first"


def test_a_scorers_own_sheet_is_chosen_by_role(scored, leicester):
    workspace, card = scored
    names = [card._whose.itemText(at) for at in range(card._whose.count())]
    assert names[0] == "Consensus, agreed in the room"
    assert len(names) == 1 + 2 * len(leicester.scorers)
    assert all(each.name not in " ".join(names) for each in leicester.scorers if each.name)
    card._whose.setCurrentIndex(1)
    card._whose.activated.emit(1)
    card.table.setFocus()
    type_here("9")
    press(Key.Key_Return)
    sheet = card.table.model().sheet
    assert sheet.scorer == leicester.scorers[0].id
    assert score(workspace, 0, 0, sheet).value == 9.0


def test_performance_is_asked_for_only_where_it_is_what_counts(card_of, leicester):
    first = replace(
        leicester.criteria[0], shape=ValueShape.LINEAR, points=((0.0, 0.0), (50.0, 100.0))
    )
    _, card = card_of(replace(leicester, criteria=(first, *leicester.criteria[1:])))
    assert card._said["performance"].isVisible()
    card.table.setCurrentIndex(card.table.model().index(0, 1))
    assert not card._said["performance"].isVisible()


def test_scoring_that_is_not_open_is_told(scored, ask):
    workspace, _ = scored
    workspace.perform(BreakSeal("2014-12-12T14:02", "Chair", "To look again"))
    type_here("5")
    press(Key.Key_Return)
    assert ask.last_told.what == "Scoring is not open."


def test_before_there_is_anything_to_score_the_card_says_so(card_of, fresh):
    _, card = card_of(fresh)
    assert not card.table.isVisible()
    assert card._empty.isVisible()
