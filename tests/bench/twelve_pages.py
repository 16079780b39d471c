"""G12: a tagged paper of twelve pages, six tables and six figures, from blocks to bytes.

Every peer is given the same words, the same cells and the same figures, in the same typeface and
sizes: fpdf2 draws the marks of a figure, WeasyPrint and Typst read them as SVG. WeasyPrint and
Typst tag the paper as ours does; fpdf2 cannot. A fresh process is timed from its start, with what
it loads. A later paper of ours is timed right before one of the peer, by processes that have both
written one, and some times in each round.

fpdf2 is under the LGPL, WeasyPrint under the BSD licence and Typst under the Apache licence; they
are installed to be measured against and are no part of the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles

from tests.bench.measuring import Line, Measured, NotMeasured, Taken
from tests.bench.paper_content import PAGES, keep, twelve_pages
from tests.bench.processes import Home, Kept, home

GOAL = "G12"
LATER = 3
"""Papers that a process writes after its first, beside each peer."""
OURS = "ours"
PEERS = {
    "with_fpdf2": ("fpdf2 2.8.9", (1 / 5, 1 / 9)),
    "with_weasyprint": ("WeasyPrint 70.0", (1 / 8, 1 / 15)),
    "with_typst": ("Typst 0.15.2", None),
}
"""What each is called, and the share of its time that ours is held to once one was written."""
MOST_MEMORY = 35.0
"""In MiB, above what the interpreter takes by itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """What each took in each round in seconds, and what ours held in memory and wrote."""

    fresh: dict[str, list[float]] = field(default_factory=dict)
    later: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    """Ours and the peer's, by peer."""
    memory: list[float] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)


def measure(rounds: int) -> list[Line]:
    """Measure ours against each peer that works here, its memory, and whether its bytes differ."""
    missing = {name: why for name in PEERS if (why := lacking(name))}
    peers = [name for name in PEERS if name not in missing]
    with home() as place:
        kept = place.folder / "paper"
        keep(twelve_pages(), kept)
        _round(place, kept, peers, Found())
        found = Found()
        for _ in range(rounds):
            _round(place, kept, peers, found)
    lines: list[Line] = []
    for name in PEERS:
        lines += _not_measured(name, missing[name]) if name in missing else _against(name, found)
    return [*lines, *_held(found)]


def lacking(name: str) -> str:
    """Say why a peer does not work here; nothing where it does."""
    try:
        import_module(f"tests.bench.paper_peers.{name}")
    except (ImportError, OSError) as fault:  # a library of the system is missed as an OSError
        reason = str(fault).splitlines()[0]
        return f"{PEERS[name][0]} cannot be loaded: {reason}"
    return ""


def _round(place: Home, kept: Path, peers: Sequence[str], found: Found) -> None:
    with ExitStack() as stack:
        asked: dict[str, Kept] = {}
        for name in (OURS, *peers):
            asked[name] = stack.enter_context(place.keeping("written_paper", name, str(kept)))
            said = asked[name].ask()
            found.fresh.setdefault(name, []).append(said["ended"] - said["began"])
        for _ in range(LATER):
            for name in peers or [OURS]:
                ours, theirs = asked[OURS].ask(), asked[name].ask()
                found.later.setdefault(name, []).append((ours["took"], theirs["took"]))
                found.digests.append(ours["digest"])
    if ours["memory"] is not None:
        found.memory.append(ours["memory"])


def _against(name: str, found: Found) -> list[Line]:
    bounds = PEERS[name][1]
    ours, theirs = zip(*found.later[name], strict=True)
    later = Taken({OURS: list(ours), name: list(theirs)})
    fresh = Taken({each: found.fresh[each] for each in (OURS, name)})
    return [
        _spread(later, name, later.compared(GOAL, _beside(name, later=True), OURS, name, bounds)),
        _spread(fresh, name, fresh.compared(GOAL, _beside(name, later=False), OURS, name)),
    ]


def _spread(taken: Taken, name: str, line: Measured) -> Measured:
    """Say beside a ratio how often ours goes into the peer's time, and into half of its times."""
    pairs = zip(taken.rounds[OURS], taken.rounds[name], strict=True)
    ratios = [theirs / ours for ours, theirs in pairs]
    low, _, high = quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    said = f"{1 / line.value:.1f} times as long, half of them {low:.1f} to {high:.1f}"
    return replace(line, detail=f"{line.detail}; {said}")


def _not_measured(name: str, why: str) -> list[Line]:
    return [NotMeasured(GOAL, _beside(name, later=each), why) for each in (True, False)]


def _beside(name: str, *, later: bool) -> str:
    when = "once one was written" if later else "by a fresh process"
    return f"{PAGES}-page paper {when} / {PEERS[name][0]}"


def _held(found: Found) -> list[Line]:
    """Make the lines on the memory and the bytes of ours."""
    papers = f"{len(found.digests)} papers of {len(found.fresh[OURS])} processes"
    unlike = len(set(found.digests)) - 1
    alike = Measured(GOAL, "papers unlike the first", unlike, "", 0, detail=papers)
    what = "most memory, above the bare interpreter's"
    if not found.memory:
        return [NotMeasured(GOAL, what, "this system does not tell"), alike]
    return [Measured(GOAL, what, median(found.memory), "MiB", MOST_MEMORY), alike]
