"""What each option costs, undiscounted, with VAT and tax apart. Whole pence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from appraiser.analysis.money.pence import exact, to_pence
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.costs import CostLine, TaxPosition
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.money_terms import CostCategory, CostKind
from appraiser.domain.options import Option
from appraiser.domain.terms import Scope, Stage


@dataclass(frozen=True, slots=True)
class CostTotals:
    """One option's costs at the price base. Nothing here is discounted.

    VAT and tax come from the option's tax position; where that does not state one, from the cost
    lines of its category. `one_off` and `yearly` leave both out. None means not known.
    """

    option: OptionId
    one_off: int | None
    yearly: int | None
    """The sum of its yearly lines, in a year in which all of them fall."""
    lost_vat: int | None
    corporation_tax: int | None
    over_horizon: int | None
    """Everything, VAT and tax included, over the years costed, undiscounted."""
    income: int | None
    """The income of what changes form: the trust's, or that of the service lines."""
    break_even_productivity: float | None
    """Yearly gain in per cent of income that pays for lost VAT and tax: 20.0 is 20 %."""
    settled: bool
    """A tax adviser has confirmed the tax position."""

    @property
    def lost_vat_and_tax(self) -> int | None:
        """VAT and tax together for one year; None when neither is known."""
        known = [each for each in (self.lost_vat, self.corporation_tax) if each is not None]
        return sum(known) if known else None


_VAT = CostCategory.IRRECOVERABLE_VAT
_TAX = CostCategory.CORPORATION_TAX


def cost_totals(appraisal: Appraisal, option: Option) -> CostTotals:
    """Add up what one option costs, year by year, without discounting."""
    lines = [line for line in appraisal.cost_lines if line.option == option.id]
    ordinary = [line for line in lines if line.category not in {_VAT, _TAX}]
    position = next((each for each in appraisal.tax_positions if each.option == option.id), None)
    stated = stated_taxes(position)
    loss = {each: stated.get(each, _yearly(lines, each)) for each in (_VAT, _TAX)}
    horizon = appraisal.costing.horizon
    counted = [line for line in lines if line.category not in stated]
    over = sum(line.amount * years_of(line, horizon) for line in counted)
    income = income_of(appraisal, option)
    totals = CostTotals(
        option=option.id,
        one_off=_sum(ordinary, CostKind.ONE_OFF),
        yearly=_sum(ordinary, CostKind.YEARLY),
        lost_vat=loss[_VAT],
        corporation_tax=loss[_TAX],
        over_horizon=over + sum(stated.values()) * horizon if lines or stated else None,
        income=income,
        break_even_productivity=None,
        settled=position is not None and position.settled,
    )
    return replace(totals, break_even_productivity=_break_even(totals.lost_vat_and_tax, income))


def stated_taxes(position: TaxPosition | None) -> dict[CostCategory, int]:
    """Give the yearly VAT and tax, in pence, that a tax position states, where it does."""
    found: dict[CostCategory, int] = {}
    if position is None:
        return found
    if position.lost_vat is not None:
        found[_VAT] = position.lost_vat
    if position.taxable_surplus is not None and position.tax_rate is not None:
        found[_TAX] = to_pence(position.taxable_surplus * exact(position.tax_rate) / 100)
    return found


def years_of(line: CostLine, horizon: int) -> int:
    """Give in how many of the years costed a line falls; years run from 0 to horizon - 1."""
    if line.kind is CostKind.ONE_OFF:
        return int(line.first_year < horizon)
    last = horizon - 1 if line.last_year is None else min(line.last_year, horizon - 1)
    return max(0, last - line.first_year + 1)


def _sum(lines: Sequence[CostLine], kind: CostKind) -> int | None:
    if not lines:
        return None
    return sum(line.amount for line in lines if line.kind is kind)


def _yearly(lines: Sequence[CostLine], category: CostCategory) -> int | None:
    return _sum([line for line in lines if line.category is category], CostKind.YEARLY)


def income_of(appraisal: Appraisal, option: Option) -> int | None:
    """Give the yearly income, in pence, of what changes form; None where some is not known."""
    if option.scope is Scope.WHOLE_ORGANISATION:
        return appraisal.trust.income
    named = [each for each in appraisal.service_lines if each.id in option.service_lines]
    incomes = [each.income for each in named if each.income is not None]
    return sum(incomes) if named and len(incomes) == len(named) else None


def _break_even(loss: int | None, income: int | None) -> float | None:
    if loss is None or not income:
        return None
    return 100 * loss / income


def cost_findings(appraisal: Appraisal) -> Iterator[Finding]:
    """Find VAT or tax that the costs and the tax position of an option put at different amounts."""
    for position in appraisal.tax_positions:
        lines = [line for line in appraisal.cost_lines if line.option == position.option]
        for category, amount in stated_taxes(position).items():
            if _yearly(lines, category) in {None, amount}:
                continue
            words = (
                f'The costs of "{called(appraisal.option(position.option))}" and its tax position '
                f"differ on {category.inline}. What the tax position says is counted."
            )
            at = Ref("tax_positions", position.id)
            yield Finding("tax-differs", Severity.WARNING, Stage.COSTS, words, at)
