"""Gathers a programme's return from files of either kind, for the terminal and the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from appraiser.exchange.programme_return import ProgrammeReturn

ENDINGS = (".appraisal", ".json")


def gather(
    paths: Sequence[Path],
    *,
    anonymous: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> ProgrammeReturn:
    """Gather a return from files and from all those in folders; only what it needs is read.

    `progress` is told how many files are done, and may raise to break off. Raises `Problem` if no
    file can be used.
    """
    from appraiser.exchange.programme_return import COLLECTIONS, SINGLES, programme_return
    from appraiser.session.opening import read_parts
    from appraiser.store.cycle_search import no_search_for_cycles

    read = partial(read_parts, singles=SINGLES, collections=COLLECTIONS)
    with no_search_for_cycles():
        return programme_return(paths, read, anonymous=anonymous, progress=progress)


def appraisals_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Give the files among `paths`, and of each folder the appraisals in it, in order of name."""
    return tuple(dict.fromkeys(file for path in paths for file in _files(path)))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    yield from sorted(
        each for each in path.iterdir() if each.suffix.lower() in ENDINGS and each.is_file()
    )
