"""Typst: the paper in its own language, its figures as SVG, tagged for PDF/UA.

It is a compiler in Rust, and the fastest of the peers.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import assert_never

import typst
from tests.bench.paper_peers import look

from appraiser.paper import palette
from appraiser.paper.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
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


def write(paper: Paper) -> bytes:
    """Give a paper as PDF."""
    found: bytes = typst.compile(
        _source(paper).encode(),
        format="pdf",
        font_paths=_fonts(),
        pdf_standards=["ua-1"],
    )
    return found


@cache
def _fonts() -> typst.Fonts:
    """Give the typefaces, kept from one paper to the next."""
    folder = str(look.REGULAR.parent)
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


def _source(paper: Paper) -> str:
    meta = paper.meta
    date = (
        f", date: datetime(year: {meta.dated:%Y}, month: {meta.dated:%-m}, day: {meta.dated:%-d})"
    )
    told = {name: _quoted(getattr(meta, name)) for name in ("trust", "short_title", "version")}
    told |= {name: _quoted(getattr(meta, name)) for name in ("marking", "notice")}
    about = f"#set document(title: {_quoted(paper.title)}{date})\n"
    return about + _LOOK % told + "\n".join(map(_block, paper.blocks))


_LOOK = (
    f"""
#set text(font: {look.FAMILY!r}, size: 12pt, fill: rgb("{palette.INK}"))
#set text(lang: "en", region: "GB", top-edge: 0.8em, bottom-edge: -0.2em)
#set par(leading: 3pt, spacing: 9pt)
#let small(it, ..more) = text(size: 9pt, fill: rgb("{palette.MUTED}"), ..more, it)
#set page(
  paper: "a4",
  margin: (x: {look.MARGIN}pt, top: {look.TOP}pt, bottom: {look.BOTTOM}pt),
  header: grid(columns: (1fr, 1fr, 1fr), align: (left, center, right),
    small(%(trust)s), small(weight: 600, %(marking)s), small(%(short_title)s)),
  footer: context grid(columns: (1fr, 1fr, 1fr), align: (left, center, right),
    small(%(version)s), small(weight: 600, %(notice)s),
    small[Page #counter(page).display() of #counter(page).final().first()]),
)
#let bold(it) = text(weight: 600, it)
#show heading: it => block(above: 16pt, below: 8pt, text(
  size: (22pt, 17pt, 13pt).at(it.level - 1), weight: 600, it.body))
#show link: it => text(fill: rgb("{palette.ACCENT}"), it)
#let numbered(number, it) = grid(
  columns: ({look.INDENT}pt, 1fr), text(fill: rgb("{palette.MUTED}"), number), it)
#let caption(it) = block(above: 12pt, below: 7pt, sticky: true, text(size: 10.5pt, weight: 600, it))
#let boxed(it) = block(fill: rgb("{palette.TINT}"), width: 100%%, inset: (x: 12pt, y: 7pt),
  stroke: (left: 3pt + rgb("{palette.ACCENT}")), it)
#set table(stroke: (x: none, top: none, bottom: 0.5pt + rgb("{palette.LINE}")))
#set table(inset: (x: 5pt, top: 2.5pt, bottom: 4.5pt))
#show table: set text(size: 10pt)
#show table: set par(leading: 2.5pt)
#show table.cell: it => if it.x == 0 or it.y == 0 {{{{ bold(it) }}}} else {{{{ it }}}}
""".replace("{{", "{")
    .replace("}}", "}")
    .replace("'", '"')
)


def _block(block: Block) -> str:
    match block:
        case FrontSheet():
            return _front_sheet(block)
        case Heading():
            words = _quoted(f"{block.number} {block.text}".strip())
            return f"#heading(level: {block.level + 1}, {words}) <{block.key}>"
        case Paragraph():
            return f"#numbered({_quoted(block.number)}, {_runs(block.runs)})"
        case BulletList():
            return f"#list(indent: {look.INDENT}pt, {_items(block.items)})"
        case Callout():
            items = f'enum(numbering: "(a)", {_items(block.items)})'
            return f"#boxed[#bold({_quoted(block.title)}) #{items}]"
        case Table():
            return f"#caption({_quoted(block.caption)})\n{_table(block)}"
        case FigureBlock():
            drawn = _quoted(look.standing_alone(block.figure, block.key))
            alt = _quoted(block.figure.alt)
            picture = f'#image(bytes({drawn}), format: "svg", alt: {alt})'
            return f"#caption({_quoted(block.caption)})\n{picture}"
        case PageBreak():
            return "#pagebreak()"
    assert_never(block)


def _front_sheet(block: FrontSheet) -> str:
    notices = "\n".join(f"#{_quoted(each)}" for each in block.notices)
    fields = ", ".join(
        _quoted(words) for field in block.fields for words in (field.label, field.text)
    )
    return (
        f'#text(size: 13pt, weight: 600, fill: rgb("{palette.STRONG}"), {_quoted(block.trust)})\n'
        f"#heading(level: 1, {_quoted(block.title)})\n#boxed[{notices}]\n"
        f"#table(columns: (112pt, 1fr), {fields})"
    )


def _table(block: Table) -> str:
    widths = ", ".join(f"{column.weight:g}fr" for column in block.columns)
    sides = ", ".join("right" if each.align is Align.END else "left" for each in block.columns)
    header = ", ".join(_quoted(each) for each in block.header)
    rows = ",\n".join(map(_row, block.rows))
    return f"#table(columns: ({widths}), align: ({sides}), table.header({header}),\n{rows})"


def _row(row: Row) -> str:
    cells = map(_quoted, row.cells)
    return ", ".join(f"bold({each})" if row.strong else each for each in cells)


def _items(items: Iterable[Runs]) -> str:
    return ", ".join(map(_runs, items))


def _runs(runs: Runs) -> str:
    return f"[{''.join(map(_run, runs))}]"


def _run(run: Run) -> str:
    words = _quoted(run.text)
    if run.to:
        return f"#link(<{run.to}>, {words})"
    return f"#bold({words})" if run.strong else f"#{words}"


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
