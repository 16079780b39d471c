"""What is said of a measure beside another figure."""

from __future__ import annotations

from appraiser.analysis.measures import Comparison
from appraiser.domain.appraisal import named
from appraiser.domain.trust import Measure
from appraiser.domain.written import plain_number

NOTHING = "No figure is given beside it."


def measured(measure: Measure) -> str:
    """Give what a measure says, on which scale and when: 3.6 on the scale 1 to 5, 2014."""
    value = plain_number(measure.value) if measure.value is not None else measure.rating.strip()
    scale = f" ({measure.scale.strip()})" if measure.scale.strip() else ""
    year = f", {measure.year.strip()}" if measure.year.strip() else ""
    return f"{value or 'No value yet'}{scale}{year}"


def beside(measure: Measure, comparison: Comparison | None) -> str:
    """Say how far a measure is from the figure beside it, or why that is not said."""
    if comparison is None or measure.comparator is None:
        return NOTHING
    name = measure.comparator_name.strip() or "the figure beside it"
    return compared(f"{name} ({plain_number(measure.comparator)})", comparison)


def apart(one: Measure, other: Measure, comparison: Comparison) -> str:
    """Say how far two measures of an appraisal are apart, or why that is not said."""
    return f"{named(one)}: {compared(f'{named(other)}, {measured(other)}', comparison)}"


def compared(other: str, comparison: Comparison) -> str:
    """Say a comparison with something that is named."""
    if comparison.difference is None:
        return f"Not compared with {other}. {comparison.refusal}"
    if not comparison.difference:
        return f"The same as {other}."
    way = "higher" if comparison.difference > 0 else "lower"
    return f"{plain_number(abs(comparison.difference))} {way} than {other}."
