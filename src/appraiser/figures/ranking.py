"""The ranking of the options, each bar made of what the criteria contribute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.results import Results
from appraiser.analysis.verdict import VerdictKind
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId
from appraiser.domain.terms import MissingScores
from appraiser.domain.written import points
from appraiser.figures.font_metrics import source_sans
from appraiser.figures.geometry import Figure, Mark, Measure, Rect, Role, Text, lowered
from appraiser.figures.legend import Entry, legend
from appraiser.figures.ranking_words import (
    NOTHING,
    barred_because,
    notes,
    option_name,
    ranking_alt,
    ranking_table,
)
from appraiser.figures.remarks import BAR, MIDDLE, NOTE_SIZE, SPACE, Remark, Room, placed
from appraiser.figures.series import Series, series_of
from appraiser.figures.text import wrapped

NAME_SIZE = 11.0
NARROWEST = 260.0
GAP = 1.0
"""Between neighbouring segments, so that colour is never all that parts them."""
FADED = 0.35
_ROUND = 1.5
_STEP = NAME_SIZE * 1.3
_ROW_GAP = 9.0
_NAME_SHARE = 0.34


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where names end and bars begin, where all ends, and how long one point is."""

    names: float
    bars: float
    right: float
    point: float


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What all rows are drawn from."""

    results: Results
    appraisal: Appraisal
    series: Sequence[Series]
    place: Mapping[CriterionId, int]
    """Of the series that each scored criterion is in; there are none while there are no weights."""
    columns: _Columns
    measure: Measure


def ranking_figure(
    results: Results, appraisal: Appraisal, width: float, measure: Measure = source_sans
) -> Figure:
    """Draw each option's total as a bar made of the points that its criteria contribute.

    Options stand by rank; those that a gate bars come last, faded, with the reason beside them.
    All bars have one scale, on which 100 points fill the column. A width below 260 is taken
    as 260.
    """
    width = max(width, NARROWEST)
    series = series_of(appraisal, results)
    columns = _columns(results, appraisal, width, measure)
    place = {criterion: at for at, each in enumerate(series) for criterion in each.criteria}
    drawing = _Drawing(results, appraisal, series, place, columns, measure)
    marks: list[Mark] = []
    y = 0.0
    for result in results.ranked:
        row, height = _row(result, y, drawing)
        marks += row
        y += height + _ROW_GAP
    if not results.options:
        marks.append(Text(0, NAME_SIZE, NOTHING, Role.MUTED, NAME_SIZE))
        y = _STEP
    entries = [Entry(each.name, each.role) for each in series] if results.options else []
    key, height = legend(entries, width, NOTE_SIZE, measure)
    marks += [lowered(mark, y) for mark in key]
    return Figure(
        width=width,
        height=y + height,
        marks=tuple(marks),
        title="Overall value by what it is made of",
        alt=ranking_alt(results, appraisal),
        tabulate=partial(ranking_table, results, appraisal),
        is_empty=not results.options,
    )


def _columns(results: Results, appraisal: Appraisal, width: float, measure: Measure) -> _Columns:
    names = [option_name(appraisal, each.option) for each in results.options]
    widest = max((measure(name[:200], NAME_SIZE, bold=True) for name in names), default=0.0)
    room = min(widest, width * _NAME_SHARE)
    bars = room + SPACE * 1.5
    numbers = [points(each.total) for each in results.options if each.total is not None]
    number = max(measure(each, NAME_SIZE, bold=True) for each in ("100", *numbers))
    longest = max([100.0, *(_length(each) for each in results.options)])
    return _Columns(room, bars, width, (width - bars - SPACE - number) / longest)


def _length(result: OptionResult) -> float:
    """Give how many points long an option's bar is."""
    if result.total is None:
        return result.highest or 0.0
    return sum(max(0.0, part.points or 0.0) for part in result.contributions)


def _row(result: OptionResult, y: float, drawing: _Drawing) -> tuple[list[Mark], float]:
    """Draw one option from `y` down; give its marks and its height."""
    results, columns, measure = drawing.results, drawing.columns, drawing.measure
    verdict = results.verdict
    leads = result.option in verdict.leaders and verdict.kind is not VerdictKind.NOT_YET
    ink = Role.MUTED if result.barred else Role.INK
    name = option_name(drawing.appraisal, result.option)
    lines = wrapped(name, columns.names, NAME_SIZE, measure, bold=leads)
    height = max(BAR, _STEP * len(lines))
    middle = y + height / 2
    first = middle - _STEP * (len(lines) - 1) / 2 + NAME_SIZE * MIDDLE
    marks: list[Mark] = [
        Text(0, first + _STEP * at, line, ink, NAME_SIZE, bold=leads)
        for at, line in enumerate(lines)
    ]
    top = middle - BAR / 2
    bounded = result.total is None and results.missing is MissingScores.BOUNDS
    bar = _range(result, columns, top) if bounded else _bar(result, drawing, top)
    x = max([columns.bars, *(rect.x + rect.width for rect in bar)])
    marks += bar
    if result.total is not None:
        number = points(result.total)
        baseline = middle + NAME_SIZE * MIDDLE
        marks.append(Text(x + SPACE, baseline, number, ink, NAME_SIZE, bold=True))
        x += SPACE + measure(number, NAME_SIZE, bold=True)
    remarks = [Remark(note) for note in notes(result, results)]
    if result.barred:
        remarks.append(Remark(barred_because(result), warns=True))
    after, height = placed(remarks, Room(columns.bars, columns.right, x, y, height), measure)
    return [*marks, *after], height


def _bar(result: OptionResult, drawing: _Drawing, top: float) -> list[Rect]:
    """Draw the segments of a bar, each as long as the points its criteria contribute.

    The bar is rounded where it begins and where it ends.
    """
    strength = FADED if result.barred else 1.0
    gained = [0.0] * len(drawing.series)
    for part in result.contributions if gained else ():
        gained[drawing.place[part.criterion]] += part.points or 0.0
    x, found = drawing.columns.bars, []
    for each, sum_of_points in zip(drawing.series, gained, strict=True):
        length = max(0.0, sum_of_points) * drawing.columns.point
        if length > 0:
            drawn = length - GAP if length > 2 * GAP else length / 2
            found.append(Rect(x, top, drawn, BAR, each.role, strength=strength))
        x += length
    for end in {0, len(found) - 1} if found else ():
        found[end] = replace(found[end], radius=_ROUND)
    return found


def _range(result: OptionResult, columns: _Columns, top: float) -> list[Rect]:
    """Draw from the lowest to the highest total that an option could have."""
    low, high = (max(0.0, end or 0.0) for end in (result.lowest, result.highest))
    x, length = columns.bars + low * columns.point, (high - low) * columns.point
    return (
        [Rect(x, top, length, BAR, Role.MUTED, _ROUND, FADED)] if result.scored_weight > 0 else []
    )
