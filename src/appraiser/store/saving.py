"""Put what was taken from a working copy in the target's place, on any thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from appraiser.domain.problem import Problem
from appraiser.store.about import read_about, write_about
from appraiser.store.failures import reason
from appraiser.store.swapping import (
    Fingerprint,
    copy_beside,
    fingerprint,
    has_changed,
    swap_in,
)

_SAFE = "Your changes are safe in the working copy on this computer."


class ChangedOutside(Problem):
    """Somebody else changed the target since it was opened or last saved."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            f'"{target.name}" was changed by another program or person while you had it open.',
            safe=f"Theirs has not been overwritten. {_SAFE}",
            todo="Keep both by saving yours under another name, or look at theirs first.",
        )
        self.target = target


@dataclass(frozen=True, slots=True)
class Saving:
    """A save under way: a whole copy, and the target it is for.

    `known` is what the target is expected to be, or None to replace it whatever it is. `line`
    is the number of the last line in the journal that the copy holds.
    """

    folder: Path
    outgoing: Path
    target: Path
    known: Fingerprint | None
    line: int

    def finish(self) -> None:
        """Write the copy beside the target and swap it in.

        Raises `ChangedOutside`, or another `Problem` when the place refuses; the target is then
        as it was.
        """
        try:
            beside = copy_beside(self.outgoing, self.target)
            try:
                self._swap(beside)
            finally:
                beside.unlink(missing_ok=True)
        except OSError as error:
            raise Problem(
                f'"{self.target.name}" could not be saved: {reason(error)}.',
                safe=f"The file is as it was. {_SAFE}",
                todo="Save it under another name or in another folder, or try again later.",
                place=str(self.target.parent),
            ) from error

    def _swap(self, beside: Path) -> None:
        becomes = fingerprint(beside)
        if self.known is not None and has_changed(self.target, self.known):
            raise ChangedOutside(self.target)
        about = replace(read_about(self.folder), target=self.target)
        write_about(self.folder, replace(about, pending=becomes, pending_line=self.line))
        swap_in(beside, self.target)
        write_about(
            self.folder,
            replace(about, saved=becomes, line=self.line, pending=None, pending_line=0),
        )
