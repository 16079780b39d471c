"""The reference data as one typed catalogue, each file read when it is first needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from appraiser.catalogue import subjects
from appraiser.catalogue.discounting import DiscountSchedule
from appraiser.catalogue.facts import Source
from appraiser.catalogue.forms import Form
from appraiser.catalogue.front_sheets import STANDARD, FrontSheetProfile
from appraiser.catalogue.nearest import nearest
from appraiser.catalogue.programmes import ProgrammeTemplate
from appraiser.catalogue.random_index import RandomIndexTable
from appraiser.catalogue.shelves import Shelves
from appraiser.catalogue.subjects import SUBJECTS, E, Subject
from appraiser.catalogue.verdicts import VerdictRule
from appraiser.domain.problem import Problem
from appraiser.resources import resource


@dataclass(frozen=True, slots=True)
class Vintage:
    """How old the reference data of one subject is, for a paper to print.

    `own` is the date of the trust's own additions to it, empty where there are none.
    """

    subject: str
    dated: str
    own: str = ""


@dataclass(frozen=True, slots=True)
class _Held(Generic[E]):
    """The entries of one subject of a catalogue, by id, in the order of its file."""

    subject: Subject[E]

    def __get__(self, catalogue: Catalogue, owner: type[Catalogue]) -> Mapping[str, E]:
        return catalogue.shelves.entries(self.subject)


def load_catalogue(folder: Path | None = None, own: Path | None = None) -> Catalogue:
    """Open the reference data in `folder`, by default what is shipped.

    `own` is a folder of a trust's own additions: files of the same names, whose entries are
    added, or put in place of shipped ones with the same id. They are checked here and now; a
    shipped file is read when it is first needed. Raises `Problem` naming the file, the entry
    and the key, and `MissingResource` where the shipped folder is not there.
    """
    shelves = Shelves(folder or resource("reference"), own)
    shelves.check_own()
    return Catalogue(shelves)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The reference data: a mapping of entries by id for each subject."""

    shelves: Shelves

    sources = _Held(subjects.SOURCES)
    inheritance = _Held(subjects.INHERITANCE)
    by_income = _Held(subjects.INCOME)
    forms = _Held(subjects.FORMS)
    routes = _Held(subjects.ROUTES)
    rules = _Held(subjects.RULES)
    thresholds = _Held(subjects.THRESHOLDS)
    programmes = _Held(subjects.PROGRAMMES)
    criteria_templates = _Held(subjects.CRITERIA_TEMPLATES)
    verdicts = _Held(subjects.VERDICT)
    schedules = _Held(subjects.DISCOUNT)
    optimism = _Held(subjects.OPTIMISM)
    barriers = _Held(subjects.BARRIERS)
    definitions = _Held(subjects.DEFINITIONS)
    rates = _Held(subjects.RATES)
    random_index = _Held(subjects.RANDOM_INDEX)
    support_split = _Held(subjects.SUPPORT_SPLIT)
    precedents = _Held(subjects.PRECEDENTS)
    mentors = _Held(subjects.MENTORS)
    measure_scales = _Held(subjects.MEASURE_SCALES)
    front_sheets = _Held(subjects.FRONT_SHEETS)
    private_sessions = _Held(subjects.PRIVATE_SESSIONS)

    @property
    def verdict(self) -> VerdictRule:
        """What a clear and a narrow leader need; a trust's own file may set it."""
        return _one(self.verdicts, "standard", "verdict rule")

    def random_index_table(self, table: str = "") -> RandomIndexTable:
        """Give a table by its id, or the usual one; raise `Problem` if there is none."""
        return _one(self.random_index, table or "saaty-2005", "table of the random index")

    @property
    def vintages(self) -> tuple[Vintage, ...]:
        """How old each subject's data is. Reads every file."""
        return tuple(
            Vintage(subject.name, *(file.head.vintage for file in self.shelves.files(subject)))
            for subject in SUBJECTS.values()
        )

    def form(self, form: str) -> Form:
        """Give a form by its id; raise `Problem` with the nearest name if there is none."""
        if form in self.forms:
            return self.forms[form]
        also = {name: each.id for each in self.forms.values() for name in each.aliases}
        return _one(self.forms, form, "form", also)

    def programme(self, programme: str) -> ProgrammeTemplate:
        """Give a programme by its id; raise `Problem` if there is none."""
        return _one(self.programmes, programme, "programme")

    def schedule(self, schedule: str) -> DiscountSchedule:
        """Give a discount schedule by its id; raise `Problem` if there is none."""
        return _one(self.schedules, schedule, "discount schedule")

    def source(self, source: str) -> Source:
        """Give a source by its id; raise `Problem` if there is none."""
        return _one(self.sources, source, "source")

    def front_sheet(self, profile: str) -> FrontSheetProfile:
        """Give a front sheet by its id, or the standard one; raise `Problem` if there is none."""
        return _one(self.front_sheets, profile or STANDARD, "front sheet")

    def check(self) -> None:
        """Read every file and check every entry; raise `Problem` at the first mistake."""
        for subject in SUBJECTS.values():
            self.shelves.entries(subject)


def _one(
    entries: Mapping[str, E], name: str, noun: str, also: Mapping[str, str] | None = None
) -> E:
    if name in entries:
        return entries[name]
    close = nearest(name, {**{each: each for each in entries}, **(also or {})})
    hint = f'; did you mean "{close}"?' if close else ""
    raise Problem(f'no {noun} called "{name}"{hint}')
