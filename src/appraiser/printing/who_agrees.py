"""Who agrees, and from whose view another option leads, on a terminal."""

from __future__ import annotations

from appraiser.analysis.panel.cell_spread import to_talk_about
from appraiser.analysis.results import Results
from appraiser.domain.ids import OptionId
from appraiser.domain.naming import Names
from appraiser.domain.written import coefficient, counted, points
from appraiser.printing.page import Page
from appraiser.saying.of_results import no_dissent, views

_MOST_CELLS = 5
"""Cells to talk about that are printed; `--json` has them all."""

_MOST_VIEWS = 12
"""Views from which another option leads that are printed; `--json` has them all."""

_USED = " (used for the totals)"


def print_who_agrees(page: Page, names: Names, results: Results) -> None:
    """Print who leads by group and by set of weights, and where people are split."""
    panel = results.panel
    if panel is None:
        return
    page.heading("Who agrees")
    page.table(
        "By whose view",
        (),
        (
            (f"{each.whose}{_USED * each.used}", _leaders(names, each.leaders))
            for each in views(names, results, panel)
        ),
        "First",
    )
    w = panel.concordance.w
    if w is not None:
        page.say(
            f"Kendall's W of {counted(len(panel.concordance.scorers), 'ranking')} of the options: "
            f"{coefficient(w)} (0 is no agreement, 1 is full agreement)."
        )
    _dissent(page, names, results)
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


def _leaders(names: Names, leaders: tuple[OptionId, ...] | None) -> str:
    return "cannot be used yet" if leaders is None else names.few(leaders) or "not known"


def _dissent(page: Page, names: Names, results: Results) -> None:
    if results.explanation is None:
        return
    dissent = results.explanation.dissent
    if not dissent:
        page.say(no_dissent(results.panel))
    page.table(
        "Another option leads by",
        (),
        (
            (f"{each.ground.label}: {names.several(each.who)}", names.few(each.leaders))
            for each in dissent[:_MOST_VIEWS]
        ),
        "First",
    )
    if len(dissent) > _MOST_VIEWS:
        page.say(f"And by {counted(len(dissent) - _MOST_VIEWS, 'more view')}.")
