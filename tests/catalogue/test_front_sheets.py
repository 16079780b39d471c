"""Front sheets as they are shipped, and what a trust's own file of them may and may not say."""

from pathlib import Path

import pytest
from tests.catalogue.conftest import Write

from appraiser.catalogue.front_sheets import OWN, STANDARD, FrontSheetProfile
from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.domain.front_sheet_facts import FrontSheetFact
from appraiser.domain.problem import Problem
from appraiser.domain.sources import Standing
from appraiser.domain.terms import PaperPurpose

SHEET = (
    '[[front_sheet]]\nid = "{id}"\nname = "Ours"\n'
    'basis = {{ text = "Our form.", standing = "trust-record" }}\nfields = [{fields}]\n'
)
EVERY_BOARD_NEEDS = {FrontSheetFact.RECOMMENDATION, FrontSheetFact.RESOLUTIONS}


def facts(profile: FrontSheetProfile) -> list[FrontSheetFact | None]:
    return [each.fact for each in profile.fields]


def test_the_standard_sheet_is_the_one_that_is_always_there(catalogue: Catalogue) -> None:
    assert next(iter(catalogue.front_sheets)) == STANDARD
    assert catalogue.front_sheet("") is catalogue.front_sheets[STANDARD]
    assert catalogue.front_sheet("finance-lead").id == "finance-lead"


def test_every_sheet_puts_the_ask_and_leaves_nothing_of_the_standard_one_out(
    catalogue: Catalogue,
) -> None:
    wanted = set(facts(catalogue.front_sheet("")))
    assert wanted >= EVERY_BOARD_NEEDS
    for profile in catalogue.front_sheets.values():
        assert set(facts(profile)) >= wanted, profile.id
        assert facts(profile)[-1] is FrontSheetFact.ANNEXES


@pytest.mark.parametrize(
    ("profile", "seen"),
    [
        ("finance-lead", {FrontSheetFact.VERSION, FrontSheetFact.FINANCE_LEAD}),
        ("objectives", {FrontSheetFact.OBJECTIVES, FrontSheetFact.DISCLOSABLE}),
    ],
)
def test_what_was_seen_on_a_real_sheet_is_on_it(
    catalogue: Catalogue, profile: str, seen: set[FrontSheetFact]
) -> None:
    found = catalogue.front_sheet(profile)
    assert set(facts(found)) >= seen
    assert found.basis.standing is Standing.PUBLISHED


def test_the_sheet_with_the_resolutions_last_has_them_after_every_implication(
    catalogue: Catalogue,
) -> None:
    found = facts(catalogue.front_sheet("resolutions"))
    assert found[-3:] == [
        FrontSheetFact.RECOMMENDATION,
        FrontSheetFact.RESOLUTIONS,
        FrontSheetFact.ANNEXES,
    ]


def test_a_sheet_that_words_the_purpose_otherwise_has_words_for_every_purpose(
    catalogue: Catalogue,
) -> None:
    for profile in catalogue.front_sheets.values():
        assert set(profile.purposes) in (set(), set(PaperPurpose)), profile.id
    assert catalogue.front_sheet("objectives").purposes[PaperPurpose.INFORMATION] == "To note"


def test_a_sheet_nobody_knows_is_refused_with_the_nearest(catalogue: Catalogue) -> None:
    with pytest.raises(Problem, match='no front sheet called "finance"'):
        catalogue.front_sheet("finance")


def test_a_trust_may_add_a_sheet_with_fields_that_no_fact_fills(own: Path, write: Write) -> None:
    write("front_sheets.toml", SHEET.format(id="ours", fields='{ label = "Data protection" }'))
    found = load_catalogue(own=own).front_sheet("ours")
    assert [(each.label, each.fact, each.short) for each in found.fields] == [
        ("Data protection", None, False)
    ]


@pytest.mark.parametrize(
    ("name", "fields", "said"),
    [
        ("ours", "", "a front sheet needs a field, and every field a label"),
        ("ours", '{ label = " " }', "a front sheet needs a field, and every field a label"),
        (
            "ours",
            '{ fact = "legal", label = "Law" }, { fact = "legal", label = "Again" }',
            'two of its fields are filled with "legal"',
        ),
        ("ours", '{ fact = "weather", label = "Weather" }', '"weather" is not known here'),
        (OWN, '{ label = "Law" }', '"own" stands for the fields of the appraisal itself'),
    ],
)
def test_a_sheet_that_cannot_be_printed_is_refused(
    own: Path, write: Write, name: str, fields: str, said: str
) -> None:
    write("front_sheets.toml", SHEET.format(id=name, fields=fields))
    with pytest.raises(Problem) as caught:
        load_catalogue(own=own)
    assert said in caught.value.what
    assert caught.value.place.startswith(f"our-additions/front_sheets.toml, {name}")
