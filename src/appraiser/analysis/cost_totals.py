"""What each option costs, undiscounted, with VAT and tax apart. Whole pence."""

from __future__ import annotations

from dataclasses import dataclass

from appraiser.domain.ids import OptionId


@dataclass(frozen=True, slots=True)
class CostTotals:
    """One option's costs at the price base. Nothing here is discounted.

    VAT and tax come from the option's tax position; where there is none, from its cost lines of
    those categories. `one_off` and `yearly` leave both out. None means not known.
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
