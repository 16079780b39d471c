"""The dated parameters that the analysis takes from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from appraiser.analysis.support_totals import Approval
from appraiser.analysis.verdict import Thresholds
from appraiser.domain.appraisal import Appraisal

if TYPE_CHECKING:
    from appraiser.catalogue.loading import Catalogue


def thresholds(catalogue: Catalogue) -> Thresholds:
    """Give the leads and acceptabilities that the verdict asks for."""
    rule = catalogue.verdict
    return Thresholds(
        clear_lead=rule.clear.points,
        clear_acceptability=rule.clear.acceptability,
        narrow_lead=rule.narrow.points,
        narrow_acceptability=rule.narrow.acceptability,
    )


def approval(appraisal: Appraisal, catalogue: Catalogue) -> Approval | None:
    """Give the sum above which a contract needs approval or is urged to seek it, if one is known.

    The appraisal's own holds and is required; without one, the lowest that was in force for such
    a trust on the date of the appraisal's law.
    """
    from appraiser.catalogue import law  # reads the catalogue, not yet at start

    own, on = appraisal.programme.approval_threshold, appraisal.question.rules_date
    if own is not None:
        return Approval(own, required=True)
    found = law.approval_threshold(catalogue, appraisal.trust.status, on) if on else None
    return None if found is None else Approval(found.amount, found.binding)
