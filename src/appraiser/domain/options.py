"""Stage 3, options: the ways forward, how they were narrowed down, and what each is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appraiser.domain.fields import choice, day, entry, flag, identity, line, link, links, prose
from appraiser.domain.ids import (
    DefinitionAnswerId,
    FactorMarkId,
    FormNoteId,
    FrameworkChoiceId,
    OptionId,
    PrecedentUseId,
    ServiceLineId,
    SuccessFactorId,
)
from appraiser.domain.terms import (
    Answer,
    FactorResult,
    Framework,
    FrameworkVerdict,
    Listing,
    OptionRole,
    Position,
    Scope,
    TransferRoute,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way forward: a scope, a form, and how it is delivered.

    An option left out keeps its reason, the date and who decided; nothing is lost by it.
    """

    id: OptionId = identity()
    name: str = line("Option")
    form: str = entry("Form", "Its id in the library of forms")
    role: OptionRole = choice("Role", default=OptionRole.CANDIDATE)
    scope: Scope = choice("Scope", default=Scope.WHOLE_ORGANISATION)
    service_lines: tuple[ServiceLineId, ...] = links("Service lines", "service_lines")
    stays_in_nhs: bool = flag("Stays in the NHS")
    transfer: TransferRoute | None = choice("How staff move")
    description: str = prose("What would happen")
    delivery: str = prose("How it is delivered")
    implementation: str = prose("How it is brought in")
    funding: str = prose("How it is paid for")
    listing: Listing = choice("Standing", default=Listing.LONGLIST)
    listing_reason: str = prose("Why it stands there")
    left_out_on: date | None = day("Left out on")
    left_out_by: str = line("Left out by", "A role")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkChoice:
    """One choice of the options framework and what the longlist workshop made of it."""

    id: FrameworkChoiceId = identity()
    framework: Framework = choice("Of what", default=Framework.SCOPE)
    title: str = line("Choice")
    position: Position = choice("Position", default=Position.INTERMEDIATE)
    verdict: FrameworkVerdict = choice("Verdict", default=FrameworkVerdict.CARRIED_FORWARD)
    reason: str = prose("Reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessFactor:
    """A critical success factor that options are marked against."""

    id: SuccessFactorId = identity()
    title: str = line("Success factor")
    description: str = prose("What it asks")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorMark:
    """How one option does against one critical success factor."""

    id: FactorMarkId = identity()
    option: OptionId = link("Option", "options", owned=True)
    factor: SuccessFactorId = link("Success factor", "success_factors", owned=True)
    result: FactorResult = choice("Mark", default=FactorResult.MEETS)
    reason: str = prose("Reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionAnswer:
    """The trust's own answer to one test of one definition of a public service mutual."""

    id: DefinitionAnswerId = identity()
    option: OptionId = link("Option", "options", owned=True)
    definition: str = entry("Definition")
    test: str = entry("Test")
    answer: Answer = choice("Answer", default=Answer.UNKNOWN)
    reason: str = prose("Reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormNote:
    """The appraisal's own judgement in place of one the library makes about a form."""

    id: FormNoteId = identity()
    form: str = entry("Form", "Its id in the library of forms")
    field: str = entry("About", "The field of the form it replaces")
    text: str = prose("Judgement")
    reason: str = prose("Reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedentUse:
    """A precedent or mentor this appraisal leans on, and what was learnt from it."""

    id: PrecedentUseId = identity()
    precedent: str = entry("Precedent", "Its id in the reference data, or its name")
    option: OptionId | None = link("Option", "options")
    lesson: str = prose("What it shows")
