"""Files that are gone are found out without anyone waiting."""

import pytest
from PySide6.QtCore import QObject
from tests.rights import without_rights

from appraiser.desktop.lookout import Lookout


@pytest.fixture
def owner(app):
    return QObject()


def look(files, owner, qtbot):
    lookout = Lookout(tuple(files), owner)
    with qtbot.waitSignal(lookout.missing) as heard:
        lookout.look()
    return heard.args[0]


def test_only_what_is_gone_is_missing(owner, qtbot, tmp_path):
    there, gone = tmp_path / "there.appraisal", tmp_path / "gone.appraisal"
    there.touch()
    assert look((there, gone), owner, qtbot) == (gone,)
    assert look((), owner, qtbot) == ()


def test_what_cannot_be_reached_is_not_called_missing(owner, qtbot, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    file = closed / "there.appraisal"
    file.touch()
    closed.chmod(0)
    with without_rights(tmp_path):
        found = look((file,), owner, qtbot)
    closed.chmod(0o700)
    assert found == ()


def test_nobody_is_told_once_the_page_that_asked_is_gone(app, tmp_path):
    owner = QObject()
    lookout = Lookout((tmp_path / "gone",), owner)
    owner.deleteLater()
    app.sendPostedEvents(owner, 52)  # what is to be deleted later
    lookout._look()
