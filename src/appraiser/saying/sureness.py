"""How sure the ranking is, as rows of words."""

from __future__ import annotations

from appraiser.analysis.results import Results
from appraiser.analysis.robustness.outcome import Standing
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.naming import Names
from appraiser.domain.written import in_hundred, in_ten, listed, whole_percent
from appraiser.figures.first_ranks import most_often
from appraiser.saying.of_results import counted_over

Row = tuple[str, ...]

_NOT_YET = "Nothing is counted until two options have a total and no gate bars them."

_HEAVIEST = 2
"""Criteria of the central weights that are named."""


def drawn(appraisal: Appraisal, results: Results) -> str:
    """Say what the shares are counted over, how exact they are, and whether more is to come."""
    found = results.robustness
    if found is None or found.spread is None:
        wrong = (each.words for each in results.findings if each.code == "robustness")
        return next(wrong, _NOT_YET)
    said = counted_over(found)
    without = [each.option for each in results.options if each.total is None and not each.barred]
    if without:
        said += f" Without a total, and so left out: {Names(appraisal).few(without)}."
    if found.first_tied:
        said += f" First place was shared in {in_hundred(found.first_tied)} of 100."
    if results.examination is None:
        said += " What other weights would say is still being worked out."
    return said


def central_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give the mean of the weights that put each option first, and how sure it then is."""
    if results.robustness is None:
        return []
    names = Names(appraisal)
    by_first = sorted(results.robustness.standings, key=lambda each: -each.first)
    return [
        (
            names.option(each.option),
            _heaviest(names, each),
            "Never first" if each.confidence is None else in_ten(each.confidence),
        )
        for each in by_first
    ]


def other_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give who comes first most often if other weights were meant."""
    if results.examination is None:
        return []
    names = Names(appraisal)
    return [
        (
            each.spread.label,
            names.few(most_often(each)),
            results.verdict.thresholds.how_often(max(each.first.values())),
        )
        for each in results.examination.other_spreads
        if each.spread is not None
    ]


def best_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give how far each option is ahead, or behind, at the weights that do most for it."""
    if results.examination is None:
        return []
    names, found = Names(appraisal), results.examination
    in_order = {each.option: each for each in found.best_weights_in_order}
    return [
        (
            names.option(each.option),
            _margin(each.margin),
            _margin(in_order[each.option].margin),
        )
        for each in sorted(found.best_weights, key=lambda best: -best.margin)
    ]


def _margin(points: float) -> str:
    if f"{abs(points):.1f}" == "0.0":
        return "Level with the best"
    return f"{abs(points):.1f} {'ahead' if points > 0 else 'behind'}"


def _heaviest(names: Names, each: Standing) -> str:
    if each.central_weights is None:
        return ""
    heaviest = sorted(each.central_weights.items(), key=lambda pair: -pair[1])[:_HEAVIEST]
    return listed(
        [f"{names.criterion(criterion)} {whole_percent(weight)}" for criterion, weight in heaviest]
    )
