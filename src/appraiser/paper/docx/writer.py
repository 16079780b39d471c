"""From a paper's blocks to a Word document with real styles, captions and table headings."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import assert_never

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Words

from appraiser.paper import palette
from appraiser.paper.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    FigureBlock,
    FrontSheet,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Runs,
    Table,
)
from appraiser.paper.docx.furniture import furnish
from appraiser.paper.docx.marking_up import (
    bookmark,
    date_properties,
    describe,
    in_list,
    lettered,
    link,
    modernise,
    repackaged,
    set_language,
)
from appraiser.paper.docx.styles import (
    BOX,
    CALLOUT,
    CONTENTS,
    INDENT,
    NOTICE,
    NUMBERED,
    TRUST,
    add_styles,
    hang,
    rgb,
)
from appraiser.paper.docx.tables import add_fields, add_table, end_table, part_from_table
from appraiser.paper.logo import CLEAR, printed_size
from appraiser.paper.pdf.picture import figure_png
from appraiser.paper.plain_text import clean, one_line, shortened

_WIDTH = Mm(170)
_SHORT = 240
"""Characters of a paragraph that is kept on the page of the table it leads to."""
_LETTER = 24.0
"""Points from the letter of an item to its words."""


def write_docx(paper: Paper) -> bytes:
    """Give a paper as a Word document."""
    document = Document()
    add_styles(document)
    set_language(document, paper.meta.language)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(24)
    section.header_distance, section.footer_distance = Mm(9), Mm(8)
    properties = document.core_properties
    properties.title = shortened(paper.title, 200)
    properties.author = shortened(paper.meta.author or paper.meta.trust, 200)
    properties.language = paper.meta.language
    properties.keywords, properties.comments = paper.meta.made_from[:255], ""
    date_properties(document, paper.meta.dated)
    modernise(document)
    furnish(document, paper.meta)
    _flow(document, paper.blocks)
    stream = BytesIO()
    document.save(stream)
    return repackaged(stream.getvalue())


def _flow(document: WordDocument, blocks: Sequence[Block]) -> None:
    """Add the blocks, with room after tables and nothing left alone at the end of a page."""
    befores, afters = [None, *blocks], [*blocks[1:], None]
    body = document.element.body
    for number, (before, block, after) in enumerate(zip(befores, blocks, afters, strict=False)):
        at = len(body)
        _add(document, block, number)
        first = next((each for added in body[at - 1 :] for each in added.iter(qn("w:p"))), None)
        if first is None:
            continue
        opening = Words(first, document)
        if isinstance(before, PageBreak):
            opening.paragraph_format.page_break_before = True
        elif isinstance(before, Table):
            part_from_table(opening)
        if _leads_in(before, block, after):
            opening.paragraph_format.keep_with_next = True
    end_table(document)


def _leads_in(before: Block | None, block: Block, after: Block | None) -> bool:
    """Tell whether a block is a short paragraph between a heading and a table or a figure."""
    return (
        isinstance(before, Heading)
        and isinstance(block, Paragraph)
        and isinstance(after, Table | FigureBlock)
        and len(block.text) <= _SHORT
    )


def _add(document: WordDocument, block: Block, number: int) -> None:
    match block:
        case FrontSheet():
            _front_sheet(document, block)
        case Contents():
            _contents(document, block)
        case Heading():
            _heading(document, block, number)
        case Paragraph():
            _paragraph(document, block)
        case BulletList():
            for item in block.items:
                _runs(document.add_paragraph(style="List Bullet"), item)
        case Table():
            add_table(document, block)
        case FigureBlock():
            document.add_paragraph(one_line(block.caption), style="Caption")
            picture = document.add_picture(BytesIO(figure_png(block.figure)), width=_WIDTH)
            describe(picture, block.figure.title, block.figure.alt)
        case Callout():
            _callout(document, block)
        case PageBreak():
            pass  # what follows begins the page, so that no empty paragraph stands on it
        case _:
            assert_never(block)


def _front_sheet(document: WordDocument, block: FrontSheet) -> None:
    if block.logo:
        wide, high = printed_size(block.logo)
        picture = document.add_picture(BytesIO(block.logo), Mm(wide), Mm(high))
        describe(picture, "Logo", block.logo_alt)
        line = document.paragraphs[-1]
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.paragraph_format.space_after = Mm(CLEAR)
    document.add_paragraph(one_line(block.trust), style=TRUST)
    document.add_paragraph(one_line(block.title), style="Title")
    for words in block.notices:
        document.add_paragraph(clean(words), style=NOTICE)
    add_fields(document, block.fields)


def _contents(document: WordDocument, block: Contents) -> None:
    """Add the contents as links; Word alone knows the pages, and its navigation shows the same."""
    document.add_paragraph(one_line(block.title), style=TRUST)
    for entry in block.entries:
        words = f"{entry.number}\t{entry.text}" if entry.number else entry.text
        link(document.add_paragraph(style=CONTENTS), clean(words), entry.key)


def _heading(document: WordDocument, block: Heading, number: int) -> None:
    words = f"{block.number}\t{block.text}" if block.number else block.text
    heading = document.add_heading(clean(words), block.level)
    if block.number:
        hang(heading.paragraph_format, INDENT, INDENT)
    bookmark(heading, block.key, number)


def _paragraph(document: WordDocument, block: Paragraph) -> None:
    added = document.add_paragraph(style=NUMBERED if block.number else None)
    if block.number:
        added.add_run(f"{block.number}\t").font.color.rgb = rgb(palette.MUTED)
    _runs(added, block.runs)


def _callout(document: WordDocument, block: Callout) -> None:
    """Add words set apart. Every paragraph has one indent, so that they share one box."""
    title = document.add_paragraph(clean(block.title), style=CALLOUT)
    title.runs[0].bold = True
    letters = lettered(document) if block.lettered else None
    added = [title]
    for item in block.items:
        added.append(document.add_paragraph(style=CALLOUT))
        _runs(added[-1], item)
        if letters is not None:
            in_list(added[-1], letters)
    for each in added:
        each.paragraph_format.keep_with_next = each is not added[-1]
        if letters is not None:
            hang(each.paragraph_format, BOX + _LETTER, _LETTER)
    added[-1].paragraph_format.space_after = Pt(14)


def _runs(paragraph: Words, runs: Runs) -> None:
    for run in runs:
        if run.to:
            link(paragraph, clean(run.text), run.to)
        else:
            paragraph.add_run(clean(run.text)).bold = run.strong or None
