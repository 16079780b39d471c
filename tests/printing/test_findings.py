"""Findings are printed with their stage and how much each matters, or said to be none."""

from tests.made_up import led

from appraiser.domain.findings import Finding, Severity
from appraiser.domain.terms import Stage
from appraiser.printing.findings import print_findings


def test_each_finding_has_its_stage_and_its_weight(capsys):
    found = [
        Finding("a", Severity.ERROR, Stage.TRUST, "Wrong [here]."),
        Finding("b", Severity.WARNING, Stage.PAPER, "Look."),
    ]
    print_findings(found)
    first, second, last = capsys.readouterr().out.splitlines()
    assert first.split("  ")[0] == Stage.TRUST.label
    assert first.rstrip().endswith("Wrong [here].")
    assert Severity.WARNING.label in second
    assert last == "2 in all."


def test_none_are_said_to_be_none(capsys):
    print_findings([])
    assert capsys.readouterr().out == "Nothing is missing or wrong.\n"


def test_the_command_prints_them(printed):
    assert " in all." in printed(led(), command="check")
