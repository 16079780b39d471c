"""All that follows from who gave which scores: where people agree, and whose scores decide."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from appraiser.analysis.panel.by_group import ByGroup, by_group
from appraiser.analysis.panel.cell_spread import CellSpread, cell_spreads
from appraiser.analysis.panel.concordance import Concordance, concordance
from appraiser.analysis.panel.leave_out import LeaveOut, leave_out
from appraiser.analysis.scoring.gathering import Gathered
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId


@dataclass(frozen=True, slots=True)
class PanelResults:
    """Where the people who score agree, and whose scores and which criteria decide.

    Nothing here shows a score before its round is revealed.
    """

    cells: tuple[CellSpread, ...]
    """How people differ, by option and criterion; empty until scores are revealed."""
    concordance: Concordance
    by_group: ByGroup
    leave_out: LeaveOut


def panel_results(
    appraisal: Appraisal,
    weights: Weights,
    barred: Collection[OptionId],
    scores: Gathered | None = None,
) -> PanelResults:
    """Ask of the panel all that can be asked, by the weights that feed the totals.

    No option in `barred` can lead. `scores` are those of the appraisal, where they are gathered
    already.
    """
    from appraiser.analysis.panel.whole_panel import panel_of

    panel = panel_of(appraisal, weights, barred, scores)
    return PanelResults(
        cells=cell_spreads(appraisal, panel.scores),
        concordance=concordance(panel),
        by_group=by_group(panel),
        leave_out=leave_out(panel),
    )
