"""Every part of a paper can be pointed at on its page, and leads to the stage behind it."""

import pytest
from tests.paper.conftest import Compose

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.terms import Stage
from appraiser.paper.blocks import Heading, Meta, Paper
from appraiser.paper.page_budget import MOST_PAGES, PageBudget, page_budget
from appraiser.paper.pdf.tags.canvas import Place as OnPage
from appraiser.paper.pdf.writer import Pdf, set_pdf
from appraiser.paper.places import Place, places_in


@pytest.fixture(scope="module")
def laid_out(paper: Paper) -> Pdf:
    return set_pdf(paper)


@pytest.fixture(scope="module")
def places(paper: Paper, laid_out: Pdf) -> dict[str, Place]:
    return {each.key: each for each in places_in(paper, laid_out.places)}


def test_every_block_that_has_a_key_and_words_has_its_place(paper: Paper, places):
    keys = {getattr(each, "key", "") for each in paper.blocks if getattr(each, "caption", "x")}
    assert keys - {""} - set(places) == set()


@pytest.mark.parametrize(
    ("key", "stage"),
    [
        ("front-sheet", Stage.PAPER),
        ("summary.verdict", Stage.RESULTS),
        ("objectives", Stage.CASE),
        ("shortlist", Stage.OPTIONS),
        ("totals", Stage.RESULTS),
        ("gate-matrix", Stage.GATES),
        ("costs.basis", Stage.COSTS),
        ("support.total", Stage.SUPPORT),
        ("criteria", Stage.WEIGHTS),
        ("scorers", Stage.SCORING),
        ("cost-lines", Stage.COSTS),
        ("support-lines", Stage.SUPPORT),
        ("barrier-register", Stage.GATES),
        ("sources", Stage.CASE),
        ("vintages", Stage.TRUST),
        ("annex-integrity", Stage.PAPER),
    ],
)
def test_the_stage_behind_a_part_is_where_its_words_are_put_right(places, key: str, stage: Stage):
    assert places[key].stage is stage


def test_in_the_five_case_order_a_part_leads_to_the_same_stage(
    leicester: Appraisal, composed: Compose, places
):
    from tests.paper.test_outline import in_five_cases

    other = composed(in_five_cases(leicester))
    found = {each.key: each.stage for each in places_in(other, set_pdf(other).places)}
    assert {key: found[key] for key in places} == {key: each.stage for key, each in places.items()}


def test_places_follow_one_another_down_the_pages(places):
    where = [(each.page, each.top) for each in places.values()]
    assert where == sorted(where)
    assert places["summary.verdict"].words.startswith("2.5 Narrow leader. FT plus has the highest")
    assert places["summary.verdict"].is_paragraph
    assert not places["totals"].is_paragraph


def test_the_body_is_measured_from_the_ask_to_the_first_annex(laid_out: Pdf):
    budget = page_budget(laid_out.places)
    assert (budget.used, budget.over) == (8, 0)
    assert budget.words == "The body takes 8 pages of 8."
    assert PageBudget(MOST_PAGES + 1).words.endswith("1 page too many.")
    assert page_budget({"ask": OnPage(0, 0.0)}).used == 0


def test_a_heading_of_no_known_section_is_of_the_paper_itself():
    meta = Meta("", "", "", "", "", "")
    paper = Paper("", (Heading(1, "Other", "other"), Heading(2, "Part", "part")), meta)
    found = places_in(paper, {"other": OnPage(0, 0.0), "part": OnPage(0, 9.0)})
    assert [each.stage for each in found] == [Stage.PAPER, Stage.PAPER]
