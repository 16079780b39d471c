"""Put a whole file in the place of another, so that at every moment there is a whole one."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_TRIES = 5
_PAUSE = 0.2  # seconds; a virus scanner or a preview holds a file for about that long


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file was when it was last read or written by us."""

    size: int
    mtime_ns: int
    sha256: str


def fingerprint(path: Path) -> Fingerprint:
    """Read a file's fingerprint. Raises `OSError`."""
    before = path.stat()
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Fingerprint(before.st_size, before.st_mtime_ns, digest)


def has_changed(path: Path, known: Fingerprint) -> bool:
    """Tell whether a file holds anything else than it did; a new time alone is no change.

    The content is always compared, since a share may keep times to two seconds. A file that is
    gone has not changed: nothing can be overwritten. Raises `OSError`.
    """
    try:
        return path.stat().st_size != known.size or fingerprint(path).sha256 != known.sha256
    except FileNotFoundError:
        return False


def is_marked_read_only(path: Path) -> bool:
    """Tell whether someone marked a file as not to be changed. Raises `OSError`."""
    try:
        return not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    except FileNotFoundError:
        return False


def saving_path(target: Path) -> Path:
    """Give where a copy is put together, beside its target and so on the same disk."""
    return target.with_name(f"~{target.name}.saving")


def copy_beside(source: Path, target: Path) -> Path:
    """Copy a file beside its target and wait until the disk has it. Raises `OSError`."""
    beside = saving_path(target)
    try:
        with source.open("rb") as content, beside.open("wb") as file:
            shutil.copyfileobj(content, file)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):  # a share may refuse, and a new target has none
            shutil.copymode(target, beside)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def clear_unfinished(target: Path) -> None:
    """Take away a copy that was being put together when its process ended."""
    with contextlib.suppress(OSError):
        saving_path(target).unlink(missing_ok=True)


def swap_in(beside: Path, target: Path) -> None:
    """Put the copy in the target's place in one step, and wait for it. Raises `OSError`."""
    for left in reversed(range(_TRIES)):
        try:
            beside.replace(target)
            break
        except PermissionError:
            if sys.platform != "win32" or not left:
                raise
            time.sleep(_PAUSE)
    _wait_for_folder(target.parent)


def write_whole(path: Path, content: str) -> None:
    """Write a small text file so that readers see the old one or the new one, never half."""
    beside = path.with_name(f"~{path.name}")
    with beside.open("w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _wait_for_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system has a way to."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):  # some file servers cannot; the content is on disk
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
