"""A barrier that others met is added from the library, with what it brings."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from tests.desktop.answers import NOT_NOW

from appraiser.desktop.pages.gates_page import GatesPage
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import Ref
from appraiser.domain.terms import BarrierStatus, Gate, GateOutcome, Resolver


@pytest.fixture
def page_of(opened, shown):
    def make(appraisal):
        workspace = opened(appraisal)
        page = shown(GatesPage(workspace), 800, 700)
        page.go_to(Ref("barriers"), "")
        return workspace, page

    return make


def push(page, text: str) -> None:
    next(each for each in page.findChildren(QPushButton) if each.text() == text).click()


def said(page) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_adding_from_the_library_is_one_named_step_with_what_it_brings(page_of, fresh, ask):
    workspace, page = page_of(fresh)
    ask.will("Winning the contract, and its length")
    push(page, "Add from the library…")

    kind = workspace.catalogue.barriers["procurement"]
    (made,) = workspace.appraisal.barriers
    assert (made.title, made.kind, made.gate) == (kind.title, "procurement", Gate.CONTRACTABLE)
    assert (made.resolver, made.also_resolver) == (Resolver.COMMISSIONER, Resolver.GOVERNMENT)
    assert (made.description, made.mitigation) == (kind.prompt, kind.mitigation.text)
    assert workspace.document.undo_words == f"adding {kind.title} from the library"
    assert kind.law_then.text in said(page)
    assert kind.law_now.text in said(page)
    workspace.undo()
    assert workspace.appraisal == fresh
    assert "Choose a barrier, or add one from the library" in said(page)


def test_each_of_the_twenty_two_can_be_added(page_of, fresh, ask, catalogue):
    workspace, page = page_of(fresh)
    for kind in catalogue.barriers.values():
        ask.will(kind.title)
        push(page, "Add from the library…")
        made = workspace.appraisal.barriers[-1]
        others = made.also_resolver
        assert (made.kind, made.resolver) == (kind.id, kind.resolvers[0])
        assert others is (kind.resolvers[1] if len(kind.resolvers) > 1 else None)
    assert len(workspace.appraisal.barriers) == 22


def test_what_is_in_the_register_is_marked_and_it_can_be_thought_better_of(page_of, leicester, ask):
    workspace, page = page_of(leicester)
    ask.will(NOT_NOW)
    push(page, "Add from the library…")
    assert workspace.appraisal == leicester
    assert "VAT that can no longer be reclaimed (in the register)" in ask.last_asked
    assert "Transfer of staff" in ask.last_asked


def test_the_barrier_that_is_chosen_decides_what_the_library_shows(page_of, leicester):
    workspace, page = page_of(leicester)
    kinds = workspace.catalogue.barriers
    pensions = next(each for each in leicester.barriers if each.kind == "pensions")
    page.go_to(Ref("barriers", pensions.id), "title")
    assert kinds["pensions"].law_now.text in said(page)
    workspace.perform(SetField(Ref("barriers", pensions.id), "kind", "tupe"))
    assert kinds["tupe"].law_now.text in said(page)
    workspace.perform(RemoveEntity(Ref("barriers", pensions.id)))
    assert kinds["tupe"].law_now.text not in said(page)


def test_a_show_stopper_bars_its_options_until_it_is_accepted_by_a_role_with_a_reason(
    page_of, leicester
):
    option, first = leicester.shortlist[1].id, leicester.barriers[0]
    stops = replace(first, show_stopper=True, options=(option,), status=BarrierStatus.OPEN)
    barriers = (stops, *leicester.barriers[1:])
    workspace, _ = page_of(replace(leicester, barriers=barriers))
    assert workspace.results.of[option].barred
    ref = Ref("barriers", first.id)
    workspace.perform(SetField(ref, "accepted_by", "The board"))
    workspace.perform(SetField(ref, "status_reason", "It is priced."))
    workspace.perform(SetField(ref, "status", BarrierStatus.ACCEPTED))
    workspace.background.settle()
    gates = {each.gate: each.outcome for each in workspace.results.of[option].gates}
    assert gates[stops.gate] is not GateOutcome.BARS


def test_the_lists_lead_to_the_register(page_of, leicester):
    _, page = page_of(leicester)
    page.go_to(Ref("actions"), "")
    assert "Government is asked: 7 barriers" in said(page)
