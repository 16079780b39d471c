"""Begins a small appraisal without a file and changes one score so many times."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from appraiser.domain.edits import SetScores
from appraiser.domain.scores import Score
from appraiser.resources import sample
from appraiser.session.opening import create, read_snapshot
from appraiser.store.folders import Folders

with TemporaryDirectory(dir=Path.cwd()) as folder:
    folders = Folders.under(Path(folder))
    document = create(None, read_snapshot(sample("leicester")), who="A scorer", folders=folders)
    key, sheet = next(iter(document.appraisal.sheets.items()))
    cell = next(iter(sheet.cells))
    for number in range(int(sys.argv[1])):
        applied = document.apply(SetScores(key, ((cell, Score(value=number % 2 * 50.0 + 13)),)))
        assert applied.touched
    document.discard()
