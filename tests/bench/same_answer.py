"""G14: the same rank counts in float32 and float64, and whatever the processor can do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from tests.bench.measuring import Line, Measured, NotMeasured
from tests.bench.processes import CHILDREN, PATIENCE

GOAL = "G14"
DRAWS = 2**18
BELIEFS = ("any", "ranked", "around", "within")
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Way:
    """A way to come by the same counts: in a precision, with some features switched off."""

    what: str
    precision: str
    settings: Mapping[str, str]


def ways() -> list[Way | NotMeasured]:
    """Give the ways that can be tried here, and why others cannot."""
    found: list[Way | NotMeasured] = [Way("float64", "float64", _NONE)]
    for what, first in (("AVX-512 off", "X86_V4"), ("AVX2 off", "X86_V3")):
        features = _used_from(first)
        if features:
            settings = {"NPY_DISABLE_CPU_FEATURES": " ".join(features)}
            found.append(Way(what, "float32", settings))
        else:
            found.append(NotMeasured(GOAL, f"float32, {what}", "NumPy does not use it here"))
    # products of matrices are OpenBLAS's own, which goes by another name for an old processor
    found.append(Way("old products of matrices", "float32", {"OPENBLAS_CORETYPE": "Nehalem"}))
    return found


def digest(way: Way | None = None, draws: int = DRAWS, beliefs: tuple[str, ...] = BELIEFS) -> str:
    """Give the digest of the counts, come by in one way or, for None, in the usual one."""
    precision = "float32" if way is None else way.precision
    settings = _NONE if way is None else way.settings
    done = subprocess.run(
        [sys.executable, str(CHILDREN / "rank_counts.py"), precision, str(draws), *beliefs],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode:
        raise ChildProcessError(f"rank_counts ended with {done.returncode}: {done.stderr}")
    return str(json.loads(done.stdout.splitlines()[-1])["digest"])


def measure(rounds: int) -> list[Line]:
    """Count the ways that come to other counts; the rounds do not matter."""
    del rounds
    usual = digest()
    lines: list[Line] = []
    for way in ways():
        if isinstance(way, NotMeasured):
            lines.append(way)
            continue
        differs = float(digest(way) != usual)
        what = f"counts that differ: {way.what}"
        lines.append(Measured(GOAL, what, differs, "", 0, 0, f"SHA-256 {usual[:12]}"))
    return lines


_LATER = {
    "X86_V3": ("AVX2", "FMA3", "X86_V3"),
    "X86_V4": ("X86_V4", "AVX512F", "AVX512CD", "AVX512_SKX", "AVX512_CLX", "AVX512_CNL"),
}
_LATEST = ("AVX512_ICL", "AVX512_SPR")
"""The names of releases of NumPy differ; an unknown one is not asked for."""


def _used_from(first: str) -> list[str]:
    """Name the features, from one generation of processors on, that NumPy uses here."""
    from numpy._core import _multiarray_umath as core

    names = [*_LATER["X86_V4"], *_LATEST]
    if first == "X86_V3":
        names = [*_LATER["X86_V3"], *names]
    chosen: list[str] = core.__cpu_dispatch__
    return [each for each in names if each in chosen and core.__cpu_features__[each]]
