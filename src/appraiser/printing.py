"""Results and findings on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.results import Results
from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.terms import GateOutcome
from appraiser.domain.written import how_many_points, in_ten, listed, long_date, points, pounds

_SHOWN = (
    (GateOutcome.BARS, "barred on"),
    (GateOutcome.UNKNOWN, "not answered on"),
    (GateOutcome.WARNS, "warned on"),
)


def print_results(appraisal: Appraisal, results: Results) -> None:
    """Print a page of results."""
    console = Console(highlight=False)
    _say(console, appraisal.trust.name or "Unnamed trust", "bold")
    _say(console, appraisal.question.text)
    if appraisal.question.rules_date is not None:
        _say(console, f"Law as it stood on {long_date(appraisal.question.rules_date)}.")
    if results.illustrative:
        _say(console, "Some figures are illustrative or made up; see the sources.", "italic")
    console.print()
    _print_readiness(console, results)
    if results.stale_weights:
        _say(console, "Something has changed since the weights were sealed.", "bold yellow")
    if appraisal.seal is None:
        _say(console, "The criteria and weights are not sealed.", "bold yellow")
    _print_verdict(console, appraisal, results)
    _print_options(console, appraisal, results)
    _print_weights(console, appraisal, results)
    _print_costs(console, appraisal, results)
    _print_support(console, results)
    for sentence in results.not_covered:
        _say(console, f"Not covered yet: {sentence}", "dim")


def print_findings(findings: Sequence[Finding]) -> None:
    """Print findings, the stage and how much each matters in front."""
    console = Console(highlight=False)
    if not findings:
        _say(console, "Nothing is missing or wrong.")
        return
    table = Table(box=None, show_header=False, pad_edge=False)
    for each in findings:
        style = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}.get(each.severity, "")
        table.add_row(
            Text(each.stage.label), Text(each.severity.label, style=style), Text(each.words)
        )
    console.print(table)
    _say(console, f"{len(findings)} in all.")


@contextmanager
def progress_bar(words: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show progress on a terminal, and nothing elsewhere; give what moves it on."""
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task(words, total=total)
        yield lambda done: progress.update(task, completed=done)


def _print_readiness(console: Console, results: Results) -> None:
    overall = results.readiness.outcome
    if overall is not None:
        _say(console, f"Readiness: {overall.inline}.", "bold")


def _print_verdict(console: Console, appraisal: Appraisal, results: Results) -> None:
    verdict = results.verdict
    if verdict.kind is VerdictKind.NOT_YET:
        _say(console, " ".join(("There is no verdict yet.", *verdict.reasons)), "bold")
        return
    names = listed([called(appraisal.option(each)) for each in verdict.leaders])
    limits = (verdict.thresholds.clear_lead, verdict.thresholds.narrow_lead)
    lead = f", ahead by {how_many_points(verdict.lead, limits)}" if verdict.lead else ""
    _say(console, f"{verdict.kind.label}: {names}{lead}.", "bold")


def _print_options(console: Console, appraisal: Appraisal, results: Results) -> None:
    table = _table("Option", ("Total", "Rank with gates", "Without gates", "Comes first in"))
    table.add_column("Gates")
    for each in results.ranked:
        table.add_row(*(Text(cell) for cell in _option_row(appraisal, each)))
    console.print(table)


def _option_row(appraisal: Appraisal, result: OptionResult) -> tuple[str, ...]:
    total = "none" if result.total is None else points(result.total)
    first = "not counted" if result.first_rank is None else in_ten(result.first_rank)
    found = ((words, _gates(result, outcome)) for outcome, words in _SHOWN)
    gates = "; ".join(f"{words} {names}" for words, names in found if names)
    return (
        called(appraisal.option(result.option)),
        total,
        "barred" if result.barred else str(result.open_rank or ""),
        str(result.rank or ""),
        first,
        gates or "all pass",
    )


def _gates(result: OptionResult, outcome: GateOutcome) -> str:
    return listed([str(gate.gate) for gate in result.gates if gate.outcome is outcome])


def _print_weights(console: Console, appraisal: Appraisal, results: Results) -> None:
    if results.weights is None:
        return
    names = {each.id: called(each) for each in appraisal.criteria}
    table = _table("Criterion", ("Weight", "The leader changes"))
    for weight in results.weights.leaves:
        flips = [
            f"{'above' if each.upwards else 'below'} {each.critical:.0%}"
            for each in results.critical_weights
            if each.criterion == weight.criterion
        ]
        name = Text(names[weight.criterion])
        table.add_row(name, f"{weight.cumulative:.0%}", ", ".join(flips) or "no weight")
    console.print(table)


def _print_costs(console: Console, appraisal: Appraisal, results: Results) -> None:
    table = _table("Cost, undiscounted", ("Once", "Every year", "VAT and tax a year"))
    for each in results.ranked:
        costs = each.costs
        amounts = (costs.one_off, costs.yearly, costs.lost_vat_and_tax)
        shown = ("not given" if pence is None else pounds(pence) for pence in amounts)
        table.add_row(Text(called(appraisal.option(each.option))), *shown)
    console.print(table)


def _print_support(console: Console, results: Results) -> None:
    support = results.support
    cap = "no cap" if support.cap is None else f"{pounds(support.cap)}"
    _say(console, f"Support: {pounds(support.used)} of {cap}.")
    if support.over_cap:
        _say(console, f"The plan is {pounds(support.over_cap)} over the cap.", "bold red")


def _table(first: str, numbers: tuple[str, ...]) -> Table:
    """Make a table whose first column names the row and whose numbers stand to the right."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(first)
    for heading in numbers:
        table.add_column(heading, justify="right")
    return table


def _say(console: Console, words: str, style: str = "") -> None:
    console.print(Text(words, style=style))
