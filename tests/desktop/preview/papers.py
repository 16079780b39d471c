"""Small PDFs for the tests of the preview, each with something of its own."""

import re
from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from appraiser.desktop.preview.place import Place

A4 = (595.0, 842.0)
LEFT, TOP, LINE = 72.0, 100.0, 30.0
"""Where lines begin on a page, in points from its left and top, and how far apart they are."""

Pages = Sequence[Sequence[str]]


def paper(pages: Pages, size: tuple[float, float] = A4, **how: object) -> bytes:
    """A page for each list of lines, the first line 100 points down."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=size, invariant=1, **how)
    for lines in pages:
        for at, line in enumerate(lines):
            canvas.drawString(LEFT, size[1] - TOP - LINE * at, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def numbered(count: int, *lines: str) -> bytes:
    """So many pages, each saying its number and then the same lines."""
    return paper([[f"This is page {number}", *lines] for number in range(1, count + 1)])


def locked(password: str) -> bytes:
    """A page that only opens with a password."""
    return paper([["Kept private"]], encrypt=StandardEncryption(password, "owner", strength=128))


def striped(count: int, size: tuple[float, float] = A4) -> bytes:
    """Pages that are half dark, the upper half, so that drawings can be told apart."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=size, invariant=1)
    for _ in range(count):
        canvas.rect(0, size[1] / 2, size[0], size[1] / 2, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def linked() -> bytes:
    """Two pages, a link on the first to a line of the second, and one that leads out."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    canvas.drawString(LEFT, A4[1] - TOP, "See the annex")
    canvas.linkRect("", "annex", (LEFT, A4[1] - TOP - 5, LEFT + 80, A4[1] - TOP + 12))
    canvas.linkURL("https://example.org", (LEFT, 400, LEFT + 80, 420))
    canvas.showPage()
    canvas.bookmarkHorizontal("annex", 0, 500)
    canvas.drawString(LEFT, 480, "The annex")
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def turned() -> bytes:
    """A page that lies on its side and is to be shown turned by a quarter to the right."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    canvas.setPageRotation(90)
    canvas.drawString(LEFT, 500, "Turned")  # on a page 842 wide and 595 high
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def with_a_lost_page() -> bytes:
    """Three pages, the second of which the file has lost."""
    return re.sub(rb"/Kids \[ (\d+ 0 R) \d+ 0 R", rb"/Kids [ \1 99 0 R", numbered(3))


def places(count: int, pages: int = 1) -> list[Place]:
    """So many paragraphs on each page, where the lines of a made-up paper stand."""
    return [
        Place(f"{page}.{at}", f"Paragraph {page + 1}.{at + 1}", page, TOP - 12 + LINE * at)
        for page in range(pages)
        for at in range(count)
    ]
