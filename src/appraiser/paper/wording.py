"""How the paper's sentences are put: whole, plain, and honest about what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from appraiser.domain.written import points
from appraiser.paper.blocks import Paragraph, Run
from appraiser.paper.plain_text import one_line, paragraphs

NOT_GIVEN = "Not yet given"

_TEN = 10
_TINY = 1e-9
"""Sums of weights differ in the last place; a bar met but for that is met."""


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


def how_many_points(value: float, bars: Sequence[float] = ()) -> str:
    """Write a lead in whole points, never rounded up to a bar it does not reach."""
    whole = points(value)
    for bar in bars:
        if value + _TINY < bar <= float(whole):
            return f"just under {bar:g} points"
    if whole == "0":
        return "less than 1 point"
    return "1 point" if whole == "1" else f"{whole} points"


def in_ten(share: float, bars: Sequence[float] = ()) -> str:
    """Write a share as so many in ten, never rounded up to a bar it does not reach."""
    tenths = int((Decimal(repr(share)) * _TEN).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    for bar in bars:
        if share + _TINY < bar <= tenths / _TEN:
            return f"just under {bar * _TEN:g} in 10"
    if tenths in {0, _TEN}:
        exact = share in {0.0, 1.0}
        return ("all" if exact else "nearly all") if tenths else ("none" if exact else "hardly any")
    return f"about {tenths} in 10"


def share(value: float) -> str:
    """Write a share from 0 to 1 as a whole percentage."""
    return f"{points(value * 100)}%"


def listed_or(things: Sequence[str]) -> str:
    """Write several things in a sentence: a, b or c."""
    if len(things) < 2:  # noqa: PLR2004
        return "".join(things)
    return f"{', '.join(things[:-1])} or {things[-1]}"
