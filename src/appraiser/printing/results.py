"""A page of results on a terminal, to be read from the answer down to what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.results import Results
from appraiser.analysis.verdict import Thresholds, VerdictKind
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId
from appraiser.domain.naming import Names
from appraiser.domain.term import in_sentence
from appraiser.domain.terms import GateOutcome
from appraiser.domain.written import (
    counted,
    listed,
    long_date,
    points,
    pounds,
    whole_percent,
)
from appraiser.printing.how_sure import print_how_sure
from appraiser.printing.money import print_money
from appraiser.printing.page import Page
from appraiser.printing.what_changes import print_what_changes
from appraiser.printing.who_agrees import print_who_agrees

_SHOWN = (
    (GateOutcome.BARS, "barred on"),
    (GateOutcome.UNKNOWN, "not answered on"),
    (GateOutcome.WARNS, "warned on"),
)


def print_results(appraisal: Appraisal, results: Results) -> None:
    """Print a page of results."""
    page, names = Page(), Names(appraisal)
    _head(page, appraisal, results)
    _verdict(page, names, results)
    bars = results.verdict.thresholds
    page.table(
        "Option",
        ("Total", "Rank with gates", "Without gates", "Comes first in"),
        (_option_row(names, each, bars) for each in results.ranked),
        "Gates",
    )
    if any(each.missing for each in results.options):
        page.say(f"When a score is missing: {results.missing.inline}.")
    without = [each.option for each in results.options if each.total is None and not each.barred]
    if without and results.robustness is not None:
        page.say(f"Without a total, and so not ranked: {names.few(without)}.")
    _weights(page, names, results)
    print_what_changes(page, names, results)
    print_how_sure(page, names, results)
    print_who_agrees(page, names, results)
    print_money(page, names, results)
    _support(page, results)


def _head(page: Page, appraisal: Appraisal, results: Results) -> None:
    page.say(appraisal.trust.name or "Unnamed trust", "bold")
    if appraisal.question.text:
        page.say(appraisal.question.text)
    if appraisal.question.rules_date is not None:
        page.say(f"Law as it stood on {long_date(appraisal.question.rules_date)}.")
    if results.illustrative:
        page.say("Some figures are illustrative or made up; see the sources.", "italic")
    page.console.print()
    if results.readiness.outcome is not None:
        page.say(f"Readiness: {results.readiness.outcome.inline}.", "bold")
    if results.stale_weights:
        page.say("Something has changed since the weights were sealed.", "bold yellow")
    if appraisal.seal is None:
        page.say("The criteria and weights are not sealed.", "bold yellow")


def _verdict(page: Page, names: Names, results: Results) -> None:
    verdict = results.verdict
    if verdict.kind is VerdictKind.NOT_YET:
        page.say(" ".join(("There is no verdict yet.", *verdict.reasons)), "bold")
        return
    said = f"{verdict.kind.label}: {names.options(verdict.leaders)}"
    if verdict.leader is None:
        said += " share the highest total"
    elif verdict.lead is not None:
        said += f", ahead by {verdict.thresholds.how_far(verdict.lead)}"
    page.say(f"{said}.", "bold")


def _option_row(names: Names, result: OptionResult, bars: Thresholds) -> tuple[str, ...]:
    found = ((words, _gates(result, outcome)) for outcome, words in _SHOWN)
    gates = "; ".join(f"{words} {failed}" for words, failed in found if failed)
    return (
        names.option(result.option),
        _total(result),
        "barred" if result.barred else str(result.open_rank or ""),
        str(result.rank or ""),
        "not counted" if result.first_rank is None else bars.how_often(result.first_rank),
        gates or "all pass",
    )


def _total(result: OptionResult) -> str:
    """Give the total, or what it could be, and how many scores it lacks."""
    lacking = f" ({counted(len(result.missing), 'score')} missing)" if result.missing else ""
    if result.total is not None:
        return f"{points(result.total)}{lacking}"
    if result.lowest is not None and result.highest is not None:
        return f"{points(result.lowest)} to {points(result.highest)}{lacking}"
    return f"none{lacking}"


def _gates(result: OptionResult, outcome: GateOutcome) -> str:
    return listed([str(gate.gate) for gate in result.gates if gate.outcome is outcome])


def _weights(page: Page, names: Names, results: Results) -> None:
    if results.weights is None:
        return
    known = results.sensitivity is not None and results.verdict.leader is not None
    page.say(f"How the weights come about: {in_sentence(results.weights.technique)}.")
    page.table(
        "Criterion",
        ("Weight", *["Another option leads"] * known),
        (
            (
                names.criterion(each.criterion),
                whole_percent(each.cumulative),
                *[", ".join(_flips(results, each.criterion)) or "at no weight"] * known,
            )
            for each in results.weights.criteria
        ),
    )


def _flips(results: Results, criterion: CriterionId) -> Iterator[str]:
    found = results.sensitivity
    for each in (*found.critical_weights, *found.branch_critical_weights) if found else ():
        if each.criterion == criterion:
            yield f"{'above' if each.upwards else 'below'} {whole_percent(each.critical)}"


def _support(page: Page, results: Results) -> None:
    support = results.support
    page.heading("Expert support")
    cap = "; the programme sets no cap" if support.cap is None else f" of {pounds(support.cap)}"
    page.say(f"Support: {pounds(support.used)}{cap}.")
    if support.over_cap:
        page.say(f"The plan is {pounds(support.over_cap)} over the cap.", "bold red")
