"""How the paper's sentences are put: whole, plain, and honest about what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from appraiser.domain.written import points
from appraiser.paper.blocks import Paragraph, Run
from appraiser.paper.plain_text import one_line, paragraphs

NOT_GIVEN = "Not yet given"
WITHHELD = "Withheld"
"""What stands in the place of a private amount in the public paper."""


def sentence(text: str) -> str:
    """Give a person's words as a sentence: on one line, with a stop at the end."""
    line = one_line(text)
    return line if not line or line[-1] in ".!?:;…" else line + "."


def prose(key: str, text: str, lead: str = "") -> Iterator[Paragraph]:
    """Give a person's text as paragraphs, each line one; `lead` stands out before the first."""
    for at, line in enumerate(paragraphs(text)):
        head = (Run(f"{lead} ", strong=True),) if lead and at == 0 else ()
        yield Paragraph((*head, Run(sentence(line))), key if at == 0 else f"{key}-{at + 1}")


def none_identified(text: str, confirmed_by: str = "") -> str:
    """Give a text, or say that there is nothing to say and who confirmed it."""
    if text.strip():
        return text
    if confirmed_by.strip():
        return f"None identified, confirmed by {one_line(confirmed_by)}."
    return "None identified; not yet confirmed."


def capitalised(text: str) -> str:
    """Give a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def given(text: str) -> str:
    """Give a text on one line, or say that it is not there."""
    return one_line(text) or NOT_GIVEN


def yes_no(answer: bool) -> str:  # noqa: FBT001
    """Write yes or no."""
    return "Yes" if answer else "No"


def share(value: float) -> str:
    """Write a share from 0 to 1 as a whole percentage."""
    return f"{points(value * 100)}%"


def listed_or(things: Sequence[str]) -> str:
    """Write several things in a sentence: a, b or c."""
    if len(things) < 2:  # noqa: PLR2004
        return "".join(things)
    return f"{', '.join(things[:-1])} or {things[-1]}"
