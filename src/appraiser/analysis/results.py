"""The results of an appraisal: every number and reason, worked out afresh from one snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from appraiser.analysis.acceptability import Acceptability
from appraiser.analysis.cost_totals import CostTotals
from appraiser.analysis.critical_weights import CriticalWeight
from appraiser.analysis.gates import GateResult
from appraiser.analysis.readiness import ReadinessResult
from appraiser.analysis.reference import Catalogue
from appraiser.analysis.support_totals import SupportTotals
from appraiser.analysis.verdict import Verdict
from appraiser.analysis.weights import Weights
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Finding
from appraiser.domain.ids import CriterionId, OptionId
from appraiser.domain.problem import Problem
from appraiser.domain.terms import GateOutcome, MissingScores, ScoreFeed


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one scored criterion adds to one option's total: weight times score.

    `score` is from 0 to 100, None when it is missing; `points` is None while there is no total.
    """

    criterion: CriterionId
    score: float | None
    weight: float | None
    points: float | None


@dataclass(frozen=True, slots=True)
class OptionResult:
    """What follows for one option of the shortlist.

    `total` runs from 0 to 100 and is the sum of its contributions' points; it is None while
    weights or scores are missing, unless the policy is to use the criteria that are scored. The
    lowest and highest total it could have take each missing score at its worst and its best.
    Options that tie share the better rank; one without a total has no rank.
    """

    option: OptionId
    total: float | None
    lowest: float | None
    highest: float | None
    contributions: tuple[Contribution, ...]
    missing: tuple[CriterionId, ...]
    scored_weight: float
    """Share of the weight that is scored, from 0 to 1."""
    rank: int | None
    """Among the whole shortlist, as if there were no gates."""
    open_rank: int | None
    """Among the options that no gate bars."""
    first_rank: float | None
    """First-rank acceptability, from 0 to 1; None when barred or not worked out."""
    gates: tuple[GateResult, ...]
    costs: CostTotals

    @property
    def barred(self) -> bool:
        """Whether any gate bars it. A barred option keeps its total and cannot be recommended."""
        return any(gate.outcome is GateOutcome.BARS for gate in self.gates)

    @property
    def barring(self) -> tuple[GateResult, ...]:
        """The gates that bar it."""
        return tuple(gate for gate in self.gates if gate.outcome is GateOutcome.BARS)


@dataclass(frozen=True, slots=True)
class Results:
    """All that follows from an appraisal. `options` stand in the order of the shortlist."""

    weights: Weights | None
    """None while the weights cannot be worked out; `findings` say why."""
    options: tuple[OptionResult, ...]
    verdict: Verdict
    acceptability: Acceptability | None
    critical_weights: tuple[CriticalWeight, ...]
    feed: ScoreFeed
    missing: MissingScores
    support: SupportTotals
    readiness: ReadinessResult
    stale_weights: bool
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


def assess(appraisal: Appraisal, catalogue: Catalogue) -> Results:
    """Work out everything that follows from an appraisal under the law and rates of a catalogue.

    It never raises for what people may have typed: what stops a number is a finding.
    """
    raise Problem("The results cannot be worked out yet.")
