"""The streams of money of an option: each cost, saving, benefit and tax, and its years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from appraiser.analysis.money.discounting import Exact
from appraiser.analysis.money.flow_kinds import BENEFIT_FLOWS, TAX_FLOWS, FlowKind
from appraiser.analysis.money.optimism import adjusted, known_uplift
from appraiser.analysis.money.taxes import TaxAmount, TaxBasis, TaxEffect, tax_position
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.case import Benefit
from appraiser.domain.costs import CostLine
from appraiser.domain.ids import Ref
from appraiser.domain.money_terms import CostCategory, CostKind
from appraiser.domain.options import Option

if TYPE_CHECKING:
    from appraiser.catalogue.optimism import OptimismBias


class Stream(NamedTuple):
    """The same amount in each of some years, at the price base, in pence.

    `typed` is what a person put in: a cost above nought, a saving below. `yearly` is what a year
    of it adds to a net present value, with its optimism bias and not rounded: a cost takes away.
    Years run from 0; where `last` is before `first` none of them lies within the horizon.
    """

    about: Ref
    """The cost line, the benefit, the tax position or, for an estimate, the option."""
    kind: FlowKind
    typed: int
    yearly: Exact
    first: int
    last: int
    bias: Fraction = Fraction(0)
    """The share that optimism bias adds to a cost and takes off a saving, from 0."""
    category: CostCategory | None = None
    """What a cost or a tax is for; a benefit has none."""
    health: bool = False
    estimated: bool = False

    @property
    def years(self) -> int:
        """In how many of the years costed it falls."""
        return max(0, self.last - self.first + 1)

    def times(self, unit: int) -> int:
        """Give `yearly` in pence over `unit`, one that makes it whole, as `common_unit` does."""
        return self.yearly.numerator * (unit // self.yearly.denominator)


def common_unit(streams: Iterable[Stream]) -> int:
    """Give the number of parts of a penny in which every stream is whole, bias and all.

    Sums of whole numbers are many times as fast as sums of fractions, and as exact.
    """
    return lcm(*{stream.bias.denominator for stream in streams})


def option_streams(
    appraisal: Appraisal,
    option: Option,
    effect: TaxEffect,
    biases: Mapping[str, OptimismBias],
) -> tuple[Stream, ...]:
    """Give every stream of an option, in the order of its costs, its taxes and its benefits.

    VAT and tax that the tax position states take the place of cost lines for them, and fall in
    every year costed, as in `cost_totals`. Benefits without a value have no stream.
    """
    horizon = appraisal.costing.horizon
    taxes = {
        CostCategory.IRRECOVERABLE_VAT: effect.lost_vat,
        CostCategory.CORPORATION_TAX: effect.corporation_tax,
    }
    stated = {each for each, amount in taxes.items() if amount.basis is TaxBasis.STATED}
    lines = (
        _cost(line, horizon, known_uplift(line, biases))
        for line in appraisal.cost_lines
        if line.option == option.id and line.category not in stated
    )
    benefits = (
        _benefit(each, horizon)
        for each in appraisal.benefits
        if option.id in each.options and is_valued(each)
    )
    return (*lines, *_taxes(appraisal, option, taxes), *benefits)


def is_valued(benefit: Benefit) -> bool:
    """Tell whether a benefit counts: its kind can be valued, and it has a value."""
    return benefit.kind in BENEFIT_FLOWS and benefit.yearly_value is not None


def _cost(line: CostLine, horizon: int, bias: Fraction) -> Stream:
    last = horizon - 1 if line.last_year is None else min(line.last_year, horizon - 1)
    if line.kind is CostKind.ONE_OFF:
        last = min(line.first_year, horizon - 1)
    kind = FlowKind.SAVING if line.amount < 0 else FlowKind.COST
    return Stream(
        about=Ref("cost_lines", line.id),
        kind=TAX_FLOWS.get(line.category, kind),
        typed=line.amount,
        yearly=-adjusted(line.amount, bias),
        first=line.first_year,
        last=last,
        bias=bias,
        category=line.category,
    )


def _taxes(
    appraisal: Appraisal, option: Option, taxes: Mapping[CostCategory, TaxAmount]
) -> Iterator[Stream]:
    position = tax_position(appraisal, option)
    for category, amount in taxes.items():
        if amount.yearly and amount.basis in {TaxBasis.STATED, TaxBasis.ESTIMATE}:
            about = Ref("options", option.id)
            if position is not None and not amount.estimated:
                about = Ref("tax_positions", position.id)
            yield Stream(
                about=about,
                kind=TAX_FLOWS[category],
                typed=amount.yearly,
                yearly=-amount.yearly,
                first=0,
                last=appraisal.costing.horizon - 1,
                category=category,
                estimated=amount.estimated,
            )


def _benefit(benefit: Benefit, horizon: int) -> Stream:
    """Give the stream of a benefit; one whose years are not said falls in every year costed."""
    value = benefit.yearly_value or 0
    last = horizon - 1 if benefit.last_year is None else min(benefit.last_year, horizon - 1)
    return Stream(
        about=Ref("benefits", benefit.id),
        kind=BENEFIT_FLOWS[benefit.kind],
        typed=value,
        yearly=value,
        first=benefit.first_year or 0,
        last=last,
        health=benefit.health,
    )
