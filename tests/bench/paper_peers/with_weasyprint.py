"""WeasyPrint: the paper as HTML with a style sheet, its figures as SVG, tagged for PDF/UA."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from typing import assert_never

from tests.bench.paper_peers import look
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from appraiser.paper import palette
from appraiser.paper.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    Column,
    FigureBlock,
    FrontSheet,
    Heading,
    Meta,
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
    found: bytes = HTML(string=_page(paper)).write_pdf(
        stylesheets=[_style(paper.meta)], font_config=_fonts(), pdf_variant="pdf/ua-1"
    )
    return found


@cache
def _fonts() -> FontConfiguration:
    """Give what is known of typefaces, kept from one paper to the next."""
    return FontConfiguration()


@cache
def _style(meta: Meta) -> CSS:
    """Give the style sheet, parsed once for all papers."""
    faces = "".join(
        f'@font-face {{ font-family: "{look.FAMILY}"; font-weight: {weight};'
        f" src: url({face.as_uri()}) }}\n"
        for weight, face in ((400, look.REGULAR), (600, look.SEMIBOLD))
    )
    return CSS(string=faces + _SHEET.format(meta=meta), font_config=_fonts())


_SHEET = f"""
@page {{{{ size: A4; margin: {look.TOP}pt {look.MARGIN}pt {look.BOTTOM}pt;
  font: {look.FURNITURE.size}pt "{look.FAMILY}"; color: {palette.MUTED};
  @top-left {{{{ content: "{{meta.trust}}" }}}}
  @top-center {{{{ content: "{{meta.marking}}"; font-weight: 600 }}}}
  @top-right {{{{ content: "{{meta.short_title}}" }}}}
  @bottom-left {{{{ content: "{{meta.version}}" }}}}
  @bottom-center {{{{ content: "{{meta.notice}}"; font-weight: 600; color: {palette.WATCH} }}}}
  @bottom-right {{{{ content: "Page " counter(page) " of " counter(pages) }}}} }}}}
body {{{{ margin: 0; font: 12pt/15pt "{look.FAMILY}"; color: {palette.INK} }}}}
h1 {{{{ font: 600 22pt/26pt "{look.FAMILY}"; margin: 0 0 9pt }}}}
h2 {{{{ font: 600 17pt/21pt "{look.FAMILY}"; margin: 16pt 0 5pt; color: {palette.STRONG} }}}}
h3 {{{{ font: 600 13pt/17pt "{look.FAMILY}"; margin: 10pt 0 4pt }}}}
h2.new {{{{ break-before: page; margin-top: 0 }}}}
p {{{{ margin: 0 0 6pt }}}}
p.numbered {{{{ padding-left: {look.INDENT}pt; text-indent: -{look.INDENT}pt }}}}
p.numbered > .number {{{{ display: inline-block; width: {look.INDENT}pt; text-indent: 0;
  color: {palette.MUTED} }}}}
a {{{{ color: {palette.ACCENT}; text-decoration: none }}}}
b, strong {{{{ font-weight: 600 }}}}
ul {{{{ margin: 0 0 9pt; padding-left: {look.INDENT + 14}pt }}}}
li {{{{ margin-bottom: 4pt }}}}
.box {{{{ background: {palette.TINT}; border-left: 3pt solid {palette.ACCENT}; padding: 7pt 12pt;
  margin: 4pt 0 9pt }}}}
.trust {{{{ font: 600 13pt/17pt "{look.FAMILY}"; color: {palette.STRONG} }}}}
table {{{{ border-collapse: collapse; table-layout: fixed; width: 100%; margin-bottom: 12pt;
  font-size: 10pt; line-height: 12.5pt }}}}
caption, figcaption {{{{ font: 600 10.5pt/14pt "{look.FAMILY}"; text-align: left;
  padding: 6pt 0 4pt }}}}
