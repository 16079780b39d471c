"""The shipped typefaces registered with ReportLab, and text made such that they can show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from appraiser.paper.plain_text import clean
from appraiser.paper.typefaces import OWN, font_file, is_own, stretches

REGULAR = OWN.regular
SEMIBOLD = OWN.bold

IN_PLACE = "\N{WHITE SQUARE}"
"""What stands where no typeface has a picture of a character."""

_BEYOND = re.compile("<([0-9A-F]{5,6})>")


@cache
def register() -> None:
    """Make the paper's own faces known to ReportLab, once."""
    for face in (REGULAR, SEMIBOLD):
        registerFont(TTFont(face, str(font_file(face))))
    registerFontFamily(REGULAR, REGULAR, SEMIBOLD, REGULAR, SEMIBOLD)


@cache
def _stand_in(face: str) -> str:
    registerFont(_StandIn(face, str(font_file(face)), asciiReadable=False))
    return face


def showable(text: str, unshown: set[str]) -> str:
    """Give a text the typefaces can show; what they all lack is replaced, and added to the set."""
    text = clean(text)
    if is_own(text):
        return text
    return "".join(
        words if face else "".join(_in_place(sign, unshown) for sign in words)
        for face, words in stretches(text)
    )


def _in_place(sign: str, unshown: set[str]) -> str:
    if sign.isspace():
        return sign if sign == "\n" else " "
    unshown.add(sign)
    return IN_PLACE


def in_faces(text: str, *, bold: bool) -> Iterator[tuple[str, str]]:
    """Part a text that can be shown by the face that draws it, each known to ReportLab."""
    for found, words in stretches(text):
        face = found or OWN
        name = face.bold if bold else face.regular
        yield (name if face is OWN else _stand_in(name)), words


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width in points of one line of text that can be shown."""
    register()
    width: float = sum(stringWidth(words, face, size) for face, words in in_faces(text, bold=bold))
    return width


class _StandIn(TTFont):
    """A face whose signs may lie beyond the first 65,536, as those of emoji do."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Add it to a document, with what its signs mean as PDF wants that: in UTF-16."""
        super().addObjects(doc)
        for name, held in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and name.endswith(f"+{self.fontName}"):
                held.content = _BEYOND.sub(_in_utf_16, held.content)


def _in_utf_16(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"
