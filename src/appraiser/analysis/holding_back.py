"""What keeps a verdict from being given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from appraiser.analysis.option_results import OptionResult
from appraiser.analysis.scoring.feeding import revealed_rounds
from appraiser.domain.appraisal import Appraisal, called
from appraiser.domain.findings import Finding
from appraiser.domain.shortlist import has_baseline, has_retained
from appraiser.domain.terms import ScoreFeed
from appraiser.domain.written import listed


def held_back(
    appraisal: Appraisal, findings: Sequence[Finding], options: Sequence[OptionResult]
) -> Iterator[str]:
    """Give each reason in a sentence.

    `findings` are of the weights, the scores and the draws that a verdict rests on.
    """
    if not has_baseline(appraisal):
        yield "Business as usual is not on the shortlist, so there is nothing to compare with."
    if not has_retained(appraisal):
        yield "The shortlist has no option besides business as usual that stays in the NHS."
    hidden = appraisal.scoring.feed is not ScoreFeed.CONSENSUS and not revealed_rounds(appraisal)
    lacking = [each.option for each in options if each.total is None and not each.barred]
    if findings:
        yield from (finding.words for finding in findings)
    elif hidden:
        yield "Scores stay hidden until the round is revealed."
    elif lacking:
        names = listed([called(appraisal.option(each)) for each in lacking])
        yield f"Scores are missing for {names}."
