"""What stands on every page: whose paper it is, what to know of it, and where in it one is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from appraiser.figures.geometry import Anchor
from appraiser.paper import palette
from appraiser.paper.blocks import Meta
from appraiser.paper.embedded import page_fingerprint
from appraiser.paper.pdf import styles
from appraiser.paper.pdf.drawn_line import draw_line
from appraiser.paper.pdf.embedding import embed
from appraiser.paper.pdf.fonts import REGULAR, SEMIBOLD, measure
from appraiser.paper.pdf.properties import Properties
from appraiser.paper.pdf.setting import Setting
from appraiser.paper.pdf.tags.canvas import ARTIFACT, END, TaggedCanvas
from appraiser.paper.pdf.tags.structure import Path
from appraiser.paper.plain_text import shortened

_SIZE = 9
_CONTENTS_SIZE = styles.CONTENTS.fontSize
_DRAFT, _DRAFT_SIZE = "DRAFT", 150
_HEAD = styles.PAGE_HEIGHT - 15 * mm
_FOOT = 13 * mm
_RIGHT = styles.PAGE_WIDTH - styles.MARGIN
_MIDDLE = styles.PAGE_WIDTH / 2


class _Awaited(NamedTuple):
    """Room for the number of a page: on which page, for what key, where it ends, its mark."""

    page: int
    key: str
    place: tuple[float, float]
    begin: str


class Sheets(TaggedCanvas):
    """A canvas that writes "Page 3 of 12" on every page once it knows how many there are."""

    def __init__(self, *args: Any, dated: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._doc.info = Properties(dated)
        self._finished: list[Any] = []
        self._awaited: list[_Awaited] = []
        self.manifest: Callable[[tuple[str, ...]], bytes] | None = None
        """Given the fingerprint of each page, gives what the file says of itself."""

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        super()._setAnnotations(page)  # the one place that sees each page when it is finished
        self._finished.append(page)

    @property
    def page_count(self) -> int:
        """How many pages are finished."""
        return len(self._finished)

    def await_page(self, key: str, right: float, base: float, path: Path) -> None:
        """Leave room, ending at a point, for the number of the page that a key stands on."""
        begin = self.mark(path)
        place = self.absolutePosition(right, base)
        self._awaited.append(_Awaited(len(self._finished), key, place, begin))

    def save(self) -> None:
        """Number the pages, fill the contents in and write the file."""
        if self._code:
            self.showPage()
        for number, page in enumerate(self._finished, start=1):
            page.stream += self._page_number(number)
        for each in self._awaited:
            self._finished[each.page].stream += self._filled(each)
        if self.manifest is not None:
            prints = tuple(page_fingerprint(page.stream) for page in self._finished)
            embed(self._doc, self.manifest(prints))
        super().save()

    def _filled(self, awaited: _Awaited) -> str:
        """Give the number of a page as the contents print it; nothing where there is no page."""
        place = self.places.get(awaited.key)
        words = "" if place is None else str(place.page + 1)
        right, base = awaited.place
        text = self.beginText(right - measure(words, _CONTENTS_SIZE), base)
        text.setFont(REGULAR, _CONTENTS_SIZE)
        text.setFillColor(HexColor(palette.INK))
        text.textOut(words)
        return f"{awaited.begin}\n{text.getCode()}\n{END}\n"

    def _page_number(self, number: int) -> str:
        words = f"Page {number} of {len(self._finished)}"
        text = self.beginText(_RIGHT - measure(words, _SIZE), _FOOT)
        text.setFont(REGULAR, _SIZE)
        text.setFillColor(HexColor(palette.MUTED))
        text.textOut(words)
        return f"{ARTIFACT}\n{text.getCode()}\n{END}\n"


class Furniture:
    """The head and foot of the pages of one paper."""

    def __init__(self, meta: Meta, setting: Setting) -> None:
        def fitted(text: str, share: float) -> str:
            return _fitted(setting.drawn(shortened(text, 200)), styles.WIDTH * share)

        self._trust = fitted(meta.trust, 0.48)
        self._title = fitted(meta.short_title, 0.96 - measure(self._trust, _SIZE) / styles.WIDTH)
        self._version = fitted(meta.version, 0.22)
        self._notice = fitted(meta.notice, 0.52)
        self._marking = fitted(meta.marking, 0.6)
        self._draft = meta.draft

    def draw(self, canvas: Canvas, *, first: bool) -> None:
        """Draw the head and foot of a page; the front sheet says itself whose it is."""
        if self._draft:
            _across(canvas, _DRAFT)
        canvas.saveState()
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(HexColor(palette.LINE))
        canvas.setFillColor(HexColor(palette.MUTED))
        if not first:
            draw_line(canvas, (styles.MARGIN, _HEAD), self._trust, _SIZE)
            draw_line(canvas, (_RIGHT, _HEAD), self._title, _SIZE, anchor=Anchor.END)
            canvas.line(styles.MARGIN, _HEAD - 6, _RIGHT, _HEAD - 6)
        canvas.line(styles.MARGIN, _FOOT + 13, _RIGHT, _FOOT + 13)
        draw_line(canvas, (styles.MARGIN, _FOOT), self._version, _SIZE)
        _centred(canvas, _HEAD + 13, self._marking)
        _centred(canvas, _FOOT - 13, self._marking)
        canvas.setFillColor(HexColor(palette.WATCH))
        _centred(canvas, _FOOT, self._notice)
        canvas.restoreState()


def _across(canvas: Canvas, words: str) -> None:
    """Draw words across a page, under everything else and pale enough to read over."""
    canvas.saveState()
    canvas.setFillColor(HexColor(palette.PALE))
    canvas.setFont(SEMIBOLD, _DRAFT_SIZE)
    canvas.translate(_MIDDLE, styles.PAGE_HEIGHT / 2)
    canvas.rotate(52)
    canvas.drawCentredString(0, -_DRAFT_SIZE / 3, words)
    canvas.restoreState()


def _centred(canvas: Canvas, y: float, words: str) -> None:
    draw_line(canvas, (_MIDDLE, y), words, _SIZE, bold=True, anchor=Anchor.MIDDLE)


def _fitted(line: str, most: float) -> str:
    if measure(line, _SIZE, bold=True) <= most:
        return line
    while line and measure(line + "…", _SIZE, bold=True) > most:
        line = line[:-1].rstrip(" …")
    return line + "…"
