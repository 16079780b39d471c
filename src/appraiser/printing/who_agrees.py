"""Who agrees, and from whose view another option leads, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.panel.cell_spread import to_talk_about
from appraiser.analysis.panel.panel_results import PanelResults
from appraiser.analysis.results import Results
from appraiser.domain.ids import Ref
from appraiser.domain.naming import Names
from appraiser.domain.term import in_sentence
from appraiser.domain.written import points
from appraiser.printing.page import Page

_MOST_CELLS = 5
"""Cells to talk about that are printed; `--json` has them all."""


def print_who_agrees(page: Page, names: Names, results: Results) -> None:
    """Print who leads by group and by set of weights, and where people are split."""
    panel = results.panel
    if panel is None:
        return
    page.heading("Who agrees")
    page.table("By whose view", ("First",), _views(names, results, panel))
    if panel.concordance.w is not None:
        page.say(
            f"Kendall's W of {len(panel.concordance.scorers)} rankings of the options: "
            f"{panel.concordance.w:.2f} (0 is no agreement, 1 is full agreement)."
        )
    for words in _dissent(names, results):
        page.say(words)
    page.table(
        "Cells to talk about",
        ("Lowest", "Median", "Highest", "Deviation"),
        (
            (
                f"{names.option(each.option)}, {names.criterion(each.criterion)}",
                points(each.now.lowest),
                points(each.now.median),
                points(each.now.highest),
                f"{each.now.normalised:.2f}",
            )
            for each in to_talk_about(panel.cells)[:_MOST_CELLS]
        ),
    )


def _views(names: Names, results: Results, panel: PanelResults) -> Iterator[tuple[str, str]]:
    for feed in panel.by_group.feeds:
        if feed.ranking.leaders:
            used = " (used for the totals)" if feed.feeds_totals else ""
            yield f"{feed.feed.label}{used}", names.options(feed.ranking.leaders)
    for group in panel.by_group.groups:
        if group.group is not None and group.ranking.leaders:
            name = names.of(Ref("groups", group.group))
            yield f"Scores of {name}", names.options(group.ranking.leaders)
    for each in results.weight_sets:
        name = names.of(Ref("weight_sets", each.set))
        if each.ranking is not None:
            yield f"Weights of {name}", names.options(each.ranking.leaders) or "not known"
        else:
            yield f"Weights of {name}", "cannot be used"


def _dissent(names: Names, results: Results) -> Iterator[str]:
    if results.explanation is None:
        return
    if not results.explanation.dissent:
        yield "Nobody's scores, weights or absence, and no criterion left out, changes the leader."
    for each in results.explanation.dissent:
        yield (
            f"Another leader by {in_sentence(each.ground.label)} ({names.several(each.who)}): "
            f"{names.options(each.leaders)}."
        )
