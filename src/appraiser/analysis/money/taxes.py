"""What each option does to VAT and corporation tax, and the gain that would pay for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from appraiser.analysis.money.cost_totals import income_of, stated_taxes
from appraiser.analysis.money.pence import exact, to_pence
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.costs import CostLine, TaxPosition
from appraiser.domain.ids import OptionId
from appraiser.domain.money_terms import CostCategory, CostKind
from appraiser.domain.options import Option
from appraiser.domain.term import Term
from appraiser.domain.terms import Inheritance, OptionRole, Scope

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


class TaxBasis(Term):
    """Where an amount of VAT or tax comes from."""

    STATED = "stated", "Stated in the tax position"
    COST_LINES = "cost-lines", "Stated in the cost lines"
    FORM_CLASS = "form-class", "None, by the class of its form"
    NO_CHANGE = "no-change", "None, since nothing changes"
    ESTIMATE = "estimate", "Estimate in proportion to income"
    UNKNOWN = "unknown", "Not known"


@dataclass(frozen=True, slots=True)
class TaxAmount:
    """VAT or tax in a year, in pence, and where that comes from; None where it is not known."""

    yearly: int | None
    basis: TaxBasis

    @property
    def estimated(self) -> bool:
        """Whether nobody stated it: every print must say so."""
        return self.basis is TaxBasis.ESTIMATE


@dataclass(frozen=True, slots=True)
class VatEstimate:
    """The VAT that would be lost if it went with income: recovered now x the share that leaves.

    Leicester put what its whole trust would lose at what it recovered (domain.md section 1.5).
    That a service loses it in proportion to income is the project's judgement: services differ
    in what they buy, so it is a first guess and never takes the place of a stated amount.
    """

    recovered: int
    """The VAT the trust recovers in a year, in pence."""
    share: float
    """The share of the trust's income that leaves, from 0 to 1."""
    amount: int


@dataclass(frozen=True, slots=True)
class TaxEffect:
    """What one option does to VAT and corporation tax in a year. Money is in pence.

    `classes` are those of its form, the first one first (domain.md section 2.1): a statutory body
    is exempt and recovers VAT, an independent one does neither, and the owner of a company may
    recover some of it, so that what such a company loses is not known until it is stated.
    """

    option: OptionId
    classes: tuple[Inheritance, ...]
    """Empty where the form is not known."""
    lost_vat: TaxAmount
    corporation_tax: TaxAmount
    estimate: VatEstimate | None
    """Given for every form that loses its VAT, so that a stated amount can be held against it."""
    income: int | None
    """The income of what changes form: the trust's, or that of the service lines."""
    break_even: float | None
    """Yearly gain in per cent of income that pays for both: 2.3 is 2.3 %. None unless both and
    the income are known; it rests on an estimate where the VAT does."""
    productivity: float | None
    """Yearly gain that the costing expects, in per cent."""
    gap: float | None
    """productivity - break_even, in per cent of income: below nought falls short."""
    settled: bool
    """A tax adviser has confirmed the tax position."""


_VAT = CostCategory.IRRECOVERABLE_VAT
_TAX = CostCategory.CORPORATION_TAX

LOSES_VAT = frozenset({Inheritance.INDEPENDENT})
KEEPS_VAT = frozenset({Inheritance.STATUTORY})


def tax_effect(appraisal: Appraisal, option: Option, catalogue: Catalogue) -> TaxEffect:
    """Work out the VAT and the corporation tax of one option, each with where it comes from.

    What the tax position states comes first, then cost lines for it, then the class of the form;
    VAT of an independent body that nobody states is estimated. Tax is never guessed: it needs the
    surplus and the rate. A form that passes through several classes follows none of them.
    """
    classes = form_classes(option, catalogue)
    position = tax_position(appraisal, option)
    lines = [line for line in appraisal.cost_lines if line.option == option.id]
    stated = stated_taxes(position)
    by_class = _by_class(option, classes)
    estimate = _estimate(appraisal, option) if LOSES_VAT.issuperset(classes) and classes else None
    vat = _amount(_VAT, stated, lines, by_class)
    if vat.yearly is None and estimate is not None:
        vat = TaxAmount(estimate.amount, TaxBasis.ESTIMATE)
    tax = _amount(_TAX, stated, lines, by_class)
    income = income_of(appraisal, option)
    needed = _break_even(vat, tax, income)
    expected = appraisal.costing.productivity
    return TaxEffect(
        option=option.id,
        classes=classes,
        lost_vat=vat,
        corporation_tax=tax,
        estimate=estimate,
        income=income,
        break_even=None if needed is None else float(needed),
        productivity=expected,
        gap=None if needed is None or expected is None else float(exact(expected) - needed),
        settled=position is not None and position.settled,
    )


def form_classes(option: Option, catalogue: Catalogue) -> tuple[Inheritance, ...]:
    """Give the classes of an option's form; none where it has no form that the library knows."""
    form = catalogue.forms.get(option.form)
    return form.classes if form else ()


def tax_position(appraisal: Appraisal, option: Option) -> TaxPosition | None:
    """Give the tax position of an option, if it has one."""
    return next((each for each in appraisal.tax_positions if each.option == option.id), None)


def _by_class(option: Option, classes: Sequence[Inheritance]) -> TaxBasis:
    """Say why an option loses nothing that nobody stated, or that it is not known."""
    if option.role is OptionRole.BUSINESS_AS_USUAL:
        return TaxBasis.NO_CHANGE
    kept = classes and KEEPS_VAT.issuperset(classes)
    return TaxBasis.FORM_CLASS if kept else TaxBasis.UNKNOWN


def _amount(
    category: CostCategory,
    stated: dict[CostCategory, int],
    lines: Sequence[CostLine],
    otherwise: TaxBasis,
) -> TaxAmount:
    if category in stated:
        return TaxAmount(stated[category], TaxBasis.STATED)
    costed = [line for line in lines if line.category is category]
    if costed:
        yearly = sum(line.amount for line in costed if line.kind is CostKind.YEARLY)
        return TaxAmount(yearly, TaxBasis.COST_LINES)
    return TaxAmount(None if otherwise is TaxBasis.UNKNOWN else 0, otherwise)


def _estimate(appraisal: Appraisal, option: Option) -> VatEstimate | None:
    """Estimate lost VAT, where what it needs is known and no more leaves than there is."""
    recovered, whole = appraisal.trust.recovered_vat, appraisal.trust.income
    if recovered is None:
        return None
    if option.scope is Scope.WHOLE_ORGANISATION:
        return VatEstimate(recovered, 1.0, recovered)
    leaving = income_of(appraisal, option)
    if leaving is None or not whole or leaving > whole:
        return None
    share = Fraction(leaving, whole)
    return VatEstimate(recovered, float(share), to_pence(recovered * share))


def _break_even(vat: TaxAmount, tax: TaxAmount, income: int | None) -> Fraction | None:
    if vat.yearly is None or tax.yearly is None or not income:
        return None
    return Fraction(100 * (vat.yearly + tax.yearly), income)
