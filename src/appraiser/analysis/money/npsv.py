"""Net present social value: what an option is worth today, by itself and against the baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from appraiser.analysis.money.discounting import Discounting
from appraiser.analysis.money.pence import half_up
from appraiser.analysis.money.streams import ECONOMIC, FlowKind, Stream, common_unit
from appraiser.domain.term import Term


class Why(Term):
    """Why a figure is not given, or what it leaves out."""

    NO_SCHEDULE = "no-schedule", "No discount schedule is chosen"
    UNKNOWN_SCHEDULE = "unknown-schedule", "The discount schedule is not known"
    NO_RATE = "no-rate", "The discount schedule gives no rate for some of the years"
    NOT_COSTED = "not-costed", "The option has not been costed"
    VAT_UNKNOWN = "vat-unknown", "The VAT it would lose is not known"
    TAX_UNKNOWN = "tax-unknown", "The corporation tax it would pay is not known"
    NO_BASELINE = "no-baseline", "There is no business as usual to compare with"
    BASELINE_UNKNOWN = "baseline-unknown", "Business as usual has no such figure"
    UNVALUED = "unvalued", "Benefits of a kind that could be valued have no value yet"
    ONE_YEAR = "one-year", "A single year has no yearly equivalent"
    NO_COST = "no-cost", "There is no net cost to set benefits against"
    NO_BENEFIT = "no-benefit", "No benefit has a value to set against costs"


@dataclass(frozen=True, slots=True)
class Row:
    """The present value of one kind of flow as it counts: a cost is below nought."""

    kind: FlowKind
    present_value: int | None
    """Whole pence; None where it is not known, and for benefits none of which has a value."""


@dataclass(frozen=True, slots=True)
class Valuation:
    """What one option is worth in one view. Present values in whole pence at the price base.

    npv = sum of the rows + rounding. Gains in health are discounted at the schedule for health.
    """

    rows: tuple[Row, ...]
    npv: int | None
    """Present value of benefits less that of costs; in the economic view the NPSV. None where a
    cost or a tax is not known, and `why` says which; benefits without a value are left out."""
    rounding: int | None
    costs: int | None
    """Present value of costs, VAT and tax where they count, less savings; above nought costs."""
    benefits: int | None
    """Present value of the benefits that have a value; None where there are some and none has."""
    undiscounted: int | None
    """The same sum as `npv` with no year discounted."""
    eanc: int | None
    """Equal yearly amount over years 1 to horizon - 1 of the same present value: npv / (DF(1) +
    ... + DF(horizon - 1)). Below nought it is an equivalent annual net cost."""
    bcr: float | None
    """benefits / costs, where costs are above nought and some benefit has a value. No value of it
    passes or fails."""
    estimated: bool
    """It rests on an estimate of lost VAT that nobody stated."""
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class View:
    """An option in itself, and what it adds to business as usual."""

    in_itself: Valuation
    incremental: Valuation


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
    if kind in worth.unknown or kind in worth.unvalued:
        return None
    return half_up(worth.worth.get(kind, 0), worth.whole)


def _sum(worth: Worth, kinds: Sequence[FlowKind]) -> int | None:
    if any(kind in worth.unknown for kind in kinds):
        return None
    return sum(worth.worth.get(kind, 0) for kind in kinds)


def not_valued(kinds: Sequence[FlowKind], why: Why) -> View:
    """Give a view without a figure, where nothing can be discounted."""
    rows = tuple(Row(kind, None) for kind in kinds)
    nothing = Valuation(
        rows=rows,
        npv=None,
        rounding=None,
        costs=None,
        benefits=None,
        undiscounted=None,
        eanc=None,
        bcr=None,
        estimated=False,
        why=(why,),
    )
    return View(nothing, nothing)
