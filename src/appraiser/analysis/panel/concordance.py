"""How far the scorers agree in how they rank the options, and who stands apart."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.analysis.panel.rank_agreement import (
    kendalls_w,
    mid_ranks,
    spearman,
    weighted_spearman,
)
from appraiser.analysis.panel.whole_panel import Panel
from appraiser.analysis.scoring.ranking import Ranking, ranking_of
from appraiser.domain.ids import ScorerId


@dataclass(frozen=True, slots=True)
class ScorerResult:
    """Where the options stand by one scorer alone, and how near that is to the model's ranking.

    Both agreements are rank correlations from -1 to 1: Spearman's, and one in which places near
    the top count for more. None where not every option has a total to compare with.
    """

    scorer: ScorerId
    ranking: Ranking
    agreement: float | None
    weighted_agreement: float | None


@dataclass(frozen=True, slots=True)
class Concordance:
    """Kendall's W of the scorers' rankings, corrected for ties, from 0 to 1.

    It is of those in `scorers`, who have a total for every option; `left_out` names those who
    scored but lack some. None where fewer than two are left, or there is nothing to rank.
    """

    w: float | None
    scorers: tuple[ScorerResult, ...]
    left_out: tuple[ScorerId, ...]


def concordance(panel: Panel) -> Concordance:
    """Work out each scorer's own totals and how far their rankings agree."""
    import numpy as np

    from appraiser.analysis.scoring.array_totals import totals_of
    from appraiser.analysis.scoring.live_scores import by_scorer

    given = panel.given
    weights = np.array([panel.shares[leaf] for leaf in given.leaves])
    totals = totals_of(by_scorer(given), weights, panel.appraisal.scoring.missing)
    own = {
        scorer: row.tolist()
        for scorer, row in zip(given.scorers, totals, strict=True)
        if row.size and not np.isnan(row).any()
    }
    return Concordance(
        w=kendalls_w([mid_ranks(row) for row in own.values()]),
        scorers=tuple(_result(panel, scorer, row) for scorer, row in own.items()),
        left_out=tuple(
            each for each in given.scorers if each in panel.who_scored and each not in own
        ),
    )


def _result(panel: Panel, scorer: ScorerId, row: list[float]) -> ScorerResult:
    ranking = ranking_of(dict(zip(panel.given.options, row, strict=True)), panel.barred)
    model = [total for total in panel.model.totals.values() if total is not None]
    if len(model) < len(row):
        return ScorerResult(scorer, ranking, None, None)
    one, other = mid_ranks(row), mid_ranks(model)
    return ScorerResult(scorer, ranking, spearman(one, other), weighted_spearman(one, other))
