"""Looks through finished bytes for what may not stand in them, before they are given out.

It reads a file as a stranger would: every text on its pages, and every string in it that no page
shows, such as a property, a bookmark or the words of a figure for those who do not see it.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from typing import Any

from appraiser.domain.withholding.secrets import Secret
from appraiser.domain.written import pounds, pounds_and_pence
from appraiser.pdfium_lock import PDFIUM

_FEWEST = 4
"""Letters of a private text that is looked for; fewer stand in too many words."""

_LONG = 16
"""Letters from which a text is looked for without its spaces: a line's end may have parted it."""

_TAG = re.compile(r"<[^>]*>")
_BINARY = {"/FontFile2", "/FontFile", "/FontFile3", "/Length1", "/N"}


def leaks(
    content: bytes, ending: str, secrets: Iterable[Secret], known: str = ""
) -> tuple[Secret, ...]:
    """Give each private text and amount that a finished file holds.

    `ending` is that of the file's name. What stands in `known`, the words of the reference data,
    is no secret.
    """
    texts = list(_pdf(content) if ending == ".pdf" else _others(content, ending))
    spaced = _even(" \n ".join(texts))
    joined = "".join(spaced.split())
    public = _even(known)
    return tuple(
        each
        for each in secrets
        if (
            _amount_stands(each.value, spaced)
            if isinstance(each.value, int)
            else _text_stands(_even(each.value), spaced, joined, public)
        )
    )


def _text_stands(secret: str, spaced: str, joined: str, public: str) -> bool:
    bare = "".join(secret.split())
    if len(bare) < _FEWEST or secret in public:
        return False
    if len(bare) >= _LONG:
        return bare in joined
    return re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", spaced) is not None


def _amount_stands(pence: int, spaced: str) -> bool:
    written = {f"{pounds(pence)}.00", pounds(pence), pounds_and_pence(pence)}
    either = "|".join(re.escape(_even(each)) for each in sorted(written, key=len, reverse=True))
    return re.search(rf"(?<![\d,.])(?:{either})(?!\d|[,.]\d)", spaced) is not None


def _even(text: str) -> str:
    """Give a text as it is compared: accents composed, small letters, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _pdf(content: bytes) -> Iterator[str]:
    """Give what the pages say, and every string of the file."""
    import pikepdf
    import pypdfium2

    with PDFIUM, pypdfium2.PdfDocument(content) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    yield from (each.replace("\ufffe", "") for each in texts)
    with pikepdf.open(BytesIO(content)) as pdf:
        for each in pdf.objects:
            yield from _strings(each)


def _strings(held: Any) -> Iterator[str]:
    """Give the strings that an object of a PDF holds itself; what it refers to has its turn."""
    import pikepdf

    if isinstance(held, pikepdf.Stream):
        if not _BINARY & set(held.keys()):
            yield held.read_bytes().decode("utf-8", "ignore")
        held = held.stream_dict
    if isinstance(held, pikepdf.String):
        yield str(held)
    elif isinstance(held, pikepdf.Name):
        yield str(held)[1:]
    elif isinstance(held, pikepdf.Array):
        for each in held:
            if not _is_apart(each):
                yield from _strings(each)
    elif isinstance(held, pikepdf.Dictionary):
        for key, each in held.items():
            yield str(key)[1:]
            if not _is_apart(each):
                yield from _strings(each)


def _is_apart(held: Any) -> bool:
    return bool(getattr(held, "is_indirect", False))


def _others(content: bytes, ending: str) -> Iterator[str]:
    """Give what the members of an office document say, or a file of text."""
    if ending in {".docx", ".xlsx"}:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = [archive.read(name) for name in archive.namelist()]
    else:
        members = [content]
    for each in members:
        text = unescape(each.decode("utf-8", "ignore"))
        yield text
        yield _TAG.sub("", text)
        yield text.encode().decode("unicode_escape", "ignore") if ending == ".json" else ""
