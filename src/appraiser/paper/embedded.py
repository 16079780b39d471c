"""What a paper's file says of itself, read back out of it, and what is drawn on its pages."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import Any

from appraiser.domain.problem import Problem

OURS = "Appraiser"
"""The name under which a PDF keeps private data of this program."""


def page_fingerprint(drawn: str | bytes) -> str:
    """Give what stands for all that is drawn on a page: SHA-256, in hex, its first half."""
    content = drawn.encode("latin-1") if isinstance(drawn, str) else drawn
    return hashlib.sha256(b"".join(content.split())).hexdigest()[:32]


def read_embedded(content: bytes, password: str = "") -> tuple[bytes, tuple[str, ...]]:
    """Give the manifest of a paper, and the fingerprint of each of its pages as they are now.

    The manifest is empty where there is none. Raises `Problem` for what is no PDF that can be
    read, and for a password that does not open it.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(content), password=password) as pdf:
            prints = tuple(page_fingerprint(_drawn(page)) for page in pdf.pages)
            ours = pdf.Root.get("/PieceInfo", pikepdf.Dictionary()).get(f"/{OURS}")
            return (b"" if ours is None else ours.Private.read_bytes()), prints
    except pikepdf.PasswordError as error:
        raise Problem("The password does not open this PDF.") from error
    except (pikepdf.PdfError, AttributeError, KeyError) as error:
        raise Problem("This is not a PDF that can be read.") from error


def _drawn(page: Any) -> bytes:
    """Give all that is drawn on a page, its several streams as one."""
    import pikepdf

    held = page.obj.get("/Contents")
    if held is None:
        return b""
    streams = list(held) if isinstance(held, pikepdf.Array) else [held]
    return b"\n".join(each.read_bytes() for each in streams)
