"""Net present social value: what an option is worth today, by itself and against the baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from appraiser.analysis.money.discounting import Discounting
from appraiser.analysis.money.flow_kinds import ECONOMIC, FlowKind
from appraiser.analysis.money.pence import half_up
from appraiser.analysis.money.streams import Stream, common_unit
from appraiser.analysis.money.valuations import Row, Valuation, Why


@dataclass(frozen=True, slots=True)
class Worth:
    """The present values of one option by kind, exactly, as whole numbers to be divided by `whole`.

    The sums with no year discounted are to be divided by `unit`. A cost is below nought.
    """

    whole: int
    unit: int
    worth: Mapping[FlowKind, int]
    undiscounted: Mapping[FlowKind, int]
    unknown: Mapping[FlowKind, Why]
    """The kinds of which some amount is not known."""
    unvalued: frozenset[FlowKind] = frozenset()
    """The kinds of benefit that the option brings and none of which has a value."""
    estimated: bool = False


def worth_of(
    streams: Sequence[Stream],
    discounting: Discounting,
    unknown: Mapping[FlowKind, Why],
    unvalued: frozenset[FlowKind] = frozenset(),
) -> Worth:
    """Add up the present value of each kind of stream; `unknown` and `unvalued` pass through."""
    unit = common_unit(streams)
    worth: dict[FlowKind, int] = {}
    flat: dict[FlowKind, int] = {}
    for stream in streams:
        kind, amount = stream.kind, stream.times(unit)
        worth[kind] = worth.get(kind, 0) + amount * weight_of(stream, discounting)
        flat[kind] = flat.get(kind, 0) + amount * stream.years
    return Worth(
        whole=discounting.whole * unit,
        unit=unit,
        worth=worth,
        undiscounted=flat,
        unknown=unknown,
        unvalued=unvalued,
        estimated=any(stream.estimated for stream in streams),
    )


def weight_of(stream: Stream, discounting: Discounting) -> int:
    """Give the sum of the discount factors of a stream's years, times the whole."""
    table = discounting.health if stream.health else discounting.general
    return table.weight(stream.first, stream.last)


def net_present_value(
    streams: Sequence[Stream],
    discounting: Discounting,
    kinds: Sequence[FlowKind] = ECONOMIC,
) -> Fraction:
    """Give sum_t DF(t) x (B_t - C_t) over the kinds that count, in pence and not rounded.

    Method.md section 2.3, after HM Treasury's Green Book. It does not depend on the order.
    """
    total = Fraction(0)
    for each in streams:
        if each.kind in kinds:
            total += each.yearly * weight_of(each, discounting)
    return total / discounting.whole


def less(worth: Worth, baseline: Worth | None) -> Worth:
    """Give what an option adds to the baseline, kind by kind; unknown where either is."""
    if baseline is None:
        unknown = dict.fromkeys(FlowKind, Why.NO_BASELINE)
        return replace(worth, worth={}, undiscounted={}, unknown=unknown)
    unit = lcm(worth.unit, baseline.unit)
    times, less_times = unit // worth.unit, unit // baseline.unit
    kinds = worth.worth.keys() | baseline.worth.keys()
    missing = dict.fromkeys(baseline.unknown, Why.BASELINE_UNKNOWN)
    return Worth(
        whole=worth.whole * times,
        unit=unit,
        worth={
            kind: times * worth.worth.get(kind, 0) - less_times * baseline.worth.get(kind, 0)
            for kind in kinds
        },
        undiscounted={
            kind: times * worth.undiscounted.get(kind, 0)
            - less_times * baseline.undiscounted.get(kind, 0)
            for kind in kinds
        },
        unknown={**missing, **worth.unknown},
        unvalued=worth.unvalued | baseline.unvalued,
        estimated=worth.estimated or baseline.estimated,
    )


def valuation(worth: Worth, kinds: Sequence[FlowKind], discounting: Discounting) -> Valuation:
    """Round the present values of one option, and say why one is not there.

    BCR and EANC after method.md section 2.3.
    """
    rows = tuple(Row(kind, _row(worth, kind)) for kind in kinds)
    paid = _sum(worth, [kind for kind in kinds if not kind.is_benefit])
    gained = _sum(worth, [kind for kind in kinds if kind.is_benefit])
    net = None if paid is None or gained is None else paid + gained
    npv = None if net is None else half_up(net, worth.whole)
    annuity = discounting.general.weight(1, discounting.general.horizon - 1) * worth.unit
    flat = sum(worth.undiscounted.get(kind, 0) for kind in kinds)
    lacking = bool(worth.unvalued.intersection(kinds))
    brought = any(kind.is_benefit and kind in worth.worth for kind in kinds)
    why = {worth.unknown[kind] for kind in kinds if kind in worth.unknown}
    why |= _remarks(paid, lacking=lacking, brought=brought, one_year=not annuity)
    return Valuation(
        rows=rows,
        npv=npv,
        rounding=None if npv is None else npv - sum(row.present_value or 0 for row in rows),
        costs=None if paid is None else half_up(-paid, worth.whole),
        benefits=None
        if gained is None or (lacking and not brought)
        else half_up(gained, worth.whole),
        undiscounted=None if net is None else half_up(flat, worth.unit),
        eanc=None if net is None or not annuity else half_up(net, annuity),
        bcr=_ratio(gained, paid) if brought else None,
        estimated=worth.estimated and FlowKind.LOST_VAT in kinds,
        why=tuple(each for each in Why if each in why),
    )


def _remarks(paid: int | None, *, lacking: bool, brought: bool, one_year: bool) -> set[Why]:
    """Say what figures leave out, and which cannot be had although the costs are known."""
    said = {
        Why.UNVALUED: lacking,
        Why.ONE_YEAR: one_year,
        Why.NO_COST: paid is not None and paid >= 0,
        Why.NO_BENEFIT: not brought,
    }
    return {each for each, so in said.items() if so}


def _ratio(gained: int | None, paid: int | None) -> float | None:
    """Divide whole numbers; the quotient is rounded once, however long they are."""
    if gained is None or paid is None or paid >= 0:
        return None
    return gained / -paid


def _row(worth: Worth, kind: FlowKind) -> int | None:
    if kind in worth.unknown or (kind in worth.unvalued and kind not in worth.worth):
        return None
    return half_up(worth.worth.get(kind, 0), worth.whole)


def _sum(worth: Worth, kinds: Sequence[FlowKind]) -> int | None:
    if any(kind in worth.unknown for kind in kinds):
        return None
    return sum(worth.worth.get(kind, 0) for kind in kinds)
