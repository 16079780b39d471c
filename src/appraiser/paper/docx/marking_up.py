"""The parts of a Word document that its library has no words for."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from appraiser.paper import palette
from appraiser.paper.plain_text import clean

_LONGEST_NAME = 40
"""Characters of a bookmark's name, by the rules of Word."""


def set_language(document: Document, language: str) -> None:
    """Set the language of all text, for spelling and for reading aloud."""
    properties = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), language)
    properties.append(lang)


def date_properties(document: Document, dated: date | None) -> None:
    """Give the file a date of its own, or none, in place of the date of the library's template."""
    properties = document.core_properties
    if dated:
        properties.created = properties.modified = datetime(dated.year, dated.month, dated.day)  # noqa: DTZ001
        return
    element = properties._element  # noqa: SLF001
    for name in ("dcterms:created", "dcterms:modified"):
        for found in element.findall(qn(name)):
            element.remove(found)


def bookmark(paragraph: Paragraph, key: str, number: int) -> None:
    """Mark a paragraph so that a link can lead to it."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _name(key))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)  # noqa: SLF001
    paragraph._p.append(end)  # noqa: SLF001


def link(paragraph: Paragraph, words: str, to: str) -> None:
    """Add words that lead to a bookmark."""
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("w:anchor"), _name(to))
    run = paragraph.add_run(words)
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(palette.ACCENT.lstrip("#").upper())
    hyperlink.append(run._r)  # noqa: SLF001
    paragraph._p.append(hyperlink)  # noqa: SLF001


def describe(picture: InlineShape, title: str, words: str) -> None:
    """Give a picture its title and its words for those who do not see it."""
    properties = picture._inline.docPr  # noqa: SLF001
    properties.set("title", clean(title))
    properties.set("descr", clean(words))


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word works out, such as PAGE."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    field.append(run._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001


def repackaged(content: bytes) -> bytes:
    """Write the package again without the time of day, so that the same paper is the same file."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name), before.read(name), ZIP_DEFLATED)
    return stream.getvalue()


def _name(key: str) -> str:
    return "_" + key.replace("-", "_")[: _LONGEST_NAME - 1]
