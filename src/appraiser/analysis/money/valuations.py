"""What an option is worth in a view: present values, and why one of them is not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from appraiser.analysis.money.flow_kinds import FlowKind
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
