"""Papers read back, as another program would read them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import pypdfium2

from appraiser.paper.blocks import (
    BulletList,
    Callout,
    FigureBlock,
    FrontSheet,
    Heading,
    Paper,
    Paragraph,
    Table,
)

B = TypeVar("B")


@dataclass(frozen=True)
class Pages:
    """The text of each page of a PDF on one line, its properties and its bookmarks."""

    texts: tuple[str, ...]
    properties: dict[str, str]
    bookmarks: tuple[tuple[int, str, int], ...]

    @property
    def text(self) -> str:
        return " ".join(self.texts)


def pages_of(content: bytes) -> Pages:
    with pypdfium2.PdfDocument(content) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
        bookmarks = [
            (each.level, each.get_title(), each.get_dest().get_index())
            for each in document.get_toc()
        ]
        return Pages(
            tuple(" ".join(text.split()) for text in texts),
            document.get_metadata_dict(),
            tuple(bookmarks),
        )


def all_of(paper: Paper, kind: type[B]) -> list[B]:
    return [block for block in paper.blocks if isinstance(block, kind)]


def table_of(paper: Paper, key: str) -> Table:
    return next(each for each in all_of(paper, Table) if each.key == key)


def words_of(paper: Paper, key: str) -> str:
    """The text of the paragraph of that key; nothing where there is none."""
    return next((each.text for each in all_of(paper, Paragraph) if each.key == key), "")


def texts_of(paper: Paper) -> Iterator[str]:
    """Every text a reader can come upon, alt texts and notices included."""
    yield from (paper.title, paper.meta.author, paper.meta.notice, paper.meta.short_title)
    for block in paper.blocks:
        match block:
            case FrontSheet():
                yield from (block.trust, block.title, *block.notices)
                yield from (text for each in block.fields for text in (each.label, each.text))
            case Heading():
                yield f"{block.number} {block.text}"
            case Paragraph():
                yield f"{block.number} {block.text}"
            case BulletList():
                yield from ("".join(run.text for run in item) for item in block.items)
            case Callout():
                yield block.title
                yield from ("".join(run.text for run in item) for item in block.items)
            case Table():
                yield from (block.caption, *block.header)
                yield from (cell for row in block.rows for cell in row.cells)
            case FigureBlock():
                yield from (block.caption, block.figure.title, block.figure.alt)
