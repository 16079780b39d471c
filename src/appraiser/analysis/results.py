"""The results of an appraisal: every number and reason that follows from one snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from appraiser.analysis.examination import Examination
from appraiser.analysis.explanation import Explanation
from appraiser.analysis.library.decided import KeptResults
from appraiser.analysis.library.definition_check import DefinitionResult
from appraiser.analysis.money.money_results import MoneyResults
from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.panel.double_counting import Overlap
from appraiser.analysis.panel.panel_results import PanelResults
from appraiser.analysis.readiness import ReadinessResult
from appraiser.analysis.robustness.outcome import Robustness
from appraiser.analysis.sensitivity.critical_weights import CriticalWeight
from appraiser.analysis.sensitivity.sensitivity import Sensitivity
from appraiser.analysis.support_totals import SupportTotals
from appraiser.analysis.verdict import Verdict
from appraiser.analysis.weighting.swing_answers import SwingAnswer
from appraiser.analysis.weighting.swing_checks import SwingQuestion
from appraiser.analysis.weighting.weight_sets import WeightSetResult
from appraiser.analysis.weighting.weights import Weights
from appraiser.domain.findings import Finding
from appraiser.domain.ids import OptionId
from appraiser.domain.terms import MissingScores, ScoreFeed


@dataclass(frozen=True, slots=True)
class Results:
    """All that follows from an appraisal. `options` stand in the order of the shortlist."""

    weights: Weights | None
    """None while the weights cannot be worked out; `findings` say why."""
    weight_sets: tuple[WeightSetResult, ...]
    """Every set of weights beside the others, and what each makes of the same scores."""
    swing_questions: tuple[SwingQuestion, ...]
    """Sums of swings worth asking about, the most telling first."""
    swing_answers: tuple[SwingAnswer, ...]
    """The answers recorded, held against the weights."""
    options: tuple[OptionResult, ...]
    verdict: Verdict
    explanation: Explanation | None
    """None while no option leads alone over another."""
    robustness: Robustness | None
    """Of the options that no gate bars and that have a total; None while they are not two, or
    where a setting cannot be used, which `findings` say."""
    sensitivity: Sensitivity | None
    """None while fewer than two options have every score and pass their gates, or where a setting
    cannot be used, which `findings` say."""
    panel: PanelResults | None
    """None while the weights cannot be worked out."""
    overlaps: tuple[Overlap, ...]
    """Criteria whose scores go together, and so may count the same thing twice."""
    money: MoneyResults
    examination: Examination | None
    """What takes longer to work out; None until `examining.examine` is asked for it."""
    definitions: Mapping[OptionId, tuple[DefinitionResult, ...]]
    """Each option of the shortlist held against every definition of a public service mutual."""
    kept_gates: KeptResults | None
    """The gate results that were kept, against today's library; None where none were."""
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

    @property
    def critical_weights(self) -> tuple[CriticalWeight, ...]:
        """Of the criteria that are scored, in their order; empty unless one option leads."""
        return self.sensitivity.critical_weights if self.sensitivity else ()

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
