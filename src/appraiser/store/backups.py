"""Dated backups on this computer, thinned as they grow old.

They stand in a folder for each appraisal, whatever its file is called and wherever it has been
moved, and carry the time and the name of the file in their own names.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from appraiser.domain.problem import Problem
from appraiser.store.failures import reason
from appraiser.store.swapping import copy_beside

_STAMP = "%Y-%m-%d %H%M%S"
_NAMED = re.compile(r"(\d{4}-\d\d-\d\d \d{6})(?:-(\d+))? (.*)\.appraisal")
_LONGEST_NAME = 80

APART = timedelta(minutes=10)
"""While someone works, a backup is kept no more often than this."""

_KEEP_ALL = timedelta(days=1)
_KEEP_DAILY = timedelta(days=14)
_KEEP_WEEKLY = timedelta(days=91)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: the whole file as it was. `turn` orders those of the same second."""

    path: Path
    taken: datetime
    name: str
    size: int
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the backups of one appraisal are kept."""

    folder: Path

    @classmethod
    def of(cls, root: Path, appraisal_id: str) -> Shelf:
        """Give the shelf of an appraisal; its id may hold what a folder's name may not."""
        return cls(root / hashlib.sha256(appraisal_id.encode()).hexdigest()[:20])

    def backups(self) -> tuple[Backup, ...]:
        """Give the backups there are, newest first."""
        found: list[Backup] = []
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                named = _NAMED.fullmatch(path.name)
                if named is not None:
                    taken = datetime.strptime(named[1], _STAMP).astimezone()
                    size, turn = path.stat().st_size, int(named[2] or 1)
                    found.append(Backup(path, taken, named[3], size, turn))
        return tuple(sorted(found, key=_age, reverse=True))

    def keep(self, source: Path, name: str, at: datetime) -> None:
        """Keep a copy of a file, then thin out what has grown old. Raises `OSError`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        stem = name.removesuffix(".appraisal")[:_LONGEST_NAME]
        stamp = f"{at.astimezone():{_STAMP}}"
        turn = 1 + sum(each.taken == at.replace(microsecond=0) for each in self.backups())
        path = self.folder / f"{stamp}{f'-{turn}' if turn > 1 else ''} {stem}.appraisal"
        copy_beside(source, path).replace(path)
        for each in to_remove(self.backups(), at):
            with contextlib.suppress(OSError):
                each.path.unlink()

    def try_to_keep(self, source: Path, name: str, at: datetime) -> None:
        """Keep a copy if this computer has room for it; the work itself never waits on it."""
        with contextlib.suppress(OSError):
            self.keep(source, name, at)

    def is_due(self, at: datetime) -> bool:
        """Tell whether it is time for another backup."""
        newest = next(iter(self.backups()), None)
        return newest is None or not timedelta(0) <= at.astimezone() - newest.taken < APART


def to_remove(backups: Iterable[Backup], at: datetime) -> list[Backup]:
    """Choose the backups that age has made needless.

    All of the last day stay; then the last of each day for a fortnight, of each week for a
    quarter, and of each month for good. The newest always stays.
    """
    taken: set[tuple[int, ...]] = set()
    needless: list[Backup] = []
    for each in sorted(backups, key=_age, reverse=True):
        span = _span(each.taken, at)
        if span is not None and span in taken:
            needless.append(each)
        elif span is not None:
            taken.add(span)
    return needless


def _age(backup: Backup) -> tuple[datetime, int]:
    return (backup.taken, backup.turn)


def _span(taken: datetime, at: datetime) -> tuple[int, ...] | None:
    """Give the day, week or month of which one backup is enough, or None to keep it anyway."""
    age = at.astimezone() - taken
    if age <= _KEEP_ALL:
        return None
    if age <= _KEEP_DAILY:
        return (1, taken.toordinal())
    if age <= _KEEP_WEEKLY:
        return (7, *taken.isocalendar()[:2])
    return (30, taken.year, taken.month)


def restore(backup: Backup, into: Path) -> None:
    """Copy a backup to a new file; raise `Problem` if there is one already or it is refused."""
    try:
        with into.open("xb") as file, backup.path.open("rb") as content:
            shutil.copyfileobj(content, file)
    except FileExistsError:
        raise Problem(
            f'There is a file called "{into.name}" already.',
            safe="It has not been touched.",
            todo="Choose another name for the backup.",
        ) from None
    except OSError as error:
        raise Problem(
            f"The backup could not be restored: {reason(error)}.",
            safe="The backup itself is safe.",
            todo="Choose another folder, or try again later.",
        ) from error
