"""What the buttons of the pages do, as one named step that can be taken back."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableWidget
from tests.desktop.answers import NOT_NOW

from appraiser.desktop.page_list import page_list
from appraiser.domain.edits import SetField
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Listing, Stage

PAGES = {info.stage: info for info in page_list()}


@pytest.fixture
def page_of(opened, shown):
    def make(appraisal, stage):
        workspace = opened(appraisal)
        return workspace, shown(PAGES[stage].build(workspace), 800, 700)

    return make


def push(page, text: str) -> None:
    buttons = [each for each in page.findChildren(QPushButton) if each.text() == text]
    assert buttons, text
    buttons[0].click()


def words(page) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def choose_option(page, option) -> None:
    page.go_to(Ref("options", option.id), "name")


# Trust and scope


def test_the_programme_is_filled_in_from_its_template_in_one_step(page_of, leicester, fresh):
    question = replace(fresh.question, rules_date=leicester.question.rules_date)
    programme = replace(fresh.programme, template=leicester.programme.template)
    appraisal = replace(fresh, question=question, programme=programme)
    workspace, page = page_of(appraisal, Stage.TRUST)
    page.go_to(Ref("programme"), "name")
    push(page, "Fill in from the template")
    filled = workspace.appraisal
    assert filled.programme.cap == 10_000_000
    assert filled.programme.template == leicester.programme.template
    assert filled.eoi_answers
    assert workspace.document.undo_words == "filling in the programme"
    workspace.undo()
    assert workspace.appraisal == appraisal


def test_without_a_template_nothing_is_filled_in(page_of, fresh):
    workspace, page = page_of(fresh, Stage.TRUST)
    page.go_to(Ref("programme"), "name")
    push(page, "Fill in from the template")
    assert workspace.appraisal == fresh


# Options


def test_an_option_is_left_out_with_a_reason_who_decided_and_the_day(page_of, leicester, ask):
    workspace, page = page_of(leicester, Stage.OPTIONS)
    option = leicester.shortlist[-1]
    choose_option(page, option)
    ask.will(("It cannot be contracted", "Board"))
    push(page, "Leave out…")
    assert option.name in ask.last_asked[2]
    left = workspace.appraisal.option(option.id)
    assert left.listing is Listing.LEFT_OUT
    assert (left.listing_reason, left.left_out_by) == ("It cannot be contracted", "Board")
    assert left.left_out_on == workspace.now().date()
    assert f"{len(leicester.shortlist) - 1} options on the shortlist" in words(page)


def test_leaving_out_can_be_thought_better_of(page_of, leicester, ask):
    workspace, page = page_of(leicester, Stage.OPTIONS)
    choose_option(page, leicester.shortlist[-1])
    ask.will(NOT_NOW)
    push(page, "Leave out…")
    assert workspace.appraisal == leicester


def test_business_as_usual_cannot_be_left_out(page_of, leicester, ask):
    workspace, page = page_of(leicester, Stage.OPTIONS)
    choose_option(page, leicester.shortlist[0])
    ask.will(("No need", "Board"))
    push(page, "Leave out…")
    assert "is business as usual" in ask.last_told.what
    assert workspace.appraisal == leicester


def test_an_option_comes_back_on_the_shortlist(page_of, leicester):
    workspace, page = page_of(leicester, Stage.OPTIONS)
    out = next(each for each in leicester.options if each.listing is Listing.LEFT_OUT)
    choose_option(page, out)
    push(page, "Shortlist")
    assert workspace.appraisal.option(out.id).listing is Listing.SHORTLIST


def test_what_the_form_says_is_taken_without_overwriting_words(page_of, leicester):
    workspace, page = page_of(leicester, Stage.OPTIONS)
    option = next(each for each in leicester.options if each.form and not each.stays_in_nhs)
    ref = Ref("options", option.id)
    workspace.perform(SetField(ref, "description", ""))
    workspace.perform(SetField(ref, "stays_in_nhs", True))
    choose_option(page, option)
    push(page, "Take from the form")
    taken = workspace.appraisal.option(option.id)
    form = workspace.catalogue.forms[option.form]
    assert (taken.stays_in_nhs, taken.description) == (form.stays_in_nhs, form.summary)
    workspace.perform(SetField(ref, "description", "Our own words"))
    push(page, "Take from the form")
    assert workspace.appraisal.option(option.id).description == "Our own words"


def test_what_an_option_inherits_is_shown_with_its_standing(page_of, leicester):
    workspace, page = page_of(leicester, Stage.OPTIONS)
    option = next(each for each in leicester.options if each.form)
    choose_option(page, option)
    form = workspace.catalogue.forms[option.form]
    assert form.summary in words(page)
    workspace.perform(SetField(Ref("options", option.id), "form", ""))
    assert "Choose a form" in words(page)


# Criteria and weights


def test_the_template_gives_criteria_that_can_be_changed(page_of, fresh):
    workspace, page = page_of(fresh, Stage.WEIGHTS)
    push(page, "Use the template")
    assert len(workspace.appraisal.criteria) >= 5
    assert all(each.anchor_0 and each.anchor_100 for each in workspace.appraisal.criteria)
    assert workspace.document.undo_words.startswith("using ")
    workspace.undo()
    assert workspace.appraisal == fresh


def test_sealing_asks_by_whom_and_breaking_why(page_of, leicester, ask):
    workspace, page = page_of(leicester, Stage.WEIGHTS)
    ask.will(("The union asked for another look", "Chair"))
    push(page, "Break the seal…")
    assert workspace.appraisal.seal is None
    assert workspace.appraisal.seals[-1].broken_reason == "The union asked for another look"
    assert "Not sealed yet." in words(page)
    ask.will(("The panel",))
    push(page, "Seal…")
    assert workspace.appraisal.seal.sealed_by == "The panel"
    assert "Sealed 12 Dec 2014 12:00 by The panel." in words(page)


def test_seals_are_shown_as_a_record_that_nobody_can_change(page_of, leicester, ask):
    workspace, page = page_of(leicester, Stage.WEIGHTS)
    ask.will(("To look again", "Chair"))
    push(page, "Break the seal…")
    page.go_to(Ref("seals"), "")
    table = next(t for t in page.findChildren(QTableWidget) if t.accessibleName() == "Seals")
    row = [table.item(0, column).text() for column in range(table.columnCount())]
    assert row[2:] == ["Chair", "12 Dec 2014 12:00", "To look again"]
    assert workspace.appraisal.seals


def test_sealing_with_nothing_to_seal_is_told(page_of, fresh, ask):
    workspace, page = page_of(fresh, Stage.WEIGHTS)
    ask.will(("The panel",))
    push(page, "Seal…")
    assert ask.last_told.what == "There is nothing to seal yet."
    assert workspace.appraisal == fresh


def test_changing_a_sealed_criterion_is_told_and_put_back(page_of, leicester, ask):
    workspace, page = page_of(leicester, Stage.WEIGHTS)
    criterion = leicester.criteria[0]
    page.go_to(Ref("criteria", criterion.id), "anchor_0")
    QApplication.focusWidget().insertPlainText("Changed ")
    page.keep()
    assert ask.last_told.what == "The criteria and weights are sealed."
    assert workspace.appraisal == leicester
    assert QApplication.focusWidget().toPlainText() == criterion.anchor_0


# Scoring, results, support


def test_the_scoring_page_says_whether_scoring_is_open(page_of, leicester, fresh):
    assert "Scoring opens when" in words(page_of(fresh, Stage.SCORING)[1])
    assert "Totals use consensus scores." in words(page_of(leicester, Stage.SCORING)[1])


def test_the_results_say_who_leads_and_rank_every_option(page_of, leicester):
    workspace, page = page_of(leicester, Stage.RESULTS)
    totals = next(
        table
        for table in page.findChildren(QTableWidget)
        if table.accessibleName() == "Totals and ranks"
    )
    names = {totals.item(row, 0).text() for row in range(totals.rowCount())}
    assert names == {option.name for option in leicester.shortlist}
    assert " leads by " in words(page)
    workspace.perform(SetField(Ref("options", leicester.shortlist[1].id), "name", "Renamed"))
    workspace.background.settle()
    names = {totals.item(row, 0).text() for row in range(totals.rowCount())}
    assert "Renamed" in names


def test_the_support_page_says_what_is_used_and_left(page_of, leicester):
    workspace, page = page_of(leicester, Stage.SUPPORT)
    assert " of £100,000, " in words(page)
    workspace.perform(SetField(Ref("programme"), "cap", 1_000_00))
    workspace.background.settle()
    assert " over the cap of £1,000." in words(page)
    workspace.perform(SetField(Ref("programme"), "cap", None))
    workspace.background.settle()
    assert "the programme sets no cap" in words(page)


def test_the_costs_are_totalled_for_each_option(page_of, leicester):
    workspace, page = page_of(leicester, Stage.COSTS)
    table = next(
        t for t in page.findChildren(QTableWidget) if t.accessibleName() == "What it comes to"
    )
    assert table.rowCount() == len(leicester.shortlist)
    assert workspace.results.options


# Board paper


def test_the_paper_page_says_what_is_missing(page_of, leicester, fresh):
    assert "missing" in words(page_of(fresh, Stage.PAPER)[1])
    assert "Nothing is missing." in words(page_of(leicester, Stage.PAPER)[1])


def test_exporting_asks_where_and_writes_off_the_windows_thread(page_of, leicester, ask, tmp_path):
    workspace, page = page_of(leicester, Stage.PAPER)
    out = tmp_path / "paper.html"
    ask.will(out)
    page.act()
    assert page.export_button.is_writing
    workspace.background.settle()
    assert not page.export_button.is_writing
    assert leicester.trust.name in out.read_text("utf-8")
    assert f"The paper was written to {out}." in words(page)


def test_exporting_can_be_thought_better_of(page_of, leicester, ask):
    _, page = page_of(leicester, Stage.PAPER)
    ask.will(NOT_NOW)
    page.act()
    assert not page.export_button.is_writing


def test_an_export_that_cannot_be_written_is_told_and_can_be_tried_again(
    page_of, leicester, ask, tmp_path
):
    workspace, page = page_of(leicester, Stage.PAPER)
    ask.will(tmp_path / "paper.odd")
    page.act()
    workspace.background.settle()
    assert "nothing is written in" in ask.last_told.what
    assert not page.export_button.is_writing


# Case for change


def test_the_expression_of_interest_is_exported_from_its_page(page_of, leicester, ask, tmp_path):
    workspace, page = page_of(leicester, Stage.CASE)
    out = tmp_path / "expression.html"
    ask.will(NOT_NOW, out)
    push(page, "Export expression of interest…")
    assert not page.export_button.is_writing
    push(page, "Export expression of interest…")
    assert page.export_button.is_writing
    workspace.background.settle()
    assert not page.export_button.is_writing
    assert "Expression of interest" in out.read_text(encoding="utf-8")
    assert ask.last_asked[0] == "path_to_save"
    assert ask.last_asked[2].endswith("expression-of-interest.pdf")


def test_an_expression_of_interest_that_cannot_be_written_is_told(
    page_of, leicester, ask, tmp_path
):
    workspace, page = page_of(leicester, Stage.CASE)
    ask.will(tmp_path / "expression.xlsx")
    push(page, "Export expression of interest…")
    workspace.background.settle()
    assert "no expression of interest is written in" in ask.last_told.what
    assert not page.export_button.is_writing
