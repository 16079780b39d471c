"""G4: a weight dragged in the room, from the slider to the figure drawn again.

One step re-scores 200 scorers by 8 options and 15 criteria, finds every weight at which the leader
changes, draws 16,384 weightings with triangular scores and paints the ranking, all through the
card that a person drags. Weightings that only keep an order need no draws while the order stays,
as it does in most steps of a drag; so the promise is held against steps that each change it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.instance import participants, triangular
from tests.bench.large import large_appraisal
from tests.bench.measuring import Line, Measured
from tests.screenshots import Nobody

from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.scores import Cell, Score, ScoreSheet, SheetKey
from appraiser.domain.terms import Round

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from appraiser.desktop.widgets.what_if_card import WhatIfCard
    from appraiser.desktop.workspace import Workspace

GOAL = "G4"
STEPS = 200
DRAG = [10 + step % 40 if step // 40 % 2 else 49 - step % 40 for step in range(STEPS)]
REORDERING = [30 - step % 7 if step % 2 else 1 + step % 3 for step in range(STEPS)]
"""The criterion is the heaviest at one step and among the lightest at the next."""
WIDTH, HEIGHT = 1280, 720
MOST, AIM = 8.0, 4.0


def measure(rounds: int) -> list[Line]:
    """Measure 200 steps of a drag; `rounds` is no matter, each step is one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    reordering = "a step that changes the order of the weights, 95 in 100"
    return [
        _line(reordering, dragged(REORDERING), MOST, AIM),
        _line("a step of a drag from 10 to 49 per cent, 95 in 100", dragged(DRAG)),
    ]


def _line(
    what: str, taken: Sequence[float], promise: float | None = None, stretch: float | None = None
) -> Measured:
    rising = sorted(taken)
    middle = rising[len(rising) // 2]
    detail = f"median {middle:.3g} ms, longest {rising[-1]:.3g} ms"
    return Measured(GOAL, what, quantiles(rising, n=20)[-1], "ms", promise, stretch, detail)


def dragged(values: Sequence[int]) -> list[float]:
    """Move the slider from one per cent to the next; give the milliseconds that each step took."""
    from PySide6.QtWidgets import QApplication

    from appraiser.desktop.pages.results_page import ResultsPage
    from appraiser.desktop.theme.style import dress, load_fonts
    from appraiser.desktop.theme.tokens import LIGHT
    from appraiser.desktop.widgets.what_if_card import WhatIfCard

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    load_fonts()
    dress(app, LIGHT)
    with TemporaryDirectory(prefix="appraiser-bench-") as folder, opened(Path(folder)) as workspace:
        page = ResultsPage(workspace)
        page.resize(WIDTH, HEIGHT)
        page.show()
        workspace.background.settle()
        app.processEvents()
        card = page.findChild(WhatIfCard)
        assert isinstance(card, WhatIfCard)
        card.slider.setValue(50)  # lays everything out, as the first touch does
        app.processEvents()
        taken = list(_steps(app, card, values))
        page.close()
    return taken


def _steps(app: QApplication, card: WhatIfCard, values: Sequence[int]) -> Iterator[float]:
    for value in values:
        start = time.perf_counter()
        card.slider.setValue(value)
        app.processEvents()
        yield (time.perf_counter() - start) * 1000


@contextmanager
def opened(folder: Path) -> Iterator[Workspace]:
    """Open the fixed appraisal as the program does, and wait for its results."""
    from appraiser.desktop.background import Background
    from appraiser.desktop.theme.tokens import LIGHT
    from appraiser.desktop.workspace import Workspace
    from appraiser.session.opening import create
    from appraiser.store.folders import Folders

    clock = datetime.now
    document = create(
        folder / "fixed.appraisal",
        fixed_appraisal(),
        who="The bench",
        clock=lambda: clock().astimezone(),
        folders=Folders.under(folder / "private"),
    )
    background = Background()
    workspace = Workspace(document, load_catalogue(), Nobody(), background, clock, LIGHT)
    background.settle()
    yield workspace
    workspace.stop()
    background.close()
    document.close()


def fixed_appraisal() -> Appraisal:
    """Make the appraisal of the fixed instance: 200 scorers, each cell with a range."""
    made = large_appraisal()
    low, mode, high = triangular()
    given = participants()
    options = [option.id for option in made.options]
    criteria = [criterion.id for criterion in made.criteria]
    sheets = {}
    for at, scorer in enumerate(made.scorers):
        cells = {}
        for i, option in enumerate(options):
            for j, criterion in enumerate(criteria):
                score = float(given[at, i, j])
                under, over = mode[i, j] - low[i, j], high[i, j] - mode[i, j]
                cells[Cell(option, criterion)] = Score(
                    value=score, low=max(0.0, score - under), high=min(100.0, score + over)
                )
        sheets[SheetKey(Round.ALONE, scorer.id)] = ScoreSheet(cells)
    return replace(made, sheets=sheets)
