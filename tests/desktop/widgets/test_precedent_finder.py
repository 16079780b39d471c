"""Precedents and mentors are searched, read with their standing, and leant on in one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from appraiser.desktop.widgets.precedent_finder import PrecedentFinder
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import Ref
from appraiser.domain.money_terms import SupportKind


@pytest.fixture
def finder(opened, leicester, shown):
    workspace = opened(replace(leicester, precedent_uses=()))
    return workspace, shown(PrecedentFinder(workspace), 760, 900)


def said(card) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible()]


def listed(card) -> list[str]:
    return [card.list.item(at).text() for at in range(card.list.count())]


def choose(choices, text: str) -> None:
    at = choices.findText(text)
    assert at >= 0, text
    choices.setCurrentIndex(at)
    choices.activated.emit(at)


def test_everything_is_found_until_something_is_asked(finder):
    workspace, card = finder
    catalogue = workspace.catalogue
    count = len(catalogue.precedents) + len(catalogue.mentors)
    assert card.list.count() == count
    assert f"{count} precedents and mentors found." in said(card)


def test_words_find_and_the_first_found_is_shown_with_its_sources(finder, qtbot):
    workspace, card = finder
    qtbot.keyClicks(card.line, "UNION vote")
    assert listed(card)[0] == (
        "Norfolk and Suffolk NHS Foundation Trust (Pathfinder of 2014; found in lesson, "
        "what happened)"
    )
    lines, known = said(card), workspace.catalogue.precedents["norfolk-and-suffolk-2014"]
    for fact in (known.what, known.outcome, known.lesson):
        assert fact.text in lines
    assert "Mental health" in lines
    assert "Pathfinder of 2014, 2014-15" in lines
    assert {"Published", "Judgement"} <= set(lines)
    assert any(line.startswith("Source: ") and "UNISON" in line for line in lines)


def test_enter_goes_on_to_what_was_found(finder, qtbot):
    _, card = finder
    qtbot.keyClicks(card.line, "contract")
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    assert card.list.hasFocus()
    qtbot.keyClick(card.list, Qt.Key.Key_Down)
    assert card.chosen.entry.name in said(card)
    assert card.list.currentRow() == 1


def test_what_was_chosen_stays_so_while_it_is_found(finder, qtbot):
    _, card = finder
    at = next(row for row, text in enumerate(listed(card)) if text.startswith("SEQOL"))
    card.list.setCurrentRow(at)
    qtbot.keyClicks(card.line, "contract")
    assert card.chosen.entry.id == "seqol"
    qtbot.keyClicks(card.line, " shopping")
    assert card.chosen is None
    assert "No precedents and mentors found." in said(card)
    assert not card.use_button.isEnabled()


def test_kinds_forms_services_and_lessons_narrow_it(finder, qtbot):
    _, card = finder
    choose(card.kinds, "Pathfinder of 2014")
    assert len(listed(card)) == 7
    choose(card.kinds, "Any kind")
    choose(card.forms, "Company owned by an employee ownership trust")
    assert [text.split(" (")[0] for text in listed(card)] == ["Minehead Medical Centre"]
    choose(card.forms, "Any form")
    choose(card.services, "Pathology")
    assert len(listed(card)) == 1
    choose(card.services, "Any service")
    qtbot.keyClicks(card.line, "VAT")
    everywhere = len(listed(card))
    card.lessons.click()
    assert len(listed(card)) < everywhere


def test_what_is_not_confirmed_says_so_in_the_list_and_beside_the_fact(finder, qtbot):
    _, card = finder
    qtbot.keyClicks(card.line, "other three pathfinders")
    assert "; to be confirmed" in listed(card)[0]
    assert "To be confirmed" in said(card)


def test_using_a_precedent_is_one_named_step_with_the_lesson_and_the_option(finder, leicester):
    workspace, card = finder
    option = leicester.shortlist[1]
    choose(card.option, option.name)
    entry = card.chosen.entry
    before = workspace.appraisal
    card.use_button.click()

    (use,) = workspace.appraisal.precedent_uses
    assert (use.precedent, use.option, use.lesson) == (entry.id, option.id, entry.lesson.text)
    assert workspace.document.undo_words == f"using {entry.name}"
    assert not card.use_button.isEnabled()
    assert "Used already; it is under Precedents above." in said(card)
    choose(card.option, "The whole appraisal")
    assert card.use_button.isEnabled()
    workspace.undo()
    assert workspace.appraisal == before
    choose(card.option, option.name)
    assert card.use_button.isEnabled()


def test_a_mentor_is_leant_on_by_name_and_its_time_planned_in_kind(finder):
    workspace, card = finder
    assert not card.plan_button.isVisible()
    choose(card.kinds, "Mentor")
    assert card.list.count() == 13
    assert card.plan_button.isVisible()
    card.use_button.click()
    assert workspace.appraisal.precedent_uses[-1].precedent == "John Lewis Partnership"
    before = workspace.appraisal
    card.plan_button.click()

    line = workspace.appraisal.support_lines[-1]
    assert (line.title, line.kind) == ("Time of John Lewis Partnership", SupportKind.IN_KIND)
    assert (line.day_rate, line.vat_rate) == (0, 0.0)
    assert "To be asked whether they would today." in line.basis
    assert workspace.document.undo_words == "planning the time of John Lewis Partnership"
    assert not card.plan_button.isEnabled()
    assert any("in the support plan already" in text for text in said(card))
    workspace.undo()
    assert workspace.appraisal == before
    assert card.plan_button.isEnabled()


def test_with_nothing_chosen_nothing_is_done(finder, qtbot):
    workspace, card = finder
    before = workspace.appraisal
    qtbot.keyClicks(card.line, "hovercraft")
    card._use()
    card._plan()
    assert workspace.appraisal == before


def test_it_offers_the_options_there_are(finder, leicester):
    workspace, card = finder
    option = leicester.options[-1]
    choose(card.option, option.name)
    workspace.perform(SetField(Ref("trust"), "region", "Elsewhere"))
    workspace.perform(SetField(Ref("options", option.id), "name", "Renamed"))
    assert card.option.currentText() == "Renamed"
    workspace.perform(RemoveEntity(Ref("options", option.id)))
    assert card.option.currentText() == "The whole appraisal"


def test_every_control_has_a_name_and_can_be_reached(finder):
    _, card = finder
    controls = (card.line, card.kinds, card.forms, card.services, card.list, card.option)
    for each in controls:
        assert each.accessibleName()
        assert each.focusPolicy() & Qt.FocusPolicy.TabFocus
    names = {each.accessibleName() for each in card.findChildren(QWidget)}
    assert "Precedents and mentors found" in names
