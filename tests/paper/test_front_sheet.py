"""The front sheet in each form: its order, its words, and nothing on it blank."""

from dataclasses import replace
from typing import Any

import pytest
from tests.generated import DOT
from tests.logos import LOGO, text
from tests.paper.conftest import Compose
from tests.paper.making import scored
from tests.paper.reading import all_of

from appraiser.analysis.assessing import assess
from appraiser.catalogue.front_sheets import OWN
from appraiser.catalogue.loading import Catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.board_paper import FrontSheetField
from appraiser.domain.case import Objective
from appraiser.domain.front_sheet_facts import FrontSheetFact as Fact
from appraiser.domain.ids import FrontSheetFieldId, ObjectiveId, PartMarkId
from appraiser.domain.problem import Problem
from appraiser.domain.sources import PaperPart, PartMark
from appraiser.domain.withholding.public import public
from appraiser.exporting.to_file import export_to
from appraiser.paper.annexes import ANNEXES_IN_SHORT
from appraiser.paper.blocks import Field, FrontSheet
from appraiser.paper.composing import compose
from appraiser.paper.material import NOT_HERE

PROFILES = ("standard", "finance-lead", "objectives", "resolutions")
TWO = {"a": (10, 60), "b": (40, 20)}
TODAY = (
    *("Meeting", "Date", "Agenda item", "Paper is for", "Executive sponsor", "Presenter", "Author"),
    *("Contact", "Recommendation", "The board is asked to", "Financial implications"),
    *("Legal implications", "Patients and quality", "Equality", "Engagement", "Risk reference"),
    *("Considered before by", "Annexes"),
)


def field(name: str, **more: Any) -> FrontSheetField:
    return FrontSheetField(id=FrontSheetFieldId(name), **more)


def of(*own: FrontSheetField, **more: Any) -> Appraisal:
    appraisal = scored(TWO, front_sheet_fields=own)
    return replace(appraisal, paper=replace(appraisal.paper, **more))


def sheet(composed: Compose, appraisal: Appraisal) -> FrontSheet:
    (found,) = all_of(composed(appraisal), FrontSheet)
    return found


def fields(composed: Compose, appraisal: Appraisal) -> dict[str, Field]:
    return {each.label: each for each in sheet(composed, appraisal).fields}


def test_without_a_choice_it_is_the_standard_one(composed: Compose):
    found = sheet(composed, of())
    assert tuple(each.label for each in found.fields) == TODAY
    assert [each.short for each in found.fields] == [True] * 8 + [False] * 10
    assert found == sheet(composed, of(profile="standard"))


@pytest.mark.parametrize("profile", PROFILES)
def test_each_form_has_its_own_order_and_labels_and_no_blank(
    composed: Compose, catalogue: Catalogue, profile: str
):
    found = sheet(composed, of(profile=profile))
    wanted = catalogue.front_sheet(profile).fields
    assert [(each.label, each.short) for each in found.fields] == [
        (each.label, each.short) for each in wanted
    ]
    assert all(each.text.strip() for each in found.fields)


def test_every_fact_has_words_even_where_nothing_is_known(composed: Compose):
    own = tuple(field(str(fact), fact=fact) for fact in Fact)
    found = sheet(composed, replace(of(*own, profile=OWN, version=""), objectives=()))
    assert [each.label for each in found.fields] == [fact.label for fact in Fact]
    assert {each.label: each.text for each in found.fields} == {
        "Meeting": "Not yet given",
        "Date of the meeting": "Not yet given",
        "Agenda item": "Not yet given",
        "What the paper is for": "Decision",
        "Executive sponsor": "Not yet given",
        "Presenter": "Not yet given",
        "Author": "Not yet given",
        "Contact": "Not yet given",
        "Version": "Not yet given",
        "Recommendation": "No recommendation has been made yet.",
        "What the board is asked to resolve": "Not yet given",
        "Financial implications": (
            "No support has been planned yet. The programme's cap has not been given."
        ),
        "Who authorised it for finance": "Not yet given",
        "Legal implications": "None identified; not yet confirmed.",
        "Patients and quality": "None identified; not yet confirmed.",
        "Equality": "None identified; not yet confirmed.",
        "Engagement": "None identified; not yet confirmed.",
        "Objectives supported": "None identified; not yet confirmed.",
        "Risk reference": "None identified; not yet confirmed.",
        "Considered before by": "None identified; not yet confirmed.",
        "Public or private": "Public",
        "Annexes": ANNEXES_IN_SHORT,
    }


def test_what_is_known_fills_its_fact(composed: Compose):
    appraisal = of(
        profile="finance-lead",
        version="Draft 4",
        finance_lead="Director of finance",
        presenter=" P ",
    )
    found = fields(composed, appraisal)
    assert found["Version"].text == "Draft 4"
    assert found["Finance lead"].text == "Director of finance"
    assert found["Presenter"].text == "P"


@pytest.mark.parametrize("profile", PROFILES)
def test_an_own_field_with_a_fact_confirms_it_in_every_form(composed: Compose, profile: str):
    own = field("f", label="Fairness", fact=Fact.EQUALITY, confirmed_by="Director of people")
    found = sheet(composed, of(own, profile=profile))
    confirmed = [each.text for each in found.fields if "Director of people" in each.text]
    assert confirmed == ["None identified, confirmed by Director of people."]
    assert "Fairness" not in [each.label for each in found.fields]


def test_what_an_own_field_says_stands_after_the_fact_or_in_its_place(composed: Compose):
    own = field("f", fact=Fact.LEGAL, text="Counsel was asked.")
    assert fields(composed, of(own))["Legal implications"].text == "Counsel was asked."
    both = fields(composed, of(own, legal="No consent is needed."))["Legal implications"]
    assert both.text == "No consent is needed.\nCounsel was asked."


def test_further_own_fields_stand_before_the_annexes_of_a_form(composed: Compose):
    own = (field("a", label="Environment", text="None."), field("b", label=" ", text="Else."))
    labels = [each.label for each in sheet(composed, of(*own)).fields]
    assert labels == [*TODAY[:-1], "Environment", "Other", "Annexes"]


def test_in_the_trusts_own_form_its_fields_are_the_sheet_in_their_order(composed: Compose):
    own = (
        field("a", label="What we ask", fact=Fact.RESOLUTIONS),
        field("b", label="Environment", confirmed_by="Director of estates"),
        field("c", label="When", fact=Fact.DATE, short=True),
    )
    found = sheet(composed, of(*own, profile=OWN, resolutions=("Note this",)))
    assert found.fields == (
        Field("What we ask", "Note this."),
        Field("Environment", "None identified, confirmed by Director of estates."),
        Field("When", "Not yet given", short=True),
    )


def test_an_own_form_without_a_field_is_the_standard_one(composed: Compose):
    found = sheet(composed, of(profile=OWN))
    assert tuple(each.label for each in found.fields) == TODAY


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Decision"),
        ({"purpose_words": "For approval"}, "For approval"),
        ({"profile": "objectives"}, "For decision"),
        ({"profile": "objectives", "purpose_words": "For approval"}, "For approval"),
    ],
)
def test_the_purpose_is_in_the_trusts_words(composed: Compose, more: dict[str, Any], words: str):
    found = fields(composed, of(**more))
    assert found.get("Purpose", found.get("Paper is for")).text == words


def test_the_objectives_are_named_and_cut_where_there_are_many(composed: Compose):
    def named(*titles: str) -> str:
        found = tuple(
            Objective(id=ObjectiveId(f"o{at}"), title=each) for at, each in enumerate(titles)
        )
        appraisal = replace(of(profile="objectives"), objectives=found)
        return fields(composed, appraisal)["Objectives supported"].text

    assert named("Safe wards", "", "A balanced budget") == "Safe wards; A balanced budget"
    assert named(*["A long objective"] * 40).endswith("… In full in the body of the paper.")


@pytest.mark.parametrize(
    ("part", "words"),
    [(PaperPart.PUBLIC, "Public"), (PaperPart.PRIVATE, "Private: not for publication")],
)
def test_one_private_item_makes_the_paper_private(composed: Compose, part: PaperPart, words: str):
    appraisal = marked(of(profile="objectives"), "paper", part)
    assert fields(composed, appraisal)["Disclosure"].text == words


def marked(appraisal: Appraisal, about: str, part: PaperPart = PaperPart.PRIVATE) -> Appraisal:
    mark = PartMark(id=PartMarkId("m"), about=about, part=part)
    return replace(appraisal, part_marks=(mark,))


def of_the_public_paper(catalogue: Catalogue, appraisal: Appraisal) -> dict[str, str]:
    found = public(appraisal)
    paper = compose(appraisal, assess(found.counted, catalogue), catalogue, public=found)
    (front,) = all_of(paper, FrontSheet)
    return {each.label: each.text for each in front.fields}


def test_the_public_paper_is_public_and_never_says_of_private_words_that_there_are_none(
    catalogue: Catalogue,
):
    law = field("law", fact=Fact.LEGAL, text="Counsel's advice.")
    fair = field("fair", fact=Fact.EQUALITY, confirmed_by="Director of people")
    appraisal = marked(of(law, fair, profile="objectives"), "front_sheet_fields/law")
    found = of_the_public_paper(catalogue, appraisal)
    assert found["Disclosure"] == "Public"
    assert found["Legal implications"] == NOT_HERE
    assert found["Equality"] == "None identified, confirmed by Director of people."


def test_private_objectives_are_said_to_be_private(catalogue: Catalogue):
    objective = Objective(id=ObjectiveId("o"), title="Sell the site")
    appraisal = replace(of(profile="objectives"), objectives=(objective,))
    found = of_the_public_paper(catalogue, marked(appraisal, "objectives/o"))
    assert found["Objectives supported"] == NOT_HERE


def test_what_no_section_repeats_is_never_cut(composed: Compose):
    long = "Executive team, then the partnership forum; " * 20
    found = fields(composed, of(previously=long))["Considered before by"].text
    assert found == " ".join(long.split())


def test_the_logo_is_on_the_sheet_and_said_in_words(composed: Compose):
    appraisal = of(logo=LOGO)
    named = replace(appraisal, trust=replace(appraisal.trust, name="Fenmere Trust"))
    assert sheet(composed, named).logo.startswith(b"\x89PNG")
    assert sheet(composed, named).logo_alt == "Logo of Fenmere Trust"
    assert sheet(composed, of()).logo == b""


@pytest.mark.parametrize("ending", ["pdf", "docx", "html"])
def test_a_logo_that_cannot_be_read_stops_the_paper_before_anything_is_written(tmp_path, ending):
    out = tmp_path / f"paper.{ending}"
    out.write_text("what was there")
    broken = of(logo=text(b"\x89PNG\r\n\x1a\n\x00broken"))
    with pytest.raises(Problem, match="The logo cannot be read as a picture"):
        export_to(broken, out)
    assert out.read_text() == "what was there"
    export_to(replace(broken, paper=replace(broken.paper, logo=DOT)), out)
    assert out.stat().st_size > 1_000
