"""Source Sans 3 as shipped, registered with ReportLab, and which characters it can show."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase.pdfmetrics import getFont, registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from appraiser.paper.plain_text import clean
from appraiser.resources import resource

REGULAR = "SourceSans3-Regular"
SEMIBOLD = "SourceSans3-Semibold"

IN_PLACE = "\N{WHITE SQUARE}"
"""What stands where the typeface has no picture of a character."""


@cache
def register() -> None:
    """Make the faces known to ReportLab, once."""
    for face in (REGULAR, SEMIBOLD):
        registerFont(TTFont(face, str(resource("fonts", f"{face}.ttf"))))
    registerFontFamily(REGULAR, REGULAR, SEMIBOLD, REGULAR, SEMIBOLD)


@cache
def _known() -> frozenset[int]:
    register()
    faces = (
        getFont(face).face.charToGlyph  # type: ignore[attr-defined]
        for face in (REGULAR, SEMIBOLD)
    )
    return frozenset.intersection(*map(frozenset, faces))


def showable(text: str, unshown: set[str]) -> str:
    """Give a text the typeface can show; characters it lacks are replaced, and added to the set."""
    text = clean(text)
    lacking = {sign for sign in set(text) if ord(sign) not in _known()}
    if not lacking:
        return text
    unshown |= {sign for sign in lacking if not sign.isspace()}
    return text.translate(
        {
            ord(sign): (sign if sign == "\n" else " " if sign.isspace() else IN_PLACE)
            for sign in lacking
        }
    )


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width in points of one line of text."""
    register()
    width: float = stringWidth(text, SEMIBOLD if bold else REGULAR, size)
    return width
