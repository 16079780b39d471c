"""Text as people typed it, made fit to print: what no page can show is taken out, nothing else."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Control characters, joiners, marks of direction: signs that take no room of their own."""


def clean(text: str) -> str:
    """Give a text without control characters, its accents composed, its lines ended alike."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """Give a text on one line, with single spaces."""
    return " ".join(clean(text).split())


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text: its lines, without the empty ones."""
    return [line for each in clean(text).split("\n") if (line := each.strip())]


def shortened(text: str, most: int) -> str:
    """Give a text on one line of at most so many characters, cut at a word with an ellipsis."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > most // 2 else cut).rstrip(" ,;:.") + "…"


def pieces(text: str, most: int) -> list[str]:
    """Cut a long text into pieces of at most so many characters, at sentences or words."""
    found: list[str] = []
    while len(text) > most:
        at = _cut_at(text, most)
        found.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*found, text] if text or not found else found


def _cut_at(text: str, most: int) -> int:
    for sign in (". ", " "):
        at = text.rfind(sign, most // 2, most)
        if at > 0:
            return at + len(sign)
    return most
