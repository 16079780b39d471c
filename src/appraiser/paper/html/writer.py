"""From a paper's blocks to one accessible web page that needs nothing beside it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import assert_never

from appraiser.figures.geometry import Table as Numbers
from appraiser.paper.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    Contents,
    ContentsEntry,
    FigureBlock,
    FrontSheet,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
)
from appraiser.paper.html.style import STYLE
from appraiser.paper.html.svg import svg
from appraiser.paper.logo import printed_size
from appraiser.paper.plain_text import clean, paragraphs


def write_html(paper: Paper) -> str:
    """Give a paper as an HTML page."""
    return "\n".join(_page(paper)) + "\n"


def _page(paper: Paper) -> Iterator[str]:
    meta = paper.meta
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(meta.language, quote=True)}">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="generator" content="Appraiser; {escape(meta.made_from, quote=True)}">'
    yield f"<title>{_text(paper.title)}</title><style>{STYLE}</style></head>"
    yield "<body>"
    for block in paper.blocks:
        if isinstance(block, FrontSheet):
            yield _front_sheet(block, meta.marking)
    yield from (_contents(each) for each in paper.blocks if isinstance(each, Contents))
    yield "<main>"
    for block in paper.blocks:
        if not isinstance(block, FrontSheet | Contents | PageBreak):
            yield _block(block)
    yield "</main>"
    words = " · ".join(_text(each) for each in (meta.version, meta.notice, meta.marking) if each)
    yield f"<footer><p>{words}</p></footer>"
    yield "</body></html>"


def _front_sheet(block: FrontSheet, marking: str) -> str:
    notices = "".join(f"<p>{_text(words)}</p>" for words in block.notices)
    fields = "".join(
        f"<dt>{_text(field.label)}</dt><dd>{_lines(field.text)}</dd>" for field in block.fields
    )
    return (
        f'<header id="{escape(block.key, quote=True)}">{_logo(block)}'
        + (f"<p><strong>{_text(marking)}</strong></p>" if marking else "")
        + f'<p class="trust">{_text(block.trust)}</p><h1>{_text(block.title)}</h1>'
        + (f'<div class="notice" role="note">{notices}</div>' if notices else "")
        + f"<dl>{fields}</dl></header>"
    )


def _logo(block: FrontSheet) -> str:
    """Give the logo inside the page itself, as large as it is printed."""
    if not block.logo:
        return ""
    wide, high = printed_size(block.logo)
    held = b64encode(block.logo).decode()
    return (
        f'<img class="logo" alt="{escape(clean(block.logo_alt), quote=True)}" '
        f'src="data:image/png;base64,{held}" style="width: {wide:.1f}mm; height: {high:.1f}mm">'
    )


def _contents(block: Contents) -> str:
    items = "".join(
        f'<li><a href="#{escape(each.key, quote=True)}">{_titled(each)}</a></li>'
        for each in block.entries
    )
    return f'<nav aria-label="{escape(block.title, quote=True)}"><ul>{items}</ul></nav>'


def _block(block: Block) -> str:
    match block:
        case Heading():
            tag = f"h{block.level + 1}"
            return f'<{tag} id="{escape(block.key, quote=True)}">{_titled(block)}</{tag}>'
        case Paragraph():
            if not block.number:
                return f"<p>{_runs(block.runs)}</p>"
            return (
                f'<p class="numbered"><span class="number">{_text(block.number)}</span>'
                f"<span>{_runs(block.runs)}</span></p>"
            )
        case BulletList():
            return f"<ul>{_items(block.items)}</ul>"
        case Table():
            return _table(block)
        case FigureBlock():
            return _figure(block)
        case Callout():
            tag = "ol" if block.lettered else "ul"
            return (
                f'<div class="ask"><p>{_text(block.title)}</p>'
                f"<{tag}>{_items(block.items)}</{tag}></div>"
            )
        case FrontSheet() | Contents() | PageBreak():
            return ""
    assert_never(block)


def _table(block: Table) -> str:
    caption = f"<caption>{_text(block.caption)}</caption>" if block.caption else ""
    header = "".join(
        f'<th scope="col"{_end(column.align)}>{_text(column.heading)}</th>'
        for column in block.columns
    )
    aligns = [column.align for column in block.columns]
    rows = "".join(_row(row, aligns) for row in block.rows)
    return (
        f'<div class="wide"><table>{caption}<thead><tr>{header}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(row: Row, aligns: list[Align]) -> str:
    first, *rest = row.cells
    cells = "".join(
        f"<td{_end(align)}>{_lines(words)}</td>"
        for words, align in zip(rest, aligns[1:], strict=True)
    )
    strong = ' class="sum"' if row.strong else ""
    return f'<tr{strong}><th scope="row">{_lines(first, first_strong=True)}</th>{cells}</tr>'


def _figure(block: FigureBlock) -> str:
    figure = block.figure
    return (
        f"<figure><figcaption>{_text(block.caption)}</figcaption>"
        f"{svg(figure, block.key or 'figure')}"
        f"<details><summary>{_text(figure.title)} as a table</summary>{_numbers(figure.table)}"
        "</details></figure>"
    )


def _numbers(numbers: Numbers) -> str:
    header = "".join(f'<th scope="col">{_text(each)}</th>' for each in numbers.header)
    rows = "".join(
        f'<tr><th scope="row">{_text(first)}</th>'
        + "".join(f"<td>{_text(each)}</td>" for each in rest)
        + "</tr>"
        for first, *rest in numbers.rows
    )
    return (
        f'<div class="wide"><table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody>'
        "</table></div>"
    )


def _items(items: tuple[Runs, ...]) -> str:
    return "".join(f"<li>{_runs(item)}</li>" for item in items)


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = _text(run.text)
    if run.strong:
        words = f"<strong>{words}</strong>"
    if run.to:
        words = f'<a href="#{escape(run.to, quote=True)}">{words}</a>'
    return words


def _lines(words: str, *, first_strong: bool = False) -> str:
    lines = [escape(line) for line in paragraphs(words)]
    if lines and first_strong:
        lines[0] = f"<b>{lines[0]}</b>"
    return "<br>".join(lines)


def _titled(heading: Heading | ContentsEntry) -> str:
    return _text(f"{heading.number}. {heading.text}" if heading.number else heading.text)


def _end(align: Align) -> str:
    return ' class="end"' if align is Align.END else ""


def _text(words: str) -> str:
    return escape(clean(words))
