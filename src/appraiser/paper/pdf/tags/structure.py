"""The tree of what is in a document, and where each leaf of it stands on the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

Path = tuple["Node", ...]
"""From under the document down to what is drawn."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One element of the tree, by what it is: parts of a paragraph that a page parts share one.

    `role` is a standard structure type of PDF 1.7. `always` are children that are there even if
    nothing is drawn of them, in this order: the cells of a row. What is in the tree `once` is an
    artifact when it is drawn again: the headings of a table that goes on over a page.
    """

    role: str
    alt: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Values are names of PDF."""
    owner: str = ""
    """Whose the attributes are: Table, List or Layout."""
    always: Path = ()
    once: bool = False


class Mark(NamedTuple):
    """A marked sequence: its number on its page."""

    page: str
    number: int


class Element(PDFObject):
    """A node as it is written, with what was found to belong to it.

    A paper has thousands, so each writes itself: dictionaries of ReportLab's take far longer.
    """

    def __init__(self, node: Node, parent: bytes, document: Any) -> None:
        self.kids: list[Any] = []
        """References to other elements, marks, and references to annotations."""
        self.layout = b""
        """Attributes of where it stands, as the file holds them."""
        self._node = node
        self.reference = written(document.Reference(self), document)
        self._parent = parent

    def format(self, document: Any) -> bytes:
        """Give it as the file holds it; marks on the page of the first one are numbers alone."""
        node = self._node
        pages = [each.page for each in self.kids if isinstance(each, Mark)]
        kids = PDFArray([_kid(each, pages[:1]) for each in self.kids])
        held = []
        if node.attributes or self.layout:
            held.append(b"/A " + (self.layout or _attributes(node.owner, *node.attributes.items())))
        if node.alt:
            held.append(b"/Alt " + written(PDFString(node.alt), document))
        held += (b"/K " + written(kids, document), b"/P " + self._parent)
        if pages:
            held.append(b"/Pg " + written(PDFObjectReference(pages[0]), document))
        held += (b"/S /" + node.role.encode(), b"/Type /StructElem")
        return b"<<\n" + b" ".join(held) + b"\n>>"


@cache
def _attributes(owner: str, *held: tuple[str, str]) -> bytes:
    names = {"O": PDFName(owner), **{name: PDFName(value) for name, value in held}}
    return written(PDFDictionary(names), None)


def written(thing: Any, document: Any) -> bytes:
    """Give what ReportLab makes of a thing for the file."""
    found: bytes = thing.format(document)
    return found


def _kid(kid: Any, own: list[str]) -> Any:
    if not isinstance(kid, Mark):
        return kid
    if [kid.page] == own:
        return b"%d" % kid.number
    page = PDFObjectReference(kid.page)
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.number})


class Tree:
    """The elements of one document, made as they are drawn, and who owns which mark."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root = written(document.Reference(self._root), document)
        self._all = Element(Node("Document"), root, document)
        self._elements: dict[int, Element] = {}
        self._nodes: list[Node] = []
        """Kept alive, since elements are found by what a node is."""
        self._drawn: set[int] = set()
        self._owners: list[Any] = []
        """By structural parent: the owners of a page's marks in order, or of an annotation."""

    def is_repeated(self, node: Node) -> bool:
        """Whether a node that is in the tree once was drawn before; it is taken as drawn now."""
        before = id(node) in self._drawn
        self._drawn.add(id(node))
        return node.once and before

    def element(self, path: Path) -> Element:
        """Give the element at a path, making those that are not there yet."""
        at = self._elements.get(id(path[-1]))
        if at is not None:
            return at
        at = self._all
        for node in path:
            at = self._element(node, at)
        return at

    def _element(self, node: Node, parent: Element) -> Element:
        found = self._elements.get(id(node))
        if found is None:
            found = Element(node, parent.reference, self._document)
            self._elements[id(node)] = found
            self._nodes.append(node)
            parent.kids.append(found.reference)
            for each in node.always:
                self._element(each, found)
        return found

    def new_page(self) -> tuple[int, list[Any]]:
        """Give a page's number among structural parents, and the list for its marks' owners."""
        owners: list[Any] = []
        self._owners.append(owners)
        return len(self._owners) - 1, owners

    def own_annotation(self, element: Element) -> int:
        """Give an annotation that belongs to an element its number among structural parents."""
        self._owners.append(element.reference)
        return len(self._owners) - 1

    def finish(self) -> Any:
        """Give the root of the tree as the file holds it."""
        numbers: list[Any] = []
        for at, owner in enumerate(self._owners):
            held = PDFArray(owner) if isinstance(owner, list) else owner
            numbers += [at, self._document.Reference(held)]
        parents = PDFDictionary({"Nums": PDFArray(numbers)})
        self._root["K"] = PDFArray([self._all.reference])
        self._root["ParentTree"] = self._document.Reference(parents)
        self._root["ParentTreeNextKey"] = len(self._owners)
        return self._root
