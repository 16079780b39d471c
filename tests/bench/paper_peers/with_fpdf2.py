"""fpdf2: the paper drawn piece by piece, its figures from their marks, without tags.

It knows tags for pictures alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, assert_never

from fpdf import FPDF, FontFace
from tests.bench.paper_peers import look

from appraiser.figures.geometry import Anchor, Line, Mark, Rect, Text
from appraiser.paper import palette
from appraiser.paper.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    FigureBlock,
    FrontSheet,
    Heading,
    Meta,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Runs,
    Table,
    letter,
)

_PADDING = (2, 5, 3.5, 5)
_GROUND = "#ffffff"
_HEADINGS = FontFace(emphasis="BOLD", fill_color=palette.TINT)
_BOLD = FontFace(emphasis="BOLD")
_SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def write(paper: Paper) -> bytes:
    """Give a paper as PDF."""
    pages = _Pages(paper)
    for block in paper.blocks:
        pages.add(block)
    return bytes(pages.output())


class _Pages(FPDF):
    """The pages of one paper."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(unit="pt", format="A4")
        self._meta: Meta = paper.meta
        self._leads = {
            block.key: self.add_link(page=1) for block in paper.blocks if isinstance(block, Heading)
        }
        self.set_title(paper.title)
        self.set_author(paper.meta.author)
        self.set_lang(paper.meta.language)
        self.add_font(look.FAMILY, "", look.REGULAR)
        self.add_font(look.FAMILY, "B", look.SEMIBOLD)
        self.set_margins(look.MARGIN, look.TOP, look.MARGIN)
        self.set_auto_page_break(True, look.BOTTOM)
        self.add_page()

    def header(self) -> None:
        self.set_y(34)
        self._furniture(self._meta.trust, self._meta.marking, self._meta.short_title)
        self.set_y(look.TOP)

    def footer(self) -> None:
        self.set_y(-49)
        page = f"Page {self.page_no()} of {{nb}}"
        self._furniture(self._meta.version, self._meta.notice, page)

    def _furniture(self, *words: str) -> None:
        for each, align, style in zip(words, "LCR", ("", "B", ""), strict=True):
            self._face(look.FURNITURE, style, palette.MUTED)
            self.set_x(look.MARGIN)
            self.cell(0, look.FURNITURE.leading, each, align=align)

    def _face(self, size: look.Size, style: str = "", colour: str = palette.INK) -> None:
        self.set_font(look.FAMILY, style, size.size)
        self.set_text_color(colour)

    def add(self, block: Block) -> None:
        """Draw a block below what was drawn."""
        match block:
            case FrontSheet():
                self._front_sheet(block)
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block.number, block.runs, look.INDENT, 6)
            case BulletList():
                for item in block.items:
                    self._paragraph("•", item, look.INDENT + 14, 4, look.INDENT)
            case Callout():
                self._callout(block)
            case Table():
                self._table(block)
            case FigureBlock():
                self._figure(block)
            case PageBreak():
                self.add_page()
            case _:
                assert_never(block)

    def _line(self, words: str, size: look.Size, colour: str = palette.INK) -> None:
        self._face(size, "B", colour)
        self.multi_cell(0, size.leading, words, align="L", new_x="LMARGIN", new_y="NEXT")

    def _front_sheet(self, block: FrontSheet) -> None:
        self._line(block.trust, look.PART, palette.STRONG)
        self._line(block.title, look.TITLE)
        self._boxed(block.notices)
        self._face(look.CELL)
        self.set_draw_color(palette.LINE)
        with self.table(
            [(each.label, each.text) for each in block.fields],
            first_row_as_headings=False,
            col_widths=(112, 370),
            borders_layout="HORIZONTAL_LINES",
            text_align="LEFT",
            line_height=look.CELL.leading,
            padding=_PADDING,
        ):
            pass

    def _heading(self, block: Heading) -> None:
        size = look.SECTION if block.level == 1 else look.PART
        self.ln(16 if block.level == 1 and self.get_y() > look.TOP else 0)
        self.set_link(self._leads[block.key], self.get_y(), page=self.page)
        words = f"{block.number} {block.text}".strip()
        self.start_section(words, block.level - 1)
        self._line(words, size, palette.STRONG if block.level == 1 else palette.INK)
        self.ln(5)

    def _paragraph(
        self, mark: str, words: Runs, indent: float, after: float, mark_at: float = 0.0
    ) -> None:
        self._face(look.BODY, "", palette.MUTED)
        self.set_x(look.MARGIN + mark_at)
        self.cell(indent - mark_at, look.BODY.leading, mark)
        self.set_left_margin(look.MARGIN + indent)
        for run in words:
            colour = palette.ACCENT if run.to else palette.INK
            self._face(look.BODY, "B" if run.strong else "", colour)
            self.write(look.BODY.leading, run.text, self._leads[run.to] if run.to else "")
        self.set_left_margin(look.MARGIN)
        self.ln(look.BODY.leading + after)

    def _callout(self, block: Callout) -> None:
        items = ("".join(run.text for run in item) for item in block.items)
        self._boxed([block.title, *(f"({letter(at)}) {each}" for at, each in enumerate(items))])

    def _boxed(self, lines: Iterable[str]) -> None:
        self._face(look.BODY)
        self.set_fill_color(palette.TINT)
        words = "\n".join(lines)
        self.multi_cell(0, look.BODY.leading, words, align="L", fill=True, padding=(7, 12))
        self.ln(9)

    def _table(self, block: Table) -> None:
        self._line(block.caption, look.CAPTION)
        self._face(look.CELL)
        self.set_draw_color(palette.LINE)
        self.set_fill_color(_GROUND)
        self.set_line_width(0.5)
        with self.table(
            col_widths=[column.weight for column in block.columns],
            text_align=["R" if each.align is Align.END else "L" for each in block.columns],
            borders_layout="HORIZONTAL_LINES",
            headings_style=_HEADINGS,
            line_height=look.CELL.leading,
            padding=_PADDING,
            v_align="TOP",
        ) as table:
            table.row(block.header)
            for row in block.rows:
                _add_row(table.row(), row)
        self.ln(12)

    def _figure(self, block: FigureBlock) -> None:
        if self.will_page_break(block.figure.height + 2 * look.CAPTION.leading):
            self.add_page()
        self._line(block.caption, look.CAPTION)
        top = self.get_y() + 4
        for mark in block.figure.marks:
            self._mark(mark, top)
        self.set_y(top + block.figure.height + 12)

    def _mark(self, mark: Mark, top: float) -> None:
        colour = palette.ROLES[mark.role]
        match mark:
            case Rect():
                self.set_fill_color(palette.faded(colour, mark.strength))
                radius = min(mark.radius, mark.width / 2, mark.height / 2)
                place = (look.MARGIN + mark.x, top + mark.y, mark.width, mark.height)
                self.rect(*place, "F", round_corners=radius > 0, corner_radius=radius)
            case Line():
                self.set_draw_color(colour)
                self.set_line_width(mark.thickness)
                x = look.MARGIN
                self.line(x + mark.x1, top + mark.y1, x + mark.x2, top + mark.y2)
            case Text():
                self.set_font(look.FAMILY, "B" if mark.bold else "", mark.size)
                self.set_text_color(colour)
                share = _SHARES[mark.anchor]
                back = share * self.get_string_width(mark.words) if share else 0.0
                self.text(look.MARGIN + mark.x - back, top + mark.y, mark.words)


def _add_row(found: Any, row: Row) -> None:
    for at, words in enumerate(row.cells):
        found.cell(words, style=_BOLD if at == 0 or row.strong else None)
