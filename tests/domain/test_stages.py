"""Everything in an appraisal has the stage at which it is put right."""

import pytest

from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.ids import Ref
from appraiser.domain.stages import stage_of, stage_of_place
from appraiser.domain.terms import Stage


@pytest.mark.parametrize(
    ("place", "stage"),
    [
        ("trust.income", Stage.TRUST),
        ("sources/a", Stage.TRUST),
        ("barriers/vat", Stage.GATES),
        ("criteria", Stage.WEIGHTS),
        ("sheets", Stage.SCORING),
        ("robustness", Stage.RESULTS),
        ("support_lines.day_rate", Stage.SUPPORT),
        ("nothing/here", Stage.TRUST),
    ],
)
def test_a_place_leads_to_its_stage(place: str, stage: Stage):
    assert stage_of_place(place) is stage


def test_every_part_and_collection_has_one():
    for name in (*SINGLES, *COLLECTIONS, "sheets"):
        assert stage_of(Ref(name)) in Stage
