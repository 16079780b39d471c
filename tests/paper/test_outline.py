"""The body in either order, each section once, and the annexes cited by the letters they have."""

import re
from dataclasses import replace

from tests.paper.conftest import Compose
from tests.paper.reading import all_of, texts_of

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.terms import Outline
from appraiser.paper.annexes import ANNEXES, cited, in_short, key_of
from appraiser.paper.blocks import Contents, Heading, Paper, Paragraph, Table

CASES = ("Strategic case", "Economic case", "Commercial case", "Financial case", "Management case")


def in_five_cases(appraisal: Appraisal) -> Appraisal:
    return replace(appraisal, paper=replace(appraisal.paper, outline=Outline.FIVE_CASES))


def test_the_five_cases_follow_the_ask_and_the_summary(leicester: Appraisal, composed: Compose):
    paper = composed(in_five_cases(leicester))
    tops = [each for each in all_of(paper, Heading) if each.level == 1]
    assert [each.text for each in tops[2:7]] == list(CASES)
    assert [each.number for each in tops[:7]] == [str(at) for at in range(1, 8)]


def test_both_orders_hold_the_same_sections_tables_and_paragraphs(
    leicester: Appraisal, paper: Paper, composed: Compose
):
    other = composed(in_five_cases(leicester))
    headings = {each.text for each in all_of(paper, Heading)}
    assert headings | set(CASES) == {each.text for each in all_of(other, Heading)}
    for kind in (Table, Paragraph):
        assert sorted(each.key for each in all_of(paper, kind)) == sorted(
            each.key for each in all_of(other, kind)
        )


def test_the_contents_list_every_section_and_annex_in_order(paper: Paper):
    (contents,) = all_of(paper, Contents)
    tops = [each for each in all_of(paper, Heading) if each.level == 1]
    assert [(each.text, each.key, each.number) for each in contents.entries] == [
        (each.text, each.key, each.number) for each in tops
    ]


def test_annexes_are_cited_by_the_letters_that_they_have(paper: Paper):
    named = {each.key: each.text for each in all_of(paper, Heading)}
    for annex in ANNEXES[:-1]:  # a paper made from JSON has no journal
        assert named[key_of(annex)].startswith(f"{cited(annex)}: ")
    letters = {text[6] for text in named.values() if text.startswith("Annex ")}
    assert set(re.findall(r"Annex ([A-Z])\b", " ".join(texts_of(paper)))) <= letters
    assert in_short(journal=False).endswith("J method; K integrity")
    assert in_short(journal=True).endswith("K integrity; L journal")
