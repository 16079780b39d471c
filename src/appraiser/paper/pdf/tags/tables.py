"""A table in the tree: all its rows and cells, whether or not there is anything in them."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.paper.pdf.tags.structure import Node, Path


@dataclass(frozen=True, slots=True)
class TablePaths:
    """Where the parts of a table stand."""

    caption: Path
    header: tuple[Path, ...]
    """A path for each column. Repeated on a further page, it is not in the tree again."""
    rows: tuple[tuple[Path, ...], ...]
    """A path for each cell of each row; the first of a row is its heading."""


def table_paths(columns: int, rows: int, *, captioned: bool) -> TablePaths:
    """Make the nodes of a table."""
    caption = Node("Caption")
    headings = tuple(heading_cell("Column", once=True) for _ in range(columns))
    top = Node("TR", always=headings)
    head = Node("THead", always=(top,))
    lines = tuple(
        Node("TR", always=(heading_cell("Row"), *(Node("TD") for _ in range(columns - 1))))
        for _ in range(rows)
    )
    body = Node("TBody", always=lines)
    tree = Node("Table", always=(caption, head, body) if captioned else (head, body))
    return TablePaths(
        caption=(tree, caption),
        header=tuple((tree, head, top, each) for each in headings),
        rows=tuple(tuple((tree, body, line, each) for each in line.always) for line in lines),
    )


def heading_cell(scope: str, *, once: bool = False) -> Node:
    """Make a cell that is a heading: of its Row or of its Column."""
    return Node("TH", attributes={"Scope": scope}, owner="Table", once=once)
