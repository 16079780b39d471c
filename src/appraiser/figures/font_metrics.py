"""How wide text is in Source Sans 3, read from the shipped font files with nothing but `struct`.

Screen and paper draw with the same face, so a figure laid out by these widths fits both.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from appraiser.resources import resource

_FACES = {False: "SourceSans3-Regular.ttf", True: "SourceSans3-Semibold.ttf"}
_WIDE_EM = 1.25
"""Width of a letter that the face lacks, in ems: the fallback for emoji is about that wide."""
_NARROW_EM = 0.7
"""The same for letters of other alphabets."""


@dataclass(frozen=True, slots=True)
class FontMetrics:
    """Advance widths by code point, in ems."""

    advances: Mapping[int, float]

    def width(self, text: str, size: float) -> float:
        """Give the width of one line of text at a size, in the unit of the size."""
        return size * sum(map(self._advance, text))

    def _advance(self, letter: str) -> float:
        known = self.advances.get(ord(letter))
        return _missing(letter) if known is None else known


@lru_cache(maxsize=4096)
def source_sans(text: str, size: float, *, bold: bool = False) -> float:
    """Measure one line of text in the program's own face; bold is its semibold.

    What was measured is kept: a figure that follows a slider says the same words every time.
    """
    return face_metrics(bold=bold).width(text, size)


@cache
def face_metrics(*, bold: bool = False) -> FontMetrics:
    """Read the widths of the program's own face, once."""
    return read_metrics(resource("fonts", _FACES[bold]))


def read_metrics(path: Path) -> FontMetrics:
    """Read the widths of a TrueType font: the tables `head`, `hhea`, `hmtx` and `cmap`."""
    data = path.read_bytes()
    tables = _tables(data)
    (per_em,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    pairs = struct.unpack_from(f">{'HH' * count}", data, tables["hmtx"])
    widths = [width / per_em for width in pairs[::2]]
    last = len(widths) - 1  # glyphs past the last pair are as wide as it
    glyphs = dict(_characters(data, tables["cmap"]))
    return FontMetrics({code: widths[min(glyph, last)] for code, glyph in glyphs.items()})


def _tables(data: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sLLL", data, 12 + 16 * at) for at in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in records}


def _characters(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Give every code point with its glyph, from the subtables of formats 4 and 12."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for at in range(count):
        (offset,) = struct.unpack_from(">L", data, cmap + 4 + 8 * at + 4)
        (form,) = struct.unpack_from(">H", data, cmap + offset)
        if form == 4:  # noqa: PLR2004
            yield from _segments(data, cmap + offset)
        elif form == 12:  # noqa: PLR2004
            yield from _groups(data, cmap + offset)


def _segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Read format 4: segments of the first 65,536 code points."""
    (doubled,) = struct.unpack_from(">H", data, start + 6)
    size = doubled // 2
    row = f">{size}H"
    ends = struct.unpack_from(row, data, start + 14)
    starts = struct.unpack_from(row, data, start + 16 + doubled)
    deltas = struct.unpack_from(row, data, start + 16 + 2 * doubled)
    ranges_at = start + 16 + 3 * doubled
    ranges = struct.unpack_from(row, data, ranges_at)
    for at in range(size):
        for code in range(starts[at], min(ends[at], 0xFFFE) + 1):
            glyph = code
            if ranges[at]:
                place = ranges_at + 2 * at + ranges[at] + 2 * (code - starts[at])
                (glyph,) = struct.unpack_from(">H", data, place)
                if not glyph:
                    continue
            yield code, (glyph + deltas[at]) & 0xFFFF


def _groups(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Read format 12: groups of any code points."""
    (count,) = struct.unpack_from(">L", data, start + 12)
    for at in range(count):
        first, last, glyph = struct.unpack_from(">LLL", data, start + 16 + 12 * at)
        for code in range(first, last + 1):
            yield code, glyph + code - first


def _missing(letter: str) -> float:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    symbol = unicodedata.category(letter) == "So"
    wide = symbol or unicodedata.east_asian_width(letter) in {"W", "F"}
    return _WIDE_EM if wide else _NARROW_EM
