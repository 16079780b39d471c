"""Fresh processes to measure in, each in a home of its own, with modules compiled beforehand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

CHILDREN = Path(__file__).parent / "children"
PATIENCE = 120
HOME_FOLDERS = (
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "LOCALAPPDATA",
    "APPDATA",
)


@dataclass(frozen=True, slots=True)
class Home:
    """A folder to measure in, so that nothing of the person's own is touched.

    What Python compiles is kept in it from one process to the next, as after a first start.
    """

    folder: Path

    def surroundings(self, own: Path) -> dict[str, str]:
        """Give the variables to start a process with, whose home is `own`."""
        kept = {
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        }
        folders = dict.fromkeys(("HOME", "USERPROFILE", *HOME_FOLDERS), str(own))
        compiled = {"PYTHONPYCACHEPREFIX": str(self.folder / "compiled")}
        return {"QT_QPA_PLATFORM": "offscreen", **kept, **folders, **compiled}

    def run(self, child: str, *arguments: str) -> dict[str, Any]:
        """Run a child and give what it says; `began` is when it was started.

        The children read the same clock, which counts from when the computer was started.
        """
        with TemporaryDirectory(dir=self.folder) as own:
            began = time.perf_counter()
            done = subprocess.run(
                _command(child, arguments),
                env=self.surroundings(Path(own)),
                cwd=own,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                check=False,
            )
        if done.returncode:
            raise ChildProcessError(f"{child} ended with {done.returncode}: {done.stderr}")
        said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return {"began": began, **said}

    @contextmanager
    def keeping(self, child: str, *arguments: str) -> Iterator[Kept]:
        """Start a child that stays until this ends."""
        with TemporaryDirectory(dir=self.folder) as own:
            began = time.perf_counter()
            with subprocess.Popen(
                _command(child, arguments),
                env=self.surroundings(Path(own)),
                cwd=own,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            ) as process:
                yield Kept(process, began)


def _command(child: str, arguments: Sequence[str]) -> list[str]:
    return [sys.executable, str(CHILDREN / f"{child}.py"), *arguments]


@dataclass(frozen=True, slots=True)
class Kept:
    """A child that stays, and says something for each line that it is sent."""

    process: subprocess.Popen[str]
    began: float

    def ask(self) -> dict[str, Any]:
        """Send it a line and give what it says; `began` is when it was started."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline()
        if not said:
            raise ChildProcessError(f"{self.process.args!r} ended with {self.process.wait()}")
        return {"began": self.began, **json.loads(said)}


@contextmanager
def home() -> Iterator[Home]:
    """Give a folder to measure in that is taken away afterwards."""
    with TemporaryDirectory(prefix="appraiser-bench-") as folder:
        yield Home(Path(folder))
