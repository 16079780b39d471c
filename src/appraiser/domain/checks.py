"""The check of a whole appraisal: what is missing, stale or inconsistent."""

from __future__ import annotations

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.consistency import inconsistencies
from appraiser.domain.findings import Finding
from appraiser.domain.wants import wants


def check(appraisal: Appraisal) -> tuple[Finding, ...]:
    """Give every finding that needs neither law nor numbers, in the order of the journey."""
    missing = (want.finding for want in wants(appraisal) if not want.met)
    found = [*inconsistencies(appraisal), *missing]
    return tuple(sorted(found, key=lambda finding: finding.stage.number))
