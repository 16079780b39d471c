"""Working copies that outlived their process, with changes that their target has not got."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from appraiser.domain.problem import Problem
from appraiser.store.about import About, read_about, write_about
from appraiser.store.backups import Shelf
from appraiser.store.beginning import bring_up_to_date
from appraiser.store.connecting import open_raw
from appraiser.store.identity import recognise
from appraiser.store.processes import is_gone, this_process
from appraiser.store.swapping import fingerprint, has_changed
from appraiser.store.working_copy import CONTENT, WorkingCopy

_AN_HOUR = 3600  # seconds


@dataclass(frozen=True, slots=True)
class Recovery:
    """A working copy left behind.

    `changes` counts the lines of the journal that the target has not got; `last` and `words`
    say when the newest was made and what it did. `target_changed` warns that somebody has
    changed the target since; saving over it will be refused until the person has chosen.
    """

    folder: Path
    about: About
    appraisal_id: str
    changes: int
    last: datetime
    words: str
    target_changed: bool


def find_all(root: Path) -> tuple[Recovery, ...]:
    """Give what was left behind, newest first; what holds nothing unsaved is tidied away."""
    found = [each for folder in _folders(root) if (each := _look_at(folder)) is not None]
    return tuple(sorted(found, key=lambda each: each.last, reverse=True))


def find_for(root: Path, target: Path) -> Recovery | None:
    """Give the newest that was left behind of one target, if there is any."""
    wanted = os.path.normcase(target.resolve())
    mine = (
        each
        for each in find_all(root)
        if each.about.target is not None and os.path.normcase(each.about.target) == wanted
    )
    return next(mine, None)


def adopt(recovery: Recovery) -> WorkingCopy:
    """Take over what was left behind; raise `Problem` if another window has been quicker."""
    folder = recovery.folder.with_name(f"copy-{secrets.token_hex(4)}")
    try:
        recovery.folder.rename(folder)
        about = replace(recovery.about, process=this_process())
        write_about(folder, about)
    except OSError as error:
        raise Problem(
            "These changes cannot be recovered now; another window may have them already.",
            safe="They have not been lost.",
            todo="Look at the other windows first, then try again.",
        ) from error
    return WorkingCopy(folder, about)


def set_aside(recovery: Recovery, shelf: Shelf, at: datetime) -> None:
    """Put what was left behind among the backups instead of going on with it.

    Raises `OSError` when there is no room for it; it is then still offered.
    """
    target = recovery.about.target
    shelf.keep(recovery.folder / CONTENT, "Recovered" if target is None else target.name, at)
    shutil.rmtree(recovery.folder, ignore_errors=True)


def _folders(root: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(each for each in root.iterdir() if each.is_dir())


def _look_at(folder: Path) -> Recovery | None:
    about = _about(folder)
    if about is None or (about.process is not None and not is_gone(about.process)):
        return None
    if not (folder / CONTENT).exists():
        shutil.rmtree(folder, ignore_errors=True)
        return None
    about = _settled(about)
    try:
        _take_back_what_was_cut_off(folder / CONTENT)
        recognise(folder / CONTENT)
        bring_up_to_date(folder / CONTENT)
        copy = WorkingCopy(folder, about)
    except (Problem, sqlite3.Error, LookupError, OSError):
        return None  # left where it is: there may be something to salvage
    try:
        last = copy.last
        if last is None or not copy.has_work:
            copy.remove()
            return None
        return Recovery(
            folder=folder,
            about=about,
            appraisal_id=copy.appraisal_id,
            changes=copy.number - about.line,
            last=last.at,
            words=last.words,
            target_changed=_target_changed(about),
        )
    finally:
        copy.close()


def _take_back_what_was_cut_off(content: Path) -> None:
    """Let SQLite undo a change that its process did not live to commit.

    Until then the file may be shorter than its header says, as a damaged one is.
    """
    with closing(open_raw(content)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _settled(about: About) -> About:
    """Find out whether a save that was under way came to its end."""
    if about.pending is None or about.target is None:
        return about
    with suppress(OSError):
        if fingerprint(about.target).sha256 == about.pending.sha256:
            return replace(
                about, saved=about.pending, line=about.pending_line, pending=None, pending_line=0
            )
    return about


def _target_changed(about: About) -> bool:
    if about.target is None or about.saved is None:
        return False
    try:
        return has_changed(about.target, about.saved)
    except OSError:
        return False


def _about(folder: Path) -> About | None:
    """Read what is known of a working copy, or None if it may be being made just now.

    A power cut can take the note and leave the work; that is then offered as of no file.
    """
    with suppress(OSError, ValueError):
        return read_about(folder)
    with suppress(OSError):
        made = folder.stat().st_mtime
        if time.time() - made > _AN_HOUR:
            return About(None, None, datetime.fromtimestamp(made).astimezone())
    return None
