"""Made-up logos, drawn for the tests; no real body's."""

import base64
import struct
import zlib
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw


def drawn(width: int = 900, height: int = 300, *, clear: bool = True) -> Image.Image:
    """Draw a ring beside a bar, on nothing or on white."""
    picture = Image.new("RGBA", (width, height), (255, 255, 255, 0 if clear else 255))
    pen = ImageDraw.Draw(picture)
    side = min(width, height)
    pen.ellipse((0, 0, side - 1, side - 1), fill=(11, 122, 117, 255))
    pen.line((width * 0.6, height * 0.5, width, height * 0.5), (40, 40, 90, 255), height // 3)
    return picture


def png(picture: Image.Image) -> bytes:
    """Give a picture as PNG."""
    stream = BytesIO()
    picture.save(stream, format="PNG")
    return stream.getvalue()


def text(content: bytes) -> str:
    """Give bytes as an appraisal holds them."""
    return base64.b64encode(content).decode()


LOGO = text(png(drawn()))


@cache
def bomb(side: int = 10_000) -> bytes:
    """Give a small PNG that unpacks to a hundred megapixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    row = bytes(1 + side)
    packed = zlib.compressobj(9)
    rows = b"".join(packed.compress(row) for _ in range(side)) + packed.flush()
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
