"""G12: an annex of two hundred pages: what a page of it takes, and the memory it is written in."""

from __future__ import annotations

from statistics import median

import pypdfium2
from tests.bench.measuring import Line, Measured, NotMeasured, milliseconds
from tests.bench.paper_content import PAGES, annex, keep, twelve_pages
from tests.bench.processes import home
from tests.bench.twelve_pages import GOAL, OURS, written

LONG = 200
MOST_TIMES = 1.5
"""How much longer a page may take than one of a short paper: length must not tell."""
MOST_MEMORY = 1.0
"""In MiB for each page."""


def measure(rounds: int) -> list[Line]:
    """Measure a long annex beside a short paper, both written once before."""
    with home() as place:
        papers = {"short": twelve_pages(), "long": annex(LONG)}
        for name, paper in papers.items():
            keep(paper, place.folder / name)
        runs = [
            {name: written(place, OURS, place.folder / name, 1) for name in papers}
            for _ in range(rounds + 1)
        ][1:]
        pages = len(pypdfium2.PdfDocument(place.folder / f"{OURS}.pdf"))
    each = [run["long"]["later"] / pages for run in runs]
    short = [run["short"]["later"] / PAGES for run in runs]
    ratio = median(long / other for long, other in zip(each, short, strict=True))
    what = f"a page of an annex of {pages} / a page of {PAGES}"
    detail = f"{milliseconds(median(each))} / {milliseconds(median(short))}"
    line = Measured(GOAL, what, ratio, "x", MOST_TIMES, detail=detail)
    what = f"most memory for each page of an annex of {pages}"
    held = [run["long"]["memory"] for run in runs if run["long"]["memory"] is not None]
    if not held:
        return [line, NotMeasured(GOAL, what, "this system does not tell")]
    detail = f"{median(held):.0f} MiB in all"
    return [line, Measured(GOAL, what, median(held) / pages, "MiB", MOST_MEMORY, detail=detail)]
