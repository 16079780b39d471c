"""How often each option comes first, over the weights and scores that people could mean."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from appraiser.analysis.results import Results
from appraiser.analysis.robustness.outcome import Robustness, Standing
from appraiser.analysis.verdict import WEIGHTINGS
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId
from appraiser.domain.written import in_hundred, listed
from appraiser.figures.font_metrics import source_sans
from appraiser.figures.geometry import Figure, Mark, Measure, Rect, Role, Table, Text
from appraiser.figures.ranking import NAME_SIZE, NARROWEST
from appraiser.figures.ranking_words import option_name
from appraiser.figures.remarks import MIDDLE
from appraiser.figures.text import wrapped

BAR = 12.0
MOST_RANKS = 8
"""Ranks that have a column of their own in a table; those below share one."""
_STEP = NAME_SIZE * 1.3
_GAP = 8.0
_SPACE = 8.0
_NAME_SHARE = 0.4
_SAME = 1e-12

NOTHING = "There is nothing to count until two options have a total and no gate bars them."


def first_ranks_figure(
    results: Results, appraisal: Appraisal, width: float, measure: Measure = source_sans
) -> Figure:
    """Draw for each option in play how often it comes first, the one most often first on top.

    Options that a gate bars take no part. A width below 260 points is taken as 260.
    """
    width = max(width, NARROWEST)
    standings = _by_first(results)
    names = [option_name(appraisal, each.option) for each in standings]
    shares = [results.verdict.thresholds.how_often(each.first) for each in standings]
    widest = max((measure(each, NAME_SIZE) for each in shares), default=0.0)
    longest = max((measure(each[:200], NAME_SIZE) for each in names), default=0.0)
    room = min(longest, width * _NAME_SHARE)
    left = room + _SPACE * 1.5
    length = width - left - _SPACE - widest
    marks: list[Mark] = []
    y = 0.0
    for each, name, share in zip(standings, names, shares, strict=True):
        lines = wrapped(name, room, NAME_SIZE, measure)
        height = max(BAR, _STEP * len(lines))
        middle = y + height / 2
        marks += _lines(lines, middle)
        marks += _bar(left, middle, length, each.first)
        baseline = middle + NAME_SIZE * MIDDLE
        marks.append(Text(left + length + _SPACE, baseline, share, Role.INK, NAME_SIZE))
        y += height + _GAP
    if not standings:
        marks.append(Text(0, NAME_SIZE, NOTHING, Role.MUTED, NAME_SIZE))
        y = _STEP + _GAP
    return Figure(
        width=width,
        height=y - _GAP,
        marks=tuple(marks),
        title="How often each option comes first",
        alt=_alt(results, appraisal),
        tabulate=partial(_table, results, appraisal),
        is_empty=not standings,
    )


def most_often(found: Robustness) -> tuple[OptionId, ...]:
    """Give who comes first in the largest share of the draws; several where they share it."""
    first = found.first
    most = max(first.values())
    return tuple(each for each, share in first.items() if share >= most - _SAME)


def ranks_of(standing: Standing) -> tuple[float, ...]:
    """Give the share of each rank that has a column, then that of all ranks below together."""
    shares = standing.acceptabilities
    if len(shares) <= MOST_RANKS:
        return shares
    return (*shares[:MOST_RANKS], sum(shares[MOST_RANKS:]))


def rank_headings(count: int) -> tuple[str, ...]:
    """Head the columns of `ranks_of`, for so many options."""
    ranks = [f"Rank {rank}" for rank in range(1, min(count, MOST_RANKS) + 1)]
    return (*ranks, f"Below {MOST_RANKS}") if count > MOST_RANKS else tuple(ranks)


def _lines(lines: tuple[str, ...], middle: float) -> Iterator[Text]:
    first = middle - _STEP * (len(lines) - 1) / 2 + NAME_SIZE * MIDDLE
    for at, line in enumerate(lines):
        yield Text(0, first + _STEP * at, line, Role.INK, NAME_SIZE)


def _bar(left: float, middle: float, length: float, share: float) -> Iterator[Rect]:
    top = middle - BAR / 2
    yield Rect(left, top, length, BAR, Role.LINE, 2)
    if share > 0:
        yield Rect(left, top, length * share, BAR, Role.SERIES_1, min(2.0, length * share / 2))


def _by_first(results: Results) -> list[Standing]:
    if results.robustness is None:
        return []
    return sorted(results.robustness.standings, key=lambda each: -each.first)


def _alt(results: Results, appraisal: Appraisal) -> str:
    found = results.robustness
    if found is None:
        return NOTHING
    best = most_often(found)
    come = "comes" if len(best) == 1 else "come"
    often = results.verdict.thresholds.how_often(found.first[best[0]])
    over = "" if found.spread is None else f" of {WEIGHTINGS[found.spread]}"
    return (
        f"{listed([option_name(appraisal, each) for each in best])} {come} first most often, in "
        f"{often}{over}. {found.draws:,} draws, seed {found.seed}."
    )


def _table(results: Results, appraisal: Appraisal) -> Table:
    standings = _by_first(results)
    return Table(
        ("Option", *rank_headings(len(standings))),
        tuple(
            (
                option_name(appraisal, each.option),
                *(f"{in_hundred(share)}%" for share in ranks_of(each)),
            )
            for each in standings
        ),
    )
