"""The ids that parts of an appraisal are known by.

An id is a short slug. It is given once and never used again, so that the journal stays true:
new ids end in 50 random bits, and an id written by hand in a sample is kept as it is.
"""

from __future__ import annotations

import re
import secrets
from typing import NamedTuple, NewType

SourceId = NewType("SourceId", str)
CitationId = NewType("CitationId", str)
PartMarkId = NewType("PartMarkId", str)
ServiceLineId = NewType("ServiceLineId", str)
MeasureId = NewType("MeasureId", str)
ReadinessAnswerId = NewType("ReadinessAnswerId", str)
ChallengeId = NewType("ChallengeId", str)
ObjectiveId = NewType("ObjectiveId", str)
StaffViewId = NewType("StaffViewId", str)
BenefitId = NewType("BenefitId", str)
EoiAnswerId = NewType("EoiAnswerId", str)
OptionId = NewType("OptionId", str)
FrameworkChoiceId = NewType("FrameworkChoiceId", str)
SuccessFactorId = NewType("SuccessFactorId", str)
FactorMarkId = NewType("FactorMarkId", str)
DefinitionAnswerId = NewType("DefinitionAnswerId", str)
FormNoteId = NewType("FormNoteId", str)
PrecedentUseId = NewType("PrecedentUseId", str)
GateAnswerId = NewType("GateAnswerId", str)
KeptGateId = NewType("KeptGateId", str)
BarrierId = NewType("BarrierId", str)
ActionId = NewType("ActionId", str)
RequestId = NewType("RequestId", str)
CriterionId = NewType("CriterionId", str)
WeightSetId = NewType("WeightSetId", str)
ComparisonId = NewType("ComparisonId", str)
SealId = NewType("SealId", str)
SwingCheckId = NewType("SwingCheckId", str)
GroupId = NewType("GroupId", str)
ScorerId = NewType("ScorerId", str)
InterestId = NewType("InterestId", str)
AttendanceId = NewType("AttendanceId", str)
ParkedItemId = NewType("ParkedItemId", str)
CostLineId = NewType("CostLineId", str)
TaxPositionId = NewType("TaxPositionId", str)
ContractId = NewType("ContractId", str)
SupportLineId = NewType("SupportLineId", str)
PathStepId = NewType("PathStepId", str)
FrontSheetFieldId = NewType("FrontSheetFieldId", str)
WrittenParagraphId = NewType("WrittenParagraphId", str)
NextStepId = NewType("NextStepId", str)
ApprovalId = NewType("ApprovalId", str)

ID_PATTERN = r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?"
"""What an id looks like, as a regular expression for the whole of it."""

_ID = re.compile(ID_PATTERN)
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


class Ref(NamedTuple):
    """Where something is: a collection and an id, or a single part with an empty id."""

    collection: str
    id: str = ""

    def __str__(self) -> str:
        """Give it as `options/ft-plus`, the way citations and the journal write it."""
        return f"{self.collection}/{self.id}" if self.id else self.collection


def is_id(value: str) -> bool:
    """Tell whether a text may serve as an id."""
    return _ID.fullmatch(value) is not None


def new_id(prefix: str) -> str:
    """Make an id that was never used before, such as `option-7k2mq9xw4d`."""
    return f"{prefix}-" + "".join(secrets.choice(_ALPHABET) for _ in range(10))
