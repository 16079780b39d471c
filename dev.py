"""Set Appraiser up on this machine, then run, test, check or measure it.

    python3 dev.py run                   open the Leicester sample, or write its paper if no screen
    python3 dev.py test [...]            run the tests; what follows goes to pytest
    python3 dev.py check                 lint, format, types and who may import whom
    python3 dev.py coverage              hold the core to every branch tested
    python3 dev.py bench [...]           measure speed against the goals
    python3 dev.py office [...]          open what is exported in an office program and compare
    python3 dev.py screenshots FOLDER    draw every page to a picture in FOLDER

The first command makes .venv and installs the versions in constraints.txt. On Debian and Ubuntu it
also installs the few system libraries that Qt needs, where they are missing, and for the office
command LibreOffice without its windows.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "installed.txt"
OLDEST = (3, 11)

PARALLEL = ("--numprocesses=2", "--dist=worksteal")

EXTRAS = ("", "dev", "bench")
"""What .venv can hold beyond the program itself; each takes in those before it."""

CORE = ("domain", "catalogue", "analysis", "exchange")
"""The packages whose every branch is tested."""

SAMPLE = ROOT / "sample_trusts" / "leicester.json"
PAPER = "board-paper.pdf"

# Library and the Debian package that holds it.
FOR_QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FOR_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# Part of LibreOffice and the Debian package that holds it.
FOR_OFFICE = {
    "libswlo.so": "libreoffice-writer-nogui",
    "libsclo.so": "libreoffice-calc-nogui",
}
OFFICE = "APPRAISER_OFFICE"
"""The variable that tells the office tests which program to start; without it none is collected."""

FOR_WEASYPRINT = {
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
}
"""One of the peers that speed is measured against."""


class Stopped(Exception):
    """A step failed: what to tell the person, and the code to leave with."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def step(
    name: str, *command: str | Path, env: Mapping[str, str] | None = None, quiet: bool = False
) -> None:
    """Run one command; stop, naming the step, when it fails."""
    output = subprocess.DEVNULL if quiet else None
    surroundings = {**os.environ, **(env or {})}
    try:
        code = subprocess.run(command, env=surroundings, stdout=output, check=False).returncode
    except OSError as error:
        raise Stopped(f"{name} could not be started: {error}.") from None
    if code < 0:
        raise Stopped(f"{name} was ended by signal {-code}.", 128 - code)
    if code:
        raise Stopped(f"{name} failed with exit code {code}.", code)


# Setting up


def loads(library: str) -> bool:
    """Whether this machine has a library; only Linux leaves any to the system."""
    if not sys.platform.startswith("linux"):
        return True
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def prepare(*, extra: str = "", libraries: Mapping[str, str] | None = None) -> None:
    """Install what is missing: system packages first, then .venv. Touch nothing that is there."""
    ready = is_ready(extra)
    lacking = {name: package for name, package in (libraries or {}).items() if not loads(name)}
    if not ready and not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        lacking["Python's venv"] = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if lacking:
        install_packages(lacking)
    if not ready:
        make_venv(extra)


def install_packages(lacking: Mapping[str, str]) -> None:
    """Install the Debian packages for what is lacking, or say what to type."""
    if not shutil.which("apt-get"):
        raise Stopped(
            f"This machine lacks {', '.join(lacking)}. Install the packages that hold them, "
            "then type the same command again."
        )
    packages = sorted(set(lacking.values()))
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    as_root = may_install()
    if as_root is None:
        raise Stopped(
            "This machine lacks some system packages. Type this line, then the same command again:"
            f"\n    sudo apt-get update && sudo {' '.join(install)}"
        )
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    step("Reading the list of system packages", *as_root, "apt-get", "update", quiet=True)
    step("Installing system packages", *as_root, *install, quiet=True)


def may_install() -> list[str] | None:
    """What to put before apt-get, or None when this person may not install packages."""
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quietly
    sudo = shutil.which("sudo")
    if not sudo:
        return None
    asked = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return [sudo, "-n", *quietly] if asked.returncode == 0 else None


def is_ready(extra: str) -> bool:
    """Whether .venv holds what pyproject.toml and constraints.txt ask for."""
    stamped = PYTHON.is_file() and STAMP.is_file()
    return stamped and fingerprint(extra) in STAMP.read_text("utf-8").split()


