"""The private and the public edition of an appraisal, and the board paper of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.withholding.public import PublicAppraisal, public
from appraiser.exchange.anonymous import without_scorer_names
from appraiser.exporting.wanted import Wanted

if TYPE_CHECKING:
    from appraiser.analysis.results import Results
    from appraiser.catalogue.loading import Catalogue
    from appraiser.paper.blocks import Paper


@dataclass(frozen=True, slots=True)
class Edition:
    """An appraisal as a whole, and what the public may read of it where that is wanted."""

    whole: Appraisal
    public: PublicAppraisal | None

    @property
    def printed(self) -> Appraisal:
        """The appraisal as it is printed."""
        return self.public.printed if self.public else self.whole

    @property
    def counted(self) -> Appraisal:
        """The appraisal that results are worked out from."""
        return self.public.counted if self.public else self.whole


def public_edition(appraisal: Appraisal) -> Edition:
    """Give what the public may read: nothing that is marked private, scorers by role alone."""
    return Edition(appraisal, public(without_scorer_names(appraisal)))


def compose_edition(
    edition: Edition, wanted: Wanted, catalogue: Catalogue, results: Results | None = None
) -> Paper:
    """Compose the board paper of an edition. Results that are known are not worked out again."""
    from appraiser.analysis.assessing import assess
    from appraiser.paper.composing import compose

    return compose(
        edition.whole,
        results or assess(edition.counted, catalogue, cancelled=wanted.cancelled),
        catalogue,
        public=edition.public,
        journal=wanted.journal,
        whole_journal=wanted.whole_journal,
    )
