"""The gates of every option side by side, with what decides the one that is chosen."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from appraiser.desktop.widgets.gate_table import GateCard
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Gate, GateOutcome


@pytest.fixture
def gates(opened, leicester, shown):
    workspace = opened(leicester)
    card = GateCard(workspace)
    workspace.results_changed.connect(card.refresh)
    card.refresh()
    return workspace, shown(card, 860, 700)


def said(card):
    QApplication.processEvents()
    return "\n".join(each.text() for each in card.findChildren(QLabel) if each.isVisible())


def cell(workspace, outcome):
    """Give where a gate says so, and what it says."""
    for row, option in enumerate(workspace.results.options):
        for column, gate in enumerate(option.gates):
            if gate.outcome is outcome:
                return row, column, gate
    raise AssertionError(outcome)


def test_there_is_a_row_for_each_option_and_a_column_for_each_gate(gates, leicester):
    _, card = gates
    rows = [card.table.verticalHeaderItem(at).text() for at in range(card.table.rowCount())]
    columns = [card.table.horizontalHeaderItem(at).text() for at in range(len(Gate))]
    assert rows == [option.name for option in leicester.shortlist]
    assert columns == [gate.label for gate in Gate]


def test_an_outcome_is_a_mark_and_a_word_and_never_colour_alone(gates):
    workspace, card = gates
    row, column, _ = cell(workspace, GateOutcome.BARS)
    assert card.table.item(row, column).text() == "✗ Bars"


def test_the_chosen_cell_says_what_decides_it_and_what_would_unlock_it(gates):
    workspace, card = gates
    row, column, gate = cell(workspace, GateOutcome.BARS)
    card.table.setCurrentCell(row, column)
    for reason in gate.reasons:
        assert reason.words in said(card)
        assert not reason.unlocks or reason.unlocks in said(card)


def test_the_chosen_cell_says_who_could_unlock_it_and_what_it_rests_on(gates, leicester):
    workspace, card = gates
    society = [option.id for option in leicester.shortlist].index("whole-trust-society")
    card.table.setCurrentCell(society, 0)
    assert "An Act of Parliament" in said(card)
    assert "Who could: Government." in said(card)
    assert "Sources: Statutory transactions" in said(card)
    barrier = next(
        (line, column, reason)
        for line, option in enumerate(workspace.results.options)
        for column, gate in enumerate(option.gates)
        for reason in gate.reasons
        if reason.barrier
    )
    card.table.setCurrentCell(barrier[0], barrier[1])
    resolver = next(b.resolver for b in leicester.barriers if b.id == barrier[2].barrier)
    assert f"Who could: {resolver.label}." in said(card)


def test_a_rule_that_is_pending_is_marked_as_not_law_yet(gates):
    workspace, card = gates
    workspace.perform(SetField(Ref("question"), "rules_date", date(2026, 11, 26)))
    workspace.background.settle()
    ids = [option.option for option in workspace.results.options]
    card.table.setCurrentCell(ids.index("ft-plus"), 0)
    assert "! Warning, not law yet: The Health Bill 2026" in said(card)


def test_it_follows_the_results(gates, leicester):
    workspace, card = gates
    last = leicester.shortlist[-1]
    card.table.setCurrentCell(len(leicester.shortlist) - 1, 0)
    workspace.perform(RemoveEntity(Ref("options", last.id)))
    card.refresh()  # before the results have been worked out again
    workspace.background.settle()
    assert card.table.rowCount() == len(leicester.shortlist) - 1
    workspace.undo()
    workspace.background.settle()
    assert card.table.rowCount() == len(leicester.shortlist)


def test_an_option_without_a_name_has_a_row_all_the_same(gates, leicester):
    workspace, card = gates
    workspace.perform(SetField(Ref("options", leicester.shortlist[1].id), "name", ""))
    workspace.background.settle()
    assert card.table.verticalHeaderItem(1).text() == "Unnamed option"


def test_before_the_results_there_is_no_card(opened, fresh):
    workspace = opened(fresh)
    workspace.results = None
    card = GateCard(workspace)
    card.refresh()
    assert card.isHidden()
