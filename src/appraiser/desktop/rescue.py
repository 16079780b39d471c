"""Ways back to work that a damaged file or a mistake would otherwise cost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from appraiser.desktop.asking import Ask
from appraiser.domain.problem import Problem
from appraiser.domain.written import counted, date_and_time

if TYPE_CHECKING:
    from appraiser.session.keeping import Clock
    from appraiser.store.backups import Backup
    from appraiser.store.folders import Folders

SAVE_WHAT_CAN_BE_READ = "Save what can be read…"
RESTORE = "Restore a backup…"
MOST_SAID = 3
"""So many losses are named; of more it is said how many there are."""


class Rescue:
    """Salvages damaged files and restores backups, always into a new file.

    Each way asks what it needs to know, and gives the new file, or None where the person thought
    better of it. They raise `Problem` when the place refuses.
    """

    def __init__(self, ask: Ask, clock: Clock, folders: Folders, who: str) -> None:
        self._ask, self._clock, self._folders, self._who = ask, clock, folders, who

    def of_damaged(self, path: Path, damaged: Problem) -> Path | None:
        """Ask what to do about a file that cannot be read whole, and do it."""
        backups = self._named(path)
        answers = (SAVE_WHAT_CAN_BE_READ, RESTORE) if backups else (SAVE_WHAT_CAN_BE_READ,)
        match self._ask.choose(damaged.what, damaged.safe, answers):
            case 0:
                return self._salvage(path)
            case 1:
                return self.restore(backups, path)
            case _:
                return None

    def restore(self, backups: Sequence[Backup], beside: Path) -> Path | None:
        """Ask which backup to restore, and copy it to a new file beside another."""
        from appraiser.session.opening import restore

        if not backups:
            raise Problem(
                "There is no backup of this appraisal on this computer yet.",
                safe="One is kept now and then while you work, and at the end.",
            )
        question = "It is copied to a new file; nothing is overwritten."
        named = [f"{date_and_time(each.taken)}, {each.name}" for each in backups]
        at = self._ask.pick("Restore a backup", question, named)
        if at is None:
            return None
        taken = f"{backups[at].taken:%Y-%m-%d %H%M}"
        into = self._new_file(beside, f"backup of {taken}")
        if into is not None:
            restore(backups[at], into)
        return into

    def _salvage(self, path: Path) -> Path | None:
        from appraiser.session.opening import salvage

        into = self._new_file(path, "salvaged")
        if into is None:
            return None
        lost = salvage(path, into, who=self._who, clock=self._clock).lost
        self._ask.tell(Problem(f'What could be read is in "{into.name}".', safe=_losses(lost)))
        return into

    def _new_file(self, beside: Path, words: str) -> Path | None:
        suggested = beside.with_name(f"{beside.stem} ({words}).appraisal")
        return self._ask.path_to_save("Save to a new file", suggested, "appraisal")

    def _named(self, path: Path) -> list[Backup]:
        """Give the backups there are of a file of this name, newest first."""
        from appraiser.store.backups import Shelf

        root = self._folders.backups
        shelves = [Shelf(each) for each in root.iterdir()] if root.is_dir() else []
        found = [each for shelf in shelves for each in shelf.backups()]
        wanted = [each for each in found if each.name == path.stem]
        return sorted(wanted, key=lambda each: (each.taken, each.turn), reverse=True)


def _losses(lost: Sequence[str]) -> str:
    if len(lost) > MOST_SAID:
        return f"{counted(len(lost), 'thing')} could not be read; its journal lists them."
    return " ".join(lost) or "Nothing was lost."
