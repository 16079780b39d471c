"""What a check finds in the consistency of pairwise comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from appraiser.analysis.weighting.random_index import RandomIndex
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage, WeightMethod
from appraiser.domain.written import rounded


def consistency_findings(
    appraisal: Appraisal, weights: Weights | None, index: RandomIndex | None
) -> Iterator[Finding]:
    """Find comparisons that contradict one another, and a random index that is not known."""
    if weights is None or weights.method is not WeightMethod.PAIRWISE:
        return
    if index is None and appraisal.weighting.random_index:
        words = (
            f'There is no table of the random index called "{appraisal.weighting.random_index}", '
            "so the comparisons have no consistency ratio."
        )
        yield _warning("random-index-unknown", words, Ref("weighting"), "random_index")
    ratio, worst = weights.consistency_ratio, weights.judgement
    if index is None or ratio is None or worst is None or ratio <= index.accept:
        return
    named = {each.id: called(each) for each in appraisal.criteria}
    words = (
        f"The comparisons contradict one another: their consistency ratio is {_written(ratio, 3)}, "
        f"and up to {_written(index.accept)} is accepted. Look first at "
        f'"{named[worst.first]}" against "{named[worst.second]}": {_written(worst.given)} times '
        f"as much was given, and all together come to {_written(worst.implied)} times."
    )
    yield _warning("inconsistent", words, Ref("comparisons", worst.comparison), "ratio")


def _written(number: float, places: int = 2) -> str:
    return rounded(Decimal(repr(number)), places)


def _warning(code: str, words: str, at: Ref, field: str) -> Finding:
    return Finding(code, Severity.WARNING, Stage.WEIGHTS, words, at, field)
