"""The rows of a collection follow the snapshot through edits, undo, redo and moves."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

from appraiser.desktop.models.collection_model import CollectionModel
from appraiser.domain.barriers import Barrier
from appraiser.domain.edits import AddEntity, MoveEntity, RemoveEntity, SetField, Several
from appraiser.domain.ids import Ref

COLUMNS = ("title", "resolver", "likelihood", "due", "show_stopper", "options", "yearly_cost")
ROLE = Qt.ItemDataRole


@pytest.fixture
def barriers(opened, leicester, qtmodeltester):
    """Give the model of the barriers of the Leicester sample, watched by Qt's own tester."""
    workspace = opened(leicester)
    model = CollectionModel(workspace, "barriers", COLUMNS)
    qtmodeltester.check(model, force_py=False)
    return workspace, model


def titles(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_it_shows_a_row_for_each_thing_in_order(barriers, leicester):
    _, model = barriers
    assert titles(model) == [each.title for each in leicester.barriers]
    assert model.ref(2) == Ref("barriers", leicester.barriers[2].id)
    assert model.row_of(model.ref(2)) == 2
    assert model.row_of(Ref("barriers", "no-such-barrier")) == -1


def test_a_cell_shows_a_value_the_way_people_write_it(barriers, leicester):
    workspace, model = barriers
    ref = model.ref(0)
    options = tuple(each.id for each in leicester.options[:2])
    edits = (
        SetField(ref, "show_stopper", True),
        SetField(ref, "yearly_cost", 1_940_000_000),
        SetField(ref, "options", options),
        SetField(ref, "due", None),
    )
    workspace.perform(Several(edits))
    shown = dict(zip(COLUMNS, (model.index(0, at).data() for at in range(7)), strict=True))
    assert shown["resolver"] == leicester.barriers[0].resolver.label
    assert shown["show_stopper"] == "Yes"
    assert shown["yearly_cost"] == "£19,400,000"
    assert shown["options"] == " and ".join(each.name for each in leicester.options[:2])
    assert shown["due"] == ""


def test_numbers_stand_to_the_right(barriers):
    _, model = barriers
    assert model.index(0, 6).data(ROLE.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    assert model.index(0, 0).data(ROLE.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignLeft)


def test_a_tip_shows_a_text_as_it_was_typed(barriers):
    workspace, model = barriers
    workspace.perform(SetField(model.ref(0), "title", "<img src='x'> & <b>more</b>"))
    tip = model.index(0, 0).data(ROLE.ToolTipRole)
    assert tip == "<p>&lt;img src=&#x27;x&#x27;&gt; &amp; &lt;b&gt;more&lt;/b&gt;</p>"


def test_headings_are_the_labels_of_the_fields(barriers):
    _, model = barriers
    heading = model.headerData(1, Qt.Orientation.Horizontal, ROLE.DisplayRole)
    assert heading == "Who can remove it"


def test_a_changed_field_changes_its_row_alone(barriers, qtbot):
    workspace, model = barriers
    plain = CollectionModel(workspace, "barriers", ("title", "status"))
    changed = []
    plain.dataChanged.connect(lambda top, bottom: changed.append((top.row(), bottom.row())))
    workspace.perform(SetField(plain.ref(3), "title", "Another title"))
    assert changed == [(3, 3)]
    assert titles(model)[3] == "Another title"


def test_a_linked_name_follows_when_what_it_links_to_is_renamed(opened, leicester):
    workspace = opened(leicester)
    model = CollectionModel(workspace, "actions", ("title", "barrier"))
    owner = leicester.actions[0].barrier
    workspace.perform(SetField(Ref("barriers", owner), "title", "Renamed"))
    assert model.index(0, 1).data() == "Renamed"


def test_only_wanted_things_are_shown(opened, leicester):
    workspace = opened(leicester)
    model = CollectionModel(workspace, "barriers", ("title",), lambda each: each.show_stopper)
    assert model.rowCount() == sum(each.show_stopper for each in leicester.barriers)


def test_a_place_outside_the_table_has_nothing_and_no_rows(barriers):
    _, model = barriers
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


KINDS = ("add", "remove", "move", "name", "undo", "redo")
acts = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 9)), max_size=12)


@given(acts)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_agrees_with_the_snapshot_whatever_is_done(barriers, acts):
    workspace, model = barriers
    for act, number in acts:
        rows = model.rowCount()
        match act:
            case "add":
                made = Barrier(id=f"barrier-{workspace.document.revision}", title="New")
                workspace.perform(AddEntity("barriers", made, min(number, rows)))
            case "remove" if rows:
                workspace.perform(RemoveEntity(model.ref(number % rows)))
            case "move" if rows:
                workspace.perform(MoveEntity(model.ref(0), number))
            case "name" if rows:
                workspace.perform(SetField(model.ref(number % rows), "title", f"Name {number}"))
            case "undo" if workspace.document.undo_words:
                workspace.undo()
            case "redo" if workspace.document.redo_words:
                workspace.redo()
        assert titles(model) == [each.title for each in workspace.appraisal.barriers]
