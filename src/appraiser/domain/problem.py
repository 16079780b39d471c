"""What is said to a person when something cannot be done."""

from __future__ import annotations


class Problem(Exception):
    """Something a person can act on: what happened, what is safe, and what to do next.

    `place` names where it is, in the words of the file format (`options[2].form`) or of the
    computer (a file name); it is empty when there is only one place it could be. A `Problem`
    is shown to the person and is never logged as a fault of the program.
    """

    def __init__(self, what: str, *, safe: str = "", todo: str = "", place: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.todo = todo
        self.place = place

    def __str__(self) -> str:
        """Give it as one line, ready for a terminal."""
        head = f"{self.place}: {self.what}" if self.place else self.what
        if (self.safe or self.todo) and not head.endswith((".", "?", "!", "…")):
            head += "."
        return " ".join(part for part in (head, self.safe, self.todo) if part)

    def at(self, place: str) -> Problem:
        """Give the same problem at a place one step further out (`form` at `options[2]`)."""
        inner = self.place
        joined = place if not inner else place + inner if inner[0] == "[" else f"{place}.{inner}"
        return Problem(self.what, safe=self.safe, todo=self.todo, place=joined)
