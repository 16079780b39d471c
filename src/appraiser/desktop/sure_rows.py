"""How sure the ranking is, as rows of words."""

from __future__ import annotations

from appraiser.analysis.results import Results
from appraiser.analysis.robustness.outcome import Standing
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.naming import Names
from appraiser.domain.written import in_ten, listed

Row = tuple[str, ...]

_HEAVIEST = 2
"""Criteria of the central weights that are named."""


def drawn(results: Results) -> str:
    """Say what the shares are counted over, and how exact they are."""
    found = results.robustness
    if found is None or found.spread is None:
        return "Nothing is counted while fewer than two options have a total and pass their gates."
    tied = f" First place was shared in {100 * found.first_tied:.1f} of 100." * bool(
        found.first_tied
    )
    return (
        f"{found.spread.label}. {found.draws:,} draws with seed {found.seed}; the standard error "
        f"is at most {100 * found.standard_error:.2f} in 100.{tied}"
    )


def central_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give the mean of the weights that put each option first, and how sure it then is."""
    if results.robustness is None:
        return []
    names = Names(appraisal)
    by_first = sorted(results.robustness.standings, key=lambda each: -each.first)
    return [
        (
            names.option(each.option),
            "Never first" if each.confidence is None else in_ten(each.confidence),
            _heaviest(names, each),
        )
        for each in by_first
    ]


def other_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give who comes first most often if other weights were meant."""
    if results.examination is None:
        return []
    names = Names(appraisal)
    rows: list[Row] = []
    for each in results.examination.other_spreads:
        best = max(each.standings, key=lambda standing: standing.first)
        assert each.spread is not None
        rows.append((each.spread.label, names.option(best.option), in_ten(best.first)))
    return rows


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
        for each in found.best_weights
    ]


def _margin(points: float) -> str:
    if abs(points) < 0.05:  # noqa: PLR2004 - what is printed as nought
        return "Level with the best"
    return f"{abs(points):.1f} {'ahead' if points > 0 else 'behind'}"


def _heaviest(names: Names, each: Standing) -> str:
    if each.central_weights is None:
        return ""
    heaviest = sorted(each.central_weights.items(), key=lambda pair: -pair[1])[:_HEAVIEST]
    return listed([f"{names.criterion(criterion)} {weight:.0%}" for criterion, weight in heaviest])
