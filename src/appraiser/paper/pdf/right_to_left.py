"""Words that are read from right to left, put into the order in which a line is drawn.

The Unicode bidirectional algorithm for one paragraph of a paper that is itself read from left to
right, as Word and a browser set the same words. Letters are not joined or given other shapes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TypeVar

_Of = TypeVar("_Of")

_CLASSES = {"R": "R", "AL": "R", "L": "L", "EN": "1", "AN": "1", "CS": ",", "ES": ",", "ET": "%"}
_OPENING, _CLOSING = "([{<«\u2039", ")]}>»\u203a"
_MIRRORED = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)
_STRETCH = re.compile("R(?:[^L]*[R1]%*)?M*")
"""From the first letter that is read from the right to the last, with what stands between."""
_TURNED = re.compile("[^L]+")
_TOGETHER = re.compile("%*1+(?:,1+)*%*|.M*")
"""What keeps its order: a number, and a letter with its marks."""


def reads_from_right(text: str) -> bool:
    """Whether any letter of a text is read from right to left."""
    return not text.isascii() and "R" in map(_class, text)


def directions(text: str) -> str:
    """Give a letter for each sign of a paragraph: L where it is read from left to right."""
    classes = "".join(map(_class, text))
    found = ""
    for stretch in _STRETCH.finditer(classes):
        held, end = stretch[0], stretch.end()
        while classes[end : end + 1] == ")" and held.count("(") > held.count(")"):
            held, end = held + ")", end + 1
        found = found.ljust(stretch.start(), "L") + held
    return found.ljust(len(text), "L")


def in_drawing_order(signs: list[tuple[str, _Of]], directions: str) -> list[tuple[str, _Of]]:
    """Put the signs of a line into the order in which they are drawn, each with what it is of."""
    found: list[tuple[str, _Of]] = []
    for turned in _TURNED.finditer(directions):
        found += signs[len(found) : turned.start()]
        held = _TOGETHER.finditer(directions, *turned.span())
        parts = [signs[slice(*each.span())] for each in held]
        found += ((sign.translate(_MIRRORED), of) for part in reversed(parts) for sign, of in part)
    return found + signs[len(found) :]


def line_in_drawing_order(line: str) -> str:
    """Put a line that stands by itself into the order in which it is drawn."""
    if not reads_from_right(line):
        return line
    signs = [(sign, None) for sign in line]
    return "".join(sign for sign, _ in in_drawing_order(signs, directions(line)))


def _class(sign: str) -> str:
    if unicodedata.category(sign)[0] == "M":
        return "M"
    if sign in _OPENING:
        return "("
    if sign in _CLOSING:
        return ")"
    return _CLASSES.get(unicodedata.bidirectional(sign), " ")
