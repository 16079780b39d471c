"""What becomes of pension and cover, by payer and by transfer."""

from datetime import date

import pytest
from tests.desktop.widgets.library_cards import CIC, all_words

from appraiser.desktop.widgets.inheritance_card import InheritanceCard
from appraiser.domain.edits import SetField
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.terms import TransferRoute


@pytest.fixture
def inheriting(opened, leicester, shown):
    workspace = opened(leicester)
    card = shown(InheritanceCard(workspace), 800, 700)
    card.show_option(CIC)
    return workspace, card


def test_pension_and_cover_are_answered_by_payer_until_the_split_is_known(inheriting):
    workspace, card = inheriting
    words = all_words(card)
    assert "both kinds of payer are answered. How staff would move is not said yet." in words
    assert "Contracts with councils are left out" in words
    assert "quotation for cover" in words
    line = workspace.appraisal.service_lines[0]
    workspace.perform(SetField(Ref("service_lines", line.id), "council_income", 25.0))
    workspace.perform(SetField(Ref("options", CIC), "transfer", TransferRoute.VOLUNTARY))
    card.show_option(CIC)
    words = all_words(card)
    assert "Councils pay 25% of the income. How staff move: by their own choice." in words
    assert "paid by councils, 25% of income; by their own choice" in words


def test_an_option_that_stays_in_the_nhs_keeps_both(inheriting):
    _, card = inheriting
    card.show_option(OptionId("ft-plus"))
    assert "The trust stays the employer" in all_words(card)
    assert "Our own judgement" in all_words(card)


def test_a_form_of_two_classes_shows_what_each_inherits(inheriting):
    _, card = inheriting
    card.show_option(OptionId("joint-venture"))
    assert "Company owned by an NHS body: By application" in all_words(card)
    assert "Independent body: A direction under New Fair Deal" in all_words(card)


def test_with_no_option_it_says_how_to_begin(inheriting):
    _, card = inheriting
    card.show_option(None)
    assert "Choose a form" in all_words(card)
    assert "paid by" not in all_words(card)


def test_before_the_schemes_opened_it_says_that_the_library_has_nothing(inheriting):
    workspace, card = inheriting
    workspace.perform(SetField(Ref("question"), "rules_date", date(2012, 1, 1)))
    card.show_option(CIC)
    assert "The library has nothing on this for the date of the law." in all_words(card)
