"""Small papers to set as PDF."""

from appraiser.paper.blocks import (
    Align,
    BulletList,
    Callout,
    Column,
    Field,
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
