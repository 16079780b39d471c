"""Results kept, and what has changed since."""

import shutil

import pytest
from tests.desktop.widgets.library_cards import column

from appraiser.catalogue.loading import load_catalogue
from appraiser.desktop.widgets.kept_gates_card import KeptGatesCard
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Listing
from appraiser.resources import resource


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
