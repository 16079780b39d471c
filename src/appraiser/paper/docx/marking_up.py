"""The parts of a Word document that its library has no words for."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
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


AFTER_SHADE = ("w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
"""What may follow the ground of a paragraph, in the order Word asks for."""


def border(
    properties: BaseOxmlElement, side: str, colour: str, *, space: float, wide: int = 4
) -> None:
    """Draw a line on one side of a paragraph, so many points from it; sides in Word's order."""
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, "w:shd", *AFTER_SHADE)
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", wide), ("space", round(space))):
        line.set(qn(f"w:{name}"), str(value))
    line.set(qn("w:color"), colour.lstrip("#"))
    borders.append(line)


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word works out, such as PAGE."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    field.append(run._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001


def modernise(document: Document) -> None:
    """Say that the document is for today's Word, which then opens it in no mode for older ones."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def lettered(document: Document) -> int:
    """Define a list of (a), (b), (c) that begins anew; give its number, for `in_list`."""
    numbering = document.part.numbering_part.element
    kind = 1 + max(int(each.get(qn("w:abstractNumId"))) for each in _all(numbering, "abstractNum"))
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{kind}">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/><w:lvlJc w:val="left"/>'
        "</w:lvl></w:abstractNum>"
    )
    first = next(iter(_all(numbering, "num")))
    first.addprevious(abstract)
    number: int = numbering.add_num(kind).numId
    return number


def in_list(paragraph: Paragraph, number: int) -> None:
    """Make a paragraph an item of a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _all(numbering: BaseOxmlElement, name: str) -> list[BaseOxmlElement]:
    return list(numbering.findall(qn(f"w:{name}")))


_THUMBNAIL = "docProps/thumbnail.jpeg"
"""A picture of the library's empty template, which some show as that of the document."""

_POINTS_AT_IT = re.compile(rb"<Relationship [^>]*thumbnail[^>]*/>")
_MADE_BY = re.compile(rb"<Application>[^<]*</Application>")


def repackaged(content: bytes) -> bytes:
    """Write the package again without the time of day, so that the same paper is the same file.

    Its template's picture and the name of another program, which the library brings, are left out.
    """
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "_rels/.rels":
                part = _POINTS_AT_IT.sub(b"", part)
            elif name == "docProps/app.xml":
                part = _MADE_BY.sub(b"<Application>Appraiser</Application>", part)
            if name != _THUMBNAIL:
                after.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return stream.getvalue()


def _name(key: str) -> str:
    return "_" + key.replace("-", "_")[: _LONGEST_NAME - 1]
