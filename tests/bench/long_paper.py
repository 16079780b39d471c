"""G12: an annex of two hundred pages: what a page of it takes, and the memory it is written in."""

from __future__ import annotations

from statistics import median

import pypdfium2
from tests.bench.measuring import Line, Measured, NotMeasured, Taken, milliseconds
from tests.bench.paper_content import PAGES, annex, keep, twelve_pages
from tests.bench.processes import Home, home
from tests.bench.twelve_pages import GOAL, OURS

from appraiser.paper.pdf.writer import write_pdf

LONG = 200
MOST_TIMES = 1.3
"""How much longer a page may take than one of a short paper: length must not tell."""
MOST_MEMORY = 0.6
"""In MiB for each page."""


def measure(rounds: int) -> list[Line]:
    """Measure a long annex beside a short paper, both written once before."""
    papers = {"long": annex(LONG), "short": twelve_pages()}
    pages = {"long": len(pypdfium2.PdfDocument(write_pdf(papers["long"]))), "short": PAGES}
    with home() as place:
        for name, paper in papers.items():
            keep(paper, place.folder / name)
        runs = [{name: _later(place, name) for name in papers} for _ in range(rounds + 1)][1:]
    taken = Taken({name: [run[name][0] / pages[name] for run in runs] for name in papers})
    detail = " / ".join(milliseconds(taken.median(name)) for name in papers)
    what = f"a page of an annex of {pages['long']} / a page of {PAGES}"
    line = Measured(GOAL, what, taken.ratio("long", "short"), "x", MOST_TIMES, detail=detail)
    what = f"most memory for each page of an annex of {pages['long']}"
    held = [most for run in runs if (most := run["long"][1]) is not None]
    if not held:
        return [line, NotMeasured(GOAL, what, "this system does not tell")]
    each = median(held) / pages["long"]
    detail = f"{median(held):.0f} MiB in all"
    return [line, Measured(GOAL, what, each, "MiB", MOST_MEMORY, detail=detail)]


def _later(place: Home, name: str) -> tuple[float, float | None]:
    """Give the seconds that a second paper takes, and the most memory held."""
    with place.keeping("written_paper", OURS, str(place.folder / name)) as asked:
        asked.ask()
        said = asked.ask()
        return said["took"], said["memory"]
