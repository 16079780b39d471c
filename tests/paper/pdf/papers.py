"""Small papers to set as PDF."""

from appraiser.figures.geometry import Anchor, Figure, Role, Text
from appraiser.figures.geometry import Table as Numbers
from appraiser.paper.blocks import (
    Align,
    BulletList,
    Callout,
    Column,
    Field,
    FigureBlock,
    FrontSheet,
    Heading,
    Meta,
    Paper,
    Paragraph,
    Row,
    Run,
    Table,
)

META = Meta("A trust", "A paper", "An author", "Draft 1", "OFFICIAL", "Illustrative figures")


def of(*blocks, meta: Meta = META) -> Paper:
    return Paper("A paper", blocks, meta)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),), "k", "1.1")


def everywhere(text: str) -> Paper:
    """A paper with a text in every place that can hold one."""
    run = (Run(text),)
    row = Row((text, text, text))
    columns = (Column("One"), Column("Two", 0.4), Column("Three", 1, Align.END))
    return Paper(
        text,
        (
            FrontSheet(text, text, (text,), (Field(text, text), Field(text, text, short=True))),
            Heading(1, text, "k", "1"),
            paragraph(text),
            BulletList((run,)),
            Callout(text, (run,), lettered=True),
            Table(text, columns, (row, Row((text, "", ""), strong=True)), "t"),
        ),
        Meta(text, text, text, text, text, text),
    )


def labels(*words: str, bold: bool = False, anchor: Anchor = Anchor.START) -> FigureBlock:
    """A figure of labels alone, one to a line, at 240 points from its left."""
    marks = tuple(
        Text(240, 20 * at, each, Role.INK, 11, bold, anchor) for at, each in enumerate(words, 1)
    )
    height = 20 * len(words) + 10
    return FigureBlock(
        Figure(480, height, marks, "Labels", " ".join(words), lambda: Numbers((), ())), "A figure"
    )
