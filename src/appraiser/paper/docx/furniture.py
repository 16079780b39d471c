"""The head and foot of every page of the Word document."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.section import _Footer, _Header
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from appraiser.paper import palette
from appraiser.paper.blocks import Meta
from appraiser.paper.docx.marking_up import add_field, border
from appraiser.paper.docx.measuring import WIDTH, measured
from appraiser.paper.docx.styles import rgb
from appraiser.paper.plain_text import one_line

_SIZE = 8.5
"""Points: the type of heads and feet, as their styles have it."""

_GAP = 20.0
"""Points that two texts on one line leave between them, at least."""


def furnish(document: Document, meta: Meta) -> None:
    """Write heads and feet, with the page and how many there are.

    The front sheet says itself whose it is, so that its head has the marking alone.
    """
    section = document.sections[0]
    section.different_first_page_header_footer = True
    _head(section.first_page_header, meta, first=True)
    _head(section.header, meta, first=False)
    _foot(section.first_page_footer, meta)
    _foot(section.footer, meta)


def _head(head: _Header, meta: Meta, *, first: bool) -> None:
    draft = "Draft" if meta.draft else ""
    _centred(head.paragraphs[0], " · ".join(filter(None, (meta.marking, draft))))
    if first:
        return
    trust, title = one_line(meta.trust), one_line(meta.short_title)
    line = head.add_paragraph(style="Header")
    line.add_run(trust)
    if _together(trust, title):
        _tabbed(line)
        line.add_run(f"\t{title}")
    else:
        line = head.add_paragraph(title, style="Header")
    border(line._p.get_or_add_pPr(), "bottom", palette.LINE, space=4)  # noqa: SLF001


def _foot(foot: _Footer, meta: Meta) -> None:
    notice, line = one_line(meta.notice), foot.paragraphs[0]
    apart = not _together(one_line(meta.version), "Page 100 of 100", notice)
    if apart:
        _warn(line, notice)
        line = foot.add_paragraph(style="Footer")
    border(foot.paragraphs[0]._p.get_or_add_pPr(), "top", palette.LINE, space=4)  # noqa: SLF001
    _tabbed(line, middle=not apart)
    line.add_run(one_line(meta.version))
    if not apart:
        line.add_run("\t")
        _warn(line, notice)
    line.add_run("\tPage ")
    add_field(line, "PAGE")
    line.add_run(" of ")
    add_field(line, "NUMPAGES")
    _centred(foot.add_paragraph(style="Footer"), meta.marking)


def _warn(line: Paragraph, notice: str) -> None:
    run = line.add_run(notice)
    run.bold, run.font.color.rgb = True, rgb(palette.WATCH)


def _centred(line: Paragraph, words: str) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.space_after = Pt(3)
    line.add_run(one_line(words)).bold = True


def _tabbed(line: Paragraph, *, middle: bool = False) -> None:
    """Set text at the right margin after a tab, and in the middle before that where asked."""
    if middle:
        line.paragraph_format.tab_stops.add_tab_stop(Pt(WIDTH / 2), WD_TAB_ALIGNMENT.CENTER)
    line.paragraph_format.tab_stops.add_tab_stop(Pt(WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _together(left: str, right: str, middle: str = "") -> bool:
    """Tell whether texts fit one line beside each other, the middle one in its middle."""
    first, last, between = (measured(each, _SIZE, bold=False) for each in (left, right, middle))
    needed = 2 * max(first, last) + between if middle else first + last
    return needed + _GAP <= WIDTH
