"""The grid of scores: options down, criteria across, typed and cleared like a spreadsheet."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from appraiser.desktop.models.score_model import MISSING, ScoreModel
from appraiser.domain.edits import BreakSeal, SetField
from appraiser.domain.ids import Ref
from appraiser.domain.scores import CONSENSUS, Cell, Score
from appraiser.domain.terms import Listing, ValueShape

ROLE = Qt.ItemDataRole


@pytest.fixture
def grid(opened, leicester, qtmodeltester):
    """Give the model of the consensus of the Leicester sample, watched by Qt's own tester."""
    workspace = opened(leicester)
    model = ScoreModel(workspace)
    qtmodeltester.check(model, force_py=False)
    return workspace, model


def score_at(workspace, model, row, column):
    cells = workspace.appraisal.sheets[model.sheet].cells
    return cells.get(model.cell(model.index(row, column)))


def test_it_shows_the_shortlist_and_the_criteria(grid, leicester):
    _, model = grid
    assert model.rowCount() == len(leicester.shortlist)
    names = [model.headerData(at, Qt.Orientation.Vertical) for at in range(model.rowCount())]
    assert names == [each.name for each in leicester.shortlist]
    heading = model.headerData(0, Qt.Orientation.Horizontal)
    assert heading == leicester.criteria[0].short_name
    tip = model.headerData(0, Qt.Orientation.Horizontal, ROLE.ToolTipRole)
    assert leicester.criteria[0].name in tip


def test_a_number_typed_scores_the_cell_and_undo_takes_it_back(grid):
    workspace, model = grid
    before = score_at(workspace, model, 1, 1)
    assert model.setData(model.index(1, 1), "62.5")
    assert model.index(1, 1).data() == "62.5"
    assert score_at(workspace, model, 1, 1) == replace(before, value=62.5)
    assert workspace.document.undo_words.startswith("score of FT plus on")
    workspace.undo()
    assert score_at(workspace, model, 1, 1) == before


def test_the_same_number_again_is_no_change(grid):
    workspace, model = grid
    assert not model.setData(model.index(1, 1), model.index(1, 1).data(ROLE.EditRole))
    assert workspace.document.undo_words == ""


@pytest.mark.parametrize("typed", ["101", "-1", "lots", "nan", "1e999", "9" * 5000])
def test_what_is_no_score_is_told_and_the_cell_stays(grid, ask, typed):
    workspace, model = grid
    before = model.index(1, 1).data()
    assert not model.setData(model.index(1, 1), typed)
    assert ask.last_told.what == "A score runs from 0 to 100."
    assert model.index(1, 1).data() == before
    assert workspace.document.undo_words == ""


def test_clearing_keeps_what_was_said_of_the_cell(grid):
    workspace, model = grid
    cell = model.index(1, 1)
    workspace.perform(SetField(Ref("scoring"), "note", ""))
    said = score_at(workspace, model, 1, 1)
    model.setData(cell, "")
    assert cell.data() == MISSING
    assert score_at(workspace, model, 1, 1) == replace(said, value=None)


def test_clearing_a_cell_of_which_nothing_was_said_takes_it_away(opened, leicester):
    bare = {
        cell: Score(value=score.value) for cell, score in leicester.sheets[CONSENSUS].cells.items()
    }
    sheet = replace(leicester.sheets[CONSENSUS], cells=bare)
    workspace = opened(replace(leicester, sheets={CONSENSUS: sheet}))
    model = ScoreModel(workspace)
    model.setData(model.index(0, 0), "  ")
    assert score_at(workspace, model, 0, 0) is None


def test_scoring_that_is_not_open_is_refused_in_a_sentence(grid, ask):
    workspace, model = grid
    workspace.perform(BreakSeal("2014-12-12T14:02", "Chair", "To look again"))
    assert not model.setData(model.index(0, 0), "50")
    assert ask.last_told.what == "Scoring is not open."


def test_a_screen_reader_hears_option_criterion_and_score(grid, leicester):
    _, model = grid
    said = model.index(1, 0).data(ROLE.AccessibleTextRole)
    assert leicester.shortlist[1].name in said
    assert leicester.criteria[0].name in said
    assert model.index(1, 0).data() in said


def test_it_follows_options_that_come_and_go_on_the_shortlist(grid, leicester):
    workspace, model = grid
    more = next(each for each in leicester.options if each.listing is Listing.LEFT_OUT)
    workspace.perform(SetField(Ref("options", more.id), "listing", Listing.SHORTLIST))
    assert model.rowCount() == len(leicester.shortlist) + 1
    workspace.undo()
    assert model.rowCount() == len(leicester.shortlist)


def test_each_scorer_has_a_sheet_for_each_round(grid, leicester):
    workspace, model = grid
    key = next(each for each in leicester.sheets if each.scorer is not None)
    model.show_sheet(key)
    cell = model.index(0, 0)
    assert model.index(0, 0).data() != ""
    model.setData(cell, "33")
    assert score_at(workspace, model, 0, 0).value == 33.0
    assert workspace.appraisal.sheets[CONSENSUS] == leicester.sheets[CONSENSUS]


def test_a_sheet_nobody_has_scored_yet_is_empty_and_can_be_begun(opened, leicester):
    key = next(each for each in leicester.sheets if each.scorer is not None)
    rest = {each: sheet for each, sheet in leicester.sheets.items() if each != key}
    workspace = opened(replace(leicester, sheets=rest))
    model = ScoreModel(workspace)
    model.show_sheet(key)
    assert model.index(0, 0).data() == MISSING
    model.setData(model.index(0, 0), "10")
    assert score_at(workspace, model, 0, 0).value == 10.0


def measured(appraisal):
    """Give the sample with its first criterion measured in days."""
    first = replace(
        appraisal.criteria[0],
        shape=ValueShape.LINEAR,
        points=((0.0, 0.0), (50.0, 100.0)),
        unit="days",
    )
    return replace(appraisal, criteria=(first, *appraisal.criteria[1:]))


def test_a_criterion_measured_in_its_own_unit_takes_the_performance(opened, leicester):
    workspace = opened(measured(leicester))
    model = ScoreModel(workspace)
    cell = model.index(1, 0)
    assert model.setData(cell, "1,250")
    assert score_at(workspace, model, 1, 0).performance == 1250.0
    assert cell.data() == "1,250"
    assert cell.data(ROLE.AccessibleTextRole).endswith("1,250 days")
    tip = model.headerData(0, Qt.Orientation.Horizontal, ROLE.ToolTipRole)
    assert "in days" in tip


def test_a_performance_that_is_no_number_is_told(opened, leicester, ask):
    model = ScoreModel(opened(measured(leicester)))
    assert not model.setData(model.index(1, 0), "soon")
    assert "Type a number" in ask.last_told.what


def test_a_place_outside_the_grid_has_nothing_and_cannot_be_typed_in(grid):
    _, model = grid
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_a_cell_is_found_by_its_option_and_criterion(grid, leicester):
    _, model = grid
    option, criterion = leicester.shortlist[2].id, leicester.criteria[3].id
    found = model.index_of(option, criterion)
    assert (found.row(), found.column()) == (2, 3)
    assert model.cell(found) == Cell(option, criterion)
    assert not model.index_of(option, "no-such-criterion").isValid()
