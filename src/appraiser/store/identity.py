"""What a file is, told from its first hundred bytes before anything opens it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from appraiser.domain.problem import Problem

APPLICATION_ID = 0x41505052
"""The letters APPR: how an appraisal's file differs from any other SQLite database."""

VERSION = 1
"""The version of the file this program writes, and the newest it reads."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_UNTOUCHED = "Nothing has been changed."


class Damaged(Problem):
    """The file is an appraisal, but cannot be read whole; `salvage` may save much of it."""


class Foreign(Problem):
    """The file is not an appraisal."""


class Newer(Problem):
    """The file was made by a later version of the program."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of an appraisal's file says, and how long the file really is."""

    version: int
    page_size: int
    pages: int
    size: int

    @property
    def is_whole(self) -> bool:
        """Tell whether the file is as long as it says it is."""
        return self.version > 0 and self.size >= self.page_size * self.pages


def recognise(path: Path) -> Header:
    """Read the header of an appraisal's file, touching nothing.

    Raises `Foreign`, `Newer`, `Damaged`, or a plain `Problem` when there is no file to read.
    """
    header = read_header(path)
    if not header.is_whole:
        raise damaged(path.name)
    return header


def read_header(path: Path) -> Header:
    """Read the header of a file that may be damaged further on. Raises as `recognise` does."""
    start, size = _first_bytes(path)
    name = path.name
    if not start:
        raise Foreign(
            f'"{name}" is empty.',
            safe=_UNTOUCHED,
            todo="Open another copy, or a backup, of the appraisal.",
        )
    if not start.startswith(_MAGIC[: len(start)]):
        raise _foreign(name)
    if len(start) < _HEADER:
        raise damaged(name)
    if _number(start, 68) != APPLICATION_ID:
        raise _foreign(name)
    header = Header(_number(start, 60), _page_size(start), _number(start, 28), size)
    if header.version > VERSION:
        raise Newer(
            f'"{name}" was made by a newer Appraiser: its version is {header.version}, '
            f"and this program reads up to {VERSION}.",
            safe=_UNTOUCHED,
            todo="Open it with the newer program.",
        )
    return header


def damaged(name: str) -> Damaged:
    """Make the problem of an appraisal's file that cannot be read whole."""
    return Damaged(
        f'"{name}" is damaged and cannot be read whole.',
        safe=_UNTOUCHED,
        todo="Restore a backup, or save what can be read into a new file.",
    )


def _foreign(name: str) -> Foreign:
    return Foreign(
        f'"{name}" is not an appraisal, whatever its name says.',
        safe=_UNTOUCHED,
        todo="Choose a file that Appraiser made.",
    )


def _first_bytes(path: Path) -> tuple[bytes, int]:
    try:
        if path.is_dir():
            raise Problem(
                f'"{path.name}" is a folder, not an appraisal.',
                safe=_UNTOUCHED,
                todo="Choose a file inside it.",
            )
        with path.open("rb") as file:
            return file.read(_HEADER), path.stat().st_size
    except FileNotFoundError:
        raise Problem(
            f'There is no file "{path}".', todo="Look whether it was moved or renamed."
        ) from None
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError | ValueError) -> Problem:
    """Make the problem of a file that the computer will not let us read."""
    why = getattr(error, "strerror", None) or "the name cannot be used"
    return Problem(
        f'"{path.name}" cannot be read: {why[:1].lower()}{why[1:]}.',
        safe=_UNTOUCHED,
        todo="Ask whoever looks after the folder, or choose another file.",
    )


def _number(start: bytes, at: int) -> int:
    return int.from_bytes(start[at : at + 4], "big")


def _page_size(start: bytes) -> int:
    size = int.from_bytes(start[16:18], "big")
    return 65_536 if size == 1 else size
