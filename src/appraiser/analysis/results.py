"""The results of an appraisal: every number and reason, worked out afresh from one snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from appraiser.analysis.acceptability import Acceptability
from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.readiness import ReadinessResult
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight
from appraiser.analysis.support_totals import SupportTotals
from appraiser.analysis.verdict import Verdict
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain.findings import Finding
from appraiser.domain.ids import OptionId
from appraiser.domain.terms import MissingScores, ScoreFeed


@dataclass(frozen=True, slots=True)
class Results:
    """All that follows from an appraisal. `options` stand in the order of the shortlist."""

    weights: Weights | None
    """None while the weights cannot be worked out; `findings` say why."""
    options: tuple[OptionResult, ...]
    verdict: Verdict
    acceptability: Acceptability | None
    """None while fewer than two options have a total and pass their gates."""
    critical_weights: tuple[CriticalWeight, ...]
    """In the order of the criteria; empty unless one option leads and all have every score."""
    feed: ScoreFeed
    missing: MissingScores
    support: SupportTotals
    readiness: ReadinessResult
    stale_weights: bool
    sealed: bool
    """The criteria and weights were sealed at some time; `stale_weights` says if they moved on."""
    illustrative: bool
    """Some facts are illustrative or made up; every print must say so."""
    findings: tuple[Finding, ...]
    """What needs law or numbers to be found; `domain.checks.check` has the rest."""
    not_covered: tuple[str, ...]
    """What these results leave out, in a sentence each."""

    @property
    def of(self) -> Mapping[OptionId, OptionResult]:
        """Each option's result by its id."""
        return {each.option: each for each in self.options}

    @property
    def ranked(self) -> tuple[OptionResult, ...]:
        """The options that no gate bars by rank, then the barred by theirs; no total comes last."""
        return tuple(
            sorted(self.options, key=lambda each: (each.barred, each.rank is None, each.rank or 0))
        )
