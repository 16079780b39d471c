"""Weights are typed as they were asked for; what they come to is shown beside them."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from tests.desktop.conftest import NOON

from appraiser.desktop.widgets.weights_card import WeightsCard
from appraiser.domain.criteria import Criterion, WeightSet
from appraiser.domain.edits import AddEntity, RemoveEntity, SealWeights, SetField
from appraiser.domain.ids import Ref
from appraiser.domain.sealing import new_seal
from appraiser.domain.terms import WeightMethod

VOICE, COST = Criterion(id="criterion-1", name="Staff voice"), Criterion(id="criterion-2")
PANEL = "panel"


@pytest.fixture
def weighed(opened, fresh, shown):
    """Show the weights of two criteria, nothing weighed yet."""
    sets = (WeightSet(id=PANEL, name="Panel"), WeightSet(id="staff", name="Staff"))
    weighting = replace(fresh.weighting, model_set=PANEL)
    appraisal = replace(fresh, criteria=(VOICE, COST), weight_sets=sets, weighting=weighting)
    workspace = opened(appraisal)
    card = WeightsCard(workspace)
    workspace.changed.connect(card.refresh)
    workspace.results_changed.connect(card.refresh)
    card.refresh()
    return workspace, shown(card)


def line(card, criterion):
    return card._lines[criterion.id][0]


def share(card, criterion):
    return card._lines[criterion.id][1].text()


def weigh(card, criterion, text):
    line(card, criterion).control.setFocus()
    line(card, criterion).control.selectAll()
    QTest.keyClicks(line(card, criterion).control, text)
    line(card, criterion).keep()


def raw(workspace, at=0):
    return workspace.appraisal.weight_sets[at].raw


def test_a_swing_typed_is_kept_and_undone_by_name(weighed):
    workspace, card = weighed
    weigh(card, VOICE, "100")
    assert raw(workspace) == {VOICE.id: 100.0}
    assert workspace.document.undo_words == "weight of Staff voice"
    workspace.undo()
    assert raw(workspace) == {}
    assert line(card, VOICE).typed == ""


def test_weights_are_worked_out_from_the_swings(weighed):
    workspace, card = weighed
    weigh(card, VOICE, "100")
    weigh(card, COST, "25")
    workspace.background.settle()
    assert (share(card, VOICE), share(card, COST)) == ("80%", "20%")


def test_clearing_takes_a_weight_away_rather_than_making_it_nought(weighed):
    workspace, card = weighed
    weigh(card, VOICE, "0")
    assert raw(workspace) == {VOICE.id: 0.0}
    line(card, VOICE).control.clear()
    QTest.keyClicks(line(card, VOICE).control, " ")
    line(card, VOICE).keep()
    assert raw(workspace) == {}


@pytest.mark.parametrize("typed", ["lots", "-5", "nan"])
def test_what_is_no_weight_is_said_and_kept_out(weighed, typed):
    workspace, card = weighed
    weigh(card, VOICE, typed)
    assert line(card, VOICE).wrong
    assert raw(workspace) == {}


def test_each_line_is_named_for_what_is_asked(weighed):
    workspace, card = weighed
    assert line(card, VOICE).control.accessibleName() == "Swing of Staff voice"
    assert line(card, COST).control.accessibleName() == "Swing of Unnamed criterion"
    workspace.perform(SetField(Ref("weight_sets", PANEL), "method", WeightMethod.RANK))
    assert line(card, VOICE).control.accessibleName() == "Rank of Staff voice"


def test_another_set_can_be_shown_and_weighed(weighed):
    workspace, card = weighed
    card._whose.setCurrentIndex(1)
    card._whose.activated.emit(1)
    weigh(card, VOICE, "40")
    assert (raw(workspace, 0), raw(workspace, 1)) == ({}, {VOICE.id: 40.0})
    workspace.background.settle()
    assert share(card, VOICE) == ""
    workspace.perform(RemoveEntity(Ref("weight_sets", "staff")))
    assert card._whose.currentText() == "Panel, used"


def test_sealed_weights_can_be_read_and_not_typed_in(weighed):
    workspace, card = weighed
    weigh(card, VOICE, "100")
    workspace.perform(SealWeights(new_seal(workspace.appraisal, NOON, "The panel")))
    assert line(card, VOICE).control.isReadOnly()
    workspace.undo()
    assert not line(card, VOICE).control.isReadOnly()


def test_a_new_criterion_gets_a_line(weighed):
    workspace, card = weighed
    more = Criterion(id="criterion-3", name="Deliverability")
    workspace.perform(AddEntity("criteria", more))
    assert line(card, more).control.accessibleName() == "Swing of Deliverability"


def test_the_first_criterion_without_a_weight_is_known(weighed):
    _, card = weighed
    weigh(card, VOICE, "100")
    assert card.first_to_weigh is line(card, COST).control
    weigh(card, COST, "50")
    assert card.first_to_weigh is card._whose


def test_without_criteria_there_is_no_card(opened, fresh):
    workspace = opened(fresh)
    card = WeightsCard(workspace)
    card.refresh()
    assert card.isHidden()
