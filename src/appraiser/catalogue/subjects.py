"""The subjects of the reference data: one file each, holding entries of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from appraiser.catalogue.barriers import BarrierKind
from appraiser.catalogue.criteria_templates import CriteriaTemplate
from appraiser.catalogue.definitions import Definition
from appraiser.catalogue.discounting import DiscountSchedule
from appraiser.catalogue.facts import Entry, Source
from appraiser.catalogue.forms import Form
from appraiser.catalogue.front_sheets import FrontSheetProfile
from appraiser.catalogue.income import IncomeAnswer
from appraiser.catalogue.inheritance import InheritanceClass
from appraiser.catalogue.measure_scales import MeasureScale
from appraiser.catalogue.optimism import OptimismBias
from appraiser.catalogue.precedents import Mentor, Precedent
from appraiser.catalogue.private_sessions import PrivateSession
from appraiser.catalogue.programmes import ProgrammeTemplate
from appraiser.catalogue.random_index import RandomIndexTable
from appraiser.catalogue.rates import RatePoint, SupportShare
from appraiser.catalogue.routes import StagedRoute
from appraiser.catalogue.rules import Rule
from appraiser.catalogue.thresholds import Threshold
from appraiser.catalogue.verdicts import VerdictRule

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Subject(Generic[E]):
    """One subject: `name` is that of its file, `heading` begins each of its entries."""

    name: str
    heading: str
    kind: type[E]

    @property
    def file(self) -> str:
        """The name of its file in a folder of reference data."""
        return f"{self.name}.toml"


SOURCES = Subject("sources", "source", Source)
INHERITANCE = Subject("inheritance", "class", InheritanceClass)
INCOME = Subject("inheritance_by_income", "answer", IncomeAnswer)
FORMS = Subject("forms", "form", Form)
ROUTES = Subject("staged_routes", "route", StagedRoute)
RULES = Subject("rules", "rule", Rule)
THRESHOLDS = Subject("thresholds", "threshold", Threshold)
PROGRAMMES = Subject("programmes", "programme", ProgrammeTemplate)
CRITERIA_TEMPLATES = Subject("criteria_templates", "template", CriteriaTemplate)
VERDICT = Subject("verdict", "verdict", VerdictRule)
DISCOUNT = Subject("discount", "schedule", DiscountSchedule)
OPTIMISM = Subject("optimism", "bias", OptimismBias)
BARRIERS = Subject("barriers", "barrier", BarrierKind)
DEFINITIONS = Subject("definitions", "definition", Definition)
RATES = Subject("rates", "rate", RatePoint)
RANDOM_INDEX = Subject("random_index", "table", RandomIndexTable)
SUPPORT_SPLIT = Subject("support_split", "share", SupportShare)
PRECEDENTS = Subject("precedents", "precedent", Precedent)
MENTORS = Subject("mentors", "mentor", Mentor)
MEASURE_SCALES = Subject("measure_scales", "scale", MeasureScale)
FRONT_SHEETS = Subject("front_sheets", "front_sheet", FrontSheetProfile)
PRIVATE_SESSIONS = Subject("private_sessions", "session", PrivateSession)

SUBJECTS: dict[str, Subject[Any]] = {
    subject.name: subject
    for subject in (
        SOURCES,
        INHERITANCE,
        INCOME,
        FORMS,
        ROUTES,
        RULES,
        THRESHOLDS,
        PROGRAMMES,
        CRITERIA_TEMPLATES,
        VERDICT,
        DISCOUNT,
        OPTIMISM,
        BARRIERS,
        DEFINITIONS,
        RATES,
        RANDOM_INDEX,
        SUPPORT_SPLIT,
        PRECEDENTS,
        MENTORS,
        MEASURE_SCALES,
        FRONT_SHEETS,
        PRIVATE_SESSIONS,
    )
}
