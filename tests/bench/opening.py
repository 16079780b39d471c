"""G9: from a file of 24,000 scores to a ranked result, against SQLite alone reading the rows.

A ranked result is every option's total, its rank and its gates. What else follows (robustness,
sensitivity, who agrees) is worked out behind the page, and has a line of its own.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.bench.large import large_appraisal
from tests.bench.measuring import Line, Measured, interleaved, timing
from tests.bench.processes import home

from appraiser.analysis.assessing import assess
from appraiser.analysis.gates import gate_results
from appraiser.analysis.option_results import OptionResult, option_results
from appraiser.analysis.scoring.score_matrix import score_matrix
from appraiser.analysis.weighting.weights import model_weights
from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.session.opening import create, open_document
from appraiser.store.connecting import open_raw
from appraiser.store.folders import Folders
from appraiser.store.reader import read_appraisal

GOAL = "G9"


def measure(rounds: int) -> list[Line]:
    """Measure reading and ranking, and opening as a person does it."""
    catalogue = load_catalogue()
    with home() as place:
        path = place.folder / "large.appraisal"
        folders = Folders.under(place.folder / "private")
        create(path, large_appraisal(), who="", folders=folders).close()

        snapshot = _read(path)

        def ranked() -> None:
            assert _ranked(_read(path), catalogue)[0].rank

        def opened() -> None:
            document = open_document(path, who="", folders=folders, read_only=True)
            document.close()

        taken = interleaved(
            rounds,
            ranked=timing(ranked),
            read=timing(lambda: _read(path)),
            assessed=timing(lambda: assess(snapshot, catalogue)),
            opened=timing(opened),
            raw=timing(lambda: _raw(path)),
        )
    whole = "24,000 scores read and ranked / raw sqlite3"
    return [
        taken.compared(GOAL, whole, "ranked", "raw", (2.0, 1.2)),
        taken.compared(GOAL, "of which read into a snapshot", "read", "raw"),
        taken.compared(GOAL, "opened with working copy and every check", "opened", "raw"),
        Measured(GOAL, "all results of it, once it is read", taken.median("assessed") * 1000, "ms"),
    ]


def _ranked(appraisal: Appraisal, catalogue: Catalogue) -> tuple[OptionResult, ...]:
    weights, _ = model_weights(appraisal)
    gates = gate_results(appraisal, catalogue)
    return option_results(appraisal, score_matrix(appraisal), weights, gates)


def _read(path: Path):
    with closing(open_raw(path)) as connection:
        return read_appraisal(connection)


def _raw(path: Path) -> None:
    """Read every row of every table but the journal, which a snapshot does not need."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'journal'"
        ).fetchall()
        for (name,) in tables:
            connection.execute(f'SELECT * FROM "{name}"').fetchall()
