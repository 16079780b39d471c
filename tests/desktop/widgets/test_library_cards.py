"""The cards that show what the library says: forms, definitions, dates and what was kept."""

import shutil
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableWidget

from appraiser.analysis.library.choosing import StaffWish, Wish
from appraiser.catalogue.loading import load_catalogue
from appraiser.desktop.library_words import behind, said
from appraiser.desktop.widgets.choosing_card import ChoosingCard
from appraiser.desktop.widgets.definition_card import DefinitionCard
from appraiser.desktop.widgets.form_comparison_card import FormComparisonCard
from appraiser.desktop.widgets.inheritance_card import InheritanceCard
from appraiser.desktop.widgets.kept_gates_card import KeptGatesCard
from appraiser.desktop.widgets.then_and_now_card import ThenAndNowCard
from appraiser.domain.edits import AddEntity, RemoveEntity, SetField
from appraiser.domain.ids import FormNoteId, OptionId, Ref
from appraiser.domain.options import FormNote
from appraiser.domain.terms import Answer, Listing, Scope, TransferRoute
from appraiser.resources import resource

CIC = OptionId("orthopaedics-cic")
TODAY = date(2026, 11, 26)


def all_words(card) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in card.findChildren(QLabel) if not each.isHidden())


def column(table: QTableWidget, at: int) -> list[str]:
    return [table.item(line, at).text() for line in range(table.rowCount())]


def answer(card: ChoosingCard, **given: str) -> None:
    for name, key in given.items():
        choice = card.lists[next(each for each in Wish if each.name == name.upper())]
        choice.setCurrentIndex(choice.findData(key))
        choice.activated.emit(choice.currentIndex())


# Choosing


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


# Comparing


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


# Definitions


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


# Inheritance


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


# Then and now


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


# Kept results


@pytest.fixture
def keeping(opened, leicester, shown):
    workspace = opened(leicester)
    card = shown(KeptGatesCard(workspace), 900, 700)
    workspace.results_changed.connect(card.refresh)
    card.refresh()
    return workspace, card


def test_results_are_kept_in_one_step_that_can_be_taken_back(keeping, leicester):
    workspace, card = keeping
    assert card.said.startswith("Nothing is kept yet.")
    card.keep_button.click()
    assert len(workspace.appraisal.kept_gates) == 4 * len(leicester.shortlist)
    assert card.said == (
        "Kept 12 Dec 2014 12:00, under the law of 12 December 2014, with rules last looked over "
        "in 2026-11. No gates say otherwise now."
    )
    assert card.table.isHidden()
    assert workspace.document.undo_words == "keeping the gate results"
    workspace.undo()
    assert workspace.appraisal == leicester


def test_what_a_newer_library_would_change_is_listed(keeping, tmp_path):
    workspace, card = keeping
    card.keep()
    folder = tmp_path / "reference"
    shutil.copytree(resource("reference"), folder)
    rules = folder / "rules.toml"
    text = rules.read_text("utf-8").replace('vintage = "2026-11"', 'vintage = "2027-02"')
    text = text.replace('id = "contracts-2013"', 'id = "contracts-of-2013"')
    rules.write_text(text, encoding="utf-8")
    workspace.catalogue = load_catalogue(folder)
    card.refresh()
    assert "The rules now: 2027-02." in card.said
    assert "Orthopaedics CIC by guarantee" in column(card.table, 0)
    assert "Added: Contracts under the 2013 Regulations. Gone: contracts-2013." in column(
        card.table, 4
    )


def test_an_answer_changed_and_an_option_come_since_are_said(keeping):
    workspace, card = keeping
    card.keep()
    given = workspace.appraisal.gate_answers[0]
    workspace.perform(RemoveEntity(Ref("gate_answers", given.id)))
    out = next(each for each in workspace.appraisal.options if each.listing is Listing.LEFT_OUT)
    workspace.perform(SetField(Ref("options", out.id), "listing", Listing.SHORTLIST))
    workspace.background.settle()
    assert "1 gate says otherwise now." in card.said
    assert f"Not kept, on the shortlist since: {out.name}." in card.said
    assert column(card.table, 4) == ["The same rules: an answer or a barrier has changed."]


def test_without_a_date_or_a_moment_the_rest_is_said(keeping):
    workspace, card = keeping
    workspace.perform(SetField(Ref("question"), "rules_date", None))
    card.keep()
    for each in workspace.appraisal.kept_gates:
        workspace.perform(SetField(Ref("kept_gates", each.id), "kept_at", None))
    card.refresh()
    assert card.said.startswith("Kept, with rules last looked over in 2026-11.")
