"""Which forms of the library give what a trust asks of one, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from appraiser.analysis.library.comparing import ComparedCell, cell_of
from appraiser.domain.options import FormNote
from appraiser.domain.sources import Standing
from appraiser.domain.term import Term
from appraiser.domain.terms import Scope, TrustStatus

if TYPE_CHECKING:
    from appraiser.catalogue.forms import Form
    from appraiser.catalogue.loading import Catalogue


class Wish(Term):
    """The questions that help to choose a form."""

    STAYS = "stays", "Must it stay in the NHS?"
    SCOPE = "scope", "The whole organisation, or a service line?"
    STAFF = "staff", "Do staff want to own it, or to have a voice?"
    LOCK = "lock", "Must assets be locked?"
    PARTNER = "partner", "Is private capital or a partner wanted?"
    WAY_BACK = "way-back", "Must there be an easy way back?"


class StaffWish(Term):
    """What staff want of a form."""

    OWN = "own", "To own it"
    VOICE = "voice", "To have a voice"


class Suitability(Term):
    """How far a form gives what is asked."""

    FITS = "fits", "Fits"
    IN_PART = "in-part", "Fits in part"
    DOES_NOT = "does-not", "Does not fit"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a trust asks of a form. What is false or None does not matter; nothing is stored."""

    scope: Scope
    stays: bool = False
    staff: StaffWish | None = None
    lock: bool = False
    partner: bool = False
    way_back: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceReason:
    """What the library says of one wish, in the words of the cell it is read from."""

    wish: Wish
    says: Suitability
    cell: ComparedCell


@dataclass(frozen=True, slots=True)
class FormChoice:
    """One form: how far it fits, with a reason for every wish, the worst first."""

    form: str
    name: str
    stays_in_nhs: bool
    says: Suitability
    reasons: tuple[ChoiceReason, ...]


@dataclass(frozen=True, slots=True)
class RouteStepChoice:
    """One step of a staged route: its form, and what must be so before it is taken."""

    form: str
    name: str
    scope: Scope
    goes_ahead: str
    says: Suitability
    """How far the form of the step fits what is asked, at the scope of the step."""


@dataclass(frozen=True, slots=True)
class RouteChoice:
    """One staged route, on offer whatever is asked."""

    route: str
    name: str
    words: str
    sources: tuple[str, ...]
    steps: tuple[RouteStepChoice, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Every form of the library, the best fitting first, and the staged routes."""

    forms: tuple[FormChoice, ...]
    routes: tuple[RouteChoice, ...]


def choose_form(
    catalogue: Catalogue, wishes: Wishes, status: TrustStatus, notes: Iterable[FormNote] = ()
) -> Choices:
    """Rank the forms by how far they give what is asked, with reasons from the library's cells.

    No form is ever left out, least of all those that stay in the NHS: one that does not fit is
    last and says why. A form fits when it fits every wish, and does not when it fails one; within
    each, the fewer wishes it fails or meets in part, the earlier it comes, and then the library's
    order holds. Where the appraisal judges a cell otherwise its own words are the reason, and
    the library's reading of the cell still decides.
    """
    own = tuple(notes)
    made = [_choice(form, wishes, status, own) for form in catalogue.forms.values()]
    return Choices(tuple(sorted(made, key=_order)), tuple(_routes(catalogue, wishes, status)))


def _choice(
    form: Form, wishes: Wishes, status: TrustStatus, notes: tuple[FormNote, ...]
) -> FormChoice:
    found = [*_offered(form, status), *_reasons(form, wishes, notes)]
    reasons = tuple(sorted(found, key=lambda each: _WORST_FIRST.index(each.says)))
    says = reasons[0].says
    return FormChoice(form.id, form.name, form.stays_in_nhs, says, reasons)


def _order(choice: FormChoice) -> tuple[int, int, int]:
    counts = [sum(each.says is said for each in choice.reasons) for said in _WORST_FIRST]
    return (-_WORST_FIRST.index(choice.says), counts[0], counts[1])


_WORST_FIRST = (Suitability.DOES_NOT, Suitability.IN_PART, Suitability.FITS)


def _offered(form: Form, status: TrustStatus) -> Iterator[ChoiceReason]:
    if status not in form.statuses:
        words = f"It is not on offer to an {status.label}."
        cell = ComparedCell(words, Standing.JUDGEMENT)
        yield ChoiceReason(Wish.SCOPE, Suitability.DOES_NOT, cell)


def _reasons(form: Form, wishes: Wishes, notes: tuple[FormNote, ...]) -> Iterator[ChoiceReason]:
    for wish, answer, name in _asked(form, wishes):
        cell = cell_of(form, name, notes)
        if wish is Wish.STAYS:
            cell = replace(cell, answer=_STAYS[form.stays_in_nhs])
        yield ChoiceReason(wish, _SAYS[answer], cell)


def _asked(form: Form, wishes: Wishes) -> Iterator[tuple[Wish, str, str]]:
    """Give each wish with the library's answer to it and the cell that the answer is read from."""
    whole = wishes.scope is Scope.WHOLE_ORGANISATION
    yield Wish.SCOPE, form.fit(wishes.scope).answer, "fit_whole" if whole else "fit_service"
    suits = form.suits
    if wishes.stays:
        yield Wish.STAYS, "yes" if form.stays_in_nhs else "no", "what"
    if wishes.staff is StaffWish.OWN:
        yield Wish.STAFF, suits.ownership if suits else _NOT_SAID, "voice"
    if wishes.staff is StaffWish.VOICE:
        yield Wish.STAFF, suits.voice if suits else _NOT_SAID, "voice"
    if wishes.lock:
        yield Wish.LOCK, suits.lock if suits else _NOT_SAID, "asset_lock"
    if wishes.partner:
        yield Wish.PARTNER, suits.partner if suits else _NOT_SAID, "capital"
    if wishes.way_back:
        back = form.reversibility.answer
        yield Wish.WAY_BACK, _BACK.get(back, back), "reversibility"


_STAYS = {True: "Stays in the NHS", False: "Leaves the NHS"}

_NOT_SAID = "as-base"
"""A form that a trust added and does not describe so far: it may fit or not."""

_SAYS = {
    "yes": Suitability.FITS,
    "easy": Suitability.FITS,
    "part": Suitability.IN_PART,
    "narrow": Suitability.IN_PART,
    "medium": Suitability.IN_PART,
    "as-base": Suitability.IN_PART,
    "no": Suitability.DOES_NOT,
    "hard": Suitability.DOES_NOT,
    "very-hard": Suitability.DOES_NOT,
    "not-applicable": Suitability.DOES_NOT,
}

_BACK = {"not-applicable": "easy"}
"""Where there is nothing to go back from, going back is no trouble."""


def _routes(catalogue: Catalogue, wishes: Wishes, status: TrustStatus) -> Iterator[RouteChoice]:
    for route in catalogue.routes.values():
        steps = []
        for step in route.steps:
            form = catalogue.forms[step.form]
            says = _choice(form, replace(wishes, scope=step.scope), status, ()).says
            words = step.goes_ahead.text
            steps.append(RouteStepChoice(form.id, form.name, step.scope, words, says))
        yield RouteChoice(route.id, route.name, route.basis.text, route.basis.sources, tuple(steps))
