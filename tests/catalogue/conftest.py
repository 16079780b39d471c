from collections.abc import Callable
from pathlib import Path

import pytest

from appraiser.catalogue.loading import Catalogue, load_catalogue

HEAD = 'vintage = "2026-12"\nnote = "Our own."\n'

Write = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The reference data as it is shipped."""
    return load_catalogue()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An empty folder for a trust's own additions."""
    folder = tmp_path / "our-additions"
    folder.mkdir()
    return folder


@pytest.fixture
def write(own: Path) -> Write:
    """Write a file of a trust's own additions: its name, and what follows its head."""

    def written(name: str, text: str) -> Path:
        path = own / name
        path.write_text(HEAD + text, encoding="utf-8")
        return path

    return written
