"""Places named in words by citations and Part 2 marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from appraiser.domain.barriers import Barrier
from appraiser.domain.checks import check
from appraiser.domain.findings import Severity
from appraiser.domain.ids import BarrierId, CitationId, PartMarkId, SourceId
from appraiser.domain.mentioned import is_there
from appraiser.domain.sources import Citation, PartMark, Source
from appraiser.domain.starting import new_appraisal
from appraiser.domain.terms import Scope

APPRAISAL = replace(
    new_appraisal("Hill Trust", Scope.SERVICE_LINE),
    barriers=(Barrier(id=BarrierId("vat"), title="VAT"),),
    sources=(Source(id=SourceId("accounts"), title="Annual accounts"),),
)


@pytest.mark.parametrize(
    "about",
    [
        "trust",
        "trust.income",
        "barriers",
        "barriers/vat",
        "barriers/vat.title",
        "sheets",
        "support_lines.day_rate",
        " trust.income ",
    ],
)
def test_a_part_a_collection_an_entity_and_a_field_are_there(about: str):
    assert is_there(APPRAISAL, about)


@pytest.mark.parametrize(
    "about",
    [
        "",
        "trusts",
        "trust/x",
        "trust.incom",
        "barriers/tax",
        "barriers/vat.colour",
        "sheets/x",
        "sheets.value",
        "barriers.colour",
    ],
)
def test_what_names_nothing_is_not_there(about: str):
    assert not is_there(APPRAISAL, about)


def test_a_mark_that_names_nothing_is_wrong_since_it_hides_nothing():
    marked = replace(APPRAISAL, part_marks=(PartMark(id=PartMarkId("m"), about="barriers/tax"),))
    found = [each for each in check(marked) if each.code == "mark-of-nothing"]
    assert [each.severity for each in found] == [Severity.ERROR]
    assert "barriers/tax" in found[0].words


def test_a_citation_that_names_nothing_is_to_be_looked_at():
    cited = Citation(id=CitationId("c"), about="trust.incom", source=SourceId("accounts"))
    found = [
        each
        for each in check(replace(APPRAISAL, citations=(cited,)))
        if each.code == "cites-nothing"
    ]
    assert [each.severity for each in found] == [Severity.WARNING]


def test_marks_and_citations_of_what_is_there_are_right():
    cited = Citation(id=CitationId("c"), about="trust.income", source=SourceId("accounts"))
    marked = PartMark(id=PartMarkId("m"), about="barriers/vat")
    whole = replace(APPRAISAL, citations=(cited,), part_marks=(marked,))
    assert not {"mark-of-nothing", "cites-nothing"} & {each.code for each in check(whole)}
