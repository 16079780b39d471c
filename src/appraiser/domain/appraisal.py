"""The appraisal: one question, one trust, one file, as a frozen snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from appraiser.domain.barriers import Action, Barrier, GateAnswer, KeptGate, Request
from appraiser.domain.board_paper import (
    Approval,
    BoardPaper,
    FrontSheetField,
    NextStep,
    PathStep,
    WrittenParagraph,
)
from appraiser.domain.case import (
    Benefit,
    Challenge,
    EoiAnswer,
    ExpressionOfInterest,
    Objective,
    StaffView,
)
from appraiser.domain.costs import Costing, CostLine, TaxPosition
from appraiser.domain.criteria import (
    Comparison,
    Criterion,
    Seal,
    SwingCheck,
    Weighting,
    WeightSet,
)
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.options import (
    DefinitionAnswer,
    FactorMark,
    FormNote,
    FrameworkChoice,
    Option,
    PrecedentUse,
    SuccessFactor,
)
from appraiser.domain.problem import Problem
from appraiser.domain.robustness import Robustness
from appraiser.domain.scores import (
    Attendance,
    Group,
    Interest,
    ParkedItem,
    Scorer,
    ScoreSheet,
    Scoring,
    SheetKey,
)
from appraiser.domain.sources import Citation, PartMark, Source
from appraiser.domain.support import Contract, SupportLine, SupportPlan
from appraiser.domain.terms import Listing, OptionRole, Part
from appraiser.domain.trust import (
    Measure,
    Programme,
    Question,
    ReadinessAnswer,
    ServiceLine,
    Trust,
)


class Entity(Protocol):
    """Anything that lives in a collection."""

    @property
    def id(self) -> Any:
        """Its id: a text, of a type of its own in each collection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """One appraisal at one moment. It never changes; an edit makes the next one.

    The single parts come first, then the collections in the order people put them in, then the
    score sheets, kept apart so that one score copies one small table.
    """

    id: str
    trust: Trust = field(default_factory=Trust)
    programme: Programme = field(default_factory=Programme)
    question: Question = field(default_factory=Question)
    expression_of_interest: ExpressionOfInterest = field(default_factory=ExpressionOfInterest)
    weighting: Weighting = field(default_factory=Weighting)
    scoring: Scoring = field(default_factory=Scoring)
    robustness: Robustness = field(default_factory=Robustness)
    costing: Costing = field(default_factory=Costing)
    support_plan: SupportPlan = field(default_factory=SupportPlan)
    paper: BoardPaper = field(default_factory=BoardPaper)

    sources: tuple[Source, ...] = ()
    citations: tuple[Citation, ...] = ()
    part_marks: tuple[PartMark, ...] = ()
    service_lines: tuple[ServiceLine, ...] = ()
    measures: tuple[Measure, ...] = ()
    readiness_answers: tuple[ReadinessAnswer, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    objectives: tuple[Objective, ...] = ()
    staff_views: tuple[StaffView, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    eoi_answers: tuple[EoiAnswer, ...] = ()
    options: tuple[Option, ...] = ()
    framework_choices: tuple[FrameworkChoice, ...] = ()
    success_factors: tuple[SuccessFactor, ...] = ()
    factor_marks: tuple[FactorMark, ...] = ()
    definition_answers: tuple[DefinitionAnswer, ...] = ()
    form_notes: tuple[FormNote, ...] = ()
    precedent_uses: tuple[PrecedentUse, ...] = ()
    gate_answers: tuple[GateAnswer, ...] = ()
    kept_gates: tuple[KeptGate, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    actions: tuple[Action, ...] = ()
    requests: tuple[Request, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    weight_sets: tuple[WeightSet, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    swing_checks: tuple[SwingCheck, ...] = ()
    seals: tuple[Seal, ...] = ()
    groups: tuple[Group, ...] = ()
    scorers: tuple[Scorer, ...] = ()
    interests: tuple[Interest, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    parked_items: tuple[ParkedItem, ...] = ()
    cost_lines: tuple[CostLine, ...] = ()
    tax_positions: tuple[TaxPosition, ...] = ()
    contracts: tuple[Contract, ...] = ()
    support_lines: tuple[SupportLine, ...] = ()
    path_steps: tuple[PathStep, ...] = ()
    front_sheet_fields: tuple[FrontSheetField, ...] = ()
    written_paragraphs: tuple[WrittenParagraph, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    approvals: tuple[Approval, ...] = ()

    sheets: Mapping[SheetKey, ScoreSheet] = field(default_factory=dict)

    @property
    def shortlist(self) -> tuple[Option, ...]:
        """The options that are appraised in full."""
        return tuple(option for option in self.options if option.listing is Listing.SHORTLIST)

    @property
    def business_as_usual(self) -> Option | None:
        """The baseline, once there is one."""
        found = (o for o in self.options if o.role is OptionRole.BUSINESS_AS_USUAL)
        return next(found, None)

    @property
    def seal(self) -> Seal | None:
        """The seal that holds now, if one does."""
        whole = (seal for seal in self.seals if seal.broken_at is None)
        return next(whole, None)

    def option(self, option: OptionId) -> Option:
        """Give the option of that id; raise `Problem` if there is none."""
        found = entity(self, Ref("options", option))
        assert isinstance(found, Option)
        return found


@dataclass(frozen=True, slots=True)
class Collection:
    """What a collection holds, the part it belongs to, and what one of it is called."""

    name: str
    entity: type
    part: Part
    noun: str
    prefix: str

    @property
    def one(self) -> str:
        """One of it, as in "an option"."""
        return f"{'an' if self.noun[0] in 'aeiou' else 'a'} {self.noun}"


_DECLARED = (
    (Part.SOURCES, "sources", Source, "source"),
    (Part.SOURCES, "citations", Citation, "citation"),
    (Part.PAPER, "part_marks", PartMark, "Part 2 mark"),
    (Part.TRUST, "service_lines", ServiceLine, "service line"),
    (Part.TRUST, "measures", Measure, "measure"),
    (Part.TRUST, "readiness_answers", ReadinessAnswer, "readiness answer"),
    (Part.CASE, "challenges", Challenge, "challenge"),
    (Part.CASE, "objectives", Objective, "objective"),
    (Part.CASE, "staff_views", StaffView, "staff view"),
    (Part.CASE, "benefits", Benefit, "benefit"),
    (Part.CASE, "eoi_answers", EoiAnswer, "answer"),
    (Part.OPTIONS, "options", Option, "option"),
    (Part.OPTIONS, "framework_choices", FrameworkChoice, "framework choice"),
    (Part.OPTIONS, "success_factors", SuccessFactor, "success factor"),
    (Part.OPTIONS, "factor_marks", FactorMark, "success factor mark"),
    (Part.OPTIONS, "definition_answers", DefinitionAnswer, "definition answer"),
    (Part.OPTIONS, "form_notes", FormNote, "judgement on a form"),
    (Part.OPTIONS, "precedent_uses", PrecedentUse, "precedent"),
    (Part.BARRIERS, "gate_answers", GateAnswer, "gate answer"),
    (Part.BARRIERS, "kept_gates", KeptGate, "kept gate result"),
    (Part.BARRIERS, "barriers", Barrier, "barrier"),
    (Part.BARRIERS, "actions", Action, "action"),
    (Part.BARRIERS, "requests", Request, "request"),
    (Part.CRITERIA, "criteria", Criterion, "criterion"),
    (Part.CRITERIA, "weight_sets", WeightSet, "weight set"),
    (Part.CRITERIA, "comparisons", Comparison, "comparison"),
    (Part.CRITERIA, "swing_checks", SwingCheck, "check of swings"),
    (Part.CRITERIA, "seals", Seal, "seal"),
    (Part.SCORES, "groups", Group, "group"),
    (Part.SCORES, "scorers", Scorer, "scorer"),
    (Part.SCORES, "interests", Interest, "interest"),
    (Part.SCORES, "attendances", Attendance, "attendance"),
    (Part.SCORES, "parked_items", ParkedItem, "parked item"),
    (Part.COSTS, "cost_lines", CostLine, "cost"),
    (Part.COSTS, "tax_positions", TaxPosition, "tax position"),
    (Part.SUPPORT, "contracts", Contract, "contract"),
    (Part.SUPPORT, "support_lines", SupportLine, "support line"),
    (Part.PAPER, "path_steps", PathStep, "step"),
    (Part.PAPER, "front_sheet_fields", FrontSheetField, "front sheet field"),
    (Part.PAPER, "written_paragraphs", WrittenParagraph, "paragraph"),
    (Part.PAPER, "next_steps", NextStep, "next step"),
    (Part.PAPER, "approvals", Approval, "approval"),
)
"""Part, name, what is in it, and what one of it is called; the order is the journey's."""

COLLECTIONS: Mapping[str, Collection] = {
    name: Collection(name, entity, part, noun, noun.lower().replace(" ", "-"))
    for part, name, entity, noun in _DECLARED
}
"""Every collection of an appraisal by its name, in the order of the journey."""

SINGLES: Mapping[str, tuple[type, Part, str]] = {
    "trust": (Trust, Part.TRUST, "trust"),
    "programme": (Programme, Part.TRUST, "programme"),
    "question": (Question, Part.TRUST, "question"),
    "expression_of_interest": (ExpressionOfInterest, Part.CASE, "expression of interest"),
    "weighting": (Weighting, Part.CRITERIA, "weights used"),
    "scoring": (Scoring, Part.SCORES, "scoring"),
    "robustness": (Robustness, Part.RESULTS, "robustness check"),
    "costing": (Costing, Part.COSTS, "costing"),
    "support_plan": (SupportPlan, Part.SUPPORT, "support plan"),
    "paper": (BoardPaper, Part.PAPER, "board paper"),
}
"""Every single part of an appraisal by its name: its type, its part and what it is called."""


def entities(appraisal: Appraisal, collection: str) -> tuple[Entity, ...]:
    """Give all of a collection; raise `Problem` if there is no such collection."""
    if collection not in COLLECTIONS:
        raise Problem(f'There is nothing called "{collection}" in an appraisal.')
    found: tuple[Entity, ...] = getattr(appraisal, collection)
    return found


def position(appraisal: Appraisal, ref: Ref) -> int:
    """Give where an entity stands in its collection; raise `Problem` if it is not there."""
    for at, each in enumerate(entities(appraisal, ref.collection)):
        if each.id == ref.id:
            return at
    noun = COLLECTIONS[ref.collection].noun
    raise Problem(f'There is no {noun} with the id "{ref.id}".')


def entity(appraisal: Appraisal, ref: Ref) -> object:
    """Give what a ref points at; raise `Problem` if it points at nothing."""
    if ref.collection in SINGLES and not ref.id:
        return getattr(appraisal, ref.collection)
    return entities(appraisal, ref.collection)[position(appraisal, ref)]


def part_of(ref: Ref) -> Part:
    """Give the part of the appraisal that a ref belongs to."""
    if ref.collection in SINGLES:
        return SINGLES[ref.collection][1]
    return COLLECTIONS[ref.collection].part


def called(item: object) -> str:
    """Give what people call an entity: its name or title, or nothing where it has neither.

    A scorer whose name is not kept goes by the role.
    """
    role = ("role",) if isinstance(item, Scorer) else ()
    for attribute in ("name", "title", "short_name", "label", "body", *role):
        words = getattr(item, attribute, "")
        if isinstance(words, str) and words.strip():
            return words.strip()
    return ""


def named(item: object) -> str:
    """Give what people call an entity, or "Unnamed option" where it has no name yet."""
    return called(item) or f"Unnamed {_NOUNS[type(item)]}"


_NOUNS = {each.entity: each.noun for each in COLLECTIONS.values()}
