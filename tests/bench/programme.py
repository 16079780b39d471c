"""G11: what 250 trusts say, against SQLite alone reading their barriers, and against workbooks.

The files are those of the three samples, each under an id of its own. The workbooks hold the same
appraisals, as the program exports them, and openpyxl reads the barriers from them: as it opens a
workbook by itself, and in its leaner read-only mode.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from openpyxl import load_workbook
from tests.bench.measuring import Line, Timed, interleaved, timing
from tests.bench.processes import home

from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.exchange.programme_rows import barrier_rows, grouped
from appraiser.exchange.reading import read_appraisal
from appraiser.exporting.to_file import export_to
from appraiser.gathering import gather
from appraiser.resources import sample
from appraiser.session.opening import create, read_parts
from appraiser.store.cycle_search import no_search_for_cycles
from appraiser.store.folders import Folders

GOAL = "G11"
TRUSTS = 250
SAMPLES = ("leicester", "fenmarsh", "northcliff")

_BARRIERS = """
SELECT title, kind, description, resolver, also_resolver, likelihood, severity, show_stopper,
mitigation, status FROM barriers ORDER BY ordinal
"""


def measure(rounds: int) -> list[Line]:
    """Measure the barriers of all trusts, and the whole return."""
    catalogue = load_catalogue()
    with home() as place:
        files = _files(place.folder)
        books = _workbooks(place.folder)
        expected = len(_raw(files))
        assert len(_barriers(files, catalogue)) == expected
        taken = interleaved(
            rounds,
            barriers=timing(partial(_barriers, files, catalogue)),
            whole=timing(partial(gather, files)),
            raw=timing(partial(_raw, files)),
            workbooks=_scaled(timing(partial(_read_workbooks, books))),
            lean=_scaled(timing(partial(_read_workbooks, books, lean=True))),
        )
    trusts, openpyxl = f"{TRUSTS} trusts' barriers", "openpyxl on workbooks"
    return [
        taken.compared(GOAL, f"{trusts} / raw sqlite3", "barriers", "raw", (2.5, 0.7)),
        taken.compared(GOAL, f"{trusts} / {openpyxl}", "barriers", "workbooks", (1 / 40, 1 / 100)),
        taken.compared(GOAL, "the same / openpyxl in read-only mode", "barriers", "lean"),
        taken.compared(GOAL, "the whole return / raw reading barriers", "whole", "raw"),
        taken.compared(GOAL, f"the whole return / {openpyxl}", "whole", "workbooks"),
    ]


def _files(folder: Path) -> list[Path]:
    """Make a file for each trust, by putting another id in the place of a sample's own."""
    contents = []
    for name in SAMPLES:
        appraisal = read_appraisal(sample(name))
        path = folder / f"{name}.appraisal"
        create(path, appraisal, who="", folders=Folders.under(folder / "private")).close()
        contents.append((appraisal.id.encode(), path.read_bytes()))
    files = [folder / f"trust-{number}.appraisal" for number in range(TRUSTS)]
    for number, path in enumerate(files):
        own, content = contents[number % len(contents)]
        path.write_bytes(content.replace(own, f"{number:0{len(own)}}".encode()))
    return files


def _workbooks(folder: Path) -> list[Path]:
    """Make the workbooks of a few trusts."""
    made = []
    for name in SAMPLES:
        made.append(folder / f"{name}.xlsx")
        export_to(read_appraisal(sample(name)), made[-1])
    return made


def _barriers(files: Sequence[Path], catalogue: Catalogue) -> list[object]:
    """Read and group the barriers as the return does, the private ones too, as SQLite does."""
    found = []
    with no_search_for_cycles():
        for path in files:
            part = read_parts(path, ("trust",), ("barriers",))
            found += barrier_rows(part, catalogue)
    assert grouped(found)
    return list(found)


def _raw(files: Sequence[Path]) -> list[object]:
    found: list[object] = []
    for path in files:
        with closing(sqlite3.connect(path)) as connection:
            found += connection.execute(_BARRIERS).fetchall()
    return found


def _read_workbooks(books: Sequence[Path], *, lean: bool = False) -> list[object]:
    found: list[object] = []
    for path in books:
        with closing(load_workbook(path, read_only=lean, data_only=True)) as book:
            found += book["Barriers"].iter_rows(values_only=True)
    return found


def _scaled(timed: Timed) -> Timed:
    """Give what all workbooks would take, from what one of each sample does."""
    return lambda: timed() * TRUSTS / len(SAMPLES)
