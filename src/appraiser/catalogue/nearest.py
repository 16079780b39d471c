"""Which of the names people know was most likely meant by a word that is none of them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

_SHORTEST, _MOST_LEFT_OVER = 3, 2
_LONGEST = 80  # letters compared, so that a long text costs nothing


def nearest(word: str, aliases: Mapping[str, str]) -> str:
    """Give what is meant by the alias nearest to a word, or nothing.

    Initials with a letter or two too many (`CICC` for `CIC`) go before names that look alike.
    """
    lower = word.lower()[:_LONGEST]
    meant = {alias.lower(): each for alias, each in reversed(tuple(aliases.items()))}
    begun = [
        alias
        for alias in meant
        if len(alias) >= _SHORTEST
        and lower.startswith(alias)
        and len(lower) - len(alias) <= _MOST_LEFT_OVER
    ]
    close = [max(begun, key=len)] if begun else get_close_matches(lower, meant, n=1)
    return meant[close[0]] if close else ""
