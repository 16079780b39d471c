"""Words that are all alike broken into lines, as ReportLab breaks them and to the last bit.

Most paragraphs and nearly all cells of tables are such words. ReportLab looks at every word for
much that ours never have: soft hyphens, parts of words, shaping.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import getAscentDescent, getFont, stringWidth

_OTHERWISE_BROKEN = "\N{NO-BREAK SPACE}\N{SOFT HYPHEN}"
_BESIDE = 0.6
"""Between a bullet and the words, as a share of its size."""

Lines = list[tuple[float, list[str]]]
"""The points that are left of each line, and its words."""


def plain_lines(paragraph: Any, widths: Sequence[float]) -> Any:
    """Give the lines of a paragraph in the widths of its first line and of the others.

    None where ReportLab has to break it: it is of several pieces, or a word is wider than a line.
    """
    if len(paragraph.frags) != 1:
        return None
    frag, style = paragraph.frags[0], paragraph.style
    text = getattr(frag, "text", "")  # a part of a paragraph that was broken has none
    if not text or any(sign in text for sign in _OTHERWISE_BROKEN):
        return None
    if paragraph.bulletText and _overruns(paragraph.bulletText, style):
        return None
    lines = _broken(text.split(), frag, style.spaceShrinkage, widths)
    if lines is None:
        return None
    ascent, descent = getAscentDescent(frag.fontName, frag.fontSize)
    return frag.clone(kind=0, lines=lines, ascent=ascent, descent=descent)


def _broken(
    words: Sequence[str], frag: Any, shrinking: float, widths: Sequence[float]
) -> Lines | None:
    measure, size = getFont(frag.fontName).stringWidth, frag.fontSize
    narrowest, (room, later) = min(widths), widths
    space = measure(" ", size)
    shrunk = shrinking * space
    found: Lines = []
    line: list[str] = []
    used = -space
    for word in words:
        width = measure(word, size)
        if width > narrowest:
            return None
        longer = used + space + width
        if line and longer > room + shrunk * len(line):
            found.append((room - used, line))
            line, used, room = [word], width, later
        else:
            line.append(word)
            used = longer
    return [*found, (room - used, line)] if line else found


def _overruns(bullet: str, style: Any) -> bool:
    """Whether a bullet leaves less room on the first line."""
    width = stringWidth(bullet, style.bulletFontName, style.bulletFontSize)
    ends = style.bulletIndent + width + _BESIDE * style.bulletFontSize
    return bool(ends > style.leftIndent + style.firstLineIndent)
