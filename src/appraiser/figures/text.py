"""Breaking text into lines that fit, however long its words are."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from appraiser.figures.geometry import Measure

Fits = Callable[[str], bool]

_MOST = 600
"""Letters looked at: no label is this long, and a pasted document must not slow a figure."""


def wrapped(
    text: str, width: float, size: float, measure: Measure, *, bold: bool = False, most: int = 3
) -> tuple[str, ...]:
    """Break text into at most `most` lines no wider than `width`, ending in … where it is cut.

    Breaks fall between words, and inside a word only where it fits on no line by itself.
    """

    def fits(line: str) -> bool:
        return measure(line, size, bold=bold) <= width

    words = [part for word in text[:_MOST].split() for part in _parts(word, fits)]
    lines: list[str] = []
    for word in words:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and fits(joined):
            lines[-1] = joined
        else:
            lines.append(word)
    cut = len(lines) > most or len(text) > _MOST
    lines = lines[:most]
    if cut and lines:
        lines[-1] = _cut(lines[-1], fits)
    return tuple(lines)


def _parts(word: str, fits: Fits) -> list[str]:
    """Break a word that is wider than a line into parts that are not."""
    if fits(word):
        return [word]
    parts = [""]
    for letter in _letters(word):
        if parts[-1] and not fits(parts[-1] + letter):
            parts.append("")
        parts[-1] += letter
    return parts


def _letters(word: str) -> list[str]:
    """Give the letters of a word, each with the marks and joiners that belong to it."""
    letters: list[str] = []
    for character in word:
        clings = unicodedata.category(character) in {"Mn", "Me", "Cf"}
        if letters and (clings or letters[-1].endswith("\u200d")):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _cut(line: str, fits: Fits) -> str:
    letters = _letters(line)
    while letters and not fits("".join(letters) + "…"):
        letters.pop()
    return "".join(letters).rstrip() + "…"
