"""What tests of files have: the files of the window, and one with an appraisal in it."""

from pathlib import Path

import pytest
from tests.desktop.conftest import NOON

from appraiser.desktop.files import Files
from appraiser.desktop.recent import RecentFiles
from appraiser.session.opening import create


@pytest.fixture
def recent(home):
    return RecentFiles(home / "recent.json")


@pytest.fixture
def files(app, ask, recent, folders):
    """Give the files of the window, and what was opened, in order."""
    made = Files(ask, recent, lambda: NOON, folders)
    made.opened_ones = []
    made.opened.connect(made.opened_ones.append)
    yield made
    if made.document is not None:
        made.document.discard()


@pytest.fixture
def file(tmp_path, fresh, folders) -> Path:
    """Give a file with an appraisal in it."""
    path = tmp_path / "Fenmarsh.appraisal"
    create(path, fresh, who="somebody", clock=lambda: NOON, folders=folders).close()
    return path
