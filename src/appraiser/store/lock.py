"""The lock beside a document: who has it open, and where.

A lock is a courtesy, not a guarantee: file servers forget. What protects the work is that a
change by somebody else is noticed before anything is overwritten.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from appraiser.domain.problem import Problem
from appraiser.domain.written import date_and_time
from appraiser.store.processes import Process, is_gone, this_process

_TRIES = 4
_PAUSE = 0.05  # seconds; another program may be between making the lock and writing it


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock, in which process, since when."""

    who: str
    process: Process
    since: str
    program: str = ""


class LockedElsewhere(Problem):
    """Somebody has the document open. It can still be opened for reading."""

    def __init__(self, target: Path, holder: Holder | None) -> None:
        super().__init__(
            f'"{target.name}" is open {_where(holder)}.',
            safe="Nothing has been changed.",
            todo="Open it for reading only, or ask for it to be closed there first.",
        )
        self.holder = holder


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock we hold."""

    path: Path
    holder: Holder

    def release(self) -> None:
        """Take the lock away, unless somebody else has taken it over meanwhile."""
        with contextlib.suppress(OSError):
            if _read(self.path) == self.holder:
                self.path.unlink()


def lock_path(target: Path) -> Path:
    """Give where the lock of a document stands."""
    return target.with_name(f"~{target.name}.lock")


def take_lock(target: Path, who: str, since: datetime, *, take_over: bool = False) -> Lock:
    """Lock a document; a lock left behind by a process that ended is replaced.

    Raises `LockedElsewhere` if somebody has it, unless `take_over` says to go ahead, and
    `OSError` where the folder takes no lock.
    """
    path = lock_path(target)
    mine = Holder(who, this_process(), since.isoformat(), "Appraiser")
    holder: Holder | None = None
    for _ in range(_TRIES):
        try:
            _write(path, mine)
        except FileExistsError:
            holder = _read(path)
        else:
            return Lock(path, mine)
        if take_over or (holder is not None and is_gone(holder.process)):
            _set_aside(path, holder)
        elif holder is not None:
            break
        else:
            time.sleep(_PAUSE)
    raise LockedElsewhere(target, holder)


def _write(path: Path, holder: Holder) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    try:
        with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123 (a handle has no path)
            json.dump(asdict(holder), file)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _read(path: Path) -> Holder | None:
    """Read who holds a lock; None if it is gone, or says nothing that can be read."""
    try:
        plain: Any = json.loads(path.read_text(encoding="utf-8"))
        return Holder(**{**plain, "process": Process(**plain["process"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _set_aside(path: Path, judged: Holder | None) -> None:
    """Take away the lock that was judged, and no other that came in its place meanwhile."""
    aside = path.with_name(f"{path.name}-{secrets.token_hex(4)}")
    with contextlib.suppress(FileNotFoundError):
        path.replace(aside)
        if _read(aside) != judged and not path.exists():
            aside.replace(path)
        aside.unlink(missing_ok=True)


def _where(holder: Holder | None) -> str:
    if holder is None:
        return "elsewhere, by somebody who left no name"
    mine = this_process()
    if holder.process == mine:
        return "in another window already"
    where = "on this computer" if holder.process.host == mine.host else f"on {holder.process.host}"
    who = f"by {holder.who} " if holder.who else ""
    return f"{who}{where}, since {_when(holder.since)}"


def _when(since: str) -> str:
    try:
        moment = datetime.fromisoformat(since)
    except ValueError:
        return "an unknown time"
    return date_and_time(moment)
