"""Say where in a file a problem is, from the inside out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from appraiser.domain.problem import Problem


@contextmanager
def at(place: str) -> Iterator[None]:
    """Place every `Problem` raised in the block one step further out, such as at `options[2]`."""
    try:
        yield
    except Problem as problem:
        raise problem.at(place) from None
