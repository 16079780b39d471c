"""What the library says, in the words its cards use: cells with their standing, and sources."""

from __future__ import annotations

from collections.abc import Sequence

from appraiser.analysis.library.comparing import ComparedCell
from appraiser.catalogue.loading import Catalogue
from appraiser.desktop.source_words import source_words

OURS = "Our own judgement"


def standing_words(cell: ComparedCell) -> str:
    """Say how far a cell may be relied on, in a word or two."""
    return OURS if cell.ours else cell.standing.label


def said(cell: ComparedCell) -> str:
    """Give a cell as a table shows it: the class it comes from, its answer, text and standing."""
    of_class = f"{cell.of_class}: " if cell.of_class else ""
    answer = f"{cell.answer}. " if cell.answer and not cell.ours else ""
    return f"{of_class}{answer}{cell.text} ({standing_words(cell)})"


def behind(catalogue: Catalogue, cell: ComparedCell) -> str:
    """Say what a cell rests on: its sources, its note, or what the library says instead."""
    if cell.ours:
        reason = f" Our reason: {cell.reason}" if cell.reason else ""
        return f"In place of the library's: {cell.library}{reason}"
    rests = [sources_sentence(catalogue, cell.sources), cell.note]
    return " ".join(filter(None, rests)) or f"{cell.standing.label}; no source is claimed."


def sources_sentence(catalogue: Catalogue, sources: Sequence[str]) -> str:
    """Name sources in a sentence of their own, or say nothing where there are none."""
    named = source_words(catalogue, sources)
    return f"{'Source' if len(sources) == 1 else 'Sources'}: {named}." if named else ""
