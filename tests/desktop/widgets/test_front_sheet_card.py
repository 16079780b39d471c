"""A form is chosen, made the trust's own in one step, kept for other appraisals, and removed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.generated import DOT

from appraiser.analysis.library.front_sheets import sheet_fields
from appraiser.catalogue.front_sheets import OWN
from appraiser.desktop.widgets.front_sheet_card import TRUSTS_OWN, FrontSheetCard
from appraiser.domain.edits import AddEntity, RemoveEntity, SetField
from appraiser.domain.front_sheet_facts import FrontSheetFact
from appraiser.domain.ids import Ref

PAPER = Ref("paper")


@pytest.fixture
def open_card(opened, shown):
    def make(appraisal):
        workspace = opened(appraisal)
        return workspace, shown(FrontSheetCard(workspace, lambda: None), 800, 400)

    return make


@pytest.fixture
def sheet(open_card, leicester):
    return open_card(leicester)


def choices(card):
    control = card.form.editor("profile").control
    return [control.itemText(at) for at in range(control.count())]


def chosen(card):
    return card.form.editor("profile").control.currentText()


def choose(card, name):
    """Choose by keyboard, arrow by arrow."""
    control = card.form.editor("profile").control
    control.setFocus()
    control.setCurrentIndex(choices(card).index(name) - 1)
    QTest.keyClick(control, Qt.Key.Key_Down)
    assert chosen(card) == name


def printed(workspace):
    return [
        (each.label, each.fact, each.short, each.text, each.confirmed_by)
        for each in sheet_fields(workspace.appraisal, workspace.catalogue)
    ]


def test_the_librarys_forms_are_offered_before_the_trusts_own(sheet, catalogue):
    _, card = sheet
    assert choices(card) == [each.name for each in catalogue.front_sheets.values()] + [TRUSTS_OWN]
    assert chosen(card) == "Standard"
    assert card.said.startswith("What places the paper on the agenda comes first")
    assert not card.remove_button.isEnabled()


def test_a_form_that_is_chosen_is_the_appraisals_and_says_what_it_rests_on(sheet):
    workspace, card = sheet
    choose(card, "Version and finance lead named")
    assert workspace.appraisal.paper.profile == "finance-lead"
    assert "Seen on a joint committee's front sheet of 2019" in card.said
    assert "Source: Front sheet of a paper" in card.said
    workspace.undo()
    assert chosen(card) == "Standard"


def test_the_standard_form_by_its_name_is_the_standard_form(sheet):
    workspace, card = sheet
    workspace.perform(SetField(PAPER, "profile", "standard"))
    assert chosen(card) == "Standard"
    assert len(choices(card)) == 5


def test_it_is_made_the_trusts_own_in_one_step_and_prints_the_same(sheet, leicester):
    workspace, card = sheet
    workspace.perform(SetField(PAPER, "profile", "objectives"))
    before = printed(workspace)
    card.own_button.click()
    assert workspace.appraisal.paper.profile == OWN
    assert printed(workspace) == before
    assert chosen(card) == TRUSTS_OWN
    assert card.said == "The fields below are the front sheet, in their order."
    assert not card.own_button.isEnabled()
    assert workspace.document.undo_words == "making the front sheet the trust's own"

    workspace.undo()
    workspace.undo()
    assert workspace.appraisal == leicester


def test_choosing_the_trusts_own_for_the_first_time_brings_the_fields_along(sheet, leicester):
    workspace, card = sheet
    before = printed(workspace)
    choose(card, TRUSTS_OWN)
    assert printed(workspace) == before
    workspace.undo()
    assert workspace.appraisal == leicester


def test_looking_at_another_form_and_back_leaves_the_trusts_own_as_it_was(sheet):
    workspace, card = sheet
    card.own_button.click()
    first = workspace.appraisal.front_sheet_fields[0]
    workspace.perform(RemoveEntity(Ref("front_sheet_fields", first.id)))
    own = workspace.appraisal
    choose(card, "Objectives, and whether it may be disclosed")
    choose(card, TRUSTS_OWN)
    assert workspace.appraisal == own


def test_the_own_form_without_a_field_and_a_form_nobody_knows_say_so(open_card, fresh):
    workspace, card = open_card(replace(fresh, paper=replace(fresh.paper, profile=OWN)))
    assert card.said == "The trust's own has no field yet, so the standard one is printed."
    assert card.own_button.isEnabled()
    workspace.perform(SetField(PAPER, "profile", "one-from-elsewhere"))
    assert card.said == (
        'No form called "one-from-elsewhere" is known here, so the standard one is printed.'
    )
    assert chosen(card) == "one-from-elsewhere"


def kept_in(open_card, ask, appraisal, name="Ours"):
    """Make an appraisal's sheet the trust's own, change it, and keep it under a name."""
    workspace, card = open_card(appraisal)
    card.own_button.click()
    law = next(
        each for each in workspace.appraisal.front_sheet_fields if each.fact is FrontSheetFact.LEGAL
    )
    workspace.perform(SetField(Ref("front_sheet_fields", law.id), "label", "What the law says"))
    workspace.perform(SetField(PAPER, "purpose_words", "For a vote"))
    workspace.perform(SetField(PAPER, "logo", DOT))
    ask.will((name,))
    card.keep_button.click()
    return workspace, card


def test_a_kept_form_is_offered_in_every_appraisal_and_taken_in_one_step(
    open_card, ask, leicester, fresh
):
    first, card = kept_in(open_card, ask, leicester)
    assert ask.last_asked[0] == "words"
    assert "Ours (kept on this computer)" in choices(card)
    assert ask.told == []

    other, card = open_card(fresh)
    choose_kept = card.form.editor("profile").control
    choose_kept.setFocus()
    choose_kept.setCurrentIndex(choices(card).index("Ours (kept on this computer)") - 1)
    QTest.keyClick(choose_kept, Qt.Key.Key_Down)

    paper = other.appraisal.paper
    assert (paper.profile, paper.purpose_words, paper.logo) == (OWN, "For a vote", DOT)
    assert chosen(card) == TRUSTS_OWN
    shape = [(label, fact, short) for label, fact, short, _, _ in printed(other)]
    assert shape == [(label, fact, short) for label, fact, short, _, _ in printed(first)]
    assert "What the law says" in [label for label, _, _ in shape]
    assert all(not text and not by for _, _, _, text, by in printed(other))
    assert other.document.undo_words == "taking the front sheet Ours"
    other.undo()
    assert other.appraisal == fresh


def test_one_of_the_same_name_is_replaced_only_when_the_person_says_so(open_card, ask, leicester):
    workspace, card = kept_in(open_card, ask, leicester)
    before = workspace.front_sheets.read()
    workspace.perform(SetField(PAPER, "purpose_words", "For a ballot"))
    ask.will(("ours",), False)
    card.keep_button.click()
    assert workspace.front_sheets.read() == before
    ask.will(("ours",), True)
    card.keep_button.click()
    (sheet,) = workspace.front_sheets.read().sheets.values()
    assert (sheet.name, sheet.purpose_words) == ("ours", "For a ballot")


def test_a_name_no_document_can_hold_is_mended_and_none_is_no_name(open_card, ask, leicester):
    workspace, card = open_card(leicester)
    ask.will(None)
    card.keep_button.click()
    assert workspace.front_sheets.read().sheets == {}
    ask.will(("Ours\x00 and\x0b more",))
    card.keep_button.click()
    assert [each.name for each in workspace.front_sheets.read().sheets.values()] == [
        "Ours and more"
    ]


def test_a_kept_form_is_removed_and_what_took_it_stays(open_card, ask, leicester):
    workspace, card = kept_in(open_card, ask, leicester)
    before = workspace.appraisal
    ask.will(None, "Ours")
    card.remove_button.click()
    assert len(workspace.front_sheets.read().sheets) == 1
    card.remove_button.click()
    assert ask.last_asked[-1] == "Ours"
    assert "Ours (kept on this computer)" not in choices(card)
    assert not card.remove_button.isEnabled()
    assert workspace.appraisal is before


def test_damaged_ones_are_one_plain_sentence_and_can_be_removed(open_card, ask, leicester, folders):
    folders.front_sheets.mkdir(parents=True)
    (folders.front_sheets / "one.json").write_text("{")
    workspace, card = kept_in(open_card, ask, leicester)
    assert card.unread == "A kept front sheet cannot be read and is left where it is: one.json."
    assert "Ours (kept on this computer)" in choices(card)

    (folders.front_sheets / "two.json").write_text("[]")
    _, card = open_card(leicester)
    assert card.unread == (
        "Kept front sheets cannot be read and are left where they are: one.json and two.json."
    )
    ask.will("one (cannot be read)", "two (cannot be read)")
    card.remove_button.click()
    card.remove_button.click()
    assert card.unread == ""
    assert [each.name for each in workspace.front_sheets.read().sheets.values()] == ["Ours"]


def test_what_cannot_be_kept_is_told(open_card, ask, leicester, folders):
    folders.front_sheets.parent.mkdir(parents=True, exist_ok=True)
    folders.front_sheets.write_text("a file in the way")
    _, card = open_card(leicester)
    ask.will(("Ours",))
    card.keep_button.click()
    assert "could not be kept" in ask.last_told.what
    assert ask.last_told.safe


def test_what_is_typed_elsewhere_is_kept_before_the_form_is_made_the_trusts_own(
    opened, leicester, shown
):
    workspace = opened(leicester)
    typed = iter([True])

    def keep_typed():
        if next(typed, False):
            field = replace(leicester.front_sheet_fields[0], id="typed", label="Typed just now")
            workspace.perform(AddEntity("front_sheet_fields", field))

    card = shown(FrontSheetCard(workspace, keep_typed), 800, 400)
    card.own_button.click()
    assert "Typed just now" in [each.label for each in workspace.appraisal.front_sheet_fields]
