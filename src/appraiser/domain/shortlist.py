"""The rule of the shortlist: what must be on it before options can be compared."""

from __future__ import annotations

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.terms import OptionRole


def has_baseline(appraisal: Appraisal) -> bool:
    """Tell whether business as usual is on the shortlist."""
    return any(option.role is OptionRole.BUSINESS_AS_USUAL for option in appraisal.shortlist)


def has_retained(appraisal: Appraisal) -> bool:
    """Tell whether an option besides business as usual that stays in the NHS is on it."""
    return any(
        option.stays_in_nhs and option.role is not OptionRole.BUSINESS_AS_USUAL
        for option in appraisal.shortlist
    )
