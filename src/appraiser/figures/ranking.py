"""The ranking of the options, each bar made of what the criteria contribute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.results import Results
from appraiser.domain.appraisal import Appraisal
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
from appraiser.figures.series import Series, series_of
from appraiser.figures.text import wrapped

NAME_SIZE, NOTE_SIZE = 11.0, 9.5
NARROWEST = 260.0
BAR = 16.0
GAP = 1.0
"""Between neighbouring segments, so that colour is never all that parts them."""
FADED = 0.35
_STEP = NAME_SIZE * 1.3
_NOTE_STEP = NOTE_SIZE * 1.3
_ROW_GAP = 9.0
_SPACE = 8.0
_NAME_SHARE = 0.34
_MIDDLE = 0.34
"""How far the middle of small letters lies above the baseline, as a share of their size."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where names end and bars begin, where all ends, and how long one point is."""

    names: float
    bars: float
    right: float
    point: float


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
    marks: list[Mark] = []
    y = 0.0
    for result in results.ranked:
        row, height = _row(result, results, appraisal, series, columns, measure)
        marks += [lowered(mark, y) for mark in row]
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
        table=ranking_table(results, appraisal),
    )


def _columns(results: Results, appraisal: Appraisal, width: float, measure: Measure) -> _Columns:
    names = [option_name(appraisal, each.option) for each in results.options]
    widest = max((measure(name[:200], NAME_SIZE, bold=True) for name in names), default=0.0)
    room = min(widest, width * _NAME_SHARE)
    bars = room + _SPACE * 1.5
    number = _SPACE + measure("100", NAME_SIZE, bold=True)
    longest = max([100.0, *(_length(each) for each in results.options)])
    return _Columns(room, bars, width, (width - bars - number) / longest)


def _length(result: OptionResult) -> float:
    """Give how many points long an option's bar is."""
    if result.total is None:
        return result.highest or 0.0
    return sum(max(0.0, part.points or 0.0) for part in result.contributions)


def _row(
    result: OptionResult,
    results: Results,
    appraisal: Appraisal,
    series: Sequence[Series],
    columns: _Columns,
    measure: Measure,
) -> tuple[list[Mark], float]:
    """Draw one option at the top of the figure; give its marks and its height."""
    leads = result.option in results.verdict.leaders
    ink = Role.MUTED if result.barred else Role.INK
    name = option_name(appraisal, result.option)
    lines = wrapped(name, columns.names, NAME_SIZE, measure, bold=leads)
    height = max(BAR, _STEP * len(lines))
    middle = height / 2
    first = middle - _STEP * (len(lines) - 1) / 2 + NAME_SIZE * _MIDDLE
    marks: list[Mark] = [
        Text(0, first + _STEP * at, line, ink, NAME_SIZE, bold=leads)
        for at, line in enumerate(lines)
    ]
    x = columns.bars
    for rect in _bar(result, series, columns, middle - BAR / 2):
        marks.append(rect)
        x = max(x, rect.x + rect.width)
    if result.total is not None:
        number = points(result.total)
        baseline = middle + NAME_SIZE * _MIDDLE
        marks.append(Text(x + _SPACE, baseline, number, ink, NAME_SIZE, bold=True))
        x += _SPACE + measure(number, NAME_SIZE, bold=True)
    after, below = _remarks(result, results, columns, (x, middle, height), measure)
    return [*marks, *after], below


def _bar(
    result: OptionResult, series: Sequence[Series], columns: _Columns, top: float
) -> list[Rect]:
    """Draw the segments of a bar, or the range of a total that is not known."""
    if result.total is None:
        low, high = max(0.0, result.lowest or 0.0), result.highest or 0.0
        x, length = columns.bars + low * columns.point, (high - low) * columns.point
        known_in_part = result.scored_weight > 0
        return [Rect(x, top, length, BAR, Role.MUTED, 1.5, FADED)] if known_in_part else []
    strength = FADED if result.barred else 1.0
    x, found = columns.bars, []
    for each in series:
        parts = [
            part.points or 0.0 for part in result.contributions if part.criterion in each.criteria
        ]
        length = max(0.0, sum(parts)) * columns.point
        if length > 0:
            drawn = length - GAP if length > 2 * GAP else length / 2
            found.append(Rect(x, top, drawn, BAR, each.role, 1.5, strength))
        x += length
    return found


def _remarks(
    result: OptionResult,
    results: Results,
    columns: _Columns,
    at: tuple[float, float, float],
    measure: Measure,
) -> tuple[list[Mark], float]:
    """Set notes and the reason for a bar beside the number, or below it where there is no room.

    `at` is where the number ends, the middle of the bar and the height of the row; the height
    that the row comes to is given back.
    """
    x, middle, height = at
    marks: list[Mark] = []
    remarks = [(note, False) for note in notes(result, results)]
    remarks += [(words, True) for words in [barred_because(result)] if words]
    for words, tinted in remarks:
        pad = _SPACE if tinted else 0.0
        room = columns.right - x - _SPACE - 2 * pad
        if measure(words, NOTE_SIZE) <= room:
            marks += _remark((words,), x + _SPACE, middle, measure, tinted=tinted)
            x += _SPACE + 2 * pad + measure(words, NOTE_SIZE)
            continue
        lines = wrapped(words, columns.right - columns.bars - 2 * pad, NOTE_SIZE, measure)
        block = _NOTE_STEP * len(lines) + 4
        marks += _remark(lines, columns.bars, height + 2 + block / 2, measure, tinted=tinted)
        height += 2 + block
    return marks, height


def _remark(
    lines: Sequence[str], left: float, middle: float, measure: Measure, *, tinted: bool
) -> list[Mark]:
    marks: list[Mark] = []
    pad = _SPACE if tinted else 0.0
    role = Role.BAD if tinted else Role.MUTED
    tall = _NOTE_STEP * len(lines) + 4
    if tinted:
        wide = max(measure(line, NOTE_SIZE) for line in lines) + 2 * pad
        marks.append(Rect(left, middle - tall / 2, wide, tall, Role.BAD_TINT, radius=8))
    first = middle - _NOTE_STEP * (len(lines) - 1) / 2 + NOTE_SIZE * _MIDDLE
    for at, line in enumerate(lines):
        marks.append(Text(left + pad, first + _NOTE_STEP * at, line, role, NOTE_SIZE))
    return marks
