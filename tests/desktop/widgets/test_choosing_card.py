"""Finding a form by questions: a ranking with reasons, and options made of it."""

import pytest
from PySide6.QtWidgets import QPushButton
from tests.desktop.widgets.library_cards import all_words, column

from appraiser.analysis.library.choosing import StaffWish, Wish
from appraiser.desktop.widgets.choosing_card import ChoosingCard
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Listing, Scope


def answer(card: ChoosingCard, **given: str) -> None:
    for name, key in given.items():
        choice = card.lists[next(each for each in Wish if each.name == name.upper())]
        choice.setCurrentIndex(choice.findData(key))
        choice.activated.emit(choice.currentIndex())


@pytest.fixture
def choosing(opened, leicester, shown):
    workspace = opened(leicester)
    return workspace, shown(ChoosingCard(workspace), 800, 700)


def test_the_questions_begin_at_the_scope_of_the_appraisal_and_list_every_form(choosing):
    workspace, card = choosing
    assert card.wishes.scope is workspace.appraisal.question.scope
    assert card.table.rowCount() == len(workspace.catalogue.forms)
    assert {"FT plus", "Internal autonomous unit"} <= set(column(card.table, 0))
    assert "Devolve, test, then let a service go" in all_words(card)


def test_answers_rank_the_forms_anew_with_reasons_and_store_nothing(choosing, leicester):
    workspace, card = choosing
    answer(card, scope="service-line", staff="own", lock="yes")
    assert card.wishes.staff is StaffWish.OWN
    assert column(card.table, 0)[0] == "Community interest company limited by shares"
    assert column(card.table, 1)[0] == "✓ Fits"
    card.table.selectRow(0)
    words = all_words(card)
    assert "A lock in law on assets" in words
    assert "Source: " in words
    assert "Mind: The community test fails" in words
    assert workspace.appraisal == leicester


def test_why_a_form_does_not_fit_is_said_in_its_row(choosing):
    _, card = choosing
    answer(card, stays="yes", partner="yes", way_back="yes")
    row = column(card.table, 0).index("Limited liability partnership")
    assert card.table.item(row, 1).text() == "✗ Does not fit"
    assert "NHS: Leaves the NHS." in card.table.item(row, 2).text()
    assert "Scope: No route in law" in card.table.item(row, 2).text()


def test_the_chosen_form_stays_chosen_when_the_ranking_changes(choosing):
    _, card = choosing
    card.table.selectRow(column(card.table, 0).index("FT plus"))
    answer(card, staff="own")
    assert card.chosen.form == "ft-plus"


def test_the_chosen_form_becomes_an_option_with_what_the_library_says(choosing):
    workspace, card = choosing
    gone = []
    workspace.asked_for.connect(lambda ref, field: gone.append((ref, field)))
    answer(card, scope="service-line")
    card.table.selectRow(column(card.table, 0).index("Co-operative society"))
    card.add_button.click()
    added = workspace.appraisal.options[-1]
    form = workspace.catalogue.forms["co-operative-society"]
    assert (added.name, added.form, added.scope) == (form.name, form.id, Scope.SERVICE_LINE)
    assert (added.stays_in_nhs, added.description) == (False, form.summary)
    assert added.listing is Listing.LONGLIST
    assert gone == [(Ref("options", added.id), "name")]
    assert workspace.document.undo_words == "adding Co-operative society"


def test_the_steps_of_a_staged_route_become_options_but_for_those_there_already(choosing):
    workspace, card = choosing
    before = workspace.appraisal.options
    act = next(
        each
        for each in card.findChildren(QPushButton)
        if each.accessibleName() == "Add the steps of: Devolve, test, then let a service go"
    )
    act.click()
    added = workspace.appraisal.options[len(before) :]
    assert [(each.form, each.scope) for each in added] == [
        ("arms-length-mutual", Scope.SERVICE_LINE)
    ]
    act.click()
    assert len(workspace.appraisal.options) == len(before) + 1


def test_a_route_says_anew_how_far_its_steps_fit(choosing):
    _, card = choosing
    assert "1. Internal autonomous unit, service line (✓ Fits)." in all_words(card)
    answer(card, staff="own")
    assert "1. Internal autonomous unit, service line (✗ Does not fit)." in all_words(card)


def test_with_no_form_chosen_nothing_is_added(choosing, leicester):
    workspace, card = choosing
    card.table.setCurrentCell(-1, -1)
    assert not card.add_button.isEnabled()
    card.add_option()
    assert workspace.appraisal == leicester
