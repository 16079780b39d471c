"""The tree of what is in a document, and where each leaf of it stands on the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
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


class Element:
    """A node as it is written, with what was found to belong to it."""

    def __init__(self, node: Node, parent: PDFDictionary, document: Any) -> None:
        self.kids: list[Any] = []
        """Other elements, marks, and references to annotations."""
        self.dictionary = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.role)})
        self.reference = document.Reference(self.dictionary)
        self.dictionary["P"] = document.Reference(parent)
        if node.alt:
            self.dictionary["Alt"] = PDFString(node.alt)
        if node.attributes:
            found = {name: PDFName(value) for name, value in node.attributes.items()}
            self.dictionary["A"] = PDFDictionary({"O": PDFName(node.owner), **found})

    def finish(self) -> None:
        """Put its children in; marks on the page of the first of them are numbers alone."""
        pages = [each.page for each in self.kids if isinstance(each, Mark)]
        if pages:
            self.dictionary["Pg"] = PDFObjectReference(pages[0])
        self.dictionary["K"] = PDFArray([_written(each, pages[:1]) for each in self.kids])


def _written(kid: Any, own: list[str]) -> Any:
    if not isinstance(kid, Mark):
        return kid
    if [kid.page] == own:
        return kid.number
    page = PDFObjectReference(kid.page)
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.number})


class Tree:
    """The elements of one document, made as they are drawn, and who owns which mark."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        self._all = Element(Node("Document"), self._root, document)
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
        at = self._all
        for node in path:
            at = self._element(node, at)
        return at

    def _element(self, node: Node, parent: Element) -> Element:
        found = self._elements.get(id(node))
        if found is None:
            found = Element(node, parent.dictionary, self._document)
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
        for each in (self._all, *self._elements.values()):
            each.finish()
        numbers: list[Any] = []
        for at, owner in enumerate(self._owners):
            held = PDFArray(owner) if isinstance(owner, list) else owner
            numbers += [at, self._document.Reference(held)]
        parents = PDFDictionary({"Nums": PDFArray(numbers)})
        self._root["K"] = PDFArray([self._all.reference])
        self._root["ParentTree"] = self._document.Reference(parents)
        self._root["ParentTreeNextKey"] = len(self._owners)
        return self._root
