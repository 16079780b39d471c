"""The annexes in their order, so that the paper can cite one by its letter."""

from __future__ import annotations

from appraiser.paper.blocks import Run, letter

ANNEXES = (
    *("criteria", "scores", "panel", "sureness", "costs", "support"),
    *("barriers", "evidence", "rules", "method", "integrity", "journal"),
)
"""What each is called in keys. The order is that of the paper; the journal is not always there."""


def in_short(*, journal: bool) -> str:
    """Give all of them in a line, with the journal where it is printed: A criteria; B scores."""
    there = ANNEXES if journal else ANNEXES[:-1]
    return "; ".join(f"{cited(each)[-1]} {each}" for each in there)


def key_of(annex: str) -> str:
    """Give the key of an annex's heading."""
    return f"annex-{annex}"


def cited(annex: str) -> str:
    """Cite an annex: Annex A."""
    return f"Annex {letter(ANNEXES.index(annex)).upper()}"


def pointing(annex: str, words: str) -> Run:
    """Give words that follow an annex's name, such as "has them all.", as a link to it."""
    return Run(f"{cited(annex)} {words}", to=key_of(annex))
