"""How money, dates, numbers and lists are written for people, on screen and on paper alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

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


def whole_percent(share: float) -> str:
    """Write a share (0-1) as a whole percentage, rounded half up: 18%."""
    return f"{points(100 * share)}%"


def in_hundred(share: float) -> str:
    """Write a share (0-1) in hundredths to a tenth, never rounded to nought or to all: 95.1."""
    if share < _TINY or share > 1 - _TINY:
        return "0" if share < _TINY else "100"
    tenths = rounded(Decimal(repr(share)) * 100, 1)
    return {"0.0": "under 0.1", "100.0": "over 99.9"}.get(tenths, tenths)


def how_exact(standard_error: float) -> str:
    """Write a standard error of a share (0-1), rounded up: at most 0.08 in 100."""
    up = (Decimal(repr(standard_error)) * 100).quantize(Decimal("0.01"), rounding=ROUND_CEILING)
    return f"at most {up} in 100" if up else "nought"


def coefficient(value: float) -> str:
    """Write a coefficient (0-1) to a hundredth, never rounded to 1: 0.87, over 0.99."""
    hundredths = rounded(Decimal(repr(float(value))), 2)
    return "over 0.99" if hundredths == "1.00" and value < 1 - _TINY else hundredths


def signed(value: float) -> str:
    """Write a difference to a tenth with its sign, and none with nought: +10.1, -5.8, 0.0."""
    tenths = rounded(Decimal(repr(float(value))), 1)
    return f"+{tenths}" if value > 0 and tenths != "0.0" else tenths.replace("-0.0", "0.0")


def past(then: float, now: float) -> str:
    """Write what a share (0-1) would have to be to pass another: more than 33%, slightly less."""
    way, there = "more" if then > now else "less", whole_percent(then)
    return f"slightly {way}" if there == whole_percent(now) else f"{way} than {there}"


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


def year_month_or_day(dated: str) -> str:
    """Write a date of which only a part may be known: 2014, July 2014, 28 July 2014."""
    year, month, day = (*dated.split("-"), "", "")[:3]
    parts = (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year)
    return " ".join(filter(None, parts))


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
