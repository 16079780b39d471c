"""The Word document, read back."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from tests.logos import LOGO
from tests.paper.pdf.test_writer import everywhere
from tests.paper.reading import all_of

from appraiser.domain.appraisal import Appraisal
from appraiser.paper.blocks import (
    Callout,
    Column,
    Contents,
    FigureBlock,
    FrontSheet,
    Heading,
    PageBreak,
    Paper,
    Row,
    Table,
)
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


def test_what_begins_a_page_is_told_so_and_no_empty_paragraph_stands_for_it(paper: Paper, word):
    begun = [each.text for each in word.paragraphs if each.paragraph_format.page_break_before]
    after = [
        block.title if isinstance(block, Contents) else block.text
        for before, block in pairwise(paper.blocks)
        if isinstance(before, PageBreak) and isinstance(block, Contents | Heading)
    ]
    assert len(begun) == len(after) > 3
    assert [text.split("\t")[-1] for text in begun] == after
    assert not list(word.element.body.iter(qn("w:br")))
    assert not [each for each in word.paragraphs if not each.text and not _drawn(each)]


def _drawn(paragraph) -> bool:
    return paragraph._p.find(f".//{qn('w:drawing')}") is not None


def test_no_row_splits_a_short_table_stays_whole_and_headings_stay_with_a_first_row(word):
    whole = 0
    for table in word.tables[1:]:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        kept = [_kept(row) for row in table.rows]
        assert kept[0]
        assert not kept[-1]
        assert set(kept[1:-1]) <= {kept[1]}
        whole += len(kept) > 2 and all(kept[:-1])
    assert whole > 5


def _kept(row) -> bool:
    found = {each.paragraph_format.keep_with_next for cell in row.cells for each in cell.paragraphs}
    return found == {True}


def test_every_ordinary_word_fits_its_column(word):
    """Helvetica is as wide as the face of the document."""
    for table in word.tables[1:]:
        for row in table.rows:
            for at, cell in enumerate(row.cells):
                room = cell.width.pt - 2 * 5
                words = {each for each in cell.text.split() if len(each) <= 18}
                face = "Helvetica-Bold" if at == 0 or row is table.rows[0] else "Helvetica"
                wide = {each for each in words if stringWidth(each, face, 10) > room}
                assert wide == set()


def test_the_words_set_apart_are_a_list_of_letters(paper: Paper, word):
    (callout,) = all_of(paper, Callout)
    found = [each for each in word.paragraphs if each.style.name == "Paper callout"]
    assert [each.text for each in found] == [
        callout.title,
        *("".join(run.text for run in item) for item in callout.items),
    ]
    numbers = {each._p.pPr.numPr.numId.val for each in found[1:]}
    assert len(numbers) == 1
    assert found[0]._p.pPr.numPr is None
    numbering = word.part.numbering_part.element
    (kind,) = numbering.xpath(f"./w:num[@w:numId='{numbers.pop()}']/w:abstractNumId/@w:val")
    (form,) = numbering.xpath(
        f"./w:abstractNum[@w:abstractNumId='{kind}']/w:lvl/w:numFmt/@w:val",
    )
    assert form == "lowerLetter"
    assert len({each.paragraph_format.left_indent for each in found}) == 1  # so they share a box


def test_the_first_page_has_the_marking_alone_and_the_others_say_whose_paper_it_is(
    paper: Paper, word
):
    section = word.sections[0]
    assert section.different_first_page_header_footer
    assert [each.text for each in section.first_page_header.paragraphs] == [paper.meta.marking]
    head = "\n".join(each.text for each in section.header.paragraphs)
    assert paper.meta.trust in head
    assert paper.meta.short_title in head
    for foot in (section.footer, section.first_page_footer):
        fields = [each.get(qn("w:instr")) for each in foot._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("words", ["A name", "A long name " * 15])
def test_heads_and_feet_too_long_for_one_line_take_two(paper: Paper, words: str):
    meta = replace(paper.meta, trust=words, short_title=words, notice=words)
    section = docx.Document(BytesIO(write_docx(replace(paper, meta=meta)))).sections[0]
    lines = 1 if words == "A name" else 2
    assert len([each for each in section.header.paragraphs if words.strip() in each.text]) == lines
    assert len(section.footer.paragraphs) == lines + 1


def test_the_file_is_for_todays_word_and_names_no_other_program(content: bytes):
    with ZipFile(BytesIO(content)) as parts:
        settings = parts.read("word/settings.xml").decode()
        mode = re.search(r'<w:compatSetting w:name="compatibilityMode"[^>]*>', settings)
        assert 'w:val="15"' in mode[0]
        assert b"<Application>Appraiser</Application>" in parts.read("docProps/app.xml")
        assert not [name for name in parts.namelist() if "thumbnail" in name]
        assert b"thumbnail" not in parts.read("_rels/.rels")


def test_tables_that_follow_each_other_stay_two_and_none_is_last(paper: Paper):
    table = Table("", (Column("One"), Column("Two")), (Row(("a", "b")),))
    content = write_docx(replace(paper, blocks=(table, table)))
    word = docx.Document(BytesIO(content))
    names = [each.tag.rpartition("}")[2] for each in word.element.body]
    assert names == ["tbl", "p", "tbl", "p", "sectPr"]


def test_short_fields_of_the_front_sheet_stand_two_to_a_row(paper: Paper, word):
    (front,) = all_of(paper, FrontSheet)
    rows = [list(dict.fromkeys(cell._tc for cell in row.cells)) for row in word.tables[0].rows]
    short = [each for each in front.fields if each.short]
    assert len(rows) < len(front.fields)
    assert sum(len(row) == 4 for row in rows) == -(-len(short) // 2)
    assert sum(len(row) == 2 for row in rows) == len(front.fields) - len(short)


def test_a_draft_says_so_on_every_page_beside_its_marking(paper: Paper):
    content = write_docx(replace(paper, meta=replace(paper.meta, draft=True)))
    section = docx.Document(BytesIO(content)).sections[0]
    for head in (section.header, section.first_page_header):
        assert head.paragraphs[0].text == f"{paper.meta.marking} · Draft"


def test_the_contents_are_links_to_every_part(paper: Paper, word):
    (contents,) = all_of(paper, Contents)
    found = [each for each in word.paragraphs if each.style.name == "Paper contents"]
    assert [each.text for each in found] == [
        f"{each.number}\t{each.text}" if each.number else each.text for each in contents.entries
    ]
    assert all(len(each.hyperlinks) == 1 for each in found)


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
