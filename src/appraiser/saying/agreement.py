"""Who agrees, and from whose view another option leads, as rows of words."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.panel.cell_spread import SplitSign, to_talk_about
from appraiser.analysis.panel.panel_results import PanelResults
from appraiser.analysis.results import Results
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId
from appraiser.domain.naming import Names
from appraiser.domain.written import coefficient, counted, points
from appraiser.saying.of_results import no_dissent, views

Row = tuple[str, ...]

MOST_CELLS = 12
"""Cells that people are split on and that are shown; the rest differ less."""


def view_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give who leads by each way to bring scores together, each group and each set of weights."""
    if results.panel is None:
        return []
    names = Names(appraisal)
    return [
        (each.whose, "Used" * each.used, _leaders(names, each.leaders))
        for each in views(names, results, results.panel)
    ]


def dissent_rows(appraisal: Appraisal, results: Results) -> list[Row]:
    """Give each view, or thing left out, that puts another option first."""
    if results.explanation is None:
        return []
    names = Names(appraisal)
    return [
        (f"{each.ground.label}: {names.several(each.who)}", names.few(each.leaders))
        for each in results.explanation.dissent
    ]


def agreement_words(results: Results) -> str:
    """Say how far the scorers' own rankings agree, and whether anything changes the leader."""
    if results.panel is None:
        return "Nothing can be compared here until the weights can be worked out."
    return " ".join(_agreement(results, results.panel))


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
            _because(each.signs),
        )
        for each in to_talk_about(results.panel.cells)[:MOST_CELLS]
    ]


def _agreement(results: Results, panel: PanelResults) -> Iterator[str]:
    found = panel.concordance
    if found.w is not None:
        yield (
            f"Kendall's W of the {counted(len(found.scorers), 'scorer')}' own rankings is "
            f"{coefficient(found.w)}, where 0 is no agreement and 1 is full agreement."
        )
    else:
        yield "There are not two scorers yet whose own rankings can be compared."
    if results.explanation is None or results.explanation.dissent:
        return
    yield no_dissent(panel)


def _because(signs: tuple[SplitSign, ...]) -> str:
    return "; ".join([signs[0].label, *(each.inline for each in signs[1:])])


def _leaders(names: Names, leaders: tuple[OptionId, ...] | None) -> str:
    return "Cannot be used yet" if leaders is None else names.few(leaders) or "Not known"
