"""The private copy of a file that edits are committed to, one durable commit each.

The target, perhaps on a share, is only ever swapped for a whole new file, and only when nobody
else has changed it meanwhile.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.journal import JournalLine, chained
from appraiser.domain.problem import Problem
from appraiser.store.about import About, write_about
from appraiser.store.backups import Shelf
from appraiser.store.connecting import connect, open_raw, raw, transaction
from appraiser.store.failures import reason
from appraiser.store.inspecting import read_sound
from appraiser.store.journal import add_line, read_last, read_lines, verify_chain
from appraiser.store.reader import read_id
from appraiser.store.saving import IN_WORKING_COPY, Saving
from appraiser.store.swapping import Fingerprint
from appraiser.store.writer import write_difference

CONTENT = "working.appraisal"
OUTGOING = "outgoing.appraisal"


class WorkingCopy:
    """One open working copy, in a folder of its own. Used by one thread at a time."""

    def __init__(self, folder: Path, about: About, *, altered: bool = False) -> None:
        """Open the copy in a folder that `beginning` or `recovery` has filled.

        `altered` says that something else changed the target since it was last saved.
        Raises what SQLite raises for a damaged copy, and `LookupError`.
        """
        self.folder = folder
        self.about = about
        self.altered = altered
        self._connection = connect(folder / CONTENT)
        self._raw = raw(self._connection)
        try:
            self.appraisal_id = read_id(self._raw)
            self._last = read_last(self._raw)
        except BaseException:
            self.close()
            raise

    @property
    def number(self) -> int:
        """The number of the newest line in the journal."""
        return 0 if self._last is None else self._last.number

    @property
    def last(self) -> JournalLine | None:
        """The newest line in the journal."""
        return self._last

    @property
    def is_saved(self) -> bool:
        """Tell whether the target has everything that is here."""
        return self.about.saved is not None and self.about.line == self.number

    @property
    def has_work(self) -> bool:
        """Tell whether there are changes here that are nowhere else; beginning is no change."""
        return self.number > max(self.about.line, 1)

    def read(self) -> Appraisal:
        """Check the copy and read the snapshot; raise `Damaged` if it is not sound."""
        target = self.about.target
        return read_sound(self._raw, "The appraisal" if target is None else target.name)

    def write(self, before: Appraisal, after: Appraisal, line: JournalLine) -> None:
        """Commit a change and its line in the journal together, or neither.

        The line's number and hash are given here. Raises `Problem` when the disk refuses.
        """
        line = chained(line, self._last, self.appraisal_id)
        try:
            with transaction(self._connection):
                write_difference(self._connection, before, after)
                add_line(self._connection, line)
        except SQLAlchemyError as error:
            raise Problem(
                f"This change could not be kept: {reason(error)}.",
                safe="Everything before it is safe.",
                todo="Make room on this computer, then try again.",
            ) from error
        self._last = line

    def lines(self) -> tuple[JournalLine, ...]:
        """Read the journal, oldest line first."""
        return read_lines(self._raw)

    def tampered(self) -> int | None:
        """Give the number of the first line of the journal that was tampered with, if any."""
        return verify_chain(self._raw)

    def begin_saving(
        self, target: Path, known: Fingerprint | None, shelf: Shelf, at: datetime
    ) -> Saving:
        """Take a whole copy of this moment, to be put in the target's place by `Saving.finish`.

        `known` is what the target is expected to be; None stands for a target that may be
        replaced whatever it is. Raises `Problem` when this computer's disk refuses.
        """
        outgoing = self.folder / OUTGOING
        try:
            outgoing.unlink(missing_ok=True)
            with closing(open_raw(outgoing)) as copy:
                copy.execute("PRAGMA synchronous = OFF")  # it is made durable beside the target
                self._raw.backup(copy)
        except (OSError, sqlite3.Error) as error:
            raise Problem(
                f"The appraisal could not be saved: {reason(error)}.",
                safe=IN_WORKING_COPY,
                todo="Make room on this computer, then save again.",
            ) from error
        return Saving(outgoing, self.about, target, known, self.number, shelf, at)

    def end_saving(self, about: About | None) -> None:
        """Take note of what `Saving.finish` gave, or of None if it was refused."""
        if about is not None:
            self.about = about
        (self.folder / OUTGOING).unlink(missing_ok=True)

    @property
    def content(self) -> Path:
        """The file itself. Between edits it is whole, and may be copied."""
        return self.folder / CONTENT

    def close(self) -> None:
        """Let go of the file; the copy stays in its folder."""
        self._connection.close()

    def leave(self) -> None:
        """Let go of the file, to be recovered later. Raises `OSError`."""
        self.close()
        write_about(self.folder, replace(self.about, process=None))

    def remove(self) -> None:
        """Let go of the file and take the copy away."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)
