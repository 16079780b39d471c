"""A page on a terminal: headings, sentences and tables, all of them plain text to Rich."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text


class Page:
    """What is printed, part by part, on the standard output."""

    def __init__(self) -> None:
        self.console = Console(highlight=False)

    def say(self, words: str, style: str = "") -> None:
        """Print a sentence; what people typed is never taken for markup."""
        self.console.print(Text(words, style=style))

    def heading(self, words: str) -> None:
        """Print a heading, with room above it."""
        self.console.print()
        self.say(words, "bold underline")

    def table(
        self,
        first: str,
        numbers: Sequence[str],
        rows: Iterable[Sequence[str]],
        last: str = "",
    ) -> None:
        """Print a table: the first column names the row, numbers stand to the right of theirs.

        `last` heads a column of words at the end.
        """
        table = Table(box=SIMPLE_HEAD, pad_edge=False)
        table.add_column(first)
        for heading in numbers:
            table.add_column(heading, justify="right")
        if last:
            table.add_column(last)
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        if table.row_count:
            self.console.print(table)
