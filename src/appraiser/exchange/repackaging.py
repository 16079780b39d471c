"""What the spreadsheet library gets wrong: what formulas come to, heights of rows, who made it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

Values = Mapping[str, float | str]
"""What the formulas of one sheet come to, by cell."""

_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f>[^<]*</f>)<v ?(?:/>|></v>)')
_ROW, _FIXED = re.compile("<row [^>]*>"), ' customHeight="1"'
_MADE_BY = re.compile("<Application>[^<]*</Application>")
_PROPERTIES = "docProps/app.xml"


def repackaged(packed: bytes, values: Sequence[Values]) -> bytes:
    """Put into a workbook what each formula comes to, and the name of the program.

    The heights of rows become a first guess, so that a row grows with what is typed into it.

    `values` are in the order of the sheets. Without them a viewer that works nothing out shows
    empty cells, as does a file whose editing is not allowed yet. A program that opens the file
    for editing still works everything out anew: it is told to, and the name is not that of one
    whose values it would trust.
    """
    sheets = {f"xl/worksheets/sheet{at}.xml": each for at, each in enumerate(values, start=1)}
    stream = BytesIO()
    with ZipFile(BytesIO(packed)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name in sheets:
                part = _with_values(part.decode(), sheets[name]).encode()
            elif name == _PROPERTIES:
                made_by = "<Application>Appraiser</Application>"
                part = _MADE_BY.sub(made_by, part.decode()).encode()
            after.writestr(name, part)
    return stream.getvalue()


def _with_values(sheet: str, values: Values) -> str:
    def with_value(found: re.Match[str]) -> str:
        cell, look, formula = found.groups()
        value = values[cell]
        kind = ' t="str"' if isinstance(value, str) else ""
        return f'<c r="{cell}"{look}{kind}>{formula}<v>{escape(str(value))}</v>'

    return _FORMULA.sub(with_value, _ROW.sub(lambda row: row[0].replace(_FIXED, ""), sheet))
