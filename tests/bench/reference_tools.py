"""G3: rank acceptabilities and central weights, against the reference tools R smaa and JSMAA.

Both are under the GPL, so neither they nor their code are part of this project. They are timed
where a person has put them: the R packages `smaa` and `hitandrun` where `Rscript` finds them, and
JSMAA's engine, compiled and with the jars it needs, in the folder that the environment variable
APPRAISER_BENCH_JSMAA names.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.instance import scores
from tests.bench.measuring import Line, Measured, NotMeasured, interleaved
from tests.bench.processes import CHILDREN, PATIENCE

GOAL = "G3"
DRAWS = 2**20
TRIAL = 1_000
"""Draws to see with whether a tool works here."""
JSMAA_FOLDER = "APPRAISER_BENCH_JSMAA"
ALIKE = 0.01
"""How far answers may lie apart: over four standard errors at the fewest draws timed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: for each option a row of rank acceptabilities and one of central weights.

    The central weights of an option that was never first are None.
    """

    ranks: list[list[float]]
    central: list[list[float | None]]

    def apart(self, other: Answer) -> float:
        """Give how far the farthest acceptability or weight lies from the other's.

        Central weights count by how often the option was first, since few draws tell little.
        """
        gaps = [
            abs(ours - theirs)
            for row, others in zip(self._in_all(), other._in_all(), strict=True)
            for ours, theirs in zip(row, others, strict=True)
        ]
        return max(gaps)

    def _in_all(self) -> list[list[float]]:
        return [
            [*ranks, *(ranks[0] * (weight or 0.0) for weight in central)]
            for ranks, central in zip(self.ranks, self.central, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Said:
    """What a tool says: its answer, the seconds it took in its usual way, and the least.

    The least is what it can be brought to when it does no more than this answer needs.
    """

    answer: Answer
    seconds: float
    least: float
    version: str


def parsed(printed: str) -> Said:
    """Read what a child printed last."""
    found = json.loads(printed.splitlines()[-1])
    answer = Answer(found["ranks"], found["central"])
    return Said(answer, found["seconds"], found["least"], found["version"])


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool, how it is started, and how many draws it is timed with.

    We are held to `bounds` of its time. `at_least` says what it does when it does the least.
    """

    name: str
    command: tuple[str, ...]
    draws: int
    bounds: tuple[float, float] | None = None
    at_least: str = ""

    def run(self, table: Path, draws: int) -> Said:
        """Give what it says of the scores in a file; its own start is in none of its times."""
        done = subprocess.run(
            [*self.command, str(table), str(draws)],
            cwd=table.parent,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode:
            why = next(filter(None, done.stderr.splitlines()), "it does not say why")
            raise ChildProcessError(f"{self.name} ends with {done.returncode}: {why}")
        return parsed(done.stdout)


OURS = Tool("ours", (sys.executable, str(CHILDREN / "our_robustness.py")), DRAWS)
"""It works out confidence factors, who beats whom and standard errors in the same time."""


def r_smaa() -> Tool | NotMeasured:
    """Find R. Its smaa keeps every score of every draw, which takes over two gigabytes."""
    rscript = shutil.which("Rscript")
    if rscript is None:
        return NotMeasured(GOAL, _beside("R smaa"), "Rscript is not installed")
    command = (rscript, str(CHILDREN / "smaa_in_r.R"))
    return Tool("R smaa", command, DRAWS, (1 / 40, 1 / 100), "with values multiplied out")


def jsmaa() -> Tool | NotMeasured:
    """Find JSMAA and Java."""
    folder, java = os.environ.get(JSMAA_FOLDER), shutil.which("java")
    if not folder or not Path(folder).is_dir():
        return NotMeasured(GOAL, _beside("JSMAA"), f"{JSMAA_FOLDER} names no folder")
    if java is None:
        return NotMeasured(GOAL, _beside("JSMAA"), "Java is not installed")
    path = os.pathsep.join((folder, str(Path(folder) / "*")))
    command = (java, "-cp", path, str(CHILDREN / "SmaaInJava.java"))
    return Tool("JSMAA", command, 50_000, (1 / 400, 1 / 1000), "without its confidence factors")


def measure(rounds: int) -> list[Line]:
    """Measure ours against each tool that is there."""
    lines: list[Line] = []
    with TemporaryDirectory(prefix="appraiser-bench-") as folder:
        table = Path(folder) / "scores.txt"
        rows = (" ".join(map(str, row)) for row in scores().tolist())
        table.write_text("\n".join(rows) + "\n", "utf-8")
        for tool in (r_smaa(), jsmaa()):
            lines += [tool] if isinstance(tool, NotMeasured) else against(tool, OURS, table, rounds)
    return lines


def against(tool: Tool, ours: Tool, table: Path, rounds: int) -> list[Line]:
    """Measure ours against one tool, if it works here; that ours does not is an error."""
    ours.run(table, TRIAL)
    try:
        tool.run(table, TRIAL)
        return _compared(tool, ours, table, rounds)
    except (OSError, ValueError, LookupError, subprocess.SubprocessError) as fault:
        return [NotMeasured(GOAL, _beside(tool.name), str(fault))]


def _compared(tool: Tool, ours: Tool, table: Path, rounds: int) -> list[Line]:
    last: dict[str, Said] = {}

    def usual(which: Tool) -> float:
        last[which.name] = which.run(table, which.draws)
        return last[which.name].seconds * DRAWS / which.draws

    taken = interleaved(
        rounds,
        ours=lambda: usual(ours),
        theirs=lambda: usual(tool),
        least=lambda: last[tool.name].least * DRAWS / tool.draws,
    )
    theirs = last[tool.name]
    line = taken.compared(GOAL, _beside(tool.name), "ours", "theirs", tool.bounds)
    note = f"from {tool.draws:,} draws; {theirs.version}"
    gap = theirs.answer.apart(last[ours.name].answer)
    return [
        replace(line, detail=f"{line.detail}, {note}"),
        taken.compared(GOAL, f"{_beside(tool.name)} {tool.at_least}", "ours", "least"),
        Measured(GOAL, f"farthest from {tool.name}", gap, "", ALIKE),
    ]


def _beside(name: str) -> str:
    return f"exact scores / {name}"
