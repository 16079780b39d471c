"""What can be undone and redone, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from appraiser.domain.edits import Edit


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that was made, what takes it back, and what it is called in a menu."""

    edit: Edit
    inverse: Edit
    words: str


@dataclass(slots=True)
class History:
    """The steps behind and ahead of where the appraisal stands."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def did(self, step: Step) -> None:
        """Note a new step; what had been undone cannot be redone any more."""
        self.done.append(step)
        self.undone.clear()

    def undid(self) -> None:
        """Note that the last step was taken back."""
        self.undone.append(self.done.pop())

    def redid(self, inverse: Edit) -> None:
        """Note that the last step taken back was made again; its inverse is worked out anew."""
        self.done.append(replace(self.undone.pop(), inverse=inverse))

    def clear(self) -> None:
        """Forget all steps."""
        self.done.clear()
        self.undone.clear()
