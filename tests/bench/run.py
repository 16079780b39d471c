"""Measure speed against the goals, and print one table.

    python tests/bench/run.py [--quick] [--only GOAL ...]

A goal is missed only when it is missed three times running; it is measured again until then.
The exit code is 1 when a promise is missed.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
GOALS = (
    *("first_window", "no_stutter", "opening", "saving", "live_ranking", "live_drag"),
    *(
        "scoring",
        "crossovers",
        "robustness",
        "same_answer",
        "reference_tools",
        "programme",
        "paper",
        "twelve_pages",
        "long_paper",
    ),
)
ROUNDS = 11
QUICK_ROUNDS = 3
TRIES = 3

if TYPE_CHECKING:
    from tests.bench.measuring import Line

HEADINGS = ("Goal", "Measured", "Found", "Promise", "Stretch", "Verdict", "Medians")


def main() -> int:
    """Measure what was asked for; give the exit code."""
    parser = argparse.ArgumentParser(description="Measure speed against the goals.")
    parser.add_argument("--quick", action="store_true", help="three rounds instead of eleven")
    parser.add_argument("--only", nargs="+", choices=GOALS, default=GOALS, metavar="GOAL")
    chosen = parser.parse_args()
    rounds = QUICK_ROUNDS if chosen.quick else ROUNDS
    sys.path.insert(0, str(ROOT))
    from tests.bench.measuring import machine

    print(f"{machine()}\nMedians of {rounds} rounds, peers in turn. Less is better.\n", flush=True)
    lines = [line for name in chosen.only for line in measured(name, rounds)]
    print(table([HEADINGS, *map(row, lines)]))
    return int(any(line.is_missed for line in lines))


def measured(name: str, rounds: int) -> list[Line]:
    """Measure one goal, again where a promise is missed."""
    print(f"Measuring {name.replace('_', ' ')} …", file=sys.stderr, flush=True)
    measure = import_module(f"tests.bench.{name}").measure
    lines: list[Line] = []
    for _ in range(TRIES):
        lines = measure(rounds)
        if not any(line.is_missed for line in lines):
            break
    return lines


def row(line: Line) -> tuple[str, ...]:
    """Write one line of the table."""
    from tests.bench.measuring import NotMeasured

    if isinstance(line, NotMeasured):
        return (line.goal, line.what, "", "", "", "not measured", line.why)
    bounds = (_bound(each, line.unit) for each in (line.promise, line.stretch))
    found = f"{_number(line.value)}{_spaced(line.unit)}"
    return (line.goal, line.what, found, *bounds, line.verdict, line.detail)


def _bound(bound: float | None, unit: str) -> str:
    return "" if bound is None else f"<= {bound:g}{_spaced(unit)}"


def _number(value: float) -> str:
    if value < 0.1:
        return f"{value:.3g}"
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def _spaced(unit: str) -> str:
    return unit if unit in {"", "x"} else f" {unit}"


def table(rows: list[tuple[str, ...]]) -> str:
    """Stand the cells of all rows under one another."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(each, widths, strict=True)).rstrip()
        for each in rows
    )


if __name__ == "__main__":
    sys.exit(main())
