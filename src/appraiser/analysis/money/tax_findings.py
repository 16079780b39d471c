"""What a check finds in the VAT and the corporation tax of the options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from appraiser.analysis.money.taxes import (
    KEEPS_VAT,
    LOSES_VAT,
    TaxBasis,
    TaxEffect,
    tax_position,
)
from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.costs import TaxPosition
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage
from appraiser.domain.written import pounds

_SAID = frozenset({TaxBasis.STATED, TaxBasis.COST_LINES})


def tax_findings(appraisal: Appraisal, effects: Sequence[TaxEffect]) -> Iterator[Finding]:
    """Find VAT and tax that do not fit the class of an option's form, or that nobody stated.

    An option that has not been costed yet is not asked for its taxes.
    """
    costed = {line.option for line in appraisal.cost_lines}
    for effect in effects:
        option = appraisal.option(effect.option)
        position = tax_position(appraisal, option)
        at = Ref("tax_positions", position.id if position else "")
        yield from _unlike_class(effect, named(option), position, at)
        if effect.option in costed:
            yield from _unstated(effect, named(option), at)


def _unlike_class(
    effect: TaxEffect, name: str, position: TaxPosition | None, at: Ref
) -> Iterator[Finding]:
    """Find amounts that contradict what bodies of the class recover and pay."""
    if not effect.classes:
        return
    vat, tax = effect.lost_vat, effect.corporation_tax
    if LOSES_VAT.issuperset(effect.classes) and vat.basis in _SAID and not vat.yearly:
        words = f'"{name}" is said to lose no VAT, but an independent body gets no refund.'
        yield _look("vat-nought", words, at, "lost_vat")
    if KEEPS_VAT.issuperset(effect.classes):
        if vat.yearly:
            words = f'"{name}" is said to lose VAT, but a statutory NHS body goes on recovering it.'
            yield _look("vat-kept", words, at, "lost_vat")
        if tax.yearly:
            words = f'"{name}" is said to pay corporation tax, but a statutory NHS body is exempt.'
            yield _look("tax-exempt", words, at, "taxable_surplus")
    elif _untaxed(position):
        words = f'"{name}" is taxed at nothing on its surplus; say which relief it has.'
        yield _look("tax-nought", words, at, "tax_rate")


def _untaxed(position: TaxPosition | None) -> bool:
    return position is not None and bool(position.taxable_surplus) and position.tax_rate == 0


def _unstated(effect: TaxEffect, name: str, at: Ref) -> Iterator[Finding]:
    if effect.lost_vat.estimated and effect.estimate is not None:
        words = (
            f'Nobody has stated what VAT "{name}" would lose. In proportion to income it is about '
            f"{pounds(effect.estimate.amount)} a year, which is an estimate."
        )
        yield _look("vat-estimated", words, at, "lost_vat")
    if effect.lost_vat.yearly is None:
        words = f'Say what VAT "{name}" would lose in a year.'
        yield Finding("vat-unknown", Severity.MISSING, Stage.COSTS, words, at, "lost_vat")
    if effect.corporation_tax.yearly is None:
        words = f'Say what surplus of "{name}" would be taxed, and at what rate.'
        yield Finding("tax-unknown", Severity.MISSING, Stage.COSTS, words, at, "taxable_surplus")


def _look(code: str, words: str, at: Ref, field: str) -> Finding:
    return Finding(code, Severity.WARNING, Stage.COSTS, words, at, field)
