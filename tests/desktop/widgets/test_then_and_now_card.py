"""The gates under the law of another day."""

from datetime import date

import pytest
from tests.desktop.widgets.library_cards import TODAY, all_words, column

from appraiser.desktop.widgets.then_and_now_card import ThenAndNowCard
from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref


@pytest.fixture
def dates(opened, leicester, shown):
    workspace = opened(leicester)
    card = shown(ThenAndNowCard(workspace), 900, 700)
    workspace.results_changed.connect(card.refresh)
    card.refresh()
    return workspace, card


def give(card: ThenAndNowCard, day: date | None) -> None:
    card.editor.begin(day)
    card.editor.given.emit(day)


def test_the_day_begins_at_today_and_the_appraisals_own_day_says_nothing(dates):
    _, card = dates
    assert card.said == "Type another day."
    assert card.table.isHidden()


def test_another_day_names_the_gates_that_differ_and_the_rules_that_make_it(dates, leicester):
    workspace, card = dates
    give(card, TODAY)
    assert card.said.startswith("Between 12 December 2014 and 26 November 2026 11 gates differ.")
    assert "approval is needed for consultancy above £50,000" in card.said
    rows = list(zip(column(card.table, 0), column(card.table, 1), strict=True))
    at = rows.index(("Orthopaedics CIC by guarantee", "Can be contracted"))
    assert "Only on 12 Dec 2014: Contracts under the 2013 Regulations." in column(card.table, 4)[at]
    assert "Choose a row" in all_words(card)
    card.table.selectRow(at)
    words = all_words(card)
    assert "direct awards A and C need an existing provider" in words
    assert "What would unlock it: " in words
    pending = rows.index(("FT plus", "Lawful"))
    assert "(pending)" in column(card.table, 4)[pending]
    card.table.selectRow(pending)
    assert "not law yet" in all_words(card)
    assert workspace.appraisal == leicester


def test_a_day_on_which_nothing_else_held_says_so(dates):
    _, card = dates
    give(card, date(2014, 12, 1))
    assert card.said.startswith("The law says the same of every option")


def test_no_day_asks_for_one(dates):
    _, card = dates
    give(card, None)
    assert card.said == "Type another day."


def test_without_a_date_of_the_law_it_says_where_to_set_one(dates):
    workspace, card = dates
    workspace.perform(SetField(Ref("question"), "rules_date", None))
    workspace.background.settle()
    assert "Trust and scope" in card.said
