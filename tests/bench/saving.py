"""G10: one score, durably kept, against SQLite alone writing the same rows; and syncs counted."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from tests.bench.large import large_appraisal
from tests.bench.measuring import Line, Measured, NotMeasured, interleaved, timing
from tests.bench.processes import CHILDREN, Home, home

from appraiser.domain.edits import SetScores
from appraiser.domain.scores import Cell, Score
from appraiser.session.document import Document
from appraiser.session.opening import create
from appraiser.store.connecting import open_raw
from appraiser.store.folders import Folders

GOAL = "G10"
EDITS = 20
"""Edits in each round, since one alone is too short to time."""


def measure(rounds: int) -> list[Line]:
    """Measure one score and one commit, and count how often the disk is made to wait."""
    with home() as place:
        lines: list[Line] = [_timed(place, rounds)]
        lines.append(_syncs(place))
    return lines


def _timed(place: Home, rounds: int) -> Measured:
    folders = Folders.under(place.folder / "private")
    document = create(None, large_appraisal(), who="A scorer", folders=folders)
    (working,) = folders.working.glob("*/working.appraisal")
    alone = place.folder / "alone.appraisal"
    shutil.copyfile(working, alone)
    values = count()

    def ours() -> float:
        edits = [_edit(document, next(values)) for _ in range(EDITS)]
        return timing(lambda: [document.apply(edit) for edit in edits])()

    with closing(open_raw(alone)) as raw, closing(open_raw(working)) as reading:
        replay = _replaying(raw, reading)
        taken = interleaved(rounds, ours=ours, raw=replay)
    document.discard()
    what = "one score kept / raw sqlite3"
    return taken.compared(GOAL, what, "ours", "raw", (2.5, 1.5), repeats=EDITS)


def _edit(document: Document, number: int) -> SetScores:
    """Change one score or another, each time to something new."""
    appraisal = document.appraisal
    key, sheet = list(appraisal.sheets.items())[number % len(appraisal.sheets)]
    cells = list(sheet.cells)
    cell: Cell = cells[number % len(cells)]
    score: Score = sheet.cells[cell]
    assert score.value is not None
    value = score.value + 1 if score.value < 100 else 0.0
    return SetScores(key, ((cell, Score(value=value)),))


def _replaying(raw: sqlite3.Connection, reading: sqlite3.Connection) -> Callable[[], float]:
    """Write the rows that were written last, in transactions of the same extent."""
    score_columns = [row[1] for row in raw.execute("PRAGMA table_info(scores)")][3:]
    change = (
        f"UPDATE scores SET {', '.join(f'{each} = ?' for each in score_columns)} "
        "WHERE sheet = ? AND option = ? AND criterion = ?"
    )
    add = "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

    def replay() -> float:
        newest = "SELECT * FROM journal ORDER BY number DESC LIMIT ?"
        lines = reading.execute(newest, (EDITS,)).fetchall()[::-1]
        rows = [reading.execute(_ROW, {"edit": line[6]}).fetchone() for line in lines]

        def write() -> None:
            for line, row in zip(lines, rows, strict=True):
                raw.execute("BEGIN IMMEDIATE")
                raw.execute(change, (*row[3:], *row[:3]))
                raw.execute(add, line)
                raw.execute("COMMIT")

        return timing(write)()

    return replay


_ROW = """
SELECT scores.* FROM scores JOIN sheets ON scores.sheet = sheets.number
WHERE sheets.round = :edit ->> 'round' AND sheets.scorer = :edit ->> 'scorer'
AND option = :edit ->> '$.cells[0].option' AND criterion = :edit ->> '$.cells[0].criterion'
"""
"""The row that an edit of the journal was about."""


def _syncs(place: Home) -> Line:
    """Count, outside the process, the syncs that ten more edits bring."""
    what = "syncs for one score"
    strace = shutil.which("strace")
    if strace is None:
        return NotMeasured(GOAL, what, "strace is not installed")
    few, many = (_counted(strace, place, edits) for edits in (1, 11))
    if few is None or many is None:
        return NotMeasured(GOAL, what, "strace may not be used here")
    return Measured(GOAL, what, (many - few) / 10, "", 4, 4)


def _counted(strace: str, place: Home, edits: int) -> int | None:
    told = place.folder / f"syncs-{edits}.txt"
    traced = ("-f", "-e", "trace=fsync,fdatasync,sync_file_range,msync", "-o", str(told))
    child = (sys.executable, str(CHILDREN / "edits.py"), str(edits))
    done = subprocess.run(
        [strace, *traced, *child],
        env=place.surroundings(place.folder),
        cwd=place.folder,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        return None
    return len(re.findall(r"\b(?:fsync|fdatasync|sync_file_range|msync)\(", Path(told).read_text()))
