"""Forms side by side, with what each cell rests on."""

from dataclasses import replace

import pytest
from tests.desktop.widgets.library_cards import all_words, column

from appraiser.desktop.library_words import behind, said
from appraiser.desktop.widgets.form_comparison_card import FormComparisonCard
from appraiser.domain.edits import AddEntity
from appraiser.domain.ids import FormNoteId
from appraiser.domain.options import FormNote


@pytest.fixture
def comparing(opened, leicester, shown):
    workspace = opened(leicester)
    return workspace, shown(FormComparisonCard(workspace), 800, 700)


def choose(card: FormComparisonCard, at: int, form: str) -> None:
    card.lists[at].setCurrentIndex(card.lists[at].findData(form))
    card.lists[at].activated.emit(card.lists[at].currentIndex())


def test_it_begins_with_forms_of_the_shortlist_and_shows_every_labelled_cell(comparing):
    _, card = comparing
    headings = [card.table.horizontalHeaderItem(at).text() for at in range(3)]
    assert headings == ["About", "NHS trust as it is", "FT plus"]
    assert {"Law", "Way back", "If it fails", "VAT on bought-in services"} <= set(
        column(card.table, 0)
    )
    assert "20 things are said of each" in all_words(card)


def test_up_to_four_forms_stand_side_by_side_with_the_trusts_own_judgement(comparing):
    _, card = comparing
    choose(card, 2, "internal-autonomous-unit")
    choose(card, 3, "joint-venture")
    assert card.table.columnCount() == 5
    voice = column(card.table, 0).index("Staff ownership or voice")
    assert "(Our own judgement)" in card.table.item(voice, 3).text()
    card.table.setCurrentCell(voice, 3)
    assert "In place of the library's: The team holds" in all_words(card)
    assert "Our reason: " in all_words(card)
    pension = column(card.table, 0).index("NHS Pension Scheme")
    assert card.table.item(pension, 4).text().count("(Published)") == 2


def test_the_chosen_cell_says_what_it_rests_on(comparing):
    _, card = comparing
    card.table.setCurrentCell(0, 1)
    assert "Source: Corporation Tax Act 2010" in all_words(card)
    card.table.setCurrentCell(0, 0)
    assert "Choose a cell" in all_words(card)


def test_what_is_the_same_can_be_left_out(comparing):
    _, card = comparing
    rows = card.table.rowCount()
    card.only.click()
    assert 0 < card.table.rowCount() < rows


def test_the_same_form_twice_is_not_compared(comparing):
    _, card = comparing
    choose(card, 1, "nhs-trust")
    assert card.table.isHidden()
    assert "each of them once" in all_words(card)


def test_it_follows_the_judgements_of_the_appraisal(comparing):
    workspace, card = comparing
    note = FormNote(id=FormNoteId("new"), form="ft-plus", field="law", text="Ours.")
    workspace.perform(AddEntity("form_notes", note))
    card.refresh()
    law = column(card.table, 0).index("Law")
    assert card.table.item(law, 2).text() == "Ours. (Our own judgement)"


def test_an_appraisal_without_a_shortlist_begins_with_two_forms_all_the_same(opened, fresh, shown):
    card = shown(FormComparisonCard(opened(replace(fresh, options=()))), 800, 700)
    assert card.table.columnCount() == 3


def test_a_judgement_says_that_it_claims_no_source(comparing, catalogue):
    from appraiser.analysis.library.comparing import cell_of

    cell = cell_of(catalogue.form("ft-plus"), "fit_whole")
    assert said(cell) == "Yes. It is a form for the whole organisation. (Judgement)"
    assert behind(catalogue, cell) == "Judgement; no source is claimed."
