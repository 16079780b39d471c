"""What the library says of a barrier, and the three lists of who has to act."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from appraiser.analysis.barriers.register import BarrierList
from appraiser.desktop.widgets.barrier_library_card import BarrierLibraryCard
from appraiser.desktop.widgets.barrier_lists_card import BarrierListsCard
from appraiser.domain.barriers import Action, Barrier, Request
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import ActionId, BarrierId, Ref, RequestId
from appraiser.domain.terms import BarrierStatus, Resolver, TaskStatus


def said(card) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible()]


def barrier(name: str, **changes) -> Barrier:
    return Barrier(id=BarrierId(name), title=name, **changes)


# What the library says


@pytest.fixture
def library_of(opened, shown):
    def make(*barriers, appraisal):
        workspace = opened(replace(appraisal, barriers=barriers))
        return workspace, shown(BarrierLibraryCard(workspace))

    return make


def test_a_kind_shows_what_eases_it_and_the_law_then_and_since(library_of, fresh):
    workspace, card = library_of(barrier("vat", kind="vat"), appraisal=fresh)
    card.show_barrier(BarrierId("vat"))
    lines, kind = said(card), workspace.catalogue.barriers["vat"]

    for expected in (kind.title, kind.prompt, kind.mitigation.text, kind.law_then.text):
        assert expected in lines
    assert kind.law_now.text in lines
    assert "Government and the trust." in lines
    assert {"What eases it", "Law and policy in 2014-15", "Position found since"} <= set(lines)
    assert {"Judgement", "Published"} <= set(lines)
    assert any(
        line.startswith("Source: ") and "24 April 2014" in line and "Finance Act 2015" in line
        for line in lines
    )


def test_what_was_not_confirmed_says_so(library_of, fresh):
    _, card = library_of(barrier("b", kind="training"), appraisal=fresh)
    card.show_barrier(BarrierId("b"))
    assert "To be confirmed" in said(card)


def test_a_note_of_the_library_is_shown(library_of, fresh):
    _, card = library_of(barrier("b", kind="capital"), appraisal=fresh)
    card.show_barrier(BarrierId("b"))
    assert "How lenders see short contracts was not sourced." in said(card)


def test_another_barrier_shows_another_kind_and_none_shows_none(library_of, fresh):
    _, card = library_of(
        barrier("vat", kind="vat"),
        barrier("tupe", kind="tupe"),
        barrier("ours"),
        barrier("odd", kind="not-there"),
        appraisal=fresh,
    )
    card.show_barrier(BarrierId("vat"))
    card.show_barrier(BarrierId("vat"))
    card.show_barrier(BarrierId("tupe"))
    assert "Transfer of staff" in said(card)
    for name in ("ours", "odd"):
        card.show_barrier(BarrierId(name))
        lines = said(card)
        assert "Transfer of staff" not in lines
        assert any(line.startswith("Give this barrier a kind") for line in lines)
    card.show_barrier(None)
    assert any(line.startswith("Choose a barrier") for line in said(card))


# Who has to act


@pytest.fixture
def lists_of(opened, shown):
    def make(appraisal):
        workspace = opened(appraisal)
        return workspace, shown(BarrierListsCard(workspace))

    return make


def test_every_barrier_that_stands_is_in_a_list_with_what_is_asked_and_done(lists_of, leicester):
    _, card = lists_of(leicester)
    lines = said(card)
    names = [each.text() for each in card.findChildren(QPushButton)]

    open_ = [
        each
        for each in leicester.barriers
        if each.status in {BarrierStatus.OPEN, BarrierStatus.IN_HAND}
    ]
    assert sorted(names) == sorted(each.title for each in open_)
    assert [line for line in lines if line.split(":")[0] in {x.label for x in BarrierList}] == [
        "We act: no barriers",
        "Commissioners and others act: 2 barriers",
        "Government is asked: 7 barriers",
    ]
    asked = "Ask Government: Give mutuals that provide NHS care the same VAT refunds as NHS bodies"
    assert f"{asked} (not sent yet)." in lines
    assert "Bars Whole-trust community benefit society until dealt with." in lines
    assert any("Support planned: " in line for line in lines)
    assert any("£19,000,000 a year" in line for line in lines)


def test_what_is_settled_is_in_no_list_and_is_named(lists_of, leicester):
    _, card = lists_of(leicester)
    assert "Dealt with, so in none: Clinical negligence cover" in said(card)[1]


def test_show_stoppers_come_first_then_the_gravest(lists_of, fresh):
    kept = (
        barrier("small", likelihood=1, severity=1),
        barrier("grave", likelihood=5, severity=5),
        barrier("stops", likelihood=1, severity=2, show_stopper=True),
    )
    _, card = lists_of(replace(fresh, barriers=kept))
    assert [each.text() for each in card.findChildren(QPushButton)] == ["stops", "grave", "small"]
    lines = said(card)
    assert {"Risk 2", "Risk 25", "Risk 1", "Bars"} <= set(lines)
    assert "It touches no option yet." in lines
    assert lines.count("Nothing is done or asked about it yet.") == 3
    assert lines.count("The trust. No owner yet. Open.") == 3


def test_actions_and_requests_say_who_by_when_and_how_far(lists_of, fresh):
    name = BarrierId("b")
    kept = barrier(
        "b", owner="Chair", due=date(2015, 3, 1), also_resolver=Resolver.GOVERNMENT, one_off_cost=5
    )
    request = Request(
        id=RequestId("r"),
        barrier=name,
        asked_of=Resolver.COMMISSIONER,
        title="A letter.",
        sent_on=date(2015, 2, 1),
        status=TaskStatus.IN_HAND,
    )
    action = Action(id=ActionId("a"), barrier=name, title="Write", due=date(2015, 1, 31), cost=700)
    _, card = lists_of(replace(fresh, barriers=(kept,), requests=(request,), actions=(action,)))
    lines = said(card)

    assert (
        "The trust, with Government. Owner: Chair, by 1 Mar 2015. Open. £0 once. £7 for actions."
    ) in lines
    assert "Ask commissioners: A letter (sent 1 Feb 2015; in hand)." in lines
    assert "Open: Write (no owner, by 31 Jan 2015)." in lines


def test_a_name_leads_to_its_barrier(lists_of, leicester):
    workspace, card = lists_of(leicester)
    asked = []
    workspace.asked_for.connect(lambda ref, field: asked.append((ref, field)))
    vat = next(each for each in leicester.barriers if each.id == "vat")
    next(each for each in card.findChildren(QPushButton) if each.text() == vat.title).click()
    assert asked == [(Ref("barriers", "vat"), "title")]


def test_it_follows_the_register_and_waits_while_out_of_sight(lists_of, leicester):
    workspace, card = lists_of(leicester)
    workspace.perform(SetField(Ref("barriers", "vat"), "title", "Renamed"))
    assert "Renamed" in [each.text() for each in card.findChildren(QPushButton)]
    workspace.perform(SetField(Ref("trust"), "name", "Another"))
    card.hide()
    workspace.perform(SetField(Ref("barriers", "vat"), "title", "Again"))
    card.show()
    assert "Again" in [each.text() for each in card.findChildren(QPushButton)]


def test_one_list_can_be_shown_alone(lists_of, leicester):
    _, card = lists_of(leicester)
    card.which.setCurrentIndex(card.which.findText("Government is asked"))
    card.which.activated.emit(card.which.currentIndex())
    lines = said(card)
    assert "Government is asked: 7 barriers" in lines
    assert not any(line.startswith("Commissioners and others act") for line in lines)


def test_the_keyboard_goes_down_the_lists_and_stays_with_its_barrier(lists_of, leicester, qtbot):
    workspace, card = lists_of(leicester)
    card.which.setFocus()
    qtbot.keyClick(card.which, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    here = QApplication.focusWidget().text()
    workspace.perform(SetField(Ref("barriers", "vat"), "owner", "Another"))
    assert QApplication.focusWidget().text() == here
    gone = next(each for each in leicester.barriers if each.title == here)
    workspace.perform(RemoveEntity(Ref("barriers", gone.id)))
    assert card.which.hasFocus()


def test_an_empty_register_says_how_to_begin(lists_of, fresh):
    _, card = lists_of(fresh)
    assert said(card) == [
        "Who has to act",
        "No barrier is in the register yet. Add the first under Barriers.",
    ]


def test_a_very_long_list_says_how_many_are_left(lists_of, fresh):
    many = tuple(barrier(f"b{at}") for at in range(27))
    _, card = lists_of(replace(fresh, barriers=many))
    assert "And 2 more barriers in the register." in said(card)