th, td {{{{ text-align: left; vertical-align: top; padding: 2pt 5pt 3.5pt;
  border-bottom: .5pt solid {palette.LINE} }}}}
th, tr.sum td {{{{ font-weight: 600 }}}}
thead th {{{{ background: {palette.TINT}; border-bottom: .8pt solid {palette.INK};
  vertical-align: bottom }}}}
tr.sum > * {{{{ border-top: .8pt solid {palette.INK} }}}}
tr, figure {{{{ break-inside: avoid }}}}
caption, figcaption, h2, h3 {{{{ break-after: avoid }}}}
figure {{{{ margin: 0 0 12pt }}}}
.end {{{{ text-align: right }}}}
"""


def _page(paper: Paper) -> str:
    blocks = paper.blocks
    before: Iterable[Block | None] = (None, *blocks)
    body = "".join(
        _block(block, new=isinstance(last, PageBreak))
        for last, block in zip(before, blocks, strict=False)
    )
    return (
        f'<!DOCTYPE html><html lang="{paper.meta.language}"><head><meta charset="utf-8">'
        f"<title>{escape(paper.title)}</title></head><body>{body}</body></html>"
    )


def _block(block: Block, *, new: bool) -> str:
    match block:
        case FrontSheet():
            return _front_sheet(block)
        case Heading():
            tag, first = f"h{block.level + 1}", ' class="new"' if new else ""
            words = f"{block.number} {block.text}".strip()
            return f'<{tag} id="{block.key}"{first}>{escape(words)}</{tag}>'
        case Paragraph():
            number = f'<span class="number">{block.number}</span>'
            return f'<p class="numbered">{number}{_runs(block.runs)}</p>'
        case BulletList():
            return f"<ul>{_items(block.items)}</ul>"
        case Callout():
            items = _items(block.items)
            return f'<div class="box"><p><b>{escape(block.title)}</b></p><ol>{items}</ol></div>'
        case Table():
            return _table(block)
        case FigureBlock():
            drawn = look.standing_alone(block.figure, block.key)
            return f"<figure><figcaption>{escape(block.caption)}</figcaption>{drawn}</figure>"
        case PageBreak():
            return ""
    assert_never(block)


def _front_sheet(block: FrontSheet) -> str:
    notices = "".join(f"<p>{escape(each)}</p>" for each in block.notices)
    fields = "".join(
        f'<tr><th scope="row">{escape(each.label)}</th><td>{escape(each.text)}</td></tr>'
        for each in block.fields
    )
    return (
        f'<p class="trust">{escape(block.trust)}</p><h1>{escape(block.title)}</h1>'
        f'<div class="box">{notices}</div><table>{fields}</table>'
    )


def _table(block: Table) -> str:
    whole = sum(column.weight for column in block.columns)
    widths = "".join(
        f'<col style="width: {column.weight / whole:.2%}">' for column in block.columns
    )
    header = "".join(
        f'<th scope="col"{_end(column)}>{escape(column.heading)}</th>' for column in block.columns
    )
    rows = "".join(_row(row, block.columns) for row in block.rows)
    return (
        f"<table><caption>{escape(block.caption)}</caption><colgroup>{widths}</colgroup>"
        f"<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(row: Row, columns: Iterable[Column]) -> str:
    first, *rest = zip(row.cells, columns, strict=True)
    cells = "".join(f"<td{_end(column)}>{escape(words)}</td>" for words, column in rest)
    sum_of = ' class="sum"' if row.strong else ""
    return f'<tr{sum_of}><th scope="row">{escape(first[0])}</th>{cells}</tr>'


def _items(items: Iterable[Runs]) -> str:
    return "".join(f"<li>{_runs(item)}</li>" for item in items)


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = escape(run.text)
    if run.strong:
        words = f"<strong>{words}</strong>"
    return f'<a href="#{run.to}">{words}</a>' if run.to else words


def _end(column: Column) -> str:
    return ' class="end"' if column.align is Align.END else ""
