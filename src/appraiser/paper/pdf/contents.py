"""The contents in print: each heading with a link to it and the page it stands on.

Pages are not known while the contents are laid out. Each line leaves room for its number, and the
canvas writes it once every page is there: one pass over the paper in place of two.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from appraiser.paper import palette
from appraiser.paper.blocks import Contents, ContentsEntry, Run
from appraiser.paper.pdf import styles
from appraiser.paper.pdf.fonts import measure
from appraiser.paper.pdf.setting import Piece, Setting
from appraiser.paper.pdf.tags.structure import Node, Path
from appraiser.paper.pdf.tags.words import TaggedWords, words_at

_NUMBER = 30.0
"""Points kept at the end of a line for the number of its page."""

_GAP = 6.0


def contents(block: Contents, setting: Setting) -> Piece:
    """Set the contents."""
    title = words_at(
        setting.markup(Run(block.title)), styles.CONTENTS_TITLE, (Node(f"H{setting.top}"),)
    )
    tree = Node("TOC")
    found: list[Flowable] = [title]
    found += (_line(each, setting, tree) for each in block.entries)
    return Piece(found)


def _line(entry: ContentsEntry, setting: Setting, tree: Node) -> TaggedWords:
    style = styles.CONTENTS if entry.number else styles.CONTENTS_ANNEX
    words = _ContentsLine(
        setting.markup(Run(entry.text, to=entry.key)), style, bulletText=entry.number or None
    )
    item, line = Node("TOCI"), Node("Reference")
    number = (tree, item, Node("Lbl"))
    words.placed((tree, item, line), number, [setting.plain(entry.text)])
    words.leads_to, words.page_path = entry.key, (tree, item, line, Node("Span"))
    return words


class _ContentsLine(TaggedWords):
    """A line of the contents, with dots up to the number of the page."""

    leads_to = ""
    page_path: Path = ()
    """Where the number of the page stands."""

    def draw(self) -> None:
        """Draw the words and the dots, and ask for the number."""
        canvas: Any = self.canv  # a `Sheets`
        super().draw()
        laid_out = self.blPara
        words = measure(_last_line(laid_out), self.style.fontSize)
        begins = self.style.leftIndent + words + _GAP
        down = self.style.leading - self.style.fontSize
        canvas.saveState()
        canvas.setStrokeColor(HexColor(palette.LINE))
        canvas.setDash(0.8, 3)
        canvas.line(begins, down, styles.WIDTH - _NUMBER, down)
        canvas.restoreState()
        canvas.await_page(self.leads_to, styles.WIDTH, down, self.page_path)


def _last_line(laid_out: Any) -> str:
    """Give the words of the last line, of whichever kind of line ReportLab made."""
    last = laid_out.lines[-1]
    if isinstance(last, tuple):
        return " ".join(last[1])
    return "".join(each.text for each in last.words)
