"""Criteria that may count the same thing twice: their scores rise and fall together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from appraiser.analysis.scoring.score_matrix import ScoreMatrix
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import CriterionId, Ref
from appraiser.domain.terms import Stage
from appraiser.domain.written import listed

LIMIT = 0.9
"""Above this correlation two criteria are worth a look (method.md section 4.1)."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two criteria whose scores go together across the options.

    `correlation` is Pearson's, from -1 to 1, over the options that have both scores.
    """

    one: CriterionId
    other: CriterionId
    correlation: float


def overlaps(matrix: ScoreMatrix, limit: float = LIMIT) -> tuple[Overlap, ...]:
    """Give the pairs of criteria that correlate above the limit, in the order of the criteria.

    A pair needs at least three options that have both scores, and neither may be the same in all
    of them.
    """
    if not matrix.rows or not matrix.leaves:
        return ()
    from appraiser.analysis.panel.array_correlations import correlations

    found = correlations(matrix.rows)
    return tuple(
        Overlap(one, other, found[i][j])
        for i, one in enumerate(matrix.leaves)
        for j, other in enumerate(matrix.leaves[i + 1 :], start=i + 1)
        if found[i][j] > limit
    )


def overlap_findings(appraisal: Appraisal, found: Sequence[Overlap]) -> Iterator[Finding]:
    """Find criteria to be checked for double counting, each with all later ones it goes with."""
    named = {each.id: called(each) for each in appraisal.criteria}
    beside: dict[CriterionId, list[CriterionId]] = {}
    for each in found:
        beside.setdefault(each.one, []).append(each.other)
    for one, others in beside.items():
        names = listed([f'"{named[each]}"' for each in others])
        words = (
            f'The scores on "{named[one]}" rise and fall with those on {names}; '
            "check that they do not count the same thing twice."
        )
        at = Ref("criteria", one)
        yield Finding("double-counting", Severity.WARNING, Stage.WEIGHTS, words, at)
