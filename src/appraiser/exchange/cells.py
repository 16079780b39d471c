"""What may stand in a cell of a spreadsheet, and how one cell speaks of others."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Self

from appraiser.domain.checking import without_unprintable

MOST_IN_A_CELL = 32_767
"""UTF-16 units, which is how the file format counts."""

_CUT = " … (cut here: a cell holds no more, the appraisal has all of it)"


class Formula(str):
    """A formula made by the program itself, such as `=SUM(B2:B9)`, and what it comes to.

    The value is what the program worked out on its own; a viewer that works nothing out shows it.
    """

    __slots__ = ("value",)
    value: float | str

    def __new__(cls, words: str, value: float | str | None) -> Self:
        """Give a formula; one without a value comes to an empty text."""
        made = super().__new__(cls, words)
        made.value = "" if value is None else value
        return made


def sheet_text(text: str) -> str:
    """Make text fit for a cell: nothing unprintable, and cut, saying so, where it is too long."""
    clean = without_unprintable(text)
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * MOST_IN_A_CELL:
        return clean
    kept = units[: 2 * (MOST_IN_A_CELL - len(_CUT))]
    return kept.decode("utf-16-le", "ignore") + _CUT


def cells_of(column: int, rows: Iterable[int]) -> str:
    """Give the cells of a column in some rows, such as `D5:D7,D9`."""
    name = letter(column)
    found = []
    for _, run in groupby(enumerate(sorted(rows)), key=lambda pair: pair[1] - pair[0]):
        stretch = [row for _, row in run]
        first, last = stretch[0], stretch[-1]
        found.append(f"{name}{first}" if first == last else f"{name}{first}:{name}{last}")
    return ",".join(found)


def letter(column: int) -> str:
    """Give the letters of a column, such as `AB` for 28."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
