"""Edits go in, news of what changed comes out, and saving happens by itself."""

import pytest
from tests.desktop.conftest import NOON

from appraiser.desktop import workspace as workspace_module
from appraiser.desktop.background import Background
from appraiser.desktop.theme.tokens import DARK, LIGHT
from appraiser.desktop.workspace import Workspace
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Part
from appraiser.session.opening import create, open_document

NAME = SetField(Ref("trust"), "name", "Another name")


@pytest.fixture
def news(opened, fresh):
    """Give a workspace and what it told, in order."""
    workspace = opened(fresh)
    told = []
    workspace.changed.connect(told.append)
    return workspace, told


def test_an_edit_changes_the_snapshot_and_tells_what_it_touched(news):
    workspace, told = news
    assert workspace.perform(NAME)
    assert workspace.appraisal.trust.name == "Another name"
    assert told == [Part.TRUST]


def test_an_edit_that_changes_nothing_is_no_news(news):
    workspace, told = news
    assert workspace.perform(SetField(Ref("trust"), "name", workspace.appraisal.trust.name))
    assert told == []
    assert workspace.document.undo_words == ""


def test_an_edit_that_is_refused_is_told_in_a_sentence(news, ask):
    workspace, told = news
    assert not workspace.perform(RemoveEntity(Ref("options", "business-as-usual")))
    assert told == []
    assert ask.last_told.safe == "It stays on the shortlist."


def test_undo_and_redo_are_news_too(news):
    workspace, told = news
    workspace.perform(NAME)
    workspace.undo()
    workspace.redo()
    assert told == [Part.TRUST] * 3


def test_undo_with_nothing_to_undo_is_told(news, ask):
    workspace, told = news
    workspace.undo()
    workspace.redo()
    assert [each.what for each in ask.told] == [
        "There is nothing to undo.",
        "There is nothing to redo.",
    ]
    assert told == []


def test_the_results_follow_and_belong_to_the_snapshot_they_were_worked_out_from(news, qtbot):
    workspace, _ = news
    first = workspace.assessed
    with qtbot.waitSignal(workspace.results_changed):
        workspace.perform(NAME)
        assert workspace.assessed is first
    assert workspace.assessed is workspace.appraisal


def test_results_that_come_too_late_are_worked_out_again(news):
    workspace, _ = news
    came = []
    workspace.results_changed.connect(lambda: came.append(workspace.appraisal.trust.name))
    for number in range(5):
        workspace.perform(SetField(Ref("trust"), "name", f"Name {number}"))
    workspace.background.settle()
    assert came == ["Name 4"]


def test_the_clock_is_read_to_the_second_without_a_zone(news):
    workspace, _ = news
    assert workspace.now() == NOON


def test_other_colours_are_passed_on(news):
    workspace, _ = news
    told = []
    workspace.tokens_changed.connect(lambda: told.append(workspace.tokens))
    workspace.set_tokens(DARK)
    assert told == [DARK]


def test_a_page_can_ask_for_a_place(news):
    workspace, _ = news
    asked = []
    workspace.asked_for.connect(lambda place, field: asked.append((place, field)))
    workspace.go_to(Ref("trust"), "income")
    assert asked == [(Ref("trust"), "income")]


@pytest.fixture
def filed(app, ask, folders, fresh, catalogue, tmp_path, monkeypatch):
    """Give a workspace whose appraisal is in a file, and that rests soon."""
    monkeypatch.setattr(workspace_module, "REST_MILLISECONDS", 30)
    path = tmp_path / "Fenmarsh.appraisal"
    document = create(path, fresh, who="a tester", clock=lambda: NOON, folders=folders)
    background = Background()
    workspace = Workspace(document, catalogue, ask, background, lambda: NOON, LIGHT)
    yield workspace, path
    workspace.stop()
    background.close()
    document.end_saving(None)
    document.discard()


def read_back(path, folders):
    document = open_document(path, who="another", folders=folders, read_only=True)
    found = document.appraisal
    document.close()
    return found


def test_what_is_done_is_saved_when_the_keyboard_rests(filed, folders, qtbot):
    workspace, path = filed
    with qtbot.waitSignal(workspace.saved):
        workspace.perform(NAME)
        assert not workspace.document.is_saved
    assert workspace.document.is_saved
    assert read_back(path, folders) == workspace.appraisal


def test_a_file_somebody_else_has_changed_is_not_saved_over(filed, qtbot):
    workspace, path = filed
    path.write_bytes(b"theirs")
    with qtbot.waitSignal(workspace.not_saved) as heard:
        workspace.perform(NAME)
    assert "was changed by another program or person" in heard.args[0].what
    assert path.read_bytes() == b"theirs"
    assert not workspace.document.is_saved


def test_once_stopped_it_saves_no_more_by_itself_until_it_goes_on(filed, qtbot):
    workspace, _ = filed
    workspace.perform(NAME)
    workspace.stop()
    qtbot.wait(120)
    assert not workspace.document.is_saved
    with qtbot.waitSignal(workspace.saved):
        workspace.go_on()


def test_an_appraisal_without_a_file_is_not_saved_by_itself(opened, fresh):
    workspace = opened(fresh)
    workspace.perform(NAME)
    workspace.rest()
    assert not workspace.document.is_saving
