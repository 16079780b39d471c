"""The author's own words take a paragraph's place, and are stale once its data change."""

from dataclasses import replace

from tests.paper.conftest import Compose, Matter
from tests.paper.reading import words_of

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.board_paper import WrittenParagraph
from appraiser.paper.composing import composed_paragraphs
from appraiser.paper.writing_over import data_fingerprint, overwritten


def own(appraisal: Appraisal, key: str, text: str, fingerprint: str = "") -> Appraisal:
    written = WrittenParagraph(id="own", paragraph=key, text=text, data_fingerprint=fingerprint)
    return replace(appraisal, written_paragraphs=(written,))


def test_own_words_stand_in_the_body_and_in_the_annexes(leicester: Appraisal, composed: Compose):
    for key in ("summary.support", "annex-rules.law"):
        assert words_of(composed(own(leicester, key, "In our words.")), key) == "In our words."


def test_words_of_nothing_leave_the_paragraph_as_it_is(leicester: Appraisal, composed: Compose):
    paper = composed(own(leicester, "annex-rules.law", "  "))
    assert words_of(paper, "annex-rules.law").startswith("The law is taken")


def test_they_are_stale_once_what_the_program_would_say_has_changed(
    leicester: Appraisal, matter: Matter
):
    key = "summary.support"
    now = composed_paragraphs(matter(leicester))[key]
    written = own(leicester, key, "It costs a lot.", data_fingerprint(now))
    found = composed_paragraphs(matter(written))
    (each,) = overwritten(matter(written), found.values())
    assert (each.changed, each.composed.text) == (False, now.text)

    programme = replace(written.programme, cap=90_000_00)
    changed = matter(replace(written, programme=programme))
    (each,) = overwritten(changed, composed_paragraphs(changed).values())
    assert each.changed
    assert "£90,000" in each.composed.text


def test_words_that_say_nothing_of_their_data_are_not_called_stale(
    leicester: Appraisal, matter: Matter
):
    written = matter(own(leicester, "summary.support", "It costs a lot."))
    (each,) = overwritten(written, composed_paragraphs(written).values())
    assert not each.changed
