"""What pensions and clinical negligence cover come to for an option, by who pays for the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import OptionId
from appraiser.domain.options import Option
from appraiser.domain.sources import Standing
from appraiser.domain.term import Term
from appraiser.domain.terms import Inheritance, TransferRoute
from appraiser.domain.trust import ServiceLine

if TYPE_CHECKING:
    from appraiser.catalogue.forms import Form
    from appraiser.catalogue.income import IncomeAnswer, Matter, Payer
    from appraiser.catalogue.loading import Catalogue

_NOTHING = "The library has nothing on this for the date of the law."
_ALL = 100.0
"""Shares of income are in per cent."""


@dataclass(frozen=True, slots=True)
class InheritedAnswer:
    """One answer for the work of some payers and some ways of moving, and what it rests on."""

    matter: Term
    """A `Matter` of the catalogue: the pension scheme, or clinical negligence cover."""
    body: Inheritance
    payers: tuple[Term, ...]
    """Of the catalogue's `Payer`: NHS commissioners, councils."""
    share: float | None
    """The part of the option's income that these payers bring (0 to 1), if it is known."""
    routes: tuple[TransferRoute, ...]
    covers: Term
    """A `Cover` of the catalogue: yes, on conditions, no, not known."""
    text: str
    standing: Standing
    sources: tuple[str, ...] = ()
    """Ids of the catalogue's sources."""
    note: str = ""
    todo: str = ""


@dataclass(frozen=True, slots=True)
class InheritedByIncome:
    """What an option inherits by income, and how its income is split."""

    option: OptionId
    stays_in_nhs: bool
    """The form stays in the NHS, so that nobody moves whatever is said of it."""
    council_share: float | None
    """Share of income from councils (0 to 1), None where it is not known."""
    route: TransferRoute | None
    """How staff move; None where it is not said, and then every way is answered."""
    answers: tuple[InheritedAnswer, ...]

    @property
    def mixed(self) -> bool:
        """Whether both kinds of payer have to be looked at."""
        return self.council_share is None or 0 < self.council_share < 1


def inherits_by_income(
    appraisal: Appraisal, catalogue: Catalogue, option: OptionId
) -> InheritedByIncome | None:
    """Work out pension access and clinical negligence cover by payer and by route of transfer.

    The share of councils is that of the option's service lines, weighted by their income, or
    the trust's where it is for the whole organisation. The law is that of the appraisal's date.
    Gives None where the option's form is not in the library; raises `Problem` where there is no
    such option.
    """
    found = appraisal.option(option)
    form = catalogue.forms.get(found.form)
    if form is None:
        return None
    share = council_share(appraisal, found)
    asked = _Asked(form.classes, share, _routes(form, found), appraisal.question.rules_date)
    return InheritedByIncome(
        option, form.stays_in_nhs, share, found.transfer, tuple(_answers(catalogue, asked))
    )


def council_share(appraisal: Appraisal, option: Option) -> float | None:
    """Give the share of an option's income that councils pay (0 to 1), if it is known."""
    lines = [each for each in appraisal.service_lines if each.id in option.service_lines]
    if not lines:
        share = appraisal.trust.council_income
        return None if share is None else share / _ALL
    return _weighted(lines)


def _weighted(lines: list[ServiceLine]) -> float | None:
    shares = [each.council_income for each in lines]
    known = [each for each in shares if each is not None]
    if len(known) < len(shares):
        return None
    if len(set(known)) == 1:
        return known[0] / _ALL
    incomes = [each.income for each in lines if each.income]
    if len(incomes) < len(lines):
        return None
    paid = sum(share * income for share, income in zip(known, incomes, strict=True))
    return paid / sum(incomes) / _ALL


@dataclass(frozen=True, slots=True)
class _Asked:
    bodies: tuple[Inheritance, ...]
    share: float | None
    routes: tuple[TransferRoute, ...]
    on: date | None


def _routes(form: Form, option: Option) -> tuple[TransferRoute, ...]:
    """Give the ways that staff may move: the one that is said, or all there could be."""
    if form.stays_in_nhs:
        return (TransferRoute.NONE,)
    if option.transfer is not None:
        return (option.transfer,)
    return (TransferRoute.COMPULSORY, TransferRoute.VOLUNTARY)


def _answers(catalogue: Catalogue, asked: _Asked) -> Iterator[InheritedAnswer]:
    from appraiser.catalogue.income import Matter

    for matter in Matter:
        for body in asked.bodies:
            yield from _of_body(catalogue, asked, matter, body)


def _of_body(
    catalogue: Catalogue, asked: _Asked, matter: Matter, body: Inheritance
) -> Iterator[InheritedAnswer]:
    """Give the answers for a class of body; work and routes answered alike are put together."""
    from appraiser.catalogue.income import Cover

    alike: dict[str, tuple[IncomeAnswer | None, list[Payer], list[TransferRoute]]] = {}
    payers = _payers(asked.share)
    for payer in payers:
        for route in asked.routes:
            answer = _answer(catalogue, asked, matter, (body, payer, route))
            _, paid, moved = alike.setdefault(answer.id if answer else "", (answer, [], []))
            paid.append(payer)
            moved.append(route)
    for answer, paid, moved in alike.values():
        by, routes = tuple(dict.fromkeys(paid)), tuple(dict.fromkeys(moved))
        share = 1.0 if len(by) == len(payers) else _part(asked.share, by[0])
        blank = InheritedAnswer(
            matter, body, by, share, routes, Cover.NOT_KNOWN, _NOTHING, Standing.UNCONFIRMED
        )
        yield _inherited(answer, blank)


def _payers(share: float | None) -> tuple[Payer, ...]:
    """Give who pays for any of the work, both where that is not known."""
    from appraiser.catalogue.income import Payer

    paid = {Payer.NHS: share is None or share < 1, Payer.COUNCIL: share is None or share > 0}
    return tuple(payer for payer, pays in paid.items() if pays)


def _part(share: float | None, payer: Payer) -> float | None:
    from appraiser.catalogue.income import Payer

    if share is None:
        return None
    return share if payer is Payer.COUNCIL else 1 - share


def _answer(
    catalogue: Catalogue,
    asked: _Asked,
    matter: Matter,
    work: tuple[Inheritance, Payer, TransferRoute],
) -> IncomeAnswer | None:
    found = (
        each
        for each in catalogue.by_income.values()
        if each.matter is matter and each.to(*work) and (asked.on is None or each.holds(asked.on))
    )
    return next(found, None)


def _inherited(answer: IncomeAnswer | None, asked: InheritedAnswer) -> InheritedAnswer:
    """Fill in the library's answer, where it has one for the date."""
    if answer is None:
        return asked
    return replace(
        asked,
        covers=answer.covers,
        text=answer.basis.text,
        standing=answer.basis.standing,
        sources=answer.basis.sources,
        note=answer.basis.note,
        todo=answer.todo.text,
    )
