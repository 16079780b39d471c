"""The ranking in words and in a table: what it shows, for those who do not see it."""

from __future__ import annotations

from decimal import Decimal

from appraiser.analysis.option_results import Contribution, OptionResult
from appraiser.analysis.results import Results
from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.criteria_tree import leaves
from appraiser.domain.ids import OptionId
from appraiser.domain.term import in_sentence
from appraiser.domain.terms import GateOutcome, MissingScores
from appraiser.domain.written import counted, listed, percent, points, rounded
from appraiser.figures.geometry import Table
from appraiser.figures.series import series_name

NOTHING = "No options are on the shortlist yet."


def option_name(appraisal: Appraisal, option: OptionId) -> str:
    """Give what an option is called in a figure."""
    return called(appraisal.option(option)) or "Unnamed option"


def notes(result: OptionResult, results: Results) -> tuple[str, ...]:
    """Give what must be said beside a total, or in place of one."""
    if results.weights is None:
        return ("no total: the weights are missing",)
    lacking = counted(len(result.missing), "score") + " missing"
    if result.total is not None:
        share = percent(round(100 * result.scored_weight))
        return (f"on {share} of the weight, {lacking}",) if result.scored_weight < _WHOLE else ()
    if results.missing is MissingScores.BOUNDS:
        return (f"{_range(result)}: {lacking}",)
    return (f"no total: {lacking}",)


_WHOLE = 1 - 1e-9


def _range(result: OptionResult) -> str:
    return f"{points(result.lowest or 0.0)} to {points(result.highest or 0.0)}"


def barred_because(result: OptionResult) -> str:
    """Say in a few words why an option is barred; nothing where it is not."""
    titles = [in_sentence(reason.title) for gate in result.barring for reason in gate.deciding]
    if not titles:
        return ""
    more = f" and {len(titles) - 1} more" if len(titles) > 1 else ""
    return f"barred: {titles[0]}{more}"


def ranking_alt(results: Results, appraisal: Appraisal) -> str:
    """State what the ranking shows."""
    if not results.options:
        return NOTHING
    barred = [each for each in results.options if each.barred]
    sentences = [_finding(results, appraisal)]
    if barred:
        names = listed([option_name(appraisal, each.option) for each in barred])
        sentences.append(f"Barred by a gate: {names}.")
    return " ".join(sentences)


def _finding(results: Results, appraisal: Appraisal) -> str:
    verdict = results.verdict
    names = listed([option_name(appraisal, each) for each in verdict.leaders])
    have = "has" if verdict.leader is not None else "share"
    found = f"{names} {have} the highest total"
    if verdict.leaders:
        found += f", {points(results.of[verdict.leaders[0]].total or 0.0)} of 100"
    if verdict.kind is VerdictKind.NOT_YET:
        so_far = [f"So far {found}."] if verdict.leaders else []
        return " ".join(["There is no verdict yet.", *verdict.reasons[:1], *so_far])
    if verdict.leader is not None and verdict.runner_up is not None:
        second = option_name(appraisal, verdict.runner_up)
        found += f", {_points(verdict.lead or 0.0)} ahead of {second}"
    return f"{found}: {verdict.kind.inline}."


def _points(lead: float) -> str:
    written = points(lead)
    return f"{written} point" if written == "1" else f"{written} points"


def ranking_table(results: Results, appraisal: Appraisal) -> Table:
    """Give the numbers of the ranking: points by criterion to a tenth, totals whole."""
    criteria = [series_name(leaf) for leaf in leaves(appraisal.criteria)]
    header = ("Option", *criteria, "Total", "Rank", "Rank without gates", "Gates")
    return Table(header, tuple(_row(each, results, appraisal) for each in results.ranked))


def _row(result: OptionResult, results: Results, appraisal: Appraisal) -> tuple[str, ...]:
    total = [points(result.total)] if result.total is not None else []
    return (
        option_name(appraisal, result.option),
        *map(_contribution, result.contributions),
        ", ".join([*total, *notes(result, results)]),
        "barred" if result.barred else _rank(result.open_rank),
        _rank(result.rank),
        barred_because(result) or _gates(result),
    )


def _contribution(part: Contribution) -> str:
    if part.points is None:
        return "score missing" if part.score is None else "none"
    return rounded(Decimal(repr(part.points)), 1)


def _rank(rank: int | None) -> str:
    return "none" if rank is None else str(rank)


def _gates(result: OptionResult) -> str:
    outcomes = {gate.outcome for gate in result.gates}
    for outcome in (GateOutcome.UNKNOWN, GateOutcome.WARNS):
        if outcome in outcomes:
            return outcome.inline
    return GateOutcome.PASSES.inline
