"""How far the scorers agree in how they rank the options, and who stands apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.panel.rank_agreement import (
    kendalls_w,
    mid_ranks,
    spearman,
    weighted_spearman,
)
from appraiser.analysis.scoring.ranking import Ranking, ranking_of
from appraiser.domain.ids import ScorerId

if TYPE_CHECKING:
    from appraiser.analysis.panel.whole_panel import Panel


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

    given = panel.given
    weights = np.array([panel.shares[leaf] for leaf in given.leaves])
    totals = totals_of(panel.tables, weights, panel.appraisal.scoring.missing)
    whole = np.flatnonzero(~np.isnan(totals).any(axis=1)).tolist() if given.options else []
    own = {given.scorers[at]: totals[at].tolist() for at in whole}
    ranks = {scorer: mid_ranks(row) for scorer, row in own.items()}
    model = [each for each in panel.model.totals.values() if each is not None]
    by_model = mid_ranks(model) if len(model) == len(given.options) else None
    return Concordance(
        w=kendalls_w(tuple(ranks.values())),
        scorers=tuple(
            _result(panel, scorer, row, (ranks[scorer], by_model)) for scorer, row in own.items()
        ),
        left_out=tuple(
            each for each in given.scorers if each in panel.who_scored and each not in own
        ),
    )


_Ranks = tuple[float, ...]


def _result(
    panel: Panel, scorer: ScorerId, row: list[float], ranks: tuple[_Ranks, _Ranks | None]
) -> ScorerResult:
    ranking = ranking_of(dict(zip(panel.given.options, row, strict=True)), panel.barred)
    own, by_model = ranks
    if by_model is None:
        return ScorerResult(scorer, ranking, None, None)
    return ScorerResult(scorer, ranking, spearman(own, by_model), weighted_spearman(own, by_model))
