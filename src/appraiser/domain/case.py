"""Stage 2, case for change: why act, towards what, and what staff said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appraiser.domain.fields import (
    MOST_PENCE,
    choice,
    day,
    flag,
    identity,
    line,
    links,
    money,
    prose,
    whole,
)
from appraiser.domain.ids import (
    BenefitId,
    ChallengeId,
    EoiAnswerId,
    ObjectiveId,
    OptionId,
    StaffViewId,
)
from appraiser.domain.terms import BenefitKind, EvidenceStrength, Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """A strategic challenge, and what has been done about it so far."""

    id: ChallengeId = identity()
    title: str = line("Challenge")
    reach: Reach = choice("Local or national", default=Reach.LOCAL)
    description: str = prose("What it is")
    done_so_far: str = prose("Done about it so far")
    results: str = prose("With what results", "Above all for patients")


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A specific, measurable, achievable, relevant and time-limited aim."""

    id: ObjectiveId = identity()
    title: str = line("Objective")
    measure: str = line("Measured by")
    baseline: str = line("Now")
    target: str = line("Target")
    due: date | None = day("By when")
    owner: str = line("Owner", "A role")
    relevance: str = prose("Why it matters here")


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffView:
    """What staff said, when, how they were asked, and how many."""

    id: StaffViewId = identity()
    title: str = line("Who and how", "Such as: union branch vote")
    heard_on: date | None = day("When")
    asked: int | None = whole("Asked")
    answered: int | None = whole("Answered")
    in_favour: int | None = whole("In favour", "Where it was a vote")
    against: int | None = whole("Against", "Where it was a vote")
    said: str = prose("What was said")
    answered_with: str = prose("What the trust did about it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """A benefit sought, typed as the Comprehensive Investment Appraisal model types it."""

    id: BenefitId = identity()
    title: str = line("Benefit")
    kind: BenefitKind = choice("Kind", default=BenefitKind.UNMONETISABLE)
    health: bool = flag("Valued as gains in health (QALYs)")
    strength: EvidenceStrength = choice("Strength of the evidence", default=EvidenceStrength.NONE)
    description: str = prose("Who gains, and how")
    unit: str = line("Unit")
    yearly_value: int | None = money("Value in a year", low=-MOST_PENCE)
    first_year: int | None = whole("First year", "Counted from the base year, 0", low=0, high=300)
    last_year: int | None = whole("Last year", low=0, high=300)
    options: tuple[OptionId, ...] = links("Options that bring it", "options")
    contract_term: str = prose("Contract term that secures it")
    evidence: str = prose("Evidence")
    owner: str = line("Owner", "A role")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressionOfInterest:
    """The head of the programme's expression of interest form."""

    sponsor_name: str = line("Senior sponsor")
    sponsor_title: str = line("Sponsor's title")
    sponsor_email: str = line("Sponsor's email")
    sponsor_phone: str = line("Sponsor's telephone")
    lead_name: str = line("Project lead")
    lead_title: str = line("Lead's title")
    lead_address: str = prose("Lead's address")
    lead_email: str = line("Lead's email")
    lead_phone: str = line("Lead's telephone")


@dataclass(frozen=True, slots=True, kw_only=True)
class EoiAnswer:
    """One question of the expression of interest, its word limit and the trust's answer."""

    id: EoiAnswerId = identity()
    question: str = prose("Question")
    word_limit: int | None = whole("Word limit", low=1, high=100_000)
    answer: str = prose("Answer")
