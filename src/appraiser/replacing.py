"""Put a new file in the place of an old one whole, or leave the old one as it was.

Everything that is written for people goes through here: a spreadsheet, a board paper, a copy as
JSON. The bytes go to a neighbour in the same folder first, and take the target's name only once
they are all on the disk.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from appraiser.domain.problem import Problem

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_ANYONE_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_WRITING = _FULL | {errno.EIO, errno.EROFS, errno.ESTALE}


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream to write; when the block ends well, its bytes become the file at `path`.

    When the block fails the file at `path` is left as it was and nothing is left beside it.
    Raises `Problem` when the folder is missing or may not be written to, when the disk is full,
    and when `path` is a folder, is read-only or is held open by another program.
    """
    target = Path(os.path.realpath(path))
    try:
        there = target.exists()
        _check_target(target, path)
    except OSError as fault:
        raise _not_written(fault, path, "Nothing was written.") from fault
    safe = "The file that was there is unchanged." if there else "Nothing was written."
    neighbour = target.with_name(f".appraiser-{secrets.token_hex(6)}.tmp")
    stream = _new(neighbour, path)
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException as fault:
        neighbour.unlink(missing_ok=True)
        if isinstance(fault, OSError) and fault.errno in _WRITING:
            raise _not_written(fault, path, safe) from fault
        raise
    _swap_in(neighbour, target, path)


def _check_target(target: Path, path: Path) -> None:
    if target.is_dir():
        raise Problem(
            "This is a folder, so no file of that name can be written.",
            todo="Give the file another name.",
            place=str(path),
        )
    if target.exists() and not target.is_file():
        raise Problem("This is not an ordinary file, so it is not replaced.", place=str(path))
    if target.exists() and not target.stat().st_mode & _ANYONE_WRITES:
        raise Problem(
            "This file is marked read-only.",
            safe="It is unchanged.",
            todo="Choose another name, or take the mark away.",
            place=str(path),
        )
    if not target.parent.is_dir():
        raise Problem(
            f"There is no folder {target.parent}.",
            safe="Nothing was written.",
            todo="Make the folder first, or choose another.",
            place=str(path),
        )


def _new(neighbour: Path, path: Path) -> BinaryIO:
    try:
        return neighbour.open("xb")
    except OSError as fault:
        if fault.errno not in _FORBIDDEN:
            raise _not_written(fault, path, "Nothing was written.") from fault
        raise Problem(
            f"Appraiser may not write in the folder {neighbour.parent} ({_why(fault)}).",
            safe="Nothing was written.",
            todo="Choose another folder.",
            place=str(path),
        ) from fault


def _swap_in(neighbour: Path, target: Path, path: Path) -> None:
    try:
        if target.exists():
            shutil.copymode(target, neighbour)
        neighbour.replace(target)
    except OSError as fault:
        neighbour.unlink(missing_ok=True)
        raise Problem(
            f"This file could not be replaced ({_why(fault)}).",
            safe="It is unchanged.",
            todo="Close it if it is open in another program, or choose another name.",
            place=str(path),
        ) from fault


def _not_written(fault: OSError, path: Path, safe: str) -> Problem:
    if fault.errno in _FULL:
        what, todo = "There is no room left on the disk.", "Make room, or choose another folder."
    else:
        what, todo = f"It could not be written ({_why(fault)}).", "Choose another name or folder."
    return Problem(what, safe=safe, todo=todo, place=str(path))


def _why(fault: OSError) -> str:
    words = fault.strerror or type(fault).__name__
    return words[0].lower() + words[1:]
