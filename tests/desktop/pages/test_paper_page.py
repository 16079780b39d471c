"""The front sheet on the page of the paper: its form, its fields, and what is printed of them."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.logos import drawn, png
from tests.paper.reading import pages_of

from appraiser.desktop.pages.paper_page import PaperPage
from appraiser.desktop.widgets.collection_card import CollectionCard
from appraiser.desktop.widgets.front_sheet_card import FrontSheetCard
from appraiser.domain.ids import Ref
from appraiser.exporting.to_file import export_to


@pytest.fixture
def page(opened, leicester, shown):
    workspace = opened(leicester)
    return workspace, shown(PaperPage(workspace), 900, 700)


def fields_card(page) -> CollectionCard:
    cards = page.findChildren(CollectionCard)
    return next(each for each in cards if each.view.collection == "front_sheet_fields")


def button(card, text) -> QPushButton:
    return next(each for each in card.findChildren(QPushButton) if each.text() == text)


def labels(workspace):
    return [each.label for each in workspace.appraisal.front_sheet_fields]


def test_the_trusts_own_fields_are_renamed_moved_removed_and_added(page):
    workspace, paper_page = page
    paper_page.findChild(FrontSheetCard).own_button.click()
    card = fields_card(paper_page)
    card.table.selectRow(1)
    button(card, "Move up").click()
    assert labels(workspace)[:3] == ["Date", "Meeting", "Agenda item"]
    button(card, "Move down").click()
    button(card, "Move down").click()
    assert labels(workspace)[:3] == ["Meeting", "Agenda item", "Date"]

    editor = card.form.editor("label").control
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "When")
    card.form.keep()
    assert labels(workspace)[2] == "When"

    card.table.selectRow(0)
    button(card, "Remove front sheet field").click()
    assert labels(workspace)[:2] == ["Agenda item", "When"]
    button(card, "Add front sheet field").click()
    assert labels(workspace)[-1] == ""
    assert card.table.currentIndex().row() == len(labels(workspace)) - 1


def test_the_first_goes_no_further_up_and_the_last_no_further_down(page):
    workspace, paper_page = page
    card, before = fields_card(paper_page), labels(page[0])
    card.table.selectRow(0)
    button(card, "Move up").click()
    card.table.selectRow(len(before) - 1)
    button(card, "Move down").click()
    assert labels(workspace) == before


@pytest.mark.parametrize("field", ["profile", "logo", "purpose_words", "draft", "outline"])
def test_the_drawer_and_the_finder_can_lead_to_every_new_field(page, app, field):
    _, paper_page = page
    assert paper_page.go_to(Ref("paper"), field)
    app.processEvents()
    assert app.focusWidget() is not None
    assert paper_page.isAncestorOf(app.focusWidget())


def test_what_is_chosen_on_the_page_is_what_is_printed(page, ask, tmp_path):
    """From the list and the picture to the PDF that a secretary sends out."""
    workspace, paper_page = page
    card = paper_page.findChild(FrontSheetCard)
    (tmp_path / "logo.png").write_bytes(png(drawn(300, 100)))
    ask.will(tmp_path / "logo.png")
    card.form.editor("logo").choose_button.click()
    card.form.editor("profile").given.emit("objectives")
    card.own_button.click()
    first = workspace.appraisal.front_sheet_fields[0]
    rows = fields_card(paper_page)
    rows.show_thing(Ref("front_sheet_fields", first.id))
    rows.form.give("label", "Which meeting")

    out = tmp_path / "paper.pdf"
    export_to(workspace.appraisal, out)
    text = pages_of(out.read_bytes()).texts[0]
    assert "Which meeting Trust board (illustrative)" in text
    assert "Purpose For decision" in text
    assert "Disclosure Private: not for publication" in text
    assert b"/Subtype /Image" in out.read_bytes()
