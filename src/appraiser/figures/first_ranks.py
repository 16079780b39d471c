"""How often each option comes first, over the weights and scores that people could mean."""

from __future__ import annotations

from appraiser.analysis.results import Results
from appraiser.analysis.robustness.outcome import Standing
from appraiser.analysis.verdict import WEIGHTINGS
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.written import in_ten, percent
from appraiser.figures.font_metrics import source_sans
from appraiser.figures.geometry import Figure, Mark, Measure, Rect, Role, Table, Text
from appraiser.figures.ranking import NAME_SIZE, NARROWEST
from appraiser.figures.ranking_words import option_name
from appraiser.figures.remarks import MIDDLE
from appraiser.figures.text import wrapped

BAR = 12.0
_STEP = NAME_SIZE * 1.3
_GAP = 8.0
_SPACE = 8.0

NOTHING = "There is nothing to count yet: fewer than two options have a total and pass their gates."


def first_ranks_figure(
    results: Results, appraisal: Appraisal, width: float, measure: Measure = source_sans
) -> Figure:
    """Draw for each option in play how often it comes first, the one most often first on top.

    Options that a gate bars take no part. A width below 260 points is taken as 260.
    """
    width = max(width, NARROWEST)
    standings = _by_first(results)
    words = {each.option: in_ten(each.first) for each in standings}
    widest = max((measure(each, NAME_SIZE) for each in words.values()), default=0.0)
    names = {each.option: option_name(appraisal, each.option) for each in standings}
    room = min(
        max((measure(each[:200], NAME_SIZE) for each in names.values()), default=0.0), width * 0.4
    )
    left = room + _SPACE * 1.5
    length = width - left - _SPACE - widest
    marks: list[Mark] = []
    y = 0.0
    for each in standings:
        lines = wrapped(names[each.option], room, NAME_SIZE, measure)
        height = max(BAR, _STEP * len(lines))
        middle = y + height / 2
        first = middle - _STEP * (len(lines) - 1) / 2 + NAME_SIZE * MIDDLE
        marks += [
            Text(0, first + _STEP * at, line, Role.INK, NAME_SIZE) for at, line in enumerate(lines)
        ]
        marks.append(Rect(left, middle - BAR / 2, length, BAR, Role.LINE, 2))
        if each.first > 0:
            marks.append(Rect(left, middle - BAR / 2, length * each.first, BAR, Role.SERIES_1, 2))
        baseline = middle + NAME_SIZE * MIDDLE
        marks.append(
            Text(left + length + _SPACE, baseline, words[each.option], Role.INK, NAME_SIZE)
        )
        y += height + _GAP
    if not standings:
        marks.append(Text(0, NAME_SIZE, NOTHING, Role.MUTED, NAME_SIZE))
        y = _STEP
    return Figure(
        width=width,
        height=y,
        marks=tuple(marks),
        title="How often each option comes first",
        alt=_alt(results, appraisal),
        table=_table(results, appraisal),
    )


def _by_first(results: Results) -> list[Standing]:
    if results.robustness is None:
        return []
    return sorted(results.robustness.standings, key=lambda each: -each.first)


def _alt(results: Results, appraisal: Appraisal) -> str:
    standings, found = _by_first(results), results.robustness
    if found is None or found.spread is None:
        return NOTHING
    best = standings[0]
    return (
        f"Over {WEIGHTINGS[found.spread]}, {option_name(appraisal, best.option)} comes first most "
        f"often, in {in_ten(best.first)}. {found.draws:,} draws, seed {found.seed}."
    )


def _table(results: Results, appraisal: Appraisal) -> Table:
    standings = _by_first(results)
    ranks = [f"Rank {rank}" for rank in range(1, len(standings) + 1)]
    return Table(
        ("Option", *ranks),
        tuple(
            (
                option_name(appraisal, each.option),
                *(percent(round(100 * share, 1)) for share in each.acceptabilities),
            )
            for each in standings
        ),
    )
