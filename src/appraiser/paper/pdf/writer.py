"""From a paper's blocks to the bytes of a PDF. The same paper always gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any, assert_never

from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageTemplate,
)
from reportlab.platypus import PageBreak as NextPage

from appraiser.analysis.cancelling import Asked, Told, stop_if
from appraiser.paper.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    FigureBlock,
    FrontSheet,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
)
from appraiser.paper.manifest import manifest_of
from appraiser.paper.pdf import styles
from appraiser.paper.pdf.boxes import callout, front_sheet
from appraiser.paper.pdf.contents import contents
from appraiser.paper.pdf.figure_painter import Drawing
from appraiser.paper.pdf.fonts import REGULAR, register
from appraiser.paper.pdf.furniture import Furniture, Sheets
from appraiser.paper.pdf.setting import Piece, Setting
from appraiser.paper.pdf.tables import table
from appraiser.paper.pdf.tags.canvas import Place
from appraiser.paper.pdf.tags.structure import Node
from appraiser.paper.pdf.tags.words import TaggedWords
from appraiser.paper.plain_text import shortened

_TALLEST_FIGURE = styles.HEIGHT * 0.8


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF, the characters that its typeface could not show, and what stands where."""

    content: bytes
    unshown: tuple[str, ...]
    pages: int
    places: Mapping[str, Place]
    """Where each block with a key begins."""


def write_pdf(paper: Paper) -> bytes:
    """Give the bytes of a paper as PDF."""
    return set_pdf(paper).content


def set_pdf(paper: Paper, told: Told | None = None, cancelled: Asked | None = None) -> Pdf:
    """Set a paper as PDF, and say which characters could not be shown.

    `told` hears how much is done, from 0 to 1. Raises `Cancelled` once `cancelled` says that
    nobody waits for it any more.
    """
    register()
    keys = {block.key for block in paper.blocks if isinstance(block, Heading)}
    titled = any(isinstance(block, FrontSheet) for block in paper.blocks)
    setting = Setting(frozenset(keys), top=2 if titled else 1)
    stream = BytesIO()
    template = _template(paper, setting, stream)
    _listen(template, told, cancelled)
    canvases: list[Sheets] = []

    def make_canvas(*args: Any, **kwargs: Any) -> Sheets:
        canvas = Sheets(*args, dated=paper.meta.dated, **kwargs)
        canvas.manifest = partial(manifest_of, paper)
        canvases.append(canvas)
        return canvas

    template.build(list(_flow(paper.blocks, setting, cancelled)), canvasmaker=make_canvas)
    (canvas,) = canvases
    unshown = tuple(sorted(setting.unshown))
    return Pdf(stream.getvalue(), unshown, canvas.page_count, canvas.places)


def _listen(template: BaseDocTemplate, told: Told | None, cancelled: Asked | None) -> None:
    """Tell how far the laying out has come, and break it off where nobody waits for it."""
    whole = 1

    def hear(what: str, value: int) -> None:
        nonlocal whole
        stop_if(cancelled)
        if what == "SIZE_EST":
            whole = max(1, value)
        elif what == "PROGRESS" and told is not None:
            told(min(1.0, max(0.0, value / whole)))

    template.setProgressCallBack(hear)


