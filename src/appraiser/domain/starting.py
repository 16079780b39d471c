"""A new appraisal: what is there before anyone has typed a word."""

from __future__ import annotations

from uuid import uuid4

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.board_paper import BoardPaper
from appraiser.domain.checking import checked
from appraiser.domain.criteria import Weighting, WeightSet
from appraiser.domain.fields import specs
from appraiser.domain.ids import OptionId, ReadinessAnswerId, WeightSetId, new_id
from appraiser.domain.options import Option
from appraiser.domain.terms import Listing, OptionRole, ReadinessTest, Scope
from appraiser.domain.trust import Question, ReadinessAnswer, Trust

_QUESTIONS = {
    Scope.WHOLE_ORGANISATION: "Should the whole organisation become a mutual?",
    Scope.SERVICE_LINE: "Should a service line become a mutual?",
}


def new_appraisal(trust: str, scope: Scope) -> Appraisal:
    """Start an appraisal: a baseline to compare with, an empty weight set, readiness to answer.

    Raises `Problem` if the trust's name is more than one line, or cannot stand in a document.
    """
    checked(specs(Trust)["name"], trust)
    weights = WeightSetId(new_id("weight-set"))
    return Appraisal(
        id=str(uuid4()),
        trust=Trust(name=trust),
        question=Question(title=_title(trust), text=_QUESTIONS[scope], scope=scope),
        options=(
            Option(
                id=OptionId("business-as-usual"),
                name="Business as usual",
                role=OptionRole.BUSINESS_AS_USUAL,
                scope=scope,
                stays_in_nhs=True,
                listing=Listing.SHORTLIST,
                listing_reason="The baseline that every option is compared with.",
            ),
        ),
        weight_sets=(WeightSet(id=weights, name="Panel"),),
        weighting=Weighting(model_set=weights),
        readiness_answers=tuple(
            ReadinessAnswer(id=ReadinessAnswerId(f"readiness-{test}"), test=test)
            for test in ReadinessTest
        ),
        paper=BoardPaper(title=_title(trust)),
    )


def _title(trust: str) -> str:
    return f"Options for a mutual: {trust}" if trust.strip() else "Options for a mutual"
