"""The tags of a PDF read back, page by page, with the words that each of them holds."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line."""


@dataclass(frozen=True)
class Tag:
    """One element on one page: what it is, its alternative text, its words and what is in it."""

    role: str
    alt: str
    scope: str
    words: str
    kids: tuple[Tag, ...]

    def every(self) -> Iterator[Tag]:
        """Give it and all that is in it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.every()


def tags_of(content: bytes) -> list[list[Tag]]:
    """Give the topmost tags of each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [_page(page) for page in document]


def _page(page: pypdfium2.PdfPage) -> list[Tag]:
    words = _words(page)
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        tops = (raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(count))
        return [_tag(each, words) for each in tops if each]
    finally:
        raw.FPDF_StructTree_Close(tree)


def _words(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Give the words of each marked sequence of a page."""
    found: dict[int, str] = {}
    text_page = page.get_textpage()
    for at in range(raw.FPDFPage_CountObjects(page.raw)):
        thing = raw.FPDFPage_GetObject(page.raw, at)
        number = raw.FPDFPageObj_GetMarkedContentID(thing)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_TEXT and number >= 0:
            read = lambda buffer, size, it=thing: raw.FPDFTextObj_GetText(  # noqa: E731
                it, text_page.raw, buffer, size
            )
            found[number] = found.get(number, "") + _text(read, raw.FPDF_WCHAR)
    return found


def _text(read: Callable[[Any, int], int], kind: Any = None) -> str:
    size = read(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    read(ctypes.cast(buffer, ctypes.POINTER(kind)) if kind else buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def _tag(element: Any, words: dict[int, str]) -> Tag:
    kids, said = [], []
    for at in range(raw.FPDF_StructElement_CountChildren(element)):
        number = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
        if number >= 0:
            said.append(words.get(number, ""))
            continue
        kid = raw.FPDF_StructElement_GetChildAtIndex(element, at)
        if kid:
            kids.append(_tag(kid, words))
    return Tag(
        role=_text(lambda buffer, size: raw.FPDF_StructElement_GetType(element, buffer, size)),
        alt=_text(lambda buffer, size: raw.FPDF_StructElement_GetAltText(element, buffer, size)),
        scope=_scope(element),
        words=" ".join(" ".join(said).replace(_HYPHEN, "-").split()),
        kids=tuple(kids),
    )


def _scope(element: Any) -> str:
    """Give whether a heading cell is one of a row or of a column."""
    if not raw.FPDF_StructElement_GetAttributeCount(element):
        return ""
    held = raw.FPDF_StructElement_GetAttributeAtIndex(element, 0)
    value = raw.FPDF_StructElement_Attr_GetValue(held, b"Scope")
    if not value:
        return ""
    size = ctypes.c_ulong()
    raw.FPDF_StructElement_Attr_GetStringValue(value, None, 0, size)
    buffer = ctypes.create_string_buffer(size.value)
    raw.FPDF_StructElement_Attr_GetStringValue(value, buffer, size.value, size)
    return buffer.raw[: size.value - 2].decode("utf-16-le")
