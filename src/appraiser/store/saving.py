"""Put what was taken from a working copy in the target's place, on any thread."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from appraiser.domain.problem import Problem
from appraiser.store.about import About, write_about
from appraiser.store.backups import Shelf
from appraiser.store.failures import reason
from appraiser.store.stamping import stamp
from appraiser.store.swapping import (
    Fingerprint,
    copy_beside,
    fingerprint,
    has_changed,
    is_marked_read_only,
    swap_in,
)

IN_WORKING_COPY = "Your changes are safe in the working copy on this computer."


class ChangedOutside(Problem):
    """Somebody else changed the target since it was opened or last saved."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            f'"{target.name}" was changed by another program or person while you had it open.',
            safe=f"Theirs has not been overwritten. {IN_WORKING_COPY}",
            todo="Keep both by saving yours under another name, or look at theirs first.",
        )
        self.target = target


@dataclass(frozen=True, slots=True)
class Saving:
    """A save under way: a whole copy, and the target it is for.

    `known` is what the target is expected to be, or None to replace it whatever it is. `line`
    is the number of the last line in the journal that the copy holds.
    """

    outgoing: Path
    about: About
    target: Path
    known: Fingerprint | None
    line: int
    shelf: Shelf
    at: datetime

    def finish(self) -> About:
        """Write the copy beside the target and swap it in; give what is now known of it.

        Raises `ChangedOutside`, or another `Problem` when the place refuses; the target is then
        as it was. What was there before is kept as a backup when it is time for one.
        """
        try:
            stamp(self.outgoing)
            beside = copy_beside(self.outgoing, self.target)
            try:
                about = self._swap(beside)
            finally:
                beside.unlink(missing_ok=True)
        except (OSError, sqlite3.Error) as error:
            raise Problem(
                f'"{self.target.name}" could not be saved in "{self.target.parent}": '
                f"{reason(error)}.",
                safe=f"The file is as it was. {IN_WORKING_COPY}",
                todo="Save it under another name or in another folder, or try again later.",
            ) from error
        return about

    def _swap(self, beside: Path) -> About:
        if is_marked_read_only(self.target):
            raise Problem(
                f'"{self.target.name}" is marked read-only.',
                safe=f"The file is as it was. {IN_WORKING_COPY}",
                todo="Save yours under another name, or take the mark away.",
            )
        if self.known is not None and has_changed(self.target, self.known):
            raise ChangedOutside(self.target)
        becomes = fingerprint(beside)
        folder = self.outgoing.parent
        about = replace(self.about, target=self.target)
        write_about(folder, replace(about, pending=becomes, pending_line=self.line))
        self._keep_what_was_there()
        swap_in(beside, self.target)
        about = replace(about, saved=becomes, line=self.line)
        write_about(folder, about)
        return about

    def _keep_what_was_there(self) -> None:
        """Put the target among the backups: always if it is not our own, else now and then."""
        if not self.target.exists():
            return
        if self.known is not None:
            if self.shelf.is_due(self.at):
                self.shelf.try_to_keep(self.target, self.target.name, self.at)
            return
        try:
            self.shelf.keep(self.target, self.target.name, self.at)
        except OSError as error:
            raise Problem(
                f'"{self.target.name}" was not replaced, since no backup of it could be kept on '
                f"this computer: {reason(error)}.",
                safe=f"The file is as it was. {IN_WORKING_COPY}",
                todo="Make room on this computer, or save yours under another name.",
            ) from error
