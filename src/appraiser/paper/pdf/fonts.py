"""The shipped typefaces registered with ReportLab, and text made such that they can show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from appraiser.paper.plain_text import clean
from appraiser.paper.typefaces import OWN, font_file, is_own, stretches

REGULAR = OWN.regular
SEMIBOLD = OWN.bold

IN_PLACE = "\N{WHITE SQUARE}"
"""What stands where no typeface has a picture of a character."""

_REMEMBERED = 8192
"""Words and lines whose widths are kept, of each face."""

_BEYOND = re.compile("<([0-9A-F]{5,6})>")
_PAIRS = slice(34, 36)
"""Where the table `hhea` counts the pairs of metrics."""


@cache
def register() -> None:
    """Make the paper's own faces known to ReportLab, once."""
    for face in (REGULAR, SEMIBOLD):
        registerFont(_Face(face))
    registerFontFamily(REGULAR, REGULAR, SEMIBOLD, REGULAR, SEMIBOLD)


@cache
def _stand_in(face: str) -> str:
    registerFont(_Face(face, ascii_readable=False))
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


class _Face(TTFont):
    """A shipped face, with two things mended that ReportLab gets wrong in a file.

    It remembers how wide words are, which ReportLab reckons sign by sign each time.
    """

    def __init__(self, name: str, *, ascii_readable: bool = True) -> None:
        super().__init__(name, str(font_file(name)), asciiReadable=ascii_readable)
        # Glyphs after the last whole pair of metrics are as wide as it, in the units of the font.
        face: Any = self.face
        pairs = int.from_bytes(face.get_table("hhea")[_PAIRS])
        width = face.hmetrics[pairs - 1][0]
        face.hmetrics[pairs:] = [(width, side) for _, side in face.hmetrics[pairs:]]
        self.ascent, self.descent = face.ascent, face.descent  # looked for here first
        self._thousandths = lru_cache(_REMEMBERED)(self._reckoned)

    def _reckoned(self, text: str) -> float:
        face: Any = self.face
        widths, otherwise = face.charWidths, face.defaultWidth
        whole: float = sum([widths.get(code, otherwise) for code in map(ord, text)])
        return whole

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: ARG002, N802
        """Give the width of words in points, to the last bit as ReportLab reckons it."""
        return 0.001 * size * self._thousandths(text)

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802
        """Give the codes of words, at once where the document has given all their signs one."""
        state: Any = self.state.get(doc)
        if state and text:
            with suppress(KeyError, ValueError):  # a new sign, or one of the second 256
                return [(0, bytes([state.assignments[code] for code in map(ord, text)]))]
        return super().splitString(text, doc, encoding)

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Add it to a document; signs past the first 65,536 are named in UTF-16, as PDF asks."""
        super().addObjects(doc)
        for name, held in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and name.endswith(f"+{self.fontName}"):
                held.content = _BEYOND.sub(_in_utf_16, held.content)


def _in_utf_16(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"
