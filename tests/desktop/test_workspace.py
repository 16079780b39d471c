"""Edits go in, news of what changed comes out, and saving happens by itself."""

from concurrent.futures import wait

import pytest
from tests.desktop.conftest import NOON

from appraiser.desktop import workspace as workspace_module
from appraiser.desktop.background import Background
from appraiser.desktop.theme.tokens import DARK, LIGHT
from appraiser.desktop.workspace import Workspace
from appraiser.domain.edits import RemoveEntity, SetField
from appraiser.domain.ids import Ref
from appraiser.domain.problem import Problem
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


# What takes longer


@pytest.fixture
def looked_at(opened, leicester):
    """Give a workspace whose results somebody looks at, and a list of what came of them."""
    workspace = opened(leicester)
    came = []
    workspace.results_changed.connect(lambda: came.append(workspace.results))
    return workspace, came


def other_seed(number):
    return SetField(Ref("robustness"), "seed", number)


def test_results_are_examined_once_and_the_news_follows(looked_at):
    workspace, came = looked_at
    before = workspace.results
    workspace.examine()
    workspace.examine()
    assert workspace.results is before
    workspace.background.settle()
    assert [each.examination is not None for each in came] == [True]
    assert came[0].options == before.options
    workspace.examine()
    workspace.background.settle()
    assert len(came) == 1


def test_results_that_have_nothing_to_examine_are_asked_once_and_are_no_news(opened, fresh):
    workspace = opened(fresh)
    came = []
    workspace.results_changed.connect(lambda: came.append(workspace.results))
    workspace.examine()
    workspace.background.settle()
    workspace.examine()
    workspace.background.settle()
    assert came == []
    assert workspace.results.examination is None


def test_an_edit_while_it_is_examined_breaks_that_off(looked_at):
    workspace, came = looked_at
    workspace.examine()
    workspace.perform(other_seed(1))
    workspace.background.settle()
    assert [each.robustness.seed for each in came] == [1]
    assert workspace.results.examination is None
    workspace.examine()
    workspace.background.settle()
    assert [each.seed for each in workspace.results.examination.other_spreads] == [1, 1, 1]


def test_results_of_an_earlier_snapshot_are_not_examined_in_place_of_the_next(looked_at):
    workspace, came = looked_at
    workspace.perform(other_seed(2))
    workspace.examine()
    workspace.background.settle()
    assert [each.robustness.seed for each in came] == [2]
    assert workspace.results.robustness.seed == 2
    assert workspace.assessed is workspace.appraisal


def test_an_answer_that_comes_after_the_document_moved_on_is_dropped(looked_at):
    workspace, came = looked_at
    old = workspace.results
    workspace.examine()
    wait([future for future, _, _ in workspace.background._under_way])  # not handed over yet
    workspace.perform(other_seed(3))
    workspace.background.settle()
    assert [each.robustness.seed for each in came] == [3]
    assert old.examination is None
    assert workspace.results.examination is None


def test_undo_and_redo_while_it_is_examined_leave_what_is_of_the_snapshot(looked_at):
    workspace, _ = looked_at
    workspace.perform(other_seed(4))
    workspace.background.settle()
    workspace.examine()
    workspace.undo()
    workspace.redo()
    workspace.background.settle()
    assert workspace.results.robustness.seed == 4
    assert workspace.results.examination is None
    assert workspace.assessed is workspace.appraisal


def test_putting_the_document_away_breaks_off_what_is_examined_until_it_stays_open(looked_at):
    workspace, came = looked_at
    workspace.examine()
    workspace.stop()
    workspace.background.settle()
    assert came == []
    workspace.examine()
    workspace.background.settle()
    assert came == []
    workspace.go_on()
    workspace.background.settle()
    assert workspace.results.examination is not None


def test_putting_the_document_away_breaks_off_the_numbers_until_it_stays_open(looked_at):
    workspace, _ = looked_at
    workspace.perform(other_seed(5))
    workspace.stop()
    workspace.background.settle()
    workspace.go_on()
    workspace.background.settle()
    assert workspace.results.robustness.seed == 5
    assert workspace.assessed is workspace.appraisal


def test_numbers_that_nobody_waits_for_are_broken_off(looked_at):
    """A million draws would take long; the edit after them does not wait for them."""
    workspace, came = looked_at
    workspace.perform(SetField(Ref("robustness"), "draws", 2**20))
    workspace.perform(SetField(Ref("robustness"), "draws", 1024))
    workspace.background.settle()
    assert [each.robustness.draws for each in came] == [1024]


def test_a_problem_in_what_takes_longer_is_told_and_leaves_the_results(looked_at, ask):
    workspace, came = looked_at
    workspace._not_examined(Problem("It cannot be examined."))
    assert ask.last_told.what == "It cannot be examined."
    assert came == []
    with pytest.raises(ZeroDivisionError):
        workspace._not_examined(ZeroDivisionError())


def test_a_problem_with_the_numbers_is_told_and_the_next_edit_is_worked_out(looked_at, ask):
    workspace, _ = looked_at
    workspace._failed(Problem("They cannot be worked out."))
    assert ask.last_told.what == "They cannot be worked out."
    workspace.perform(other_seed(6))
    workspace.background.settle()
    assert workspace.results.robustness.seed == 6
    with pytest.raises(ZeroDivisionError):
        workspace._failed(ZeroDivisionError())
