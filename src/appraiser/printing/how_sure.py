"""How often each option takes each rank, over what people could mean, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

from appraiser.analysis.results import Results
from appraiser.analysis.robustness.outcome import Robustness, Standing
from appraiser.analysis.verdict import WEIGHTINGS
from appraiser.domain.naming import Names
from appraiser.domain.written import counted, in_hundred
from appraiser.figures.first_ranks import most_often, rank_headings, ranks_of
from appraiser.printing.page import Page
from appraiser.saying.of_results import counted_over

_MOST_SAID = 5
"""Options that no weights put first and that are printed; `--json` has them all."""


def print_how_sure(page: Page, names: Names, results: Results) -> None:
    """Print rank acceptabilities, and what other beliefs and the best weights would say."""
    found = results.robustness
    if found is None or found.spread is None:
        return
    page.heading("How sure the ranking is")
    page.say(counted_over(found))
    page.say(
        f"The choice is open by {found.entropy:.2f} bits, where 0 is settled and "
        f"{log2(len(found.standings)):.2f} quite open."
    )
    if found.first_tied:
        page.say(f"First place was shared in {in_hundred(found.first_tied)} of 100.")
    page.table(
        "Of 100 draws",
        (*rank_headings(len(found.standings)), "First at its weights"),
        (
            (
                names.option(each.option),
                *map(in_hundred, ranks_of(each)),
                "never" if each.confidence is None else in_hundred(each.confidence),
            )
            for each in _by_first(found)
        ),
    )
    page.say(
        "First at its weights: in how many of 100 it comes first at the mean of the weights that "
        "put it first, as scores vary."
    )
    for words in _examined(names, results):
        page.say(words)


def _examined(names: Names, results: Results) -> Iterator[str]:
    further = results.examination
    if further is None:
        return
    for each in further.other_spreads:
        best = most_often(each)
        come = "comes" if len(best) == 1 else "come"
        if each.spread is not None:
            yield (
                f"Over {WEIGHTINGS[each.spread]}, {names.few(best)} {come} first in "
                f"{in_hundred(each.first[best[0]])} of 100."
            )
    never = [each for each in further.best_weights if not each.can_be_first]
    for trailing in never[:_MOST_SAID]:
        yield (
            f"No weights put {names.option(trailing.option)} first; at its best it trails by "
            f"{-trailing.margin:.1f} points."
        )
    if len(never) > _MOST_SAID:
        yield f"No weights put {counted(len(never) - _MOST_SAID, 'more option')} first either."


def _by_first(found: Robustness) -> list[Standing]:
    return sorted(found.standings, key=lambda each: -each.first)
