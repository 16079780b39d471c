"""Weight sets side by side: what each makes of the same scores."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from appraiser.analysis.scoring.ranking import Ranking, leader_changes, ranking_of
from appraiser.analysis.scoring.score_matrix import ScoreMatrix
from appraiser.analysis.scoring.totals import totals_under
from appraiser.analysis.weighting.random_index import RandomIndex
from appraiser.analysis.weighting.weights import Weights, set_weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import GroupId, OptionId, WeightSetId


@dataclass(frozen=True, slots=True)
class WeightSetResult:
    """One weight set: the weights it comes to, and where the options stand under them.

    A set that cannot be used has neither, and `reasons` say why in a sentence each.
    `leader_changes` tells whether others lead than under the set that feeds the totals; None
    where that is not known.
    """

    set: WeightSetId
    group: GroupId | None
    feeds_totals: bool
    weights: Weights | None
    ranking: Ranking | None
    leader_changes: bool | None
    reasons: tuple[str, ...]


def weight_set_results(
    appraisal: Appraisal,
    matrix: ScoreMatrix,
    index: RandomIndex | None = None,
    barred: Collection[OptionId] = (),
) -> tuple[WeightSetResult, ...]:
    """Weigh the scores that feed the totals by each weight set in turn, in the sets' order."""
    if not appraisal.criteria:
        return ()
    model = appraisal.weighting.model_set
    found = [(each, *set_weights(appraisal, each, index)) for each in appraisal.weight_sets]
    rankings = {each.id: _ranking(appraisal, matrix, weights, barred) for each, weights, _ in found}
    used = None if model is None else rankings.get(model)
    return tuple(
        WeightSetResult(
            set=each.id,
            group=each.group,
            feeds_totals=each.id == model,
            weights=weights,
            ranking=(ranking := rankings[each.id]),
            leader_changes=leader_changes(used, ranking) if used and ranking else None,
            reasons=tuple(finding.words for finding in findings),
        )
        for each, weights, findings in found
    )


def _ranking(
    appraisal: Appraisal,
    matrix: ScoreMatrix,
    weights: Weights | None,
    barred: Collection[OptionId],
) -> Ranking | None:
    if weights is None:
        return None
    totals = totals_under(matrix, weights.leaf_shares, appraisal.scoring.missing)
    return ranking_of(totals, barred)
