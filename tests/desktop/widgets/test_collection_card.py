"""A card over a collection: add, remove, move and edit, by keyboard as by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from appraiser.desktop.widgets.collection_card import CollectionCard, CollectionView
from appraiser.domain.barriers import Barrier
from appraiser.domain.edits import AddEntity, RemoveEntity, SetField
from appraiser.domain.ids import Ref

Key, Mod = Qt.Key, Qt.KeyboardModifier
CHALLENGES = CollectionView(
    "challenges", "Challenges", "What the trust faces.", ("title", "reach"), ("title", "reach")
)
ACTIONS = CollectionView("actions", "Actions", "", ("title", "barrier"), ("title", "barrier"))
COMPARISONS = CollectionView(
    "comparisons", "Pairs", "", ("first", "second"), ("first", "second", "ratio")
)


@pytest.fixture
def challenges(opened, leicester, shown):
    """Show the challenges of the Leicester sample."""
    workspace = opened(leicester)
    return workspace, shown(CollectionCard(workspace, CHALLENGES))


def titles(workspace):
    return [each.title for each in workspace.appraisal.challenges]


def chosen(card):
    return card.table.currentIndex().row()


def title_field(card):
    return card.form.editor("title").control


def test_the_first_thing_is_chosen_and_its_form_shown(challenges, leicester):
    _, card = challenges
    assert chosen(card) == 0
    assert title_field(card).text() == leicester.challenges[0].title


def test_adding_puts_one_at_the_end_and_the_keyboard_in_its_first_field(challenges, leicester):
    workspace, card = challenges
    card.add_button.click()
    assert len(workspace.appraisal.challenges) == len(leicester.challenges) + 1
    assert chosen(card) == len(leicester.challenges)
    assert QApplication.focusWidget() is title_field(card)
    assert title_field(card).text() == ""
    assert workspace.document.undo_words == "adding challenge"


def test_removing_takes_the_chosen_away_and_undo_brings_it_back_in_its_place(challenges, leicester):
    workspace, card = challenges
    card.table.selectRow(1)
    card.remove_button.click()
    assert titles(workspace) == [
        each.title for at, each in enumerate(leicester.challenges) if at != 1
    ]
    workspace.undo()
    assert workspace.appraisal == leicester


def test_delete_removes_and_the_next_is_chosen(challenges, leicester):
    _, card = challenges
    card.table.setFocus()
    card.table.selectRow(1)
    QTest.keyClick(card.table, Key.Key_Delete)
    assert chosen(card) == 1
    assert title_field(card).text() == leicester.challenges[2].title


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_enter_goes_to_the_form(challenges, key):
    _, card = challenges
    card.table.setFocus()
    QTest.keyClick(card.table, key)
    assert QApplication.focusWidget() is title_field(card)


def test_control_and_an_arrow_move_a_thing_and_it_stays_chosen(challenges, leicester):
    workspace, card = challenges
    card.table.setFocus()
    QTest.keyClick(card.table, Key.Key_Down, Mod.ControlModifier)
    before = [each.title for each in leicester.challenges]
    assert titles(workspace) == [before[1], before[0], *before[2:]]
    assert chosen(card) == 1
    QTest.keyClick(card.table, Key.Key_Up, Mod.ControlModifier)
    QTest.keyClick(card.table, Key.Key_Up, Mod.ControlModifier)
    assert titles(workspace) == before
    assert chosen(card) == 0


def test_arrows_choose_and_the_form_follows(challenges, leicester):
    _, card = challenges
    card.table.setFocus()
    QTest.keyClick(card.table, Key.Key_Down)
    assert title_field(card).text() == leicester.challenges[1].title


def test_the_chosen_thing_stays_chosen_when_others_come_and_go(challenges, leicester):
    workspace, card = challenges
    card.table.selectRow(2)
    workspace.perform(RemoveEntity(Ref("challenges", leicester.challenges[0].id)))
    assert title_field(card).text() == leicester.challenges[2].title
    workspace.undo()
    assert title_field(card).text() == leicester.challenges[2].title
    assert chosen(card) == 2


def test_what_is_typed_is_kept_for_the_thing_it_was_typed_for(challenges, leicester):
    workspace, card = challenges
    title_field(card).setFocus()
    title_field(card).selectAll()
    QTest.keyClicks(title_field(card), "Typed")
    card.table.selectRow(1)
    assert titles(workspace)[:2] == ["Typed", leicester.challenges[1].title]


def test_an_empty_collection_shows_only_what_adds_one(opened, fresh, shown):
    workspace = opened(fresh)
    card = shown(CollectionCard(workspace, CHALLENGES))
    assert not card.table.isVisible()
    assert card.form is None
    assert not card.remove_button.isEnabled()
    card.add_button.click()
    assert card.table.isVisible()
    assert card.form.isVisible()
    workspace.undo()
    assert not card.table.isVisible()
    assert not card.form.isVisible()


def test_tab_leads_from_the_table_to_the_buttons_and_into_a_form_made_later(opened, fresh, shown):
    card = shown(CollectionCard(opened(fresh), CHALLENGES))
    card.add_button.click()
    card.table.setFocus()
    passed = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert passed[:2] == [card.add_button, card.remove_button]
    assert passed[2:] == list(card.form.controls)


def test_what_belongs_to_something_waits_until_that_is_there(opened, fresh, shown):
    workspace = opened(fresh)
    card = shown(CollectionCard(workspace, ACTIONS))
    assert not card.add_button.isEnabled()
    workspace.perform(AddEntity("barriers", Barrier(id="barrier-1")))
    assert card.add_button.isEnabled()
    card.add_button.click()
    assert workspace.appraisal.actions[0].barrier == "barrier-1"
    workspace.perform(RemoveEntity(Ref("barriers", "barrier-1")))
    assert workspace.appraisal.actions == ()
    assert not card.add_button.isEnabled()


def test_a_pair_is_of_two_different_criteria(opened, leicester, shown):
    unsealed = opened(leicester)
    card = shown(CollectionCard(unsealed, COMPARISONS))
    made = card._new()
    assert made.first != made.second


def test_what_may_not_be_removed_stays_and_the_reason_is_told(opened, leicester, shown, ask):
    view = CollectionView("options", "Options", "", ("name",), ("name",))
    workspace = opened(leicester)
    card = shown(CollectionCard(workspace, view))
    card.table.selectRow(0)
    card.remove_button.click()
    assert ask.last_told.what.startswith('"Business as usual" is business as usual')
    assert workspace.appraisal == leicester


def test_a_card_leads_to_a_thing_to_its_fields_and_to_what_adds_one(challenges, leicester):
    _, card = challenges
    third = leicester.challenges[2]
    assert card.place_of(Ref("challenges", third.id), "title") is title_field(card)
    assert title_field(card).text() == third.title
    assert card.place_of(Ref("challenges", third.id), "description") is card.table
    assert card.place_of(Ref("challenges"), "") is card.add_button
    assert card.place_of(Ref("challenges", "no-such-challenge"), "title") is None
    assert card.place_of(Ref("barriers"), "") is None


def test_a_renamed_thing_is_renamed_in_the_table_at_once(challenges, leicester):
    workspace, card = challenges
    workspace.perform(SetField(Ref("challenges", leicester.challenges[0].id), "title", "Renamed"))
    assert card.table.model().index(0, 0).data() == "Renamed"
