"""A programme's return as one accessible web page, with nothing to fetch from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from appraiser.domain.checking import without_unprintable
from appraiser.domain.fields import Kind
from appraiser.domain.written import plain_number, pounds_and_pence
from appraiser.exchange.programme_return import ProgrammeReturn
from appraiser.exchange.programme_tables import TITLE, programme_notes, programme_tables
from appraiser.exchange.tables import CellValue, Column, Table

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.125rem/1.5 "Source Sans 3", Arial, sans-serif; margin: 0 auto; max-width: 75rem;
  padding: 1rem; }
h1, h2 { line-height: 1.2; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid; }
table { border-collapse: collapse; margin-bottom: 1.5rem; min-width: 30rem; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
th, td { border: 1px solid #768692; padding: 0.4rem 0.6rem; text-align: left;
  vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
@media print { .scroll { overflow: visible; } thead { display: table-header-group; } }
"""

_NUMBERS = {Kind.MONEY, Kind.WHOLE, Kind.NUMBER, Kind.PERCENT}


def programme_html(gathered: ProgrammeReturn) -> str:
    """Give the whole page as text."""
    return "\n".join(_page(gathered)) + "\n"


def _page(gathered: ProgrammeReturn) -> Iterator[str]:
    tables = programme_tables(gathered)
    yield "<!DOCTYPE html>"
    yield '<html lang="en-GB" dir="ltr">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{TITLE}</title><style>{_STYLE}</style></head>"
    yield f"<body><header><h1>{TITLE}</h1>"
    yield from (f"<p>{_text(note)}</p>" for note in programme_notes(gathered))
    yield '</header><nav aria-label="Tables"><ul>'
    for number, table in enumerate(tables, start=1):
        yield f'<li><a href="#table-{number}">{_text(table.title)}</a></li>'
    yield "</ul></nav><main>"
    for number, table in enumerate(tables, start=1):
        yield f'<section id="table-{number}" aria-labelledby="title-{number}">'
        yield f'<h2 id="title-{number}">{_text(table.title)}</h2>'
        yield from _table(table, number)
        yield "</section>"
    yield "</main></body></html>"


def _table(table: Table, number: int) -> Iterator[str]:
    if not table.rows:
        yield "<p>There are none.</p>"
        return
    yield f'<div class="scroll" role="region" tabindex="0" aria-labelledby="title-{number}">'
    yield f'<table aria-labelledby="title-{number}"><thead><tr>'
    yield from (f'<th scope="col">{_text(column.title)}</th>' for column in table.columns)
    yield "</tr></thead><tbody>"
    for row in table.rows:
        first, *rest = (
            _shown(column, value) for column, value in zip(table.columns, row, strict=True)
        )
        cells = (
            _cell(column, value) for column, value in zip(table.columns[1:], rest, strict=True)
        )
        yield f'<tr><th scope="row"><bdi>{_text(first)}</bdi></th>{"".join(cells)}</tr>'
    yield "</tbody></table></div>"


def _cell(column: Column, value: str) -> str:
    if column.kind in _NUMBERS:
        return f'<td class="number">{_text(value)}</td>'
    return f"<td><bdi>{_text(value)}</bdi></td>"


def _shown(column: Column, value: CellValue) -> str:
    match value:
        case None:
            return ""
        case str() | date():
            return str(value)
    if column.kind is Kind.MONEY:
        return pounds_and_pence(round(value * 100))
    return plain_number(value)


def _text(value: str) -> str:
    """Make text fit for a page: nothing of it is markup, and line breaks are kept."""
    return escape(without_unprintable(value)).replace("\n", "<br>")
