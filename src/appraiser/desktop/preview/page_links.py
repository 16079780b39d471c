"""The links of a page that lead to another place of the same paper."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float, c_int
from typing import Any, NamedTuple

from appraiser.desktop.preview.page_text import Box, box_of


class Link(NamedTuple):
    """Where a link stands on its page, and the page it leads to, counted from 0."""

    box: Box
    page: int
    down: float
    """How far down that page, in points."""


def links_of(document: Any, page: Any) -> Iterator[Link]:
    """Give the links of a page; to be called with the lock of PDFium held.

    What leads out of the paper is left out: the preview shows the paper and opens nothing else.
    """
    from pypdfium2 import raw

    position, link = c_int(), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, position, link):
        found = raw.FPDFLink_GetDest(document, link)
        target = raw.FPDFDest_GetDestPageIndex(document, found) if found else -1
        rect = raw.FS_RECTF()
        if target >= 0 and raw.FPDFLink_GetAnnotRect(link, rect):
            box = box_of(page, rect.left, rect.bottom, rect.right, rect.top)
            yield Link(box, target, _down(document, found, target))


def _down(document: Any, found: Any, target: int) -> float:
    """Give how far down its page a link leads; to the top where it does not say."""
    from pypdfium2 import raw

    has_x, has_y, has_zoom = c_int(), c_int(), c_int()
    x, y, zoom = c_float(), c_float(), c_float()
    raw.FPDFDest_GetLocationInPage(found, has_x, has_y, has_zoom, x, y, zoom)
    if not has_y.value:
        return 0.0
    page = document.get_page(target)
    try:
        return max(0.0, box_of(page, x.value, y.value, x.value, y.value).top)
    finally:
        page.close()
