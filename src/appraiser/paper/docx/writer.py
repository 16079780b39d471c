"""From a paper's blocks to a Word document with real styles, captions and table headings."""

from __future__ import annotations

from io import BytesIO
from typing import assert_never

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Words

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
    letter,
)
from appraiser.paper.docx.furniture import furnish
from appraiser.paper.docx.marking_up import (
    bookmark,
    date_properties,
    describe,
    link,
    repackaged,
    set_language,
)
from appraiser.paper.docx.styles import CALLOUT, NOTICE, NUMBERED, TRUST, add_styles
from appraiser.paper.docx.tables import add_fields, add_table
from appraiser.paper.pdf.picture import figure_png
from appraiser.paper.plain_text import clean, one_line, shortened

_WIDTH = Mm(170)


def write_docx(paper: Paper) -> bytes:
    """Give a paper as a Word document."""
    document = Document()
    add_styles(document)
    set_language(document, paper.meta.language)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)
    properties = document.core_properties
    properties.title = shortened(paper.title, 200)
    properties.author = shortened(paper.meta.author or paper.meta.trust, 200)
    properties.language = paper.meta.language
    properties.keywords, properties.comments = paper.meta.made_from[:255], ""
    date_properties(document, paper.meta.dated)
    furnish(document, paper.meta)
    for number, block in enumerate(paper.blocks, start=1):
        _add(document, block, number)
    stream = BytesIO()
    document.save(stream)
    return repackaged(stream.getvalue())


def _add(document: WordDocument, block: Block, number: int) -> None:
    match block:
        case FrontSheet():
            _front_sheet(document, block)
        case Contents():
            document.add_paragraph(block.title, style=TRUST)
            for entry in block.entries:
                words = f"{entry.number}  {entry.text}" if entry.number else entry.text
                link(document.add_paragraph(), clean(words), entry.key)
        case Heading():
            words = f"{block.number}\t{block.text}" if block.number else block.text
            heading = document.add_heading(clean(words), block.level)
            bookmark(heading, block.key, number)
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
            document.add_paragraph(clean(block.title), style=CALLOUT).runs[0].bold = True
            for at, item in enumerate(block.items):
                added = document.add_paragraph(style=CALLOUT)
                if block.lettered:
                    added.add_run(f"({letter(at)})\t")
                    added.paragraph_format.left_indent = Pt(30)
                    added.paragraph_format.first_line_indent = Pt(-24)
                _runs(added, item)
        case PageBreak():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        case _:
            assert_never(block)


def _front_sheet(document: WordDocument, block: FrontSheet) -> None:
    document.add_paragraph(one_line(block.trust), style=TRUST)
    document.add_paragraph(one_line(block.title), style="Title")
    for words in block.notices:
        document.add_paragraph(clean(words), style=NOTICE)
    add_fields(document, block.fields)


def _paragraph(document: WordDocument, block: Paragraph) -> None:
    added = document.add_paragraph(style=NUMBERED if block.number else None)
    if block.number:
        added.add_run(f"{block.number}\t")
    _runs(added, block.runs)


def _runs(paragraph: Words, runs: Runs) -> None:
    for run in runs:
        if run.to:
            link(paragraph, clean(run.text), run.to)
        else:
            paragraph.add_run(clean(run.text)).bold = run.strong or None
