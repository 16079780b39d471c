"""The note beside a working copy: whose it is, what its target was, and what was saved."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from appraiser.store.processes import Process
from appraiser.store.swapping import Fingerprint, write_whole

_NOTE = "about.json"


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a working copy from outside.

    `process` is the one that has it open, or None once it has let go. `line` is the number of
    the last line in the journal that the target has, and `saved` what the target then was.
    While a save is under way `pending` and `pending_line` say what the target is about to
    become, so that a process that ends in between is not taken for an outside change.
    """

    target: Path | None
    process: Process | None
    opened: datetime
    saved: Fingerprint | None = None
    line: int = 0
    pending: Fingerprint | None = None
    pending_line: int = 0


def write_about(folder: Path, about: About) -> None:
    """Write the note, whole or not at all. Raises `OSError`."""
    plain = asdict(about)
    plain["target"] = None if about.target is None else str(about.target)
    plain["opened"] = about.opened.isoformat()
    write_whole(folder / _NOTE, json.dumps(plain, indent=1))


def read_about(folder: Path) -> About:
    """Read the note. Raises `OSError` or `ValueError`."""
    plain: Any = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
    try:
        return About(
            target=None if plain["target"] is None else Path(plain["target"]),
            process=None if plain["process"] is None else Process(**plain["process"]),
            opened=datetime.fromisoformat(plain["opened"]),
            saved=_fingerprint(plain["saved"]),
            line=int(plain["line"]),
            pending=_fingerprint(plain["pending"]),
            pending_line=int(plain["pending_line"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a note about a working copy: {folder}") from error


def _fingerprint(plain: Any) -> Fingerprint | None:
    return None if plain is None else Fingerprint(**plain)
