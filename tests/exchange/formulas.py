"""Work out the formulas of a workbook, as far as the ones written here go.

Nothing is taken from the program: the point is that a spreadsheet comes to the same totals.
"""

import operator
import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?)
    |(?P<text>"[^"]*")
    |(?P<cells>(?:'[^']+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)
    |(?P<name>[A-Z]+)(?=\()
    |(?P<sign><=|>=|<>|[-+*/&=<>(),]))""",
    re.VERBOSE,
)
_COMPARE = {
    "=": operator.eq,
    "<>": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}
_CALCULATE = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


class Book:
    """A workbook whose cells can be asked for their value, and given another."""

    def __init__(self, path: Path) -> None:
        self.sheets = load_workbook(path)
        self.shown = load_workbook(path, data_only=True)
        self.value = cache(self._value)

    def formulas(self) -> Iterator[tuple[str, object, object]]:
        """Give the place of every formula, what it comes to, and what the file says it does."""
        for sheet in self.sheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        worked_out = self.value(sheet.title, cell.row, cell.column)
                        shown = self.shown[sheet.title][cell.coordinate].value
                        yield f"{sheet.title} {cell.coordinate}", worked_out, shown

    def put(self, sheet: str, row: int, column: int, value: object) -> None:
        self.sheets[sheet].cell(row, column).value = value
        self.value.cache_clear()

    def _value(self, sheet: str, row: int, column: int):
        cell = self.sheets[sheet].cell(row, column)
        if cell.data_type != "f":
            return cell.value
        found = _Formula(self, sheet, cell.value[1:]).result()
        assert not isinstance(found, list), cell.value
        return found

    def table(self, sheet: str) -> list[dict[str, object]]:
        """Give the rows under the headings, worked out, until the first empty one."""
        cells = self.sheets[sheet]
        (top,) = re.findall(r"\d+", cells.freeze_panes)
        titles = [cell.value for cell in cells[int(top) - 1]]
        rows = range(int(top), cells.max_row + 1)
        return [
            {title: self.value(sheet, row, at) for at, title in enumerate(titles, start=1)}
            | {"row": row}
            for row in rows
        ]


class _Formula:
    def __init__(self, book: Book, sheet: str, words: str) -> None:
        self.book, self.sheet = book, sheet
        self.tokens = list(_TOKEN.finditer(words))
        assert "".join(match.group() for match in self.tokens) == words, words
        self.at = 0

    def result(self):
        found = self._comparison()
        assert self.at == len(self.tokens)
        return found()

    def _sign(self, *signs: str) -> str:
        if self.at < len(self.tokens) and self.tokens[self.at]["sign"] in signs:
            self.at += 1
            return self.tokens[self.at - 1]["sign"]
        return ""

    def _chain(self, inner: Callable, signs: tuple[str, ...], apply: Callable):
        left = inner()
        while sign := self._sign(*signs):
            left = _later(apply, sign, left, inner())
        return left

    def _comparison(self):
        return self._chain(self._joined, tuple(_COMPARE), _compared)

    def _joined(self):
        return self._chain(self._sum, ("&",), lambda _, one, two: f"{one}{two}")

    def _sum(self):
        return self._chain(self._product, ("+", "-"), _calculated)

    def _product(self):
        return self._chain(self._atom, ("*", "/"), _calculated)

    def _atom(self):
        if self._sign("-"):
            return _later(lambda _, zero, one: zero - (one or 0), "-", lambda: 0, self._atom())
        token = self.tokens[self.at]
        self.at += 1
        if token["number"]:
            number = float(token["number"])
            return lambda: number
        if token["text"]:
            return lambda: token["text"][1:-1]
        if token["cells"]:
            return lambda: self._cells(token["cells"])
        if token["name"]:
            return self._call(token["name"])
        assert token["sign"] == "("
        found = self._comparison()
        assert self._sign(")")
        return found

    def _call(self, name: str):
        assert self._sign("(")
        given = [self._comparison()]
        while self._sign(","):
            given.append(self._comparison())
        assert self._sign(")")
        if name == "IF":
            test, yes, no = given
            return lambda: yes() if test() else no()
        return lambda: _FUNCTIONS[name](*(each() for each in given))

    def _cells(self, words: str):
        sheet, _, cells = words.rpartition("!")
        sheet = sheet.strip("'") or self.sheet
        left, top, right, bottom = range_boundaries(cells.replace("$", ""))
        found = [
            self.book.value(sheet, row, column)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]
        return found if ":" in cells else found[0]


def _later(apply: Callable, sign: str, left: Callable, right: Callable):
    return lambda: _spread(lambda one, two: apply(sign, one, two), left(), right())


def _spread(work: Callable, one, two):
    if isinstance(one, list) and isinstance(two, list):
        return [work(*pair) for pair in zip(one, two, strict=True)]
    if isinstance(one, list):
        return [work(each, two) for each in one]
    return [work(one, each) for each in two] if isinstance(two, list) else work(one, two)


def _compared(sign: str, one, two) -> bool:
    if one is None or two is None:  # an empty cell is nought beside a number, "" beside a text
        empty = "" if isinstance(one or two, str) or one == two == "" else 0
        empty = "" if "" in (one, two) else empty
        one, two = (empty if each is None else each for each in (one, two))
    return _COMPARE[sign](one, two)


def _calculated(sign: str, one, two):
    return _CALCULATE[sign](one or 0, two or 0)


def _numbers(values) -> list[float]:
    flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
    return [each for each in flat if isinstance(each, int | float)]


def _sum_product(*columns):
    found = 0.0
    for row in zip(*columns, strict=True):
        product = 1.0
        for each in row:
            product *= each if isinstance(each, int | float) else 0
        found += product
    return found


def _round(number: float, places: float) -> float:
    step = Decimal(1).scaleb(-int(places))
    return float(Decimal(repr(float(number))).quantize(step, rounding=ROUND_HALF_UP))


def _count_if(values, criterion: str) -> int:
    assert criterion.startswith(">")
    return sum(each > float(criterion[1:]) for each in _numbers([values]))


def _sum_if(where, wanted: str, summed):
    where, summed = (each if isinstance(each, list) else [each] for each in (where, summed))
    return sum(each for word, each in zip(where, summed, strict=True) if word == wanted)


def _listed(values) -> list:
    return values if isinstance(values, list) else [values]


def _conditions(given) -> list:
    return [each if at % 2 else _listed(each) for at, each in enumerate(given)]


def _sum_ifs(summed, *conditions) -> float:
    rows = zip(summed, *conditions[::2], strict=True)
    wanted = conditions[1::2]
    return sum(
        value
        for value, *held in rows
        if isinstance(value, int | float) and all(map(_meets, held, wanted))
    )


def _meets(held, wanted) -> bool:
    sign, limit = re.fullmatch(r"(<=|>=|<>|)(.*)", wanted, re.DOTALL).groups()
    if sign in {"<=", ">="}:
        return _COMPARE[sign](held, float(limit))
    return (held == limit) is (sign == "")


_FUNCTIONS = {
    "SUM": lambda *values: sum(_numbers(values)),
    "MAX": lambda *values: max(_numbers(values)),
    "MIN": lambda *values: min(_numbers(values)),
    "COUNT": lambda *values: len(_numbers(values)),
    "COLUMNS": lambda values: len(values) if isinstance(values, list) else 1,
    "ISNUMBER": lambda values: [isinstance(each, int | float) for each in values],
    "SUMPRODUCT": lambda *columns: (
        _sum_product(*columns) if len(columns) > 1 else sum(_numbers(columns))
    ),
    "ROUND": _round,
    "COUNTIF": _count_if,
    "SUMIF": _sum_if,
    "SUMIFS": lambda *given: _sum_ifs(*map(_listed, given[:1]), *_conditions(given[1:])),
}
