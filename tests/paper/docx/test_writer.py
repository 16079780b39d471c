"""The Word document, read back."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm
from tests.logos import LOGO
from tests.paper.pdf.test_writer import everywhere
from tests.paper.reading import all_of

from appraiser.domain.appraisal import Appraisal
from appraiser.paper.blocks import FigureBlock, FrontSheet, Heading, Paper, Table
from appraiser.paper.docx.writer import write_docx
from appraiser.paper.logo import fitted_logo


@pytest.fixture(scope="module")
def content(paper: Paper) -> bytes:
    return write_docx(paper)


@pytest.fixture(scope="module")
def word(content: bytes):
    return docx.Document(BytesIO(content))


def test_headings_are_real_headings_in_their_order(paper: Paper, word):
    found = [
        (each.style.name, each.text)
        for each in word.paragraphs
        if each.style.name.startswith("Heading")
    ]
    assert found == [
        (f"Heading {each.level}", f"{each.number}\t{each.text}" if each.number else each.text)
        for each in all_of(paper, Heading)
    ]


def test_the_document_holds_the_trust_the_options_the_verdict_and_the_cap(
    leicester: Appraisal, word
):
    text = "\n".join(each.text for each in word.paragraphs)
    cells = {
        line
        for table in word.tables
        for row in table.rows
        for cell in row.cells
        for line in cell.text.split("\n")
    }
    assert leicester.trust.name in text
    assert "Narrow leader." in text
    assert "£100,000" in text
    assert {option.name for option in leicester.shortlist} <= cells


def test_every_table_has_a_heading_row_that_repeats_and_its_caption(paper: Paper, word):
    tables = all_of(paper, Table)
    _, *found = word.tables  # the first holds the fields of the front sheet
    assert len(found) == len(tables)
    for wanted, table in zip(tables, found, strict=True):
        head = table.rows[0]
        assert head._tr.trPr.find(qn("w:tblHeader")) is not None
        assert [cell.text for cell in head.cells] == list(wanted.header)
        assert head.cells[0].paragraphs[0].style.name == "Paper cell"
    captions = [each.text for each in word.paragraphs if each.style.name == "Caption"]
    assert [each.caption for each in tables if each.caption] == [
        each for each in captions if each not in {f.caption for f in all_of(paper, FigureBlock)}
    ]


def test_every_figure_has_words_for_those_who_do_not_see_it(paper: Paper, word):
    said = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert said == [each.figure.alt for each in all_of(paper, FigureBlock)]


def test_every_link_leads_to_a_bookmark(word):
    body = word.element.body
    names = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    links = {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))}
    assert links
    assert links <= names


def test_title_language_notice_and_pages_are_set(paper: Paper, word):
    assert word.core_properties.title == paper.title
    assert word.core_properties.language == "en-GB"
    foot = word.sections[0].footer.paragraphs[0]
    assert paper.meta.notice in foot.text
    fields = [each.get(qn("w:instr")) for each in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_same_paper_gives_the_same_bytes(paper: Paper, content: bytes):
    assert write_docx(paper) == content


@pytest.mark.parametrize(
    "text", ["<b>&amp;</b>\x00\x0b\ufffe", "🏥 שלום", "x" * 100_000, "line\n" * 500]
)
def test_whatever_people_type_is_written_as_text(text: str):
    word = docx.Document(BytesIO(write_docx(everywhere(text))))
    shown = "\n".join(each.text for each in word.paragraphs)
    assert text[:5] in shown


def test_the_properties_give_the_day_of_the_paper_or_no_day_at_all(paper: Paper):
    def properties(dated: date | None):
        content = write_docx(replace(paper, meta=replace(paper.meta, dated=dated)))
        return docx.Document(BytesIO(content)).core_properties

    found = properties(date(2026, 11, 26))
    assert found.created.date() == found.modified.date() == date(2026, 11, 26)
    undated = properties(None)
    assert undated.created is None
    assert undated.modified is None


def test_the_logo_comes_first_at_the_right_with_its_words_and_in_its_shape(paper: Paper):
    (front,) = all_of(paper, FrontSheet)
    others = [each for each in paper.blocks if each is not front]
    with_logo = replace(paper, blocks=(replace(front, logo=fitted_logo(LOGO)), *others))
    found = docx.Document(BytesIO(write_docx(with_logo)))

    picture = found.inline_shapes[0]
    assert picture._inline.docPr.get("descr") == f"Logo of {front.trust}"
    assert (picture.width, picture.height) == (Mm(45), Mm(15))
    first = found.paragraphs[0]
    assert first.alignment is WD_ALIGN_PARAGRAPH.RIGHT
    assert first._p.xpath(".//pic:pic")
    assert len(found.inline_shapes) == len(all_of(paper, FigureBlock)) + 1
    assert write_docx(with_logo) == write_docx(with_logo)
