"""What the tests of the preview have: an open document, and a preview that is shown."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget

from appraiser.desktop.preview.document import PreviewDocument
from appraiser.desktop.preview.place import Place
from appraiser.desktop.preview.view import PreviewView
from appraiser.desktop.theme.tokens import LIGHT

Opened = Callable[..., PreviewDocument]


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Give a way to open PDFs; they are closed afterwards."""
    documents: list[PreviewDocument] = []

    def open_one(content: bytes, password: str = "") -> PreviewDocument:
        documents.append(PreviewDocument(content, password))
        return documents[-1]

    yield open_one
    for each in documents:
        each.close()


def tip_of(place: Place) -> str:
    return f"Go to where {place.words} is made"


@pytest.fixture
def preview(app, shown: Callable[..., QWidget]) -> Iterator[PreviewView]:
    """Give a preview that is shown and has no paper yet; it is put away afterwards."""
    view = PreviewView(LIGHT, tip_of)
    shown(view, 900, 700)
    yield view
    view.put_away()


Shower = Callable[..., PreviewView]


@pytest.fixture
def with_paper(preview: PreviewView, qtbot) -> Shower:
    """Give a way to show papers in a preview, each until it is there."""

    def show(content: bytes, places: list[Place] | None = None, **how: str) -> PreviewView:
        with qtbot.waitSignal(preview.shown):
            preview.show_paper(content, places or [], **how)
        return preview

    return show
