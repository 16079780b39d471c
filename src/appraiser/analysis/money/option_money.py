"""What follows for the money of one option, from its streams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.analysis.money.concentration import Concentration
from appraiser.analysis.money.discounting import Discounting
from appraiser.analysis.money.flow_kinds import BENEFIT_FLOWS, FlowKind
from appraiser.analysis.money.flows import YearlyFlow, unmonetisable, unvalued, yearly_flows
from appraiser.analysis.money.npsv import Worth, weight_of, worth_of
from appraiser.analysis.money.pence import half_up
from appraiser.analysis.money.streams import Stream, option_streams
from appraiser.analysis.money.switching_values import SwitchingValue
from appraiser.analysis.money.taxes import TaxEffect, tax_effect
from appraiser.analysis.money.valuations import View, Why
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import BenefitId, OptionId, Ref
from appraiser.domain.options import Option

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


@dataclass(frozen=True, slots=True)
class StreamWorth:
    """One cost line, benefit, tax position or estimate, with its present value. Whole pence."""

    about: Ref
    kind: FlowKind
    typed: int
    """What a person put in, for one year: a cost above nought, a saving below."""
    yearly: int
    """The same with its optimism bias and as it counts: a cost is below nought."""
    uplift: float
    """The share that optimism bias adds to a cost, or takes off a saving, from 0: 0.24 is 24 %."""
    first: int
    last: int
    """The years it falls in, both in; `last` is before `first` where none of them is costed."""
    health: bool
    estimated: bool
    present_value: int | None
    """As it counts, so a cost is below nought; None while nothing can be discounted."""


@dataclass(frozen=True, slots=True)
class AtSchedule:
    """An option's economic view at a schedule that is not the chosen one."""

    schedule: str
    """Its id; `MoneyResults.sensitivities` names it, and says if it is only proposed."""
    economic: View


@dataclass(frozen=True, slots=True)
class OptionMoney:
    """What follows for the money of one option. What counts in each view is said in `streams`."""

    option: OptionId
    economic: View
    financial: View
    sensitivities: tuple[AtSchedule, ...]
    streams: tuple[StreamWorth, ...]
    """What the figures are made of. Each is rounded, so their sum can differ by some pence."""
    flows: tuple[YearlyFlow, ...]
    unvalued: tuple[BenefitId, ...]
    """Benefits that could have a value and have none; no figure here counts them."""
    unmonetisable: tuple[BenefitId, ...]
    """Benefits to be weighed beside the figures; no figure here counts them."""
    taxes: TaxEffect
    contracts: tuple[Concentration, ...]
    """The trust's biggest contract, or those of the service lines that change form."""
    switching: tuple[SwitchingValue, ...]
    """In the economic view at the chosen schedule; empty while there is no NPSV."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the figures of one option are worked out from."""

    option: Option
    taxes: TaxEffect
    streams: tuple[Stream, ...]
    flows: tuple[YearlyFlow, ...]
    unknown: Mapping[FlowKind, Why]
    unvalued: tuple[BenefitId, ...]
    unmonetisable: tuple[BenefitId, ...]
    unvalued_kinds: frozenset[FlowKind]

    def worth(self, discounting: Discounting) -> Worth:
        """Give its present values by kind."""
        return worth_of(self.streams, discounting, self.unknown, self.unvalued_kinds)


def case_of(appraisal: Appraisal, option: Option, catalogue: Catalogue) -> Case:
    """Gather the streams of an option and what of it is not known."""
    taxes = tax_effect(appraisal, option, catalogue)
    streams = option_streams(appraisal, option, taxes, catalogue.optimism)
    lacking = unvalued(appraisal, option.id)
    return Case(
        option=option,
        taxes=taxes,
        streams=streams,
        flows=yearly_flows(streams, appraisal.costing.horizon),
        unknown=_unknown(appraisal, option, taxes),
        unvalued=lacking,
        unmonetisable=unmonetisable(appraisal, option.id),
        unvalued_kinds=frozenset(
            BENEFIT_FLOWS[each.kind] for each in appraisal.benefits if each.id in lacking
        ).difference(stream.kind for stream in streams),
    )


def _unknown(appraisal: Appraisal, option: Option, taxes: TaxEffect) -> dict[FlowKind, Why]:
    found = {}
    if not any(line.option == option.id for line in appraisal.cost_lines):
        found = {FlowKind.COST: Why.NOT_COSTED, FlowKind.SAVING: Why.NOT_COSTED}
    if taxes.lost_vat.yearly is None:
        found[FlowKind.LOST_VAT] = Why.VAT_UNKNOWN
    if taxes.corporation_tax.yearly is None:
        found[FlowKind.CORPORATION_TAX] = Why.TAX_UNKNOWN
    return found


def stream_worth(stream: Stream, discounting: Discounting | None) -> StreamWorth:
    """Round a stream and its present value; with no discounting it has none."""
    value = None
    if discounting is not None:
        unit = stream.bias.denominator
        exactly = stream.times(unit) * weight_of(stream, discounting)
        value = half_up(exactly, unit * discounting.whole)
    return StreamWorth(
        about=stream.about,
        kind=stream.kind,
        typed=stream.typed,
        yearly=half_up(stream.yearly.numerator, stream.yearly.denominator),
        uplift=float(stream.bias),
        first=stream.first,
        last=stream.last,
        health=stream.health,
        estimated=stream.estimated,
        present_value=value,
    )
