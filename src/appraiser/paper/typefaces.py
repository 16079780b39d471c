"""Which of the shipped typefaces draws a sign: the paper's own, one that stands in, or none.

Read from the font files themselves with nothing but the standard library, so that a paper can be
looked over without loading what sets it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from appraiser.figures.font_metrics import read_metrics
from appraiser.resources import resource


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface as shipped: its name, and its files for ordinary and for strong words."""

    name: str
    regular: str
    bold: str


OWN = Typeface("Source Sans 3", "SourceSans3-Regular", "SourceSans3-Semibold")
STAND_INS = (
    Typeface("DejaVu Sans", "DejaVuSans", "DejaVuSans-Bold"),
    Typeface("Noto Emoji", "NotoEmoji-Regular", "NotoEmoji-Regular"),
)
"""What draws a sign that the paper's own typeface lacks: the first of these that has it.

Of the pictures it is the last, which has nearly all of them, so that they are of one kind.
"""

_PICTURES = "\U0001f000"
"""The first of them; all signs from here on are pictures."""

Stretch = tuple[Typeface | None, str]
"""Signs that one typeface draws, or that none has."""


def font_file(font: str) -> Path:
    """Give the path of a file of a typeface, such as `DejaVuSans-Bold`."""
    return resource("fonts", f"{font}.ttf")


@cache
def signs_of(face: Typeface) -> frozenset[str]:
    """Give the signs that a typeface has both for ordinary and for strong words.

    Signs for private use are left out: they mean something else in every font, and PDF/A wants
    each of them explained. So are the paper's own marks that combine with a letter: they stand
    over it only where letters are shaped, while those of DejaVu Sans do so by themselves.
    """
    files = {face.regular, face.bold}
    found = (read_metrics(font_file(each)).advances for each in files)
    signs = map(chr, frozenset.intersection(*map(frozenset, found)))
    return frozenset(sign for sign in signs if _kind(sign) not in ("CM" if face is OWN else "C"))


def is_own(text: str) -> bool:
    """Whether the paper's own typeface has every sign of a text."""
    return signs_of(OWN).issuperset(text)


def stretches(text: str) -> Iterator[Stretch]:
    """Part a clean text by typeface; a letter and its marks are drawn by one that has them all.

    A space between signs of others is not the paper's own: PDF readers that go by widths, and
    not by spaces that stand alone, would take them for one word.
    """
    if is_own(text):
        yield OWN, text
        return
    found = list(_joined(part for letter in _letters(text) for part in _drawn(letter)))
    for at in range(1, len(found) - 1):
        if found[at][1].isspace() and OWN not in (found[at - 1][0], found[at + 1][0]):
            found[at] = STAND_INS[0], found[at][1]
    yield from _joined(found)


def lacking(text: str) -> Iterator[Stretch]:
    """Give the signs of a clean text that the paper's own typeface lacks, each by itself."""
    if is_own(text):
        return
    for letter in _letters(text):
        for face, sign in _drawn(letter):
            if face is not OWN and not sign.isspace():
                yield face, sign


def _joined(parts: Iterable[Stretch]) -> Iterator[Stretch]:
    for face, held in groupby(parts, key=itemgetter(0)):
        yield face, "".join(words for _, words in held)


def _letters(text: str) -> Iterator[str]:
    """Give each sign with the marks that combine with it."""
    start = 0
    for at in range(1, len(text)):
        if _kind(text[at]) != "M":
            yield text[start:at]
            start = at
    yield text[start:]


def _drawn(letter: str) -> Iterator[Stretch]:
    face = _face_of(letter)
    if face or len(letter) == 1:
        yield face, letter
    else:
        yield from ((_face_of(sign), sign) for sign in letter)


def _face_of(letter: str) -> Typeface | None:
    faces = (OWN, *(STAND_INS[::-1] if letter >= _PICTURES else STAND_INS))
    return next((face for face in faces if signs_of(face).issuperset(letter)), None)


def _kind(sign: str) -> str:
    """Give what kind of sign it is: L for a letter, M for a mark on one, C for what has no form."""
    return unicodedata.category(sign)[0]