def _template(paper: Paper, setting: Setting, stream: BytesIO) -> BaseDocTemplate:
    meta = paper.meta
    template = BaseDocTemplate(
        stream,
        pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
        title=setting.plain(shortened(paper.title, 300)),
        author=setting.plain(shortened(meta.author or meta.trust, 300)),
        subject=setting.plain(shortened(meta.short_title, 300)),
        keywords=[setting.plain(meta.made_from)],
        creator="Appraiser",
        lang=meta.language,
        displayDocTitle=1,
        initialFontName=REGULAR,
        invariant=1,
        pageCompression=1,
    )
    frame = Frame(
        styles.MARGIN,
        styles.BOTTOM,
        styles.WIDTH,
        styles.HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    furniture = Furniture(meta, setting)

    def furnish(canvas: Any, document: Any) -> None:
        furniture.draw(canvas, first=document.page == 1)

    template.addPageTemplates([PageTemplate("sheet", [frame], onPage=furnish)])
    return template


def _flow(blocks: Sequence[Block], setting: Setting, cancelled: Asked | None) -> Iterator[Flowable]:
    """Lay blocks out so that no heading, caption or first row is left alone at a page's end."""
    pieces = []
    for block in blocks:
        stop_if(cancelled)
        pieces.append(_findable(_piece(block, setting), getattr(block, "key", "")))
    needs = [piece.need for piece in pieces]
    for at in reversed(range(len(blocks) - 1)):
        if isinstance(blocks[at], Heading):
            needs[at] += max(needs[at + 1], _first_words(pieces[at + 1]))
    for need, piece in zip(needs, pieces, strict=True):
        if need:
            yield CondPageBreak(min(need, styles.HEIGHT * 0.95))
        yield from piece.flowables


def _first_words(piece: Piece) -> float:
    """Give the height that a paragraph under a heading needs: all of it where it is short.

    Two lines may not be parted from a third, so a paragraph of three stays whole.
    """
    first = piece.flowables[0] if piece.flowables else None
    if not isinstance(first, TaggedWords):
        return 0.0
    _, height = first.wrap(styles.WIDTH, styles.HEIGHT)
    leading = first.style.leading
    return height if height < 4 * leading else 2 * leading


def _findable(piece: Piece, key: str) -> Piece:
    """Have the page note where a block begins."""
    first = piece.flowables[0] if piece.flowables else None
    if key and isinstance(first, TaggedWords):
        first.key = key
    return piece


def _piece(block: Block, setting: Setting) -> Piece:
    match block:
        case Contents():
            return contents(block, setting)
        case FrontSheet():
            return front_sheet(block, setting)
        case Heading():
            return Piece([_heading(block, setting)], 44 if block.level == 1 else 32)
        case Paragraph():
            style = styles.NUMBERED if block.number else styles.BODY
            return Piece([*setting.paragraph(block.runs, style, block.number)], 2 * style.leading)
        case BulletList():
            return _bullets(block, setting)
        case Table():
            return table(block, setting)
        case FigureBlock():
            return _figure(block, setting)
        case Callout():
            return callout(block, setting)
        case PageBreak():
            return Piece([NextPage()])
    assert_never(block)


def _bullets(block: BulletList, setting: Setting) -> Piece:
    found: list[Flowable] = []
    under = (Node("L", attributes={"ListNumbering": "Disc"}, owner="List"),)
    for at, item in enumerate(block.items, start=1):
        style = styles.BULLET_LAST if at == len(block.items) else styles.BULLET
        found += setting.paragraph(item, style, "•", under=under)
    return Piece(found, 2 * styles.BULLET.leading)


def _figure(block: FigureBlock, setting: Setting) -> Piece:
    drawing = Drawing(block.figure, setting, _TALLEST_FIGURE)
    _, height = drawing.wrap(styles.WIDTH, styles.HEIGHT)
    caption = setting.paragraph((Run(block.caption),), styles.CAPTION)
    return Piece([*caption, drawing], height + 26)


def _heading(block: Heading, setting: Setting) -> Flowable:
    section = styles.SECTION if block.number else styles.ANNEX
    style = section if block.level == 1 else styles.PART
    words = setting.markup(Run(block.text))
    line = _HeadingLine(words, style, bulletText=block.number or None)
    line.placed((Node(f"H{setting.top + block.level - 1}"),))
    line.level = block.level
    outline = f"{block.number} {block.text}" if block.number else block.text
    line.outline = setting.plain(shortened(outline, 120))
    return line


class _HeadingLine(TaggedWords):
    """A heading that can be found from the bookmarks and from links."""

    level = 1
    outline = ""

    def draw(self) -> None:
        """Draw it and mark its place."""
        if self.key:
            self.canv.bookmarkHorizontal(self.key, 0, self.height + 12)
            closed = self.level == 1
            self.canv.addOutlineEntry(self.outline, self.key, self.level - 1, closed)
        super().draw()
