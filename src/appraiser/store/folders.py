"""Where the program keeps what is private to this person on this computer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of working copies, of dated backups and of front sheets that are kept.

    All are on this computer, never roaming and never beside the document: a share may be slow,
    full or gone, and a copy with scorers' names in it must not travel with a mailed folder.
    """

    working: Path
    backups: Path
    front_sheets: Path

    @classmethod
    def under(cls, root: Path) -> Folders:
        """Give the folders under another root, such as one for a test."""
        return cls(root / "working", root / "backups", root / "front-sheets")

    @classmethod
    def usual(cls) -> Folders:
        """Give the folders in local application data."""
        from platformdirs import user_data_path

        return cls.under(user_data_path("Appraiser", appauthor=False, roaming=False))
