"""How often each option takes each rank, over what people could mean, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.results import Results
from appraiser.analysis.robustness.outcome import Robustness, Standing
from appraiser.domain.naming import Names
from appraiser.domain.written import percent
from appraiser.printing.page import Page


def print_how_sure(page: Page, names: Names, results: Results) -> None:
    """Print rank acceptabilities, and what other beliefs and the best weights would say."""
    found = results.robustness
    if found is None or found.spread is None:
        return
    page.heading("How sure the ranking is")
    page.say(
        f"{found.spread.label}: {found.draws:,} draws, seed {found.seed}, standard error at most "
        f"{100 * found.standard_error:.2f} in 100; the choice is uncertain by {found.entropy:.2f} "
        "bits."
    )
    if found.first_tied:
        page.say(f"First place was shared in {100 * found.first_tied:.1f} in 100.")
    ranks = [f"Rank {rank}" for rank in range(1, len(found.standings) + 1)]
    page.table(
        "In 100 draws",
        (*ranks, "Confidence"),
        (
            (
                names.option(each.option),
                *(_in_hundred(share) for share in each.acceptabilities),
                "undefined" if each.confidence is None else _in_hundred(each.confidence),
            )
            for each in _by_first(found)
        ),
    )
    for words in _examined(names, results):
        page.say(words)


def _examined(names: Names, results: Results) -> Iterator[str]:
    further = results.examination
    if further is None:
        return
    for each in further.other_spreads:
        best = _by_first(each)[0]
        assert each.spread is not None
        yield (
            f"{each.spread.label}: {names.option(best.option)} comes first in "
            f"{_in_hundred(best.first)} of 100."
        )
    never = [each for each in further.best_weights if not each.can_be_first]
    for trailing in never:
        yield (
            f"No weights put {names.option(trailing.option)} first; at its best it trails by "
            f"{-trailing.margin:.1f} points."
        )


def _by_first(found: Robustness) -> list[Standing]:
    return sorted(found.standings, key=lambda each: -each.first)


def _in_hundred(share: float) -> str:
    return percent(round(100 * share, 1)).removesuffix("%")
