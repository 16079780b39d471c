"""The words of a PDF read back by the piece: in which face, and from where to where."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True)
class Drawn:
    """Words that one face draws in one go; places are in points of the page."""

    words: str
    face: str
    left: float
    right: float


def drawn_words(content: bytes) -> list[Drawn]:
    """Give the pieces of all pages that are not empty, in the order in which they are drawn."""
    with pypdfium2.PdfDocument(content) as document:
        return [each for page in document for each in _pieces(page) if each.words.strip()]


def faces_of(content: bytes, words: str) -> set[str]:
    """Give the faces that draw pieces in which some words are."""
    return {each.face for each in drawn_words(content) if words in each.words}


def _pieces(page: pypdfium2.PdfPage) -> Iterator[Drawn]:
    text_page = page.get_textpage()
    for at in range(raw.FPDFPage_CountObjects(page.raw)):
        thing = raw.FPDFPage_GetObject(page.raw, at)
        if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
        yield Drawn(_words(thing, text_page), _face(thing), left.value, right.value)


def _words(thing: Any, text_page: Any) -> str:
    size = raw.FPDFTextObj_GetText(thing, text_page.raw, None, 0)
    held = ctypes.create_string_buffer(size)
    at = ctypes.cast(held, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFTextObj_GetText(thing, text_page.raw, at, size)
    return held.raw[: max(0, size - 2)].decode("utf-16-le")


def _face(thing: Any) -> str:
    """Give the name of a face, without the letters of its subset."""
    name: Callable[..., int] = raw.FPDFFont_GetBaseFontName
    font = raw.FPDFTextObj_GetFont(thing)
    held = ctypes.create_string_buffer(name(font, None, 0))
    name(font, held, len(held))
    return held.value.decode("ascii").rpartition("+")[2]
