import os
import subprocess
import sys
from pathlib import Path

import dev
import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def own_stamp(monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "STAMP", tmp_path / "installed.txt")


@pytest.fixture
def steps(monkeypatch):
    """Record the steps instead of taking them."""
    taken = []
    monkeypatch.setattr(dev, "step", lambda name, *command, **_: taken.append((name, command)))
    return taken


def names(steps):
    return [name for name, _ in steps]


def test_an_unknown_command_is_wrong_usage(capsys):
    assert dev.main(["tset"]) == 2
    assert capsys.readouterr().err.startswith("There is no command 'tset'.")


def test_a_failed_step_is_named_and_its_code_kept(monkeypatch, capfd):
    monkeypatch.setitem(
        dev.COMMANDS, "run", lambda _: dev.step("It", sys.executable, "-c", "exit(7)")
    )
    assert dev.main(["run"]) == 7
    assert capfd.readouterr().err == "It failed with exit code 7.\n"


def test_a_program_that_is_not_there_is_named(monkeypatch, capfd):
    monkeypatch.setitem(dev.COMMANDS, "run", lambda _: dev.step("It", "./not-there"))
    assert dev.main(["run"]) == 1
    assert capfd.readouterr().err.startswith("It could not be started: ")


def test_installs_once_and_again_when_what_is_asked_for_changes(steps, monkeypatch):
    dev.prepare()
    assert names(steps) == ["Making .venv", "Installing the build tool", "Installing Appraiser"]
    dev.prepare()
    assert len(steps) == 3
    monkeypatch.setattr(dev, "fingerprint", lambda extra="": f"other{extra}")
    dev.prepare()
    assert len(steps) == 6


def test_what_testing_needs_includes_what_running_needs(steps):
    dev.prepare(extra="dev")
    dev.prepare()
    assert len(steps) == 3
    assert str(steps[-1][1][-1]).endswith("[dev]")


def test_what_measuring_needs_includes_what_testing_needs(steps):
    dev.prepare(extra="bench")
    dev.prepare(extra="dev")
    dev.prepare()
    assert len(steps) == 3
    assert str(steps[-1][1][-1]).endswith("[bench]")


def test_running_does_not_install_what_testing_needs(steps):
    dev.prepare()
    dev.prepare(extra="dev")
    targets = [str(command[-1]) for name, command in steps if name == "Installing Appraiser"]
    assert targets == [str(ROOT), f"{ROOT}[dev]"]


@pytest.fixture
def bare_linux(monkeypatch):
    monkeypatch.setattr(dev, "is_ready", lambda extra: True)
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "may_install", lambda: ["env"])


def test_a_machine_that_lacks_nothing_is_left_alone(steps, bare_linux, monkeypatch):
    monkeypatch.setattr(dev, "loads", lambda library: True)
    dev.prepare(libraries=dev.FOR_QT | dev.FOR_X11)
    assert steps == []


def test_only_what_is_missing_is_installed(steps, bare_linux):
    dev.prepare(libraries=dev.FOR_QT)
    assert steps[-1][1] == ("env", "apt-get", "install", "-y", "--no-install-recommends", "libegl1")


def test_who_may_not_install_is_told_the_line_to_type(steps, bare_linux, monkeypatch):
    monkeypatch.setattr(dev, "may_install", lambda: None)
    with pytest.raises(
        dev.Stopped, match="sudo apt-get install -y --no-install-recommends libegl1"
    ):
        dev.prepare(libraries=dev.FOR_QT)
    assert steps == []


def test_another_system_is_told_what_is_missing(steps, bare_linux, monkeypatch):
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    with pytest.raises(dev.Stopped, match=r"This machine lacks libEGL\.so\.1\."):
        dev.prepare(libraries=dev.FOR_QT)


def test_a_missing_venv_and_libraries_are_installed_together(steps, bare_linux, monkeypatch):
    monkeypatch.setattr(dev, "is_ready", lambda extra: False)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    dev.prepare(libraries=dev.FOR_QT)
    packages = f"libegl1 python3.{sys.version_info.minor}-venv"
    assert " ".join(steps[1][1]).endswith(packages)
    assert names(steps)[2] == "Making .venv"


@pytest.fixture
def no_screen(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@pytest.mark.parametrize(
    ("variable", "library"), [("DISPLAY", "libxcb"), ("WAYLAND_DISPLAY", "libwayland")]
)
def test_a_screen_needs_its_own_libraries(
    steps, bare_linux, no_screen, monkeypatch, variable, library
):
    monkeypatch.setenv(variable, ":0")
    monkeypatch.setattr(dev, "loads", lambda name: not name.startswith(library))
    assert dev.main(["run"]) == 0
    assert library in steps[1][1][-1]


def test_on_a_screen_the_sample_is_opened(steps, bare_linux, no_screen, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.main(["run"]) == 0
    assert steps[-1][1][1:] == ("-m", "appraiser", str(dev.SAMPLE))


def test_without_a_screen_the_sample_becomes_a_paper(
    steps, bare_linux, no_screen, monkeypatch, capsys
):
    monkeypatch.setattr(dev, "WINDOWS", False)
    assert dev.main(["run"]) == 0
    assert [command[3] for _, command in steps] == ["import", "results", "export"]
    assert "There is no screen here" in capsys.readouterr().out


@pytest.fixture
def office(monkeypatch, tmp_path):
    """A folder where LibreOffice stands without its parts."""
    program = tmp_path / "soffice"
    program.touch()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "is_ready", lambda extra: True)
    monkeypatch.setattr(dev, "loads", lambda library: True)
    monkeypatch.setattr(dev, "may_install", lambda: ["env"])
    monkeypatch.setattr(dev.shutil, "which", lambda name: str(program))
    return tmp_path


def test_the_office_tests_get_the_parts_of_libreoffice_that_are_missing(steps, office):
    (office / "libswlo.so").touch()
    assert dev.main(["office", "-k", "csv"]) == 0
    assert names(steps)[1:] == ["Installing system packages", "The office tests"]
    assert steps[1][1][-1] == "libreoffice-calc-nogui"
    assert steps[2][1][-3:] == ("tests/office", "-k", "csv")


def test_where_libreoffice_is_there_nothing_is_installed_for_it(steps, office):
    for part in dev.FOR_OFFICE:
        (office / part).touch()
    assert dev.main(["office"]) == 0
    assert names(steps) == ["The office tests"]


def test_without_a_way_to_install_libreoffice_is_named(steps, office, monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    assert dev.main(["office"]) == 1
    assert "This machine lacks LibreOffice." in capsys.readouterr().err
    assert steps == []


def test_the_other_tests_collect_none_of_the_office_tests():
    asked = [sys.executable, "-m", "pytest", "--collect-only", "-q", "tests/office"]
    env = {name: value for name, value in os.environ.items() if name != dev.OFFICE}
    found = subprocess.run(asked, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert "no tests collected" in found.stdout
