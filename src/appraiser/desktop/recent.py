"""The files opened lately, kept as a small JSON file in the person's own settings folder."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

LONGEST = 8


class RecentFile(NamedTuple):
    """A file opened lately, and what it was called inside."""

    path: Path
    title: str


class RecentFiles:
    """The list itself, newest first. A list that cannot be read or kept is an empty one."""

    def __init__(self, kept_in: Path) -> None:
        self._kept_in = kept_in

    def read(self) -> tuple[RecentFile, ...]:
        """Give the files, newest first."""
        try:
            kept = self._kept_in.read_text("utf-8")
            import json

            found = json.loads(kept)
            return tuple(RecentFile(Path(each["path"]), str(each["title"])) for each in found)
        except (OSError, ValueError, KeyError, TypeError):
            return ()

    def add(self, path: Path, title: str) -> None:
        """Put a file at the head of the list."""
        rest = [each for each in self.read() if each.path != path]
        self._keep((RecentFile(path, title), *rest)[:LONGEST])

    def forget(self, path: Path) -> None:
        """Take a file off the list."""
        self._keep(tuple(each for each in self.read() if each.path != path))

    def _keep(self, files: tuple[RecentFile, ...]) -> None:
        written = [{"path": str(each.path), "title": each.title} for each in files]
        import json

        try:
            self._kept_in.parent.mkdir(parents=True, exist_ok=True)
            self._kept_in.write_text(json.dumps(written, indent=1), "utf-8")
        except OSError:
            return  # a list of recent files is a convenience; its loss is no one's problem
