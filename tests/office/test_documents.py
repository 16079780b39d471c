"""The Word document of each sample, opened by an office program, beside the paper and its PDF."""

import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table as Grid
from docx.text.paragraph import Paragraph as Words
from tests.paper.reading import all_of

from appraiser.paper.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    FigureBlock,
    FrontSheet,
    Heading,
    Paper,
    Paragraph,
    Run,
    Table,
)
from appraiser.paper.composing import compose
from appraiser.resources import sample


@pytest.fixture(scope="module")
def paper(appraisal, results, catalogue) -> Paper:
    return compose(appraisal, results, catalogue)


@pytest.fixture(scope="module")
def document(name, export) -> Path:
    return export(sample(name), "docx")


@pytest.fixture(scope="module")
def saved(document, convert) -> Document:
    """The document as the office program saved it."""
    return docx.Document(str(convert(document, "docx")))


@pytest.fixture(scope="module")
def printed(document, convert) -> list[str]:
    """The text of each page that the office program prints."""
    return _pages(convert(document, "pdf"))


@pytest.fixture(scope="module")
def own_pdf(name, export) -> list[str]:
    """The text of each page of the PDF that is exported beside it."""
    return _pages(export(sample(name), "pdf"))


def _pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def texts_in_order(block: Block) -> Iterator[str]:
    """Give the texts of a block as one reads them, without letters and numbers of lists."""
    match block:
        case FrontSheet():
            yield from (block.trust, block.title, *block.notices)
            yield from (text for each in block.fields for text in (each.label, each.text))
        case Contents():
            yield from (block.title, *(f"{each.number} {each.text}" for each in block.entries))
        case Heading() | Paragraph():
            yield f"{block.number} {block.text}"
        case BulletList():
            yield from map(_text, block.items)
        case Callout():
            yield from (block.title, *map(_text, block.items))
        case Table():
            yield from (block.caption, *block.header)
            yield from (cell for row in block.rows for cell in row.cells)
        case FigureBlock():
            yield block.caption


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def words_of(texts: Iterator[str]) -> list[str]:
    return [word for text in texts for word in text.split()]


def texts_of(document: Document) -> Iterator[str]:
    for each in document.iter_inner_content():
        if isinstance(each, Grid):
            for row in each.rows:
                yield from (cell.text for cell in _cells(row))
        else:
            yield each.text


def _cells(row) -> list:
    """Give the cells of a row, each once however many columns it spans."""
    return list({cell._tc: cell for cell in row.cells}.values())


def test_every_word_survives_in_reading_order(paper, saved):
    expected = words_of(text for block in paper.blocks for text in texts_in_order(block))
    assert words_of(texts_of(saved)) == expected


@pytest.mark.parametrize("pages", ["printed", "own_pdf"])
def test_every_text_is_on_the_printed_pages_of_both(paper, pages, request):
    found = "".join(_run_on(page) for page in request.getfixturevalue(pages))
    missing = {
        line
        for block in paper.blocks
        for text in texts_in_order(block)
        for line in text.split("\n")
        if not all(_run_on(word) in found for word in line.split())
    }
    assert missing == set()


def _run_on(text: str) -> str:
    """Give a text without spaces and hyphens: printing breaks lines, and adds hyphens to them."""
    return re.sub(r"[\s\u00ad\ufffe\x02-]", "", text)


def test_headings_keep_their_levels_and_their_order(paper, saved):
    found = [
        (each.style.name, " ".join(each.text.split()))
        for each in saved.paragraphs
        if each.style.name.startswith("Heading")
    ]
    assert found == [
        (f"Heading {each.level}", " ".join(f"{each.number} {each.text}".split()))
        for each in all_of(paper, Heading)
    ]


def test_tables_keep_their_captions_and_a_heading_row_that_repeats(paper, saved):
    tables = all_of(paper, Table)
    _, *grids = saved.tables
    assert len(grids) == len(tables)
    for table, grid in zip(tables, grids, strict=True):
        head = grid.rows[0]
        assert [cell.text for cell in head.cells] == list(table.header)
        assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    captions = [each.text for each in saved.paragraphs if each.style.name == "Caption"]
    assert captions == [
        block.caption
        for block in paper.blocks
        if isinstance(block, Table | FigureBlock) and block.caption
    ]


def test_a_long_table_repeats_its_headings_on_every_page_it_goes_on(paper, printed):
    longest = max(all_of(paper, Table), key=lambda table: len(table.rows))
    heading = _run_on("".join(longest.header))
    first = next(at for at, page in enumerate(printed) if heading in _run_on(page))
    last_row = _run_on(longest.rows[-1].cells[-1].split("\n")[-1])
    for page in printed[first:]:
        assert heading in _run_on(page)
        if last_row in _run_on(page):
            return
    pytest.fail("the last row is on no page")


def test_pictures_keep_their_words_for_those_who_do_not_see_them(paper, saved):
    said = [shape._inline.docPr.get("descr") for shape in saved.inline_shapes]
    assert said == [each.figure.alt for each in all_of(paper, FigureBlock)]


def test_lists_stay_lists(paper, saved):
    items = [_text(item) for block in all_of(paper, BulletList) for item in block.items]
    bullets = [each.text for each in saved.paragraphs if each.style.name == "List Bullet"]
    assert bullets == items
    letters = [_text(item) for block in all_of(paper, Callout) for item in block.items]
    lettered = [
        each.text for each in saved.paragraphs if each._p.pPr.numPr is not None and _boxed(each)
    ]
    assert lettered == letters


def _boxed(paragraph: Words) -> bool:
    return paragraph.style.name == "Paper callout"


def test_letters_are_printed_before_what_the_board_is_asked(paper, printed):
    (callout,) = all_of(paper, Callout)
    page = next(_run_on(page) for page in printed[1:] if _run_on(callout.title) in _run_on(page))
    for letter, item in zip("abcdefgh", callout.items, strict=False):
        assert f"({letter}){_run_on(_text(item))}" in page


def test_links_lead_to_bookmarks_that_are_there(paper, saved):
    body = saved.element.body
    there = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    wanted = [run for block in all_of(paper, Paragraph) for run in block.runs if run.to]
    entries = [each for block in all_of(paper, Contents) for each in block.entries]
    assert len(links) == len(wanted) + len(entries) > 0
    assert set(links) <= there


def test_title_author_and_language_survive(paper, saved):
    properties = saved.core_properties
    assert properties.title == paper.title
    assert properties.author == (paper.meta.author or paper.meta.trust)
    assert re.split("[: ]", properties.keywords) == re.split("[: ]", paper.meta.made_from)
    (language,) = saved.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    assert language == "en-GB"


def test_every_page_says_which_it_is_of_how_many_and_what_to_know_of_it(paper, printed):
    for number, page in enumerate(printed, start=1):
        said = _run_on(page)
        assert f"Page{number}of{len(printed)}" in said
        assert _run_on(paper.meta.notice) in said
        assert _run_on(paper.meta.version) in said
    assert not [page for page in printed if len(page) < 300]  # no page is all but empty
