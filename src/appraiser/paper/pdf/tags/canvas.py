"""A canvas on which everything drawn is an artifact, unless it is said what it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from appraiser.paper.pdf.tags.conformance import conform
from appraiser.paper.pdf.tags.numbers import remember_numbers
from appraiser.paper.pdf.tags.structure import Mark, Path, Tree, written

remember_numbers()

ARTIFACT, END = "/Artifact BMC", "EMC"
_PRINTED = 4
"""The flag of an annotation that is printed, as PDF/A asks."""

_ESCAPED = {code: escapePDF(bytes([code])) for code in range(256)}


class _Link(LinkAnnotation):
    permitted = (*LinkAnnotation.permitted, "StructParent")


class Lead(NamedTuple):
    """A link as it stands in the tree, and what is said of it."""

    path: Path
    words: str


class Place(NamedTuple):
    """Where something stands: its page, from 0, and its top in points from the page's top."""

    page: int
    top: float


class TaggedCanvas(Canvas):
    """Exactly one marked sequence is open at any time: an artifact, or what was begun."""

    _doc: Any
    _code: list[str]
    _pagesize: tuple[float, float]
    _annotationrefs: list[Any]
    _absRect: Callable[[Any, int], Any]  # noqa: N815
    _bookmarkReference: Callable[[str], Any]  # noqa: N815
    _addAnnotation: Callable[[LinkAnnotation], None]  # noqa: N815
    """Of ReportLab's own, which its types leave out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tree = Tree(self._doc)
        self.places: dict[str, Place] = {}
        """Where each thing that can be looked for stands, by its key."""
        self.aside: Path = ()
        """What text that is drawn beside a paragraph's own is: its number or its bullet."""
        self.leads: list[Lead] = []
        """The links of the line being drawn that are not on the page yet, in order."""
        self._key, self._owners = self.tree.new_page()

    def found(self, key: str, height: float) -> None:
        """Note where something stands that will be looked for, once: its page and its top."""
        _, top = self.absolutePosition(0, height)
        page = self.getPageNumber() - 1
        self.places.setdefault(key, Place(page, self._pagesize[1] - top))

    def mark(self, path: Path) -> str:
        """Give the code that begins a sequence at a path, or an artifact where it is repeated."""
        if self.tree.is_repeated(path[-1]):
            return ARTIFACT
        element = self.tree.element(path)
        at = len(self._owners)
        self._owners.append(element.reference)
        element.kids.append(Mark(self._doc.thisPageName(), at))
        return f"/{path[-1].role} <</MCID {at}>> BDC"

    def begin(self, path: Path) -> None:
        """What is drawn from here on is at a path."""
        self._code.extend((END, self.mark(path)))

    def end(self) -> None:
        """What is drawn from here on is an artifact."""
        self._code.extend((END, ARTIFACT))

    def _escape(self, s: str | bytes) -> str:
        """Give a string as the code of a page holds it."""
        return (s if isinstance(s, str) else s.decode("latin-1")).translate(_ESCAPED)

    def drawText(self, aTextObject: Any) -> None:  # noqa: N802, N803
        """Draw text that marks itself, stands beside a paragraph, or is of what was begun."""
        if getattr(aTextObject, "marks_itself", False):
            self._code.append(END)
            aTextObject._code.append(END)  # noqa: SLF001
            super().drawText(aTextObject)
            self._code.append(ARTIFACT)
        elif self.aside:
            self.begin(self.aside)
            super().drawText(aTextObject)
            self.end()
        else:
            super().drawText(aTextObject)

    def begin_figure(self, path: Path, width: float, height: float) -> None:
        """What is drawn from here on is a figure of that size, from the origin up."""
        corners = [self.absolutePosition(0, 0), self.absolutePosition(width, height)]
        box = PDFArray([round(each, 2) for corner in corners for each in corner])
        layout = {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": box}
        self.tree.element(path).layout = written(PDFDictionary(layout), self._doc)
        self.begin(path)

    def linkRect(self, contents: str, destinationname: str, Rect: Any = None, **kw: Any) -> None:  # type: ignore[override] # only ever called with these # noqa: N802, N803
        """Put a link on the page and into the tree."""
        lead = self.leads.pop(0)
        element = self.tree.element(lead.path)
        annotation = _Link(
            Rect=self._absRect(Rect, kw.get("relative", 1)),
            Contents=lead.words or contents,
            Destination=self._bookmarkReference(destinationname),
            Border="[0 0 0]",
            F=_PRINTED,
            StructParent=self.tree.own_annotation(element),
        )
        self._addAnnotation(annotation)
        placed = {
            "Type": PDFName("OBJR"),
            "Obj": self._annotationrefs[-1],
            "Pg": self._doc.thisPageRef(),
        }
        element.kids.append(PDFDictionary(placed))

    def showPage(self) -> None:  # noqa: N802
        """Finish a page."""
        self._code[:] = _squeezed([ARTIFACT, *self._code, END])
        super().showPage()
        self._key, self._owners = self.tree.new_page()

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        super()._setAnnotations(page)  # type: ignore[misc] # the one place that sees each page when it is finished
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self._key, PDFName("S")

    def save(self) -> None:
        """Write the file, with the tree of what is in it."""
        conform(self._doc, self.tree.finish())
        super().save()


def _squeezed(code: list[str]) -> list[str]:
    """Leave out artifacts of nothing."""
    found: list[str] = []
    for each in code:
        if each == END and found and found[-1] == ARTIFACT:
            found.pop()
        else:
            found.append(each)
    return found
