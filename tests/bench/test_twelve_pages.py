"""That every peer is timed on the same paper: its pages, words, tables and figures read back."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

import pypdfium2
import pytest
from pypdfium2 import raw
from tests.bench import twelve_pages
from tests.bench.measuring import Measured, NotMeasured
from tests.bench.paper_content import PAGES
from tests.bench.twelve_pages import OURS, PEERS, lacking, measure
from tests.paper.reading import all_of

from appraiser.figures.geometry import Rect, Text
from appraiser.paper import palette
from appraiser.paper.blocks import BulletList, FigureBlock, Heading, Paper, Paragraph, Table

pytestmark = pytest.mark.filterwarnings("ignore:HarfBuzz-Subset:DeprecationWarning")


@pytest.fixture(scope="module")
def content() -> Paper:
    return twelve_pages.twelve_pages()


HERE = [OURS, *(name for name in PEERS if not lacking(name))]
"""Ours and the peers that are installed, which `dev.py bench` sees to."""


@pytest.fixture(scope="module", params=HERE)
def document(request, content):
    write = import_module(f"tests.bench.paper_peers.{request.param}").write
    with pypdfium2.PdfDocument(write(content)) as found:
        yield found


@pytest.fixture(scope="module")
def text(document) -> str:
    """All its words without the spaces between them, since lines end where a peer likes."""
    return packed(page.get_textpage().get_text_range() for page in document)


def packed(texts: Iterable[str]) -> str:
    """Soft hyphens are what PDFium gives for a hyphen at the end of a line."""
    return "".join("".join(texts).split()).replace("\x02", "-")


def absent(text: str, words: Sequence[str]) -> list[str]:
    return [each for each in words if packed(each) not in text]


def test_the_paper_has_six_tables_and_six_figures(content):
    assert (len(all_of(content, Table)), len(all_of(content, FigureBlock))) == (6, 6)


def test_every_peer_fills_twelve_pages(document):
    assert len(document) == PAGES
    assert all(len(page.get_textpage().get_text_range()) > 600 for page in document)


def test_every_peer_writes_every_heading_and_paragraph(content, text):
    paragraphs = [run.text for each in all_of(content, Paragraph) for run in each.runs]
    points = [
        "".join(run.text for run in item)
        for each in all_of(content, BulletList)
        for item in each.items
    ]
    headings = [each.text for each in all_of(content, Heading)]
    assert absent(text, [*headings, *paragraphs, *points]) == []


def test_every_peer_writes_every_cell_as_often_as_it_stands_there(content, text):
    tables = all_of(content, Table)
    cells = [cell for each in tables for row in each.rows for cell in row.cells if len(cell) > 4]
    assert [cell for cell in set(cells) if text.count(packed(cell)) < cells.count(cell)] == []
    assert absent(text, [words for each in tables for words in (each.caption, *each.header)]) == []


def test_every_peer_draws_the_marks_and_words_of_every_figure(content, document, text):
    marks = [mark for each in all_of(content, FigureBlock) for mark in each.figure.marks]
    assert absent(text, [mark.words for mark in marks if isinstance(mark, Text)]) == []
    wanted = Counter(
        palette.faded(palette.ROLES[mark.role], mark.strength)
        for mark in marks
        if isinstance(mark, Rect)
    )
    assert len(wanted) > 5
    assert wanted - Counter(fills(document)) == Counter()


def fills(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """The colour of every filled path."""
    for page in document:
        for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=10):
            parts = [ctypes.c_uint() for _ in range(4)]
            mode, strokes = ctypes.c_int(), ctypes.c_int()
            assert raw.FPDFPath_GetDrawMode(path.raw, mode, strokes)
            if mode.value and raw.FPDFPageObj_GetFillColor(path.raw, *parts):
                yield "#" + "".join(f"{part.value:02x}" for part in parts[:3])


def test_a_peer_that_is_not_installed_is_not_measured(monkeypatch):
    monkeypatch.setitem(PEERS, "with_none", ("None 1.0", None))
    assert lacking("with_none").startswith("None 1.0 cannot be loaded: No module named")


def test_ours_is_measured_where_no_peer_is_installed(monkeypatch):
    monkeypatch.setattr(twelve_pages, "lacking", lambda name: "it is not here")
    *peers, memory, alike = measure(1)
    assert all(isinstance(line, NotMeasured) and line.why == "it is not here" for line in peers)
    assert len(peers) == 2 * len(PEERS)
    assert isinstance(memory, Measured)
    assert (alike.value, alike.promise) == (0, 0)
