"""The head and foot of every page of the Word document."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Mm

from appraiser.paper.blocks import Meta
from appraiser.paper.docx.marking_up import add_field
from appraiser.paper.plain_text import clean


def furnish(document: Document, meta: Meta) -> None:
    """Write the head and the foot, with the page and how many there are."""
    section = document.sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (head, foot):
        paragraph.paragraph_format.tab_stops.clear_all()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(85))
    head.add_run(_joined(meta.marking, meta.trust, meta.short_title))
    foot.add_run(_joined(meta.version, meta.notice, meta.marking, "Page "))
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")


def _joined(*words: str) -> str:
    return " · ".join(clean(each) for each in words if each)
