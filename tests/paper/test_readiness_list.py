"""What stands between a paper and the pack is named, the blocking first, each with its place."""

from dataclasses import replace

import pytest
from tests.paper.conftest import Matter
from tests.paper.making import scored
from tests.paper.test_sections import TWO

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.board_paper import WrittenParagraph
from appraiser.domain.checks import check
from appraiser.domain.ids import Ref
from appraiser.domain.scores import CONSENSUS, ScoreSheet
from appraiser.domain.sources import Citation, Exemption, PartMark, Source, Standing
from appraiser.domain.terms import EvidenceStrength, Stage
from appraiser.paper.composing import composed_paragraphs
from appraiser.paper.lacking_signs import LackingSign
from appraiser.paper.page_budget import PageBudget
from appraiser.paper.readiness_list import ReadinessItem, readiness_list
from appraiser.paper.writing_over import overwritten

FITS = PageBudget(8)


@pytest.fixture(scope="session")
def listed(matter: Matter):
    """Gives the list of an appraisal, by its words."""

    def found(appraisal: Appraisal, budget: PageBudget = FITS) -> dict[str, ReadinessItem]:
        of = matter(appraisal)
        findings = (*check(appraisal), *of.results.findings)
        own = tuple(overwritten(of, composed_paragraphs(of).values()))
        return {each.words: each for each in readiness_list(of, findings, budget, own)}

    return found


def test_a_finished_sample_has_nothing_that_blocks(leicester: Appraisal, listed):
    found = listed(leicester)
    assert not [each for each in found.values() if each.blocking]
    item = found["31 of 36 agreed scores have no evidence named."]
    assert item.stage is Stage.SCORING


def test_what_blocks_comes_first_in_the_order_of_the_journey(listed):
    items = list(listed(scored(TWO)).values())
    blocking = [each.blocking for each in items]
    assert blocking == sorted(blocking, reverse=True)
    stages = [each.stage.number for each in items if each.blocking]
    assert stages == sorted(stages)


def test_what_is_missing_names_the_field_to_go_to(leicester: Appraisal, listed):
    without = replace(leicester, paper=replace(leicester.paper, sponsor=""))
    item = listed(without)["Name the executive sponsor."]
    assert (item.blocking, item.ref, item.field) == (True, Ref("paper"), "sponsor")


def test_stale_weights_and_a_broken_or_missing_seal_block(leicester: Appraisal, listed):
    changed = replace(leicester.criteria[0], anchor_50="Something else")
    stale = listed(replace(leicester, criteria=(changed, *leicester.criteria[1:])))
    words = "The criteria, weights or shortlist have changed since they were sealed."
    assert stale[words].blocking
    (seal,) = leicester.seals
    broken = replace(seal, broken_at=seal.sealed_at, broken_reason="A slip")
    found = listed(replace(leicester, seals=(broken,)))
    assert found["The seal on criteria and weights is broken, and they were not sealed again."]
    unsealed = listed(replace(leicester, seals=(), sheets={}))
    assert unsealed["Criteria and weights are not sealed yet."].ref == Ref("seals")


def test_claims_that_nothing_bears_out_are_worth_a_look(leicester: Appraisal, listed):
    benefit = replace(leicester.benefits[0], evidence="", strength=EvidenceStrength.EFFECT)
    found = listed(replace(leicester, benefits=(benefit,)))
    item = found[f"The benefit “{benefit.title}” names no evidence."]
    assert (item.blocking, item.ref) == (False, Ref("benefits", benefit.id))
    cells = leicester.sheets[CONSENSUS].cells
    first = next(iter(cells))
    one = {**leicester.sheets, CONSENSUS: ScoreSheet({first: replace(cells[first], reason="")})}
    assert "1 of 1 agreed score has no reason." in listed(replace(leicester, sheets=one))


def test_facts_that_rest_on_an_unconfirmed_source_are_gathered_by_stage(listed):
    source = Source(id="s", title="Hearsay", standing=Standing.UNCONFIRMED)
    places = ("trust.income", "trust.surplus", "sheets", "support_lines", "nothing/here")
    citations = tuple(
        Citation(id=f"c{at}", about=about, source="s") for at, about in enumerate(places)
    )
    found = listed(replace(scored(TWO), sources=(source,), citations=citations))
    said = {each.stage: words for words, each in found.items() if "to be confirmed" in words}
    assert said[Stage.TRUST] == (
        "On a source that is still to be confirmed rests this: Trust: income in a year, Trust: "
        "surplus or deficit and nothing/here."
    )
    assert said[Stage.SCORING].endswith("rests this: Scores.")
    assert said[Stage.SUPPORT].endswith("rests this: Support lines.")


def test_own_words_over_changed_data_block_and_say_what_would_stand_there(
    leicester: Appraisal, listed
):
    own = WrittenParagraph(
        id="own", paragraph="summary.support", text="Cheap.", data_fingerprint="another"
    )
    found = listed(replace(leicester, written_paragraphs=(own,)))
    (item,) = [each for words, each in found.items() if "since changed" in words]
    assert item.blocking
    assert "£87,400" in item.words
    assert item.ref == Ref("written_paragraphs", "own")


@pytest.mark.parametrize(
    ("mark", "lacking", "field"),
    [
        (PartMark(id="m", about="barriers", reason="x"), "a section of the Freedom", "exemption"),
        (
            PartMark(id="m", about="barriers", exemption=Exemption.COMMERCIAL),
            "a reason that the public can read",
            "reason",
        ),
    ],
)
def test_a_private_item_needs_a_section_and_a_reason(
    leicester: Appraisal, listed, mark: PartMark, lacking: str, field: str
):
    found = listed(replace(leicester, part_marks=(mark,)))
    (item,) = [each for words, each in found.items() if "kept private without" in words]
    assert lacking in item.words
    assert (item.ref, item.field) == (Ref("part_marks", "m"), field)


def test_a_body_over_its_budget_blocks(leicester: Appraisal, listed):
    item = listed(leicester, PageBudget(10))["The body takes 10 pages of 8, 2 pages too many."]
    assert item.blocking


def test_signs_that_would_be_lost_block_and_borrowed_ones_are_named(
    leicester: Appraisal, matter: Matter
):
    signs = (
        LackingSign("字", "", "summary", "the sign 字 here"),
        *(LackingSign(chr(0x3B1 + at), "DejaVu Sans", "summary", "x") for at in range(13)),
    )
    found = readiness_list(matter(leicester), (), FITS, (), signs)
    assert found[0].words == "A square will be printed in place of “字” in “the sign 字 here”."
    assert found[0].blocking
    assert any(
        f"13 characters are drawn from another typeface: {chr(0x3B1)} {chr(0x3B2)}" in each.words
        for each in found
    )
    one = readiness_list(matter(leicester), (), FITS, (), signs[1:2])
    assert any(each.words.startswith("1 character is drawn") for each in one)
