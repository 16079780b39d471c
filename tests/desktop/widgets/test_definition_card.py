"""Definitions of a mutual, held against an option."""

from dataclasses import replace

import pytest
from tests.desktop.widgets.library_cards import CIC, all_words

from appraiser.desktop.widgets.definition_card import DefinitionCard
from appraiser.domain.edits import SetField
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.terms import Answer


@pytest.fixture
def definitions(opened, leicester, shown):
    workspace = opened(leicester)
    card = DefinitionCard(workspace)
    card.show_option(OptionId("ft-plus"))
    return workspace, shown(card, 800, 700)


def test_each_definition_says_whether_it_is_met_and_which_test_fails(definitions):
    _, card = definitions
    words = all_words(card)
    assert 'It fails: "Has it left the public sector?"' in words
    assert "Every test is met." in words
    assert "It stays an NHS body. Settled by the form." in words
    assert "Answered by the trust." in words


def test_another_option_can_be_chosen_here(definitions):
    _, card = definitions
    card.which.setCurrentIndex(card.which.findData(CIC))
    card.which.activated.emit(card.which.currentIndex())
    assert card.chosen == CIC
    assert "Not answered yet: " in all_words(card)


def test_what_is_open_is_put_among_our_answers_once_and_gone_to(definitions):
    workspace, card = definitions
    gone = []
    workspace.asked_for.connect(lambda ref, field: gone.append((ref, field)))
    workspace.changed.connect(lambda _: card.show_option(None))
    before = len(workspace.appraisal.definition_answers)
    card.open_button.click()
    added = workspace.appraisal.definition_answers[before:]
    assert added
    assert {each.answer for each in added} == {Answer.UNKNOWN}
    assert gone == [(Ref("definition_answers", added[0].id), "answer")]
    card.open_button.click()
    assert len(workspace.appraisal.definition_answers) == before + len(added)
    for each in added:
        workspace.perform(SetField(Ref("definition_answers", each.id), "answer", Answer.YES))
    assert not card.open_button.isEnabled()


def test_an_answer_of_our_own_against_the_form_is_said(definitions):
    workspace, card = definitions
    mine = next(
        each
        for each in workspace.appraisal.definition_answers
        if (each.option, each.test) == ("ft-plus", "left-public-sector")
    )
    workspace.perform(SetField(Ref("definition_answers", mine.id), "answer", Answer.YES))
    card.show_option(OptionId("ft-plus"))
    assert "The form would have answered otherwise." in all_words(card)


def test_without_options_there_is_nothing_to_hold_against_a_definition(opened, fresh):
    card = DefinitionCard(opened(replace(fresh, options=())))
    card.show_option(None)
    card.answer_open()
    assert card.isHidden()
    assert card.chosen is None
