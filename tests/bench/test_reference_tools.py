"""What is said of the reference tools where they are, and where they are not."""

import json
import sys
from dataclasses import asdict
from math import inf

import pytest
from tests.bench import reference_tools
from tests.bench.measuring import Measured, NotMeasured
from tests.bench.reference_tools import OURS, Answer, Tool, against, measure, parsed

PRINTED = """{"seconds": 1}
{"seconds": 2.5, "least": 0.5, "ranks": [[0.75, 0.25], [0.25, 0.75]], \
"central": [[0.5, 0.5], [0.2, 0.8]], "version": "peer 1.0"}"""
ANSWER = Answer([[0.75, 0.25], [0.25, 0.75]], [[0.5, 0.5], [0.2, 0.8]])


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A machine with no reference tool on it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(reference_tools.JSMAA_FOLDER, raising=False)


def saying(tmp_path, program, name="Peer"):
    child = tmp_path / f"{name}.py"
    child.write_text(program, "utf-8")
    return Tool(name, (sys.executable, str(child)), 2**10, (inf, 0.0), "in a hurry")


def printing(tmp_path, answer, name="ours"):
    said = {**asdict(answer), "seconds": 0.25, "least": 0.25, "version": "ours"}
    return saying(tmp_path, f"print({json.dumps(said)!r})", name)


def test_nothing_is_measured_where_no_tool_is_installed(bare):
    lines = measure(1)
    assert [line.what for line in lines] == ["exact scores / R smaa", "exact scores / JSMAA"]
    assert all(isinstance(line, NotMeasured) and line.goal == "G3" for line in lines)
    assert not any(line.is_missed for line in lines)


def test_jsmaa_is_not_measured_where_java_is_not_installed(bare, monkeypatch, tmp_path):
    monkeypatch.setenv(reference_tools.JSMAA_FOLDER, str(tmp_path))
    assert measure(1)[1] == NotMeasured("G3", "exact scores / JSMAA", "Java is not installed")


def test_a_tool_that_fails_is_not_measured_and_what_it_says_is_kept(tmp_path):
    tool = saying(tmp_path, "import sys; sys.exit('there is no package called smaa')")
    (line,) = against(tool, printing(tmp_path, ANSWER), tmp_path / "scores.txt", 1)
    assert line == NotMeasured(
        "G3", "exact scores / Peer", "Peer ends with 1: there is no package called smaa"
    )


def test_a_tool_that_says_something_else_is_not_measured(tmp_path):
    tool = saying(tmp_path, "print('Usage:')")
    (line,) = against(tool, printing(tmp_path, ANSWER), tmp_path / "scores.txt", 1)
    assert isinstance(line, NotMeasured)


def test_that_ours_fails_is_an_error_and_not_a_missing_tool(tmp_path):
    ours, tool = saying(tmp_path, "1 / 0", "ours"), saying(tmp_path, f"print({PRINTED!r})")
    with pytest.raises(ChildProcessError, match="ours ends with 1"):
        against(tool, ours, tmp_path / "scores.txt", 1)


def test_what_a_child_prints_last_is_read():
    said = parsed(PRINTED)
    assert said.answer == ANSWER
    assert (said.seconds, said.least, said.version) == (2.5, 0.5, "peer 1.0")


def test_an_answer_becomes_a_line_with_times_for_a_million_draws(tmp_path):
    tool, ours = saying(tmp_path, f"print({PRINTED!r})"), printing(tmp_path, ANSWER)
    usual, least, apart = against(tool, ours, tmp_path / "scores.txt", 1)
    assert all(isinstance(line, Measured) for line in (usual, least, apart))
    assert usual.what == "exact scores / Peer"
    assert usual.detail == "256000 ms / 2560000 ms, from 1,024 draws; peer 1.0"
    assert (usual.value, least.value) == (0.1, 0.5)
    assert (usual.promise, least.promise) == (inf, None)
    assert (apart.value, apart.is_missed) == (0, False)


def test_answers_that_lie_apart_miss_the_promise(tmp_path):
    ours = printing(tmp_path, Answer([[0.7, 0.3], [0.3, 0.7]], ANSWER.central))
    tool = saying(tmp_path, f"print({PRINTED!r})")
    *_, apart = against(tool, ours, tmp_path / "scores.txt", 1)
    assert apart.value == pytest.approx(0.05)
    assert apart.is_missed


def test_our_own_child_says_what_we_find(tmp_path):
    table = tmp_path / "scores.txt"
    table.write_text("100 0\n0 100\n0 0\n", "utf-8")
    answer = OURS.run(table, 2**12).answer
    ranks = [[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]]
    assert answer.central[2] == [None, None]
    assert answer.apart(Answer(ranks, [[0.75, 0.25], [0.25, 0.75], [None, None]])) < 0.02


def test_weights_of_an_option_that_was_never_first_are_the_same_as_any():
    never = Answer([[0.0, 1.0]], [[None, None]])
    assert never.apart(Answer([[0.0, 1.0]], [[0.5, 0.5]])) == 0
