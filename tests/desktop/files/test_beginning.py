"""A new appraisal begins in a file, and replaces none without a backup of it."""

from pathlib import Path

import pytest
from tests.desktop.answers import NOT_NOW
from tests.desktop.files.reading import on_shelf, read
from tests.rights import without_rights

from appraiser.domain.terms import Scope
from appraiser.session.opening import find_recoveries


def test_a_new_appraisal_is_begun_in_the_file_that_was_chosen(files, ask, recent, tmp_path):
    path = tmp_path / "Fenmarsh.appraisal"
    ask.will(("Fenmarsh: Community / Health", Scope.SERVICE_LINE), path)
    files.new()
    assert files.document.path == path
    assert files.document.appraisal.question.scope is Scope.SERVICE_LINE
    assert files.opened_ones == [files.document]
    assert [each.path for each in recent.read()] == [path]
    suggested = Path(ask.asked[1][2]).name
    assert suggested == "Fenmarsh Community Health.appraisal"


@pytest.mark.parametrize("answers", [(NOT_NOW,), (("Fenmarsh", Scope.WHOLE_ORGANISATION), NOT_NOW)])
def test_thinking_better_of_a_new_appraisal_begins_nothing(files, ask, answers):
    ask.will(*answers)
    files.new()
    assert files.document is None
    assert files.opened_ones == []


def test_a_file_that_a_new_appraisal_replaces_goes_among_the_backups(files, ask, folders, file):
    ask.will(("Northcliff", Scope.WHOLE_ORGANISATION), file)
    files.new()
    assert read(file, folders).trust.name == "Northcliff"
    names = {read(each, folders).trust.name for each in on_shelf(folders)}
    assert names == {"Fenmarsh Community Health"}


def test_a_name_no_document_can_hold_is_told(files, ask, tmp_path):
    ask.will(("Fen\x00marsh", Scope.WHOLE_ORGANISATION), tmp_path / "x.appraisal")
    files.new()
    assert "cannot stand in a document" in ask.last_told.what
    assert files.document is None


def test_a_folder_that_refuses_is_told_and_leaves_nothing_behind(files, ask, folders, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    ask.will(("Fenmarsh", Scope.WHOLE_ORGANISATION), closed / "Fenmarsh.appraisal")
    for each in (folders.working, folders.backups):
        each.mkdir(parents=True, exist_ok=True)
        each.chmod(0o777)
    with without_rights(tmp_path), without_rights(folders.working):
        files.new()
    assert "not allowed to write there" in ask.last_told.what
    assert ask.last_told.todo
    assert files.document is None
    assert find_recoveries(folders=folders) == ()
