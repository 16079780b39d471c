"""Switching values: how far one input must move before the answer changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from appraiser.analysis.money.discounting import Discounting
from appraiser.analysis.money.flow_kinds import ECONOMIC
from appraiser.analysis.money.npsv import weight_of
from appraiser.analysis.money.pence import half_up
from appraiser.analysis.money.streams import Stream, common_unit
from appraiser.domain.ids import OptionId, Ref
from appraiser.domain.money_terms import CostCategory


@dataclass(frozen=True, slots=True)
class Switch:
    """The value of an input at which something changes, in whole pence."""

    value: int
    change: float | None
    """From what it is now, in per cent of that; None where it is now nought."""


@dataclass(frozen=True, slots=True)
class SwitchingValue:
    """How far one input of an option must move, all others fixed, before the answer changes.

    The input is a cost line or a benefit, as the amount of one of its years before optimism bias,
    or all costs of a category, as their present value with it. Below nought a cost is a saving.
    """

    option: OptionId
    about: Ref | None
    category: CostCategory | None
    base: int
    """What it is now, in whole pence."""
    zero: Switch | None
    """Where the option's own NPSV is nought; None where it is at no value."""
    order: Switch | None
    """Where the option and `against` change places; None where they do at no value."""
    against: OptionId | None
    """The option with the highest NPSV, and for that one the next; None where there is none."""


@dataclass(frozen=True, slots=True)
class Contender:
    """An option's streams in the economic view, and its NPSV in pence over `whole`.

    Amounts are whole in pence over `unit`; every contender has the same unit and whole.
    """

    option: OptionId
    streams: tuple[Stream, ...]
    npsv: int
    unit: int
    whole: int


def contenders(
    streams: Mapping[OptionId, Sequence[Stream]], discounting: Discounting
) -> tuple[Contender, ...]:
    """Give what switching values are worked out from, for options of which all costs are known."""
    unit = common_unit(chain.from_iterable(streams.values()))
    found = []
    for option, every in streams.items():
        counted = tuple(each for each in every if each.kind in ECONOMIC)
        npsv = sum(each.times(unit) * weight_of(each, discounting) for each in counted)
        found.append(Contender(option, counted, npsv, unit, unit * discounting.whole))
    return tuple(found)


def rivals(contenders: Sequence[Contender]) -> dict[OptionId, Contender | None]:
    """Give whom each option is held against: the highest NPSV, and for that one the next.

    Of options with the same NPSV the first stands first.
    """
    order = sorted(contenders, key=lambda each: each.npsv, reverse=True)
    second = order[1] if len(order) > 1 else None
    return {each.option: second if each is order[0] else order[0] for each in contenders}


def switching_values(
    contender: Contender, rival: Contender | None, discounting: Discounting
) -> tuple[SwitchingValue, ...]:
    """Give the switching values of an option against a rival: each input, then each category.

    NPSV is a straight line in each input, so they follow in closed form: where NPSV = K + a x,
    x* = -K / a, and two options change places at x* = (K_q - K_p) / (a_p - a_q) (method.md
    section 2.5). Only inputs with a year among those costed are here. A benefit that both bring
    moves both alike, so at no value of it do they change places.
    """
    shared = {each.about for each in rival.streams if each.category is None} if rival else set()
    worth: dict[CostCategory, int] = {}
    found = []
    for stream in contender.streams:
        weight = weight_of(stream, discounting)
        if not weight:
            continue
        line = line_of(stream, weight, contender.unit)
        against = None if stream.about in shared else rival
        order = None if against is None else line.crossing(contender.npsv - against.npsv)
        found.append(
            SwitchingValue(
                option=contender.option,
                about=stream.about,
                category=stream.category,
                base=stream.typed,
                zero=_switch(line.crossing(contender.npsv), line.base),
                order=_switch(order, line.base),
                against=rival.option if rival else None,
            )
        )
        if stream.category is not None:
            paid = -stream.times(contender.unit) * weight
            worth[stream.category] = worth.get(stream.category, 0) + paid
    return (*found, *_categories(worth, contender, rival))


def _categories(
    worth: Mapping[CostCategory, int], contender: Contender, rival: Contender | None
) -> Iterator[SwitchingValue]:
    for category, base in worth.items():
        line = Line(base, -1, -1)
        order = None if rival is None else line.crossing(contender.npsv - rival.npsv)
        yield SwitchingValue(
            option=contender.option,
            about=None,
            category=category,
            base=half_up(base, contender.whole),
            zero=_switch(line.crossing(contender.npsv), base, contender.whole),
            order=_switch(order, base, contender.whole),
            against=rival.option if rival else None,
        )


class Ratio(NamedTuple):
    """A quotient of whole numbers that is not reduced; the denominator is above nought."""

    numerator: int
    denominator: int

    @property
    def exact(self) -> Fraction:
        """The quotient itself."""
        return Fraction(self.numerator, self.denominator)


class Line(NamedTuple):
    """How a difference depends on one input: slope `above` nought, and `below`.

    The two slopes differ for a cost with optimism bias, which is added to a cost and taken off a
    saving; the line is whole at nought. Slopes are never of different signs.
    """

    base: int
    above: int
    below: int

    def crossing(self, difference: int) -> Ratio | None:
        """Give the value of the input at which a difference, now as given, is nought."""
        base, above, below = self
        constant = difference - base * (above if base >= 0 else below)
        upper = _root(constant, above)
        if above == below or (upper is not None and upper.numerator >= 0):
            return upper
        lower = _root(constant, below)
        return lower if lower is not None and lower.numerator < 0 else None


def line_of(stream: Stream, weight: int, unit: int) -> Line:
    """Give how an option's NPSV, in pence over its whole, depends on what was typed of a stream."""
    slope = weight * unit
    if stream.category is None:
        return Line(stream.typed, slope, slope)
    bias = weight * stream.bias.numerator * (unit // stream.bias.denominator)
    return Line(stream.typed, -slope - bias, min(0, bias - slope))


def _root(constant: int, slope: int) -> Ratio | None:
    """Give -constant / slope, reducing nothing; None for a level line."""
    if not slope:
        return None
    return Ratio(-constant, slope) if slope > 0 else Ratio(constant, -slope)


def _switch(found: Ratio | None, base: int, whole: int = 1) -> Switch | None:
    """Round a crossing; its change is divided once, however long the numbers are."""
    if found is None:
        return None
    numerator, denominator = found
    change = None
    if base:
        now = base * denominator
        change = 100 * (numerator - now) / now
    return Switch(half_up(numerator, denominator * whole), change)
