"""What holds for the project as a whole: sizes, licences, pinned versions, how it is set up."""

import ast
import re
import sys
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "appraiser"
MODULES = sorted(PACKAGE.rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40


def installed(requirements: list[str]) -> dict[str, Distribution]:
    """Every distribution these requirements bring on this machine, by canonical name."""
    found: dict[str, Distribution] = {}
    waiting = [(Requirement(text), "") for text in requirements]
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        needs = [Requirement(text) for text in distribution(name).requires or []]
        waiting += [(need, wanted) for need in needs for wanted in requirement.extras]
        if name not in found:
            found[name] = distribution(name)
            waiting += [(need, "") for need in needs]
    return found


RUNTIME = installed(PROJECT["dependencies"])
EVERYTHING = RUNTIME | installed(PROJECT["optional-dependencies"]["dev"])


def licence(part: Distribution) -> str:
    named = part.metadata.get("License-Expression") or part.metadata.get("License")
    classifiers = part.metadata.get_all("Classifier") or []
    return named or "; ".join(text for text in classifiers if text.startswith("License ::"))


def needs_gpl(text: str) -> bool:
    """Whether every alternative the licence offers is the GPL or AGPL."""
    gpl = re.compile(r"\bA?GPL|GNU (Affero )?General Public", re.IGNORECASE)
    return all(gpl.search(alternative) for alternative in re.split(r"\bOR\b", text))


def imports(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def docstring(module: Path) -> str | None:
    return ast.get_docstring(ast.parse(module.read_text("utf-8"))) if module.is_file() else None


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_module_is_too_long():
    lengths = {relative(module): len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert {name for name, length in lengths.items() if length > LONGEST_MODULE} == set()


def test_every_package_says_what_it_is():
    folders = {module.parent for module in MODULES}
    silent = {relative(folder) for folder in folders if not docstring(folder / "__init__.py")}
    assert silent == set()


def test_set_up_needs_the_standard_library_only():
    assert imports(ROOT / "dev.py") <= sys.stdlib_module_names | {"__future__"}


def test_the_licence_is_mit():
    assert PROJECT["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later OR GPL-2.0-only", True),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", True),
        ("LGPL-3.0-only OR GPL-2.0-only", False),
        ("GNU Lesser General Public License v3", False),
        ("MIT", False),
    ],
)
def test_a_gpl_licence_is_known_when_seen(text, expected):
    assert needs_gpl(text) is expected


def test_every_part_has_a_licence_other_than_the_gpl():
    licences = {name: licence(part) for name, part in RUNTIME.items()}
    assert {name: text for name, text in licences.items() if not text or needs_gpl(text)} == {}


def test_every_part_is_in_the_notices():
    page = (ROOT / "THIRD_PARTY_NOTICES.md").read_text("utf-8")
    rows = re.findall(r"^\| ([\w.-]+)[^|]*\| ([\d.]+) \|", page, re.MULTILINE)
    listed = {canonicalize_name(name): version for name, version in rows}
    assert {name: part.version for name, part in RUNTIME.items()}.items() <= listed.items()


def test_every_part_is_pinned_to_what_is_installed():
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line.split("==") for line in lines if not line.startswith("#")]
    pinned = {canonicalize_name(name): version for name, version in pins}
    assert {name: part.version for name, part in EVERYTHING.items()}.items() <= pinned.items()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_function_is_longer_than_forty_lines(path):
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, functions) and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []
