"""The fields of a front sheet in their order, and the edits that make it the trust's own."""

from dataclasses import replace
from typing import Any

import pytest

from appraiser.analysis.assessing import assess
from appraiser.analysis.library.front_sheets import (
    OwnFrontSheet,
    front_sheet_findings,
    is_own,
    make_own,
    own_front_sheet,
    profile_of,
    purpose_words,
    sheet_fields,
    take_over,
)
from appraiser.catalogue.front_sheets import OWN, SheetField
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.applying import apply
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.board_paper import FrontSheetField
from appraiser.domain.edits import Edit
from appraiser.domain.findings import Severity
from appraiser.domain.front_sheet_facts import FrontSheetFact as Fact
from appraiser.domain.ids import CitationId, FrontSheetFieldId, Ref, SourceId
from appraiser.domain.sources import Citation, Source
from appraiser.domain.terms import PaperPurpose, Stage


def field(name: str, **more: Any) -> FrontSheetField:
    return FrontSheetField(id=FrontSheetFieldId(name), **more)


PROTECTION = field("protection", label="Data protection", confirmed_by="Trust secretary")
LAW = field("law", label="Our lawyers say", fact=Fact.LEGAL, text="All is well.")
FAIR = field("fair", label=" equality ", confirmed_by="Director of people")


def of(*fields: FrontSheetField, **more: Any) -> Appraisal:
    appraisal = Appraisal(id="a", front_sheet_fields=fields)
    return replace(appraisal, paper=replace(appraisal.paper, **more))


def labels(appraisal: Appraisal, catalogue: Catalogue) -> list[str]:
    return [each.label for each in sheet_fields(appraisal, catalogue)]


def done(appraisal: Appraisal, edit: Edit) -> Appraisal:
    """Apply an edit, and see that it can be taken back."""
    applied = apply(appraisal, edit)
    assert apply(applied.appraisal, applied.inverse, undoing=True).appraisal == appraisal
    return applied.appraisal


def said(appraisal: Appraisal, catalogue: Catalogue) -> list[tuple[object, ...]]:
    """What a front sheet says, whatever the ids of its fields."""
    return [
        (each.label, each.fact, each.short, each.text, each.confirmed_by)
        for each in sheet_fields(appraisal, catalogue)
    ]


def test_without_a_choice_the_standard_form_is_the_sheet(catalogue: Catalogue) -> None:
    wanted = [each.label for each in catalogue.front_sheet("").fields]
    assert labels(of(), catalogue) == wanted
    assert labels(of(profile="no-such-form"), catalogue) == wanted
    assert labels(of(profile=OWN), catalogue) == wanted
    assert profile_of(of(profile="resolutions"), catalogue).id == "resolutions"


def test_an_own_field_says_more_of_the_forms_by_its_fact_or_its_name(catalogue: Catalogue) -> None:
    found = {each.label: each for each in sheet_fields(of(LAW, FAIR), catalogue)}
    assert found["Legal implications"].text == "All is well."
    assert found["Legal implications"].id == "law"
    assert found["Equality"].confirmed_by == "Director of people"
    assert len(found) == len(catalogue.front_sheet("").fields)


def test_a_name_counts_whatever_the_form_calls_the_fact(catalogue: Catalogue) -> None:
    found = sheet_fields(of(FAIR, profile="resolutions"), catalogue)
    assert [each.label for each in found if each.confirmed_by] == ["Corporate: equality"]


def test_a_name_does_not_count_against_a_fact(catalogue: Catalogue) -> None:
    crossed = field("crossed", label="Equality", fact=Fact.VERSION, text="Version nine")
    assert labels(of(crossed), catalogue)[-2:] == ["Equality", "Annexes"]


def test_further_own_fields_stand_before_the_annexes(catalogue: Catalogue) -> None:
    again = replace(LAW, id=FrontSheetFieldId("again"), label="Law again")
    assert labels(of(PROTECTION, LAW, again), catalogue)[-3:] == [
        "Data protection",
        "Law again",
        "Annexes",
    ]


def test_in_the_trusts_own_form_its_fields_are_the_sheet(catalogue: Catalogue) -> None:
    appraisal = of(PROTECTION, LAW, profile=OWN)
    assert is_own(appraisal)
    assert sheet_fields(appraisal, catalogue) == (PROTECTION, LAW)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Decision"),
        ({"profile": "objectives"}, "For decision"),
        ({"profile": "objectives", "purpose": PaperPurpose.INFORMATION}, "To note"),
        ({"profile": "objectives", "purpose_words": " For a vote "}, "For a vote"),
        ({"profile": OWN}, "Decision"),
    ],
)
def test_the_purpose_is_put_in_the_trusts_words_or_the_forms(
    catalogue: Catalogue, more: dict[str, Any], words: str
) -> None:
    assert purpose_words(of(PROTECTION, **more), catalogue) == words


@pytest.mark.parametrize("profile", ["", "finance-lead", "objectives", "resolutions"])
def test_making_a_form_the_trusts_own_changes_nothing_that_is_printed(
    catalogue: Catalogue, profile: str
) -> None:
    appraisal = of(FAIR, PROTECTION, LAW, profile=profile)
    own = done(appraisal, make_own(appraisal, catalogue))

    assert is_own(own)
    assert said(own, catalogue) == said(appraisal, catalogue)
    assert purpose_words(own, catalogue) == purpose_words(appraisal, catalogue)
    assert {"law", "fair", "protection"} < {each.id for each in own.front_sheet_fields}
    assert all(each.id for each in own.front_sheet_fields)


def test_the_trusts_words_for_the_purpose_stay(catalogue: Catalogue) -> None:
    appraisal = of(profile="objectives", purpose_words="For a vote")
    assert done(appraisal, make_own(appraisal, catalogue)).paper.purpose_words == "For a vote"


def test_what_rests_on_a_source_still_does(catalogue: Catalogue) -> None:
    appraisal = replace(
        of(LAW),
        sources=(Source(id=SourceId("s"), title="Minutes"),),
        citations=(
            Citation(id=CitationId("c"), about="front_sheet_fields/law", source=SourceId("s")),
        ),
    )
    assert done(appraisal, make_own(appraisal, catalogue)).citations == appraisal.citations


def test_a_form_that_is_kept_holds_nothing_that_one_paper_said(catalogue: Catalogue) -> None:
    kept = own_front_sheet(
        of(PROTECTION, LAW, profile=OWN, purpose_words=" For a vote "), catalogue, "Ours"
    )
    assert kept == OwnFrontSheet(
        "Ours",
        (
            SheetField(label="Data protection"),
            SheetField(label="Our lawyers say", fact=Fact.LEGAL),
        ),
        "For a vote",
    )


KEPT = OwnFrontSheet(
    "Ours",
    (
        SheetField(label="Date", fact=Fact.DATE, short=True),
        SheetField(label="Law", fact=Fact.LEGAL),
        SheetField(label="Data protection"),
    ),
)


def test_taking_a_kept_form_keeps_what_was_said_and_lets_go_of_what_said_nothing(
    catalogue: Catalogue,
) -> None:
    silent = field("silent", label="Nothing said here")
    further = field("further", label="Environment", text="No harm.")
    appraisal = of(silent, PROTECTION, further, LAW, profile="objectives", purpose_words="Kept")
    taken = done(appraisal, take_over(appraisal, KEPT))

    assert is_own(taken)
    assert said(taken, catalogue) == [
        ("Date", Fact.DATE, True, "", ""),
        ("Law", Fact.LEGAL, False, "All is well.", ""),
        ("Data protection", None, False, "", "Trust secretary"),
        ("Environment", None, False, "No harm.", ""),
    ]
    assert taken.paper.purpose_words == "Kept"


def test_a_kept_form_brings_its_words_and_its_logo() -> None:
    dot = "iVBORw0KGgo="
    appraisal = of(purpose_words="Ours", logo="")
    edit = take_over(appraisal, replace(KEPT, purpose_words="For a vote", logo=dot))
    taken = done(appraisal, edit)

    assert (taken.paper.purpose_words, taken.paper.logo) == ("For a vote", dot)
    assert edit.words == "taking the front sheet Ours"


@pytest.mark.parametrize(
    ("appraisal", "words"),
    [
        (of(), None),
        (of(profile="objectives"), None),
        (of(LAW, profile=OWN), None),
        (
            of(profile=OWN),
            "The standard front sheet is printed instead: the trust's own has no field yet.",
        ),
        (
            of(profile="objective"),
            (
                'The standard front sheet is printed instead: no front sheet called "objective"; '
                'did you mean "objectives"?'
            ),
        ),
        (
            of(profile="CICC"),
            'The standard front sheet is printed instead: no front sheet called "CICC".',
        ),
    ],
)
def test_a_form_that_cannot_be_had_is_found(
    catalogue: Catalogue, appraisal: Appraisal, words: str | None
) -> None:
    found = list(front_sheet_findings(appraisal, catalogue))
    assert [each.words for each in found] == ([words] if words else [])
    for each in found:
        assert (each.severity, each.stage) == (Severity.WARNING, Stage.PAPER)
        assert (each.ref, each.field) == (Ref("paper"), "profile")
        assert each in assess(appraisal, catalogue).findings
