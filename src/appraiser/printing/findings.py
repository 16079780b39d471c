"""Findings on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from appraiser.domain.findings import Finding, Severity
from appraiser.printing.page import Page

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}


def print_findings(findings: Sequence[Finding]) -> None:
    """Print findings, the stage and how much each matters in front."""
    page = Page()
    if not findings:
        page.say("Nothing is missing or wrong.")
        return
    table = Table(box=None, show_header=False, pad_edge=False)
    for each in findings:
        severity = Text(each.severity.label, style=_STYLES.get(each.severity, ""))
        table.add_row(Text(each.stage.label), severity, Text(each.words))
    page.console.print(table)
    page.say(f"{len(findings)} in all.")
