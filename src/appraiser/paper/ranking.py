"""The result: the ranking, drawn and in numbers, with the gates beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.verdict import WEIGHTINGS, rule_words
from appraiser.domain.terms import MissingScores
from appraiser.domain.written import points
from appraiser.figures.ranking import ranking_figure
from appraiser.paper.annexes import pointing
from appraiser.paper.blocks import (
    Align,
    Block,
    Column,
    FigureBlock,
    Heading,
    Row,
    Table,
    paragraph,
    strong,
)
from appraiser.paper.material import Material, whole_name
from appraiser.paper.options import UNNAMED, gates_in_short
from appraiser.paper.verdict_words import verdict_heading, verdict_words
from appraiser.paper.wording import share

MOST_DRAWN = 16
"""Bars that can be read on one page; the table has every option."""

FIGURE_WIDTH = 480.0
"""Points: the width of the words on an A4 page."""


_SURE = pointing("sureness", "says what would change it, and who agrees.")


def ranking(matter: Material) -> Iterator[Block]:
    """Give the section on the result."""
    results = matter.results
    yield Heading(1, verdict_heading(matter), "results")
    verdict = results.verdict
    if verdict.leaders:
        yield paragraph("results.rule", strong(f"{verdict.kind.label}. "), rule_words(verdict))
    else:
        yield paragraph("results.verdict", strong(f"{verdict.kind.label}. "), verdict_words(matter))
    if not results.options:
        return
    drawn = replace(results, options=results.ranked[:MOST_DRAWN])
    figure = ranking_figure(drawn, matter.appraisal, FIGURE_WIDTH)
    rest = len(results.options) - MOST_DRAWN
    first = f"; the first {MOST_DRAWN} of {len(results.options)} options" if rest > 0 else ""
    yield FigureBlock(figure, f"Total of each option by what it is made of{first}", "ranking")
    yield _totals(matter)
    yield paragraph(
        "results.reading",
        "Totals run from 0 to 100 and are printed whole. The rank without gates counts the barred "
        f"options too. First place is counted over {WEIGHTINGS[verdict.weightings]}. ",
        _SURE,
    )


def _totals(matter: Material) -> Table:
    return Table(
        "Totals and ranks, with the gates and without",
        (
            Column("Option", 3.8),
            Column("Total", 0.9, Align.END),
            Column("Rank", 0.9, Align.END),
            Column("Without gates", 1, Align.END),
            Column("Comes first in", 1.6),
            Column("Gates", 2.4),
        ),
        tuple(_row(matter, each) for each in matter.results.ranked),
        "totals",
    )


def _row(matter: Material, result: OptionResult) -> Row:
    often = "Not counted"
    if result.first_rank is not None:
        often = matter.results.verdict.thresholds.how_often(result.first_rank)
    open_rank = "Barred" if result.barred else _rank(result.open_rank)
    option = matter.appraisal.option(result.option)
    return Row(
        (
            whole_name(option, UNNAMED),
            total_words(matter, result),
            open_rank,
            _rank(result.rank),
            often[0].upper() + often[1:],
            gates_in_short(result),
        )
    )


def total_words(matter: Material, result: OptionResult) -> str:
    """Write an option's total, or why it has none."""
    if result.total is not None:
        partly = "" if not result.missing else f" on {share(result.scored_weight)} of the weight"
        return points(result.total) + partly
    bounds = matter.results.missing is MissingScores.BOUNDS
    if bounds and result.lowest is not None and result.highest is not None:
        return f"{points(result.lowest)} to {points(result.highest)}"
    return "No total"


def _rank(rank: int | None) -> str:
    return "None" if rank is None else str(rank)