def fingerprint(extra: str = "") -> str:
    """One word for all that decides what .venv holds."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    parts = [extra, project["project"], project["build-system"], sys.version, str(ROOT)]
    words = repr(parts) + (ROOT / "constraints.txt").read_text("utf-8")
    return hashlib.sha256(words.encode()).hexdigest()


def make_venv(extra: str) -> None:
    step("Making .venv", sys.executable, "-m", "venv", VENV)
    print("Installing what Appraiser needs; the first time takes a minute or two.", flush=True)
    pip = (PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check")
    pinned = ("-c", ROOT / "constraints.txt")
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    step("Installing the build tool", *pip, *pinned, "hatchling")
    step("Installing Appraiser", *pip, *pinned, "--no-build-isolation", "-e", target)
    held = EXTRAS[: EXTRAS.index(extra) + 1]
    STAMP.write_text("".join(f"{fingerprint(each)}\n" for each in held), "utf-8")


# Commands

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def prepare_offscreen() -> None:
    prepare(extra="dev", libraries=FOR_QT)


def run(arguments: list[str]) -> None:
    if has_screen():
        on_screen = FOR_X11 if os.environ.get("DISPLAY") else FOR_WAYLAND
        prepare(libraries=FOR_QT | on_screen)
        step("Appraiser", PYTHON, "-m", "appraiser", *(arguments or [str(SAMPLE)]))
    else:
        prepare()
        run_without_a_screen()


def has_screen() -> bool:
    on_unix = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return WINDOWS or sys.platform == "darwin" or bool(on_unix)


def run_without_a_screen() -> None:
    paper = Path.cwd() / PAPER
    appraiser = (PYTHON, "-m", "appraiser")
    with tempfile.TemporaryDirectory(prefix="appraiser-") as folder:
        appraisal = Path(folder) / "leicester.appraisal"
        print("There is no screen here, so Appraiser runs on the command line.", flush=True)
        print("It builds an appraisal from the Leicester sample.", flush=True)
        step("Building the appraisal", *appraiser, "import", SAMPLE, appraisal)
        print("These are its results.", flush=True)
        step("Working out the results", *appraiser, "results", appraisal)
        print("It writes the board paper.", flush=True)
        step("Writing the board paper", *appraiser, "export", appraisal, paper)
    print(f"The board paper is {PAPER} in the folder you are in.")


def test(arguments: list[str]) -> None:
    prepare_offscreen()
    os.chdir(ROOT)
    step("The tests", PYTHON, "-m", "pytest", *PARALLEL, *arguments, env=OFFSCREEN)


def check(_: list[str]) -> None:
    prepare(extra="dev")
    os.chdir(ROOT)
    step("ruff check", PYTHON, "-m", "ruff", "check")
    step("ruff format", PYTHON, "-m", "ruff", "format", "--check")
    step("mypy", PYTHON, "-m", "mypy")
    lint_imports = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    step("lint-imports", PYTHON, "-c", lint_imports, "--no-logo")


def coverage(_: list[str]) -> None:
    prepare_offscreen()
    os.chdir(ROOT)
    wanted = [option for each in CORE for option in (f"tests/{each}", f"--cov=appraiser.{each}")]
    options = ("--cov-branch", "--cov-fail-under=100", *PARALLEL)
    step("The coverage", PYTHON, "-m", "pytest", *wanted, *options, env=OFFSCREEN)


def bench(arguments: list[str]) -> None:
    prepare(extra="bench", libraries=FOR_QT | FOR_WEASYPRINT)
    step("The measurements", PYTHON, ROOT / "tests/bench/run.py", *arguments, env=OFFSCREEN)


def office(arguments: list[str]) -> None:
    prepare_offscreen()
    lacking = lacking_of_office()
    if lacking:
        install_packages(lacking)
    program = shutil.which("soffice")
    if not program:
        raise Stopped("LibreOffice is installed, but there is no soffice to start.")
    os.chdir(ROOT)
    surroundings = {**OFFSCREEN, OFFICE: program}
    step("The office tests", PYTHON, "-m", "pytest", "tests/office", *arguments, env=surroundings)


def lacking_of_office() -> dict[str, str]:
    """What of LibreOffice this machine lacks; only Linux leaves out its parts one by one."""
    program = shutil.which("soffice")
    if not sys.platform.startswith("linux"):
        return {} if program else {"LibreOffice": "libreoffice"}
    folder = Path(program).resolve().parent if program else None
    return {
        f"LibreOffice's {part}": package
        for part, package in FOR_OFFICE.items()
        if folder is None or not (folder / part).is_file()
    }


def screenshots(arguments: list[str]) -> None:
    if len(arguments) != 1:
        raise Stopped("Name one folder for the pictures: python3 dev.py screenshots FOLDER", 2)
    prepare_offscreen()
    step("The pictures", PYTHON, ROOT / "tests/screenshots.py", *arguments, env=OFFSCREEN)


COMMANDS: dict[str, Callable[[list[str]], None]] = {
    "run": run,
    "test": test,
    "check": check,
    "coverage": coverage,
    "bench": bench,
    "office": office,
    "screenshots": screenshots,
}


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        print("Appraiser needs Python 3.11 or later.", file=sys.stderr)
        return 1
    name, *rest = arguments or ["--help"]
    if name in {"-h", "--help"}:
        print(__doc__)
        return 0
    if name not in COMMANDS:
        print(f"There is no command {name!r}.\n\n{__doc__}", file=sys.stderr)
        return 2
    try:
        COMMANDS[name](rest)
    except Stopped as stopped:
        print(stopped, file=sys.stderr)
        return stopped.code
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
