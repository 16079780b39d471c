"""Who agrees, and from whose view another option leads, as rows of words."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.panel.cell_spread import to_talk_about
from appraiser.analysis.results import Results
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.naming import Names
from appraiser.domain.written import listed, points

Row = tuple[str, ...]

MOST_CELLS = 12
"""Cells that people are split on and that are shown; the rest differ less."""


def view_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give who leads by each way to bring scores together, each group and each set of weights."""
    panel = results.panel
    if panel is None:
        return []
    names = Names(appraisal)
    return [
        *(
            (
                each.feed.label,
                "Used" if each.feeds_totals else "",
                _leaders(names, each.ranking.leaders),
            )
            for each in panel.by_group.feeds
        ),
        *(
            (
                f"Scores of {names.of(Ref('groups', each.group))}",
                "",
                _leaders(names, each.ranking.leaders),
            )
            for each in panel.by_group.groups
            if each.group is not None
        ),
        *(
            (
                f"Weights of {names.of(Ref('weight_sets', each.set))}",
                "Used" if each.feeds_totals else "",
                "Cannot be used yet"
                if each.ranking is None
                else _leaders(names, each.ranking.leaders),
            )
            for each in results.weight_sets
        ),
    ]


def dissent_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give each view, or thing left out, that puts another option first."""
    if results.explanation is None:
        return []
    names = Names(appraisal)
    return [
        (f"{each.ground.label}: {names.several(each.who)}", names.options(each.leaders))
        for each in results.explanation.dissent
    ]


def agreement_words(results: Results) -> str:
    """Say how far the scorers' own rankings agree, and whether anything changes the leader."""
    parts = list(_agreement(results))
    return " ".join(parts)


def split_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give the cells that people are split on, those that differ most first."""
    if results.panel is None:
        return []
    names = Names(appraisal)
    return [
        (
            f"{names.option(each.option)}: {names.criterion(each.criterion)}",
            str(each.now.count),
            points(each.now.lowest),
            points(each.now.median),
            points(each.now.highest),
            listed([sign.label for sign in each.signs]),
        )
        for each in to_talk_about(results.panel.cells)[:MOST_CELLS]
    ]


def _agreement(results: Results) -> Iterator[str]:
    panel, why = results.panel, results.explanation
    if panel is None:
        return
    found = panel.concordance
    if found.w is not None:
        yield (
            f"Kendall's W of the {len(found.scorers)} scorers' own rankings is {found.w:.2f}: 0 is "
            "no agreement and 1 is full agreement."
        )
    if why is not None and not why.dissent:
        yield "Nobody's scores or weights, and nothing left out, puts another option first."


def _leaders(names: Names, leaders: tuple[OptionId, ...]) -> str:
    return names.options(leaders) or "Not known"
