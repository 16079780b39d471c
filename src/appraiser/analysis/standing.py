"""Whether an appraisal rests on facts that were made up to show how it works."""

from __future__ import annotations

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.sources import Standing

_NOT_FACTS = {Standing.ILLUSTRATIVE, Standing.MADE_UP}


def rests_on_illustration(appraisal: Appraisal) -> bool:
    """Tell whether the trust is made up, or anything cites what is illustrative or made up."""
    cited = {citation.source for citation in appraisal.citations}
    return appraisal.trust.made_up or any(
        source.standing in _NOT_FACTS for source in appraisal.sources if source.id in cited
    )
