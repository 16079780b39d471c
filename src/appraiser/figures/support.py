"""The support plan against its cap: what is spent, committed, planned and left."""

from __future__ import annotations

from functools import partial

from appraiser.analysis.results import Results
from appraiser.analysis.support_totals import SupportTotals
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.written import listed, pounds, pounds_and_pence
from appraiser.figures.font_metrics import source_sans
from appraiser.figures.geometry import (
    Anchor,
    Figure,
    Line,
    Mark,
    Measure,
    Rect,
    Role,
    Table,
    Text,
    lowered,
)
from appraiser.figures.legend import Entry, legend
from appraiser.figures.text import wrapped

HEAD_SIZE, NOTE_SIZE = 13.0, 9.5
NARROWEST = 260.0
BAR = 20.0
GAP = 1.0
_LEADING = 1.3
_SPACE = 8.0
_TICK = 4.0
_OVER = 3.0


def support_figure(
    results: Results, appraisal: Appraisal, width: float, measure: Measure = source_sans
) -> Figure:
    """Draw what counts against the cap as one bar, the cap as a line across it.

    A width below 260 is taken as 260.
    """
    width = max(width, NARROWEST)
    totals = results.support
    marks: list[Mark] = []
    y = 0.0
    for head in wrapped(_headline(totals), width, HEAD_SIZE, measure, bold=True, most=2):
        role = Role.BAD if totals.over_cap else Role.INK
        marks.append(Text(0, y + HEAD_SIZE, head, role, HEAD_SIZE, bold=True))
        y += HEAD_SIZE * _LEADING
    bar, height = _bar(totals, width, measure)
    marks += [lowered(mark, y + _SPACE) for mark in bar]
    y += height + 2 * _SPACE
    key, height = legend(_entries(totals), width, NOTE_SIZE, measure)
    marks += [lowered(mark, y) for mark in key]
    y += height
    for note in wrapped(_apart(totals), width, NOTE_SIZE, measure):
        y += NOTE_SIZE * _LEADING
        marks.append(Text(0, y, note, Role.MUTED, NOTE_SIZE))
    trust = appraisal.programme.name.strip()
    title = "Support plan against the cap" + (f" of {trust}" if trust else "")
    tabulate = partial(_table, totals)
    return Figure(width, y + _SPACE / 2, tuple(marks), title, _alt(totals), tabulate)


def _parts(totals: SupportTotals) -> tuple[tuple[str, int, Role], ...]:
    return (
        ("Spent", totals.spent, Role.SERIES_1),
        ("Committed", totals.committed, Role.SERIES_2),
        ("Planned", totals.planned, Role.SERIES_3),
    )


def _bar(totals: SupportTotals, width: float, measure: Measure) -> tuple[list[Mark], float]:
    """Draw the bar from the top left corner; give its marks and its height."""
    cap = totals.cap
    whole = max(totals.used, cap or 0)
    if not whole:
        return [Rect(0, 0, width, BAR, Role.LINE, 2)], BAR
    pound = (width - GAP) / whole
    marks: list[Mark] = []
    if cap:
        marks.append(Rect(0, 0, cap * pound, BAR, Role.LINE, 2))
    x = 0.0
    for _, amount, role in _parts(totals):
        length = amount * pound
        if length > 0:
            drawn = length - GAP if length > 2 * GAP else length / 2
            marks.append(Rect(x, 0, drawn, BAR, role, 2))
        x += length
    if cap is None:
        return marks, BAR
    at = cap * pound
    if totals.over_cap:
        marks.append(Rect(at, BAR + 1, totals.over_cap * pound, _OVER, Role.BAD))
    marks.append(Line(at, -_TICK, at, BAR + _TICK + _OVER, Role.INK, 1.5))
    words = f"Cap {pounds(cap)}"
    baseline = BAR + _TICK + _OVER + NOTE_SIZE * _LEADING
    anchor = Anchor.END if at >= measure(words, NOTE_SIZE) else Anchor.START
    marks.append(Text(at, baseline, words, Role.INK, NOTE_SIZE, anchor=anchor))
    return marks, baseline


def _headline(totals: SupportTotals) -> str:
    if totals.cap is None:
        return f"{pounds(totals.used)}, with no cap set"
    if totals.over_cap:
        return f"{pounds(totals.used)}, {pounds(totals.over_cap)} over the cap"
    return f"{pounds(totals.used)} of {pounds(totals.cap)}"


def _entries(totals: SupportTotals) -> list[Entry]:
    entries = [Entry(f"{name} {pounds(amount)}", role) for name, amount, role in _parts(totals)]
    if totals.over_cap:
        entries.append(Entry(f"Over the cap {pounds(totals.over_cap)}", Role.BAD))
    elif totals.remaining is not None:
        entries.append(Entry(f"Left {pounds(totals.remaining)}", Role.LINE))
    return entries


def _apart(totals: SupportTotals) -> str:
    apart = [
        f"{pounds(amount)} {words}"
        for amount, words in (
            (totals.in_kind, "of help in kind"),
            (totals.match_funded, "paid for by the trust"),
        )
        if amount
    ]
    return f"Apart from the cap: {listed(apart)}." if apart else ""


def _alt(totals: SupportTotals) -> str:
    parts = listed([f"{pounds(amount)} {name.lower()}" for name, amount, _ in _parts(totals)])
    if totals.cap is None:
        found = f"The support plan comes to {pounds(totals.used)}, and no cap is set: {parts}."
    elif totals.over_cap:
        found = (
            f"The support plan is {pounds(totals.over_cap)} over its cap of "
            f"{pounds(totals.cap)}: {parts}."
        )
    else:
        found = (
            f"The support plan uses {pounds(totals.used)} of its cap of {pounds(totals.cap)}: "
            f"{parts}; {pounds(totals.cap - totals.used)} is left."
        )
    return f"{found} {_apart(totals)}".strip()


def _table(totals: SupportTotals) -> Table:
    amounts = [(name, amount) for name, amount, _ in _parts(totals)]
    amounts.append(("Together", totals.used))
    if totals.cap is not None:
        amounts.append(("Cap", totals.cap))
        if totals.over_cap:
            amounts.append(("Over the cap", totals.over_cap))
        else:
            amounts.append(("Left", totals.cap - totals.used))
    amounts.append(("Help in kind, apart from the cap", totals.in_kind))
    amounts.append(("Paid for by the trust, apart from the cap", totals.match_funded))
    rows = tuple((name, pounds_and_pence(amount)) for name, amount in amounts)
    return Table(("Support", "Amount"), rows)
