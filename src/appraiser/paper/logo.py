"""The trust's own logo, made fit to print: checked, no larger than print needs, always alike."""

from __future__ import annotations

import base64
import struct
from io import BytesIO
from typing import TYPE_CHECKING

from appraiser.domain.problem import Problem

if TYPE_CHECKING:
    from PIL import Image

WIDEST, TALLEST = 45.0, 20.0
"""Millimetres that a logo may take."""

CLEAR = 6.0
"""Millimetres beside and under a logo that nothing else stands in."""

_DOTS = 300 / 25.4
"""Dots of print to a millimetre; more of them are not seen."""

_COARSEST = 72 / 25.4
"""Dots to a millimetre that a small logo is not stretched below."""

_MOST_DOTS = 16_000_000
"""Dots of a picture that is read at all: a small file may unpack to more than there is room for."""

_SIZE = struct.Struct(">II")
_SIZE_AT = 16
"""Where a PNG says how wide and how high it is."""


def fitted_logo(logo: str) -> bytes:
    """Give a logo that is kept in base64 as a PNG with the dots that print needs, or nothing.

    Raises `Problem` where it cannot be read as a picture.
    """
    if not logo:
        return b""
    from PIL import Image

    try:
        return _fitted(base64.b64decode(logo, validate=True))
    # broken as a PNG, as a packed stream, as a number, or larger than Pillow reads
    except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError):
        raise Problem(
            "The logo cannot be read as a picture.",
            safe="Nothing was written.",
            todo="Choose the logo again under Board paper, Front sheet, or take it away.",
            place="paper.logo",
        ) from None


def printed_size(png: bytes) -> tuple[float, float]:
    """Give how wide and how high a logo is printed, in millimetres; its shape is kept."""
    wide, high = _SIZE.unpack_from(png, _SIZE_AT)
    scale = min(WIDEST / wide, TALLEST / high, 1 / _COARSEST)
    return wide * scale, high * scale


def _fitted(png: bytes) -> bytes:
    wide, high = _SIZE.unpack_from(png, _SIZE_AT)
    if not 0 < wide * high <= _MOST_DOTS:
        raise ValueError(f"{wide} by {high}")
    from PIL import Image

    with Image.open(BytesIO(png), formats=("PNG",)) as found:
        picture = _in_eight_bits(found).convert("RGBA")
    if picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    most = round(WIDEST * _DOTS), round(TALLEST * _DOTS)
    picture.thumbnail(most, Image.Resampling.LANCZOS)
    plain = Image.new(picture.mode, picture.size)
    plain.paste(picture)  # the dots alone, without what the file said of its author
    stream = BytesIO()
    plain.save(stream, format="PNG", optimize=True)
    return stream.getvalue()


def _in_eight_bits(picture: Image.Image) -> Image.Image:
    """Give greys of sixteen bits in eight; they would be cut off at white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.point(lambda dot: dot / 256).convert("L")
