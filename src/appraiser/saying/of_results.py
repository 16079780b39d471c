"""What is said of results wherever they are read: who leads from whose view, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from appraiser.analysis.panel.panel_results import PanelResults
from appraiser.analysis.results import Results
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.sensitivity.sensitivity import Sensitivity
from appraiser.analysis.verdict import WEIGHTINGS
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.naming import Names
from appraiser.domain.written import how_exact

NO_LEAD = "No option leads alone, so there is no lead to take apart."


class View(NamedTuple):
    """Whose scores or weights are looked through, and the options that come first by them."""

    whose: str
    used: bool
    """Whether the totals are made of these."""
    leaders: tuple[OptionId, ...] | None
    """None where weights cannot be used yet; empty where it is not known who leads."""


def views(names: Names, results: Results, panel: PanelResults) -> Iterator[View]:
    """Give each way to bring scores together, each group, and each set of weights."""
    for feed in panel.by_group.feeds:
        yield View(feed.feed.label, feed.feeds_totals, feed.ranking.leaders)
    for each in panel.by_group.groups:
        group = "those in no group" if each.group is None else names.of(Ref("groups", each.group))
        yield View(f"Scores of {group}", used=False, leaders=each.ranking.leaders)
    for weights in results.weight_sets:
        leaders = None if weights.ranking is None else weights.ranking.leaders
        whose = f"Weights of {names.of(Ref('weight_sets', weights.set))}"
        yield View(whose, weights.feeds_totals, leaders)


def no_dissent(panel: PanelResults | None) -> str:
    """Say that no view puts another option first; people are spoken of where people scored."""
    if panel is not None and (panel.concordance.scorers or panel.concordance.left_out):
        return (
            "No other option leads by anyone's scores or weights, or with any one scorer, group "
            "or criterion left out."
        )
    return "No other option leads by any set of weights, or with any one criterion left out."


def no_sensitivity(results: Results) -> str:
    """Say why what would change the answer is not worked out."""
    wrong = (each.words for each in results.findings if each.code == "sensitivity")
    return next(
        wrong,
        "This is worked out once two options or more have a total, no gate bars them and none of "
        "them lacks a score.",
    )


def ahead_by_any_weights(names: Names, results: Results, found: Sensitivity) -> Iterator[str]:
    """Say of each leader which options it beats as long as the criteria keep their order."""
    for leader in results.verdict.leaders:
        behind = [each.dominated for each in found.rank_order_dominances if each.dominant == leader]
        if behind:
            yield (
                f"{names.option(leader)} is ahead of {names.few(behind)} by any weights that keep "
                "the order of the criteria."
            )


def counted_over(found: Robustness) -> str:
    """Say what the shares are counted over and how exact they are; nothing if nothing spreads."""
    if found.spread is None:
        return ""
    return (
        f"Counted over {WEIGHTINGS[found.spread]}: {found.draws:,} draws, seed {found.seed}. The "
        f"standard error is {how_exact(found.standard_error)}."
    )
