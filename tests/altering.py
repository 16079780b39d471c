"""Alter what a finished PDF prints, as a forger would."""

import re
from io import BytesIO
from typing import Any

import pikepdf


def with_digit_altered(content: bytes, old: str, new: str) -> tuple[bytes, int]:
    """Print another number in the place of the first that reads `old`; give its page, from 1.

    The two are as long as one another and of digits that the typeface's subset holds.
    """
    with pikepdf.open(BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            code = _altered(page, old, new)
            if code is not None:
                page.Contents = pdf.make_stream(code)
                found = BytesIO()
                pdf.save(found)
                return found.getvalue(), number
    raise AssertionError(f"no page prints {old} in one piece")


def _altered(page: Any, old: str, new: str) -> bytes | None:
    codes = {name: _codes(font) for name, font in page.Resources.Font.items()}
    written, font, done = [], "", False
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = str(operands[0])
        known = codes.get(font, {})
        shows = str(operator) == "Tj" and not done and set(old + new) <= set(known)
        if shows and bytes(operands[0]).rstrip(b" ") == _coded(old, known):
            said = bytes(operands[0]).replace(_coded(old, known), _coded(new, known))
            written.append(([pikepdf.String(said)], operator))
            done = True
        else:
            written.append((operands, operator))
    return pikepdf.unparse_content_stream(written) if done else None


def _codes(font: Any) -> dict[str, int]:
    """Give the code of each sign of a typeface's subset."""
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found = {}
    for first, last, signs in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]", table):
        for at, sign in enumerate(re.findall(r"<(\w+)>", signs)):
            found[chr(int(sign[:4], 16))] = int(first, 16) + at
        assert int(last, 16) >= int(first, 16)
    for code, sign in re.findall(r"<(\w\w)>\s*<(\w{4})>\s*$", table, re.MULTILINE):
        found[chr(int(sign, 16))] = int(code, 16)
    return found


def _coded(text: str, codes: dict[str, int]) -> bytes:
    return bytes(codes[sign] for sign in text)
