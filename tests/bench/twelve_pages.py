"""G12: a tagged paper of twelve pages, six tables and six figures, from blocks to bytes.

Every peer is given the same words, the same cells and the same figures, in the same typeface and
sizes: fpdf2 draws the marks of a figure, WeasyPrint and Typst read them as SVG. WeasyPrint and
Typst tag the paper as ours does; fpdf2 cannot. A fresh process is timed from its start, with what
it loads; a later paper is the middle one of three that a process writes after its first.

fpdf2 is under the LGPL, WeasyPrint under the BSD licence and Typst under the Apache licence; they
are installed to be measured against and are no part of the program.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.measuring import Line, Measured, NotMeasured, Taken
from tests.bench.paper_content import PAGES, keep, twelve_pages
from tests.bench.processes import Home, home

GOAL = "G12"
LATER = 3
"""Papers that a process writes after its first."""
OURS = "ours"
PEERS = {
    "with_fpdf2": ("fpdf2 2.8.9", (1 / 5, 1 / 9)),
    "with_weasyprint": ("WeasyPrint 70.0", (1 / 8, 1 / 15)),
    "with_typst": ("Typst 0.15.2", None),
}
"""What each is called, and the share of its time that ours is held to once one was written."""
MOST_MEMORY = 35.0
"""In MiB, above what the interpreter takes by itself."""

Said = Mapping[str, Any]


def measure(rounds: int) -> list[Line]:
    """Measure ours against each peer that works here, its memory, and whether its bytes differ."""
    missing = {name: why for name in PEERS if (why := lacking(name))}
    names = [OURS, *(name for name in PEERS if name not in missing)]
    said: dict[str, list[Said]] = {name: [] for name in names}
    with home() as place:
        kept = place.folder / "paper"
        keep(twelve_pages(), kept)
        for _ in range(rounds + 1):
            for name in names:
                said[name].append(written(place, name, kept))
    counted = {name: runs[1:] for name, runs in said.items()}
    lines: list[Line] = []
    for name in PEERS:
        lines += _not_measured(name, missing[name]) if name in missing else _against(name, counted)
    return [*lines, *_held(said[OURS])]


def lacking(name: str) -> str:
    """Say why a peer does not work here; nothing where it does."""
    try:
        import_module(f"tests.bench.paper_peers.{name}")
    except (ImportError, OSError) as fault:  # a library of the system is missed as an OSError
        reason = str(fault).splitlines()[0]
        return f"{PEERS[name][0]} cannot be loaded: {reason}"
    return ""


def written(place: Home, name: str, kept: Path, later: int = LATER) -> Said:
    """Have a fresh process write a paper, and again some times later."""
    out = place.folder / f"{name}.pdf"
    return place.run("written_paper", name, str(kept), str(later), str(out))


def _against(name: str, said: Mapping[str, Sequence[Said]]) -> list[Line]:
    bounds = PEERS[name][1]
    both = {each: said[each] for each in (OURS, name)}
    later = Taken({each: [run["later"] for run in runs] for each, runs in both.items()})
    fresh = Taken(
        {each: [run["first"] - run["began"] for run in runs] for each, runs in both.items()}
    )
    lines = [
        later.compared(GOAL, _beside(name, later=True), OURS, name, bounds),
        fresh.compared(GOAL, _beside(name, later=False), OURS, name),
    ]
    return [replace(line, detail=f"{line.detail}; {_times(line.value)}") for line in lines]


def _times(ratio: float) -> str:
    return f"1 / {1 / ratio:.1f}" if ratio < 1 else f"{ratio:.1f}"


def _not_measured(name: str, why: str) -> list[Line]:
    return [NotMeasured(GOAL, _beside(name, later=each), why) for each in (True, False)]


def _beside(name: str, *, later: bool) -> str:
    when = "once one was written" if later else "by a fresh process"
    return f"{PAGES}-page paper {when} / {PEERS[name][0]}"


def _held(runs: Sequence[Said]) -> list[Line]:
    """Make the lines on the memory and the bytes of ours."""
    digests = {digest for run in runs for digest in run["digests"]}
    papers = f"{len(runs) * (LATER + 1)} papers of {len(runs)} processes"
    alike = Measured(GOAL, "papers unlike the first", len(digests) - 1, "", 0, detail=papers)
    what = "most memory, above the bare interpreter's"
    held = [run["memory"] for run in runs if run["memory"] is not None]
    if not held:
        return [NotMeasured(GOAL, what, "this system does not tell"), alike]
    return [Measured(GOAL, what, median(held), "MiB", MOST_MEMORY), alike]
