"""The window is painted before anything slow is loaded: only Qt and the standard library are."""

import json
import subprocess
import sys
import textwrap

import pytest

SCRIPT = textwrap.dedent(
    """
    import json, sys
    from pathlib import Path
    from appraiser.desktop import app
    from appraiser.desktop.program import Program

    seen = {}

    class Watched(Program):
        def start(self):
            self.window.painted.connect(self.note)
            self.ready.connect(self.end)
            super().start()

        def note(self):
            seen["painted"] = sorted(sys.modules)
            page = self.window.start
            seen["texts"] = [page.new_button.text(), *map(str, page.files)]

        def end(self):
            seen["ready"] = sorted(sys.modules)
            self.window.close()

    import appraiser.desktop.program
    appraiser.desktop.program.Program = Watched
    code = app.run()
    json.dump(seen, open(sys.argv[1], "w"))
    sys.exit(code)
    """
)


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Start the program with a recent file; give what was loaded when painted and when ready."""
    home = tmp_path_factory.mktemp("home")
    settings = home / "Appraiser"
    settings.mkdir()
    recent = [{"path": str(home / "gone.appraisal"), "title": "Fenmarsh"}]
    (settings / "recent.json").write_text(json.dumps(recent))
    surroundings = {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "HOME": str(home)}
    command = [sys.executable, "-c", SCRIPT, str(home / "seen.json")]
    done = subprocess.run(
        command,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "", **surroundings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads((home / "seen.json").read_text())


ENGINE = (
    *("domain", "catalogue", "analysis", "figures"),
    *("store", "exchange", "paper", "session"),
)


def top(name: str) -> str:
    return name.partition(".")[0]


def test_only_qt_and_the_standard_library_are_loaded_when_it_is_painted(seen):
    known = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "appraiser"}
    known |= set(sys.stdlib_module_names) | {"sitecustomize"}  # some systems start with that
    others = {top(name) for name in seen["painted"]} - known
    at_start = {name for name in others if not name.startswith("_")}
    assert at_start == set()


def test_nothing_of_the_engine_is_loaded_when_it_is_painted(seen):
    engine = tuple(f"appraiser.{package}" for package in ENGINE)
    assert [name for name in seen["painted"] if name.startswith(engine)] == []


def test_the_start_page_is_what_is_painted(seen):
    new, file = seen["texts"]
    assert new == "&New appraisal"
    assert file.endswith("gone.appraisal")


def test_the_engine_is_loaded_once_the_program_is_ready(seen):
    assert {"sqlalchemy", "numpy", "appraiser.domain.appraisal"} <= set(seen["ready"])
