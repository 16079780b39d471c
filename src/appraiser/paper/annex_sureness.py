"""The annex on sureness: what would change the result, who comes first, who agrees."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.sensitivity.sensitivity import Sensitivity
from appraiser.domain.written import in_hundred
from appraiser.figures.first_ranks import rank_headings, ranks_of
from appraiser.paper.annex_criteria import percent_of
from appraiser.paper.annexes import key_of
from appraiser.paper.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Heading,
    paragraph,
    runs,
    words_table,
)
from appraiser.paper.material import Material
from appraiser.saying.agreement import agreement_words, dissent_rows, split_rows, view_rows
from appraiser.saying.changes import (
    certain,
    lead_rows,
    switch_rows,
    tornado_rows,
    value_rows,
)
from appraiser.saying.of_results import counted_over, no_sensitivity
from appraiser.saying.sureness import central_rows


def annex_sureness(matter: Material) -> Iterator[Block]:
    """Give the annex on how sure the result is.

    It is written from what follows from the appraisal alone: the same every time.
    """
    yield Heading(1, "How sure the result is", key_of("sureness"))
    yield Heading(2, "What would change it", "changes")
    sensitivity = matter.results.sensitivity
    if sensitivity is None:
        yield paragraph("annex-sureness.changes", no_sensitivity(matter.results))
    else:
        yield from _changes(matter, sensitivity)
    yield from _first_places(matter)
    yield Heading(2, "Who agrees", "agreement")
    yield paragraph("annex-sureness.agreement", agreement_words(matter.results))
    yield from _agreement(matter)


def _changes(matter: Material, found: Sensitivity) -> Iterator[Block]:
    appraisal, results = matter.appraisal, matter.results
    yield BulletList(tuple(runs(each) for each in certain(appraisal, results)))
    yield from words_table(
        "What the lead is made of: points that each criterion adds to it or takes from it",
        (
            Column("Criterion", 3.6),
            Column("Over the runner-up", 3),
            Column("Over business as usual", 3),
        ),
        lead_rows(appraisal, results),
        "lead",
    )
    yield from _moves(matter, found)


def _moves(matter: Material, found: Sensitivity) -> Iterator[Block]:
    """Give what one weight, one score or one thing at a time does to the lead."""
    appraisal, results = matter.appraisal, matter.results
    yield from words_table(
        "Where the leader changes: one weight moved, the others keeping their ratios",
        (
            Column("Criterion or branch", 3.4),
            Column("Weight now", 1.3, Align.END),
            Column("Changes at", 1.3, Align.END),
            Column("Then leads", 3),
        ),
        list(_critical_weights(matter, found)),
        "critical-weights",
    )
    yield from words_table(
        "The smallest change of one score, in points, that would bring each rival level",
        (
            Column("Rival", 3),
            Column("Behind by", 1.2, Align.END),
            Column("Its own would", 2.7),
            Column("Or the leader's would", 2.7),
        ),
        switch_rows(appraisal, results),
        "score-changes",
    )
    yield from words_table(
        "One thing at a time: the lead over the best rival, in points, as one score moves over its "
        "range or one weight over its band; what moves it most comes first",
        (
            Column("What moves", 4),
            Column("Lead at its lowest", 2),
            Column("At its highest", 2),
            Column("Leader changes", 1.4),
        ),
        tornado_rows(appraisal, results),
        "tornado",
    )
    yield from _value(matter)


def _value(matter: Material) -> Iterator[Block]:
    yield from words_table(
        "Total against the present value of cost: beaten is what another option is no worse than "
        "on either and better than on one",
        (
            Column("Option", 3),
            Column("Total", 1, Align.END),
            Column("Cost", 2, Align.END),
            Column("Beaten by", 3.4),
        ),
        value_rows(matter.appraisal, matter.results),
        "value-and-cost",
    )


def _critical_weights(matter: Material, found: Sensitivity) -> Iterator[tuple[str, ...]]:
    """Give each weight to one place, so that it can be tried by hand; the nearest first."""
    every = (*found.critical_weights, *found.branch_critical_weights)
    for each in sorted(every, key=lambda one: abs(one.critical - one.weight)):
        yield (
            matter.criterion(each.criterion),
            percent_of(each.weight),
            percent_of(each.critical),
            matter.option(each.new_leader),
        )


def _first_places(matter: Material) -> Iterator[Block]:
    found = matter.results.robustness
    if found is None:
        return
    yield Heading(2, "How often each option comes first", "first-places")
    yield paragraph("annex-sureness.counted", counted_over(found))
    headings = rank_headings(len(found.standings))
    by_first = sorted(found.standings, key=lambda each: -each.first)
    yield from words_table(
        "In how many of 100 weightings each option takes each rank",
        (Column("Option", 3.4), *(Column(each, 1.2, Align.END) for each in headings)),
        [(matter.option(each.option), *map(in_hundred, ranks_of(each))) for each in by_first],
        "rank-shares",
    )
    yield from words_table(
        "What would have to matter: the mean of the weights that put each option first, its two "
        "heaviest shown, and how often it comes first at that mean as scores vary",
        (Column("Option", 3), Column("The weights that put it first", 4.6), Column("Then in", 2)),
        central_rows(matter.appraisal, matter.results),
        "central-weights",
    )


def _agreement(matter: Material) -> Iterator[Block]:
    appraisal, results = matter.appraisal, matter.results
    yield from words_table(
        "Views from which another option leads; scorers go by their roles",
        (Column("View", 5.6), Column("First", 4)),
        dissent_rows(appraisal, results),
        "dissent",
    )
    yield from words_table(
        "Who leads by each way to bring scores together, each group's scores and each set of "
        "weights",
        (Column("View", 5), Column("For the totals", 1.6), Column("First", 3)),
        view_rows(appraisal, results),
        "views",
    )
    yield from words_table(
        "Scores that people are split on, those that differ most first",
        (
            Column("Option and criterion", 3.4),
            Column("Scorers", 1, Align.END),
            Column("Lowest", 1, Align.END),
            Column("Median", 1, Align.END),
            Column("Highest", 1, Align.END),
            Column("Because", 2.8),
        ),
        split_rows(appraisal, results),
        "split-scores",
    )
