"""How money, dates, numbers and lists are written for people, on screen and on paper alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

_MILLION = 10**8
_TEN = 10
_TINY = 1e-9
"""Sums of weights differ in the last place; a bar met but for that is met."""

# Named here because strftime names them in the language of the computer.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def pounds(pence: int) -> str:
    """Write whole pence as pounds, rounded half up to the pound: £87,400."""
    return _signed(rounded(Decimal(abs(pence)) / 100, 0), pence)


def pounds_and_pence(pence: int) -> str:
    """Write whole pence exactly, with pence only where there are some: £1,244 or £1,244.50."""
    places = 0 if pence % 100 == 0 else 2
    return _signed(rounded(Decimal(abs(pence)) / 100, places), pence)


def short_pounds(pence: int) -> str:
    """Write a large sum shortly: £834m, £19.4m, £87,400."""
    if abs(pence) < _MILLION:
        return pounds(pence)
    millions = rounded(Decimal(abs(pence)) / _MILLION, 1).removesuffix(".0")
    return _signed(millions + "m", pence)


def rounded(number: Decimal, places: int) -> str:
    """Write a number with commas, rounded half up to some places."""
    step = Decimal(1).scaleb(-places)
    return f"{number.quantize(step, rounding=ROUND_HALF_UP):,}"


def points(value: float) -> str:
    """Write a score or a total as the whole number that boards are shown, rounded half up."""
    return rounded(Decimal(repr(float(value))), 0)


def how_many_points(value: float, bars: Sequence[float] = ()) -> str:
    """Write a lead (0-100) in whole points, never rounded up to a bar it does not reach."""
    whole = points(value)
    for bar in bars:
        if value + _TINY < bar <= float(whole):
            return f"just under {bar:g} points"
    if whole == "0":
        return "less than 1 point"
    return "1 point" if whole == "1" else f"{whole} points"


def in_ten(share: float, bars: Sequence[float] = ()) -> str:
    """Write a share (0-1) as so many in ten, never rounded up to a bar it does not reach."""
    tenths = int((Decimal(repr(share)) * _TEN).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    for bar in bars:
        if share + _TINY < bar <= tenths / _TEN:
            return f"just under {bar * _TEN:g} in 10"
    if tenths in {0, _TEN}:
        exact = share in {0.0, 1.0}
        return ("all" if exact else "nearly all") if tenths else ("none" if exact else "hardly any")
    return f"about {tenths} in 10"


def plain_number(value: float) -> str:
    """Write a number as a person would type it: 3.71, 40, 10,000."""
    text = f"{value:,.10f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def percent(value: float) -> str:
    """Write a percentage, 20.0 as 20%."""
    return plain_number(value) + "%"


def long_date(day: date) -> str:
    """Write a date: 12 December 2014."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Write a date where there is little room: 12 Dec 2014."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def date_and_time(moment: datetime) -> str:
    """Write a date and time of day: 12 Dec 2014 14:02."""
    return f"{short_date(moment)} {moment:%H:%M}"


def listed(things: Sequence[str]) -> str:
    """Write several things in a sentence: a, b and c."""
    if len(things) < 2:  # noqa: PLR2004
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"


def counted(count: int, one: str, many: str = "") -> str:
    """Write how many there are: no options, 1 option, 6 options."""
    noun = one if count == 1 else many or one + "s"
    return f"{count or 'no'} {noun}"


def _signed(amount: str, pence: int) -> str:
    return f"-£{amount}" if pence < 0 and amount.strip("0,.") else f"£{amount}"
