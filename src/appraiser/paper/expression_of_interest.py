"""The expression of interest as a document of its own: who stands behind it, and the answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.case import EoiAnswer
from appraiser.domain.consistency import words_in
from appraiser.domain.content import content_fingerprint
from appraiser.domain.sources import PaperPart, Standing
from appraiser.domain.written import counted, long_date
from appraiser.paper.blocks import (
    Block,
    Field,
    FrontSheet,
    Heading,
    Meta,
    Paper,
    Paragraph,
    Run,
    paragraph,
    runs,
    strong,
)
from appraiser.paper.plain_text import one_line, paragraphs, shortened
from appraiser.paper.wording import NOT_GIVEN, given

TITLE = "Expression of interest"
_PLACES = ("expression_of_interest", "eoi_answers", "programme", "trust.name", "trust")
_MADE_UP = {Standing.ILLUSTRATIVE, Standing.MADE_UP}
_LONGEST = 200
"""Characters of what stands on every page."""
_LONGEST_HEADING = 300


def compose_expression_of_interest(appraisal: Appraisal, *, contacts: bool = True) -> Paper:
    """Compose the expression of interest from one snapshot; nothing else of it is in there.

    An answer over its limit stands whole, and is said to be over. Without `contacts` it leaves out
    addresses, emails and telephone numbers.
    """
    trust = one_line(appraisal.trust.name) or "A trust not yet named"
    front = FrontSheet(
        trust,
        TITLE,
        tuple(_notices(appraisal)),
        tuple(_fields(appraisal, contacts=contacts)),
    )
    answers = (
        block
        for number, each in enumerate(appraisal.eoi_answers, start=1)
        for block in _answer(each, number)
    )
    blocks: tuple[Block, ...] = (front, *answers)
    if not appraisal.eoi_answers:
        blocks = (front, paragraph("eoi.none", "There is no question to answer yet."))
    return Paper(TITLE, blocks, _meta(appraisal, trust))


def _notices(appraisal: Appraisal) -> Iterator[str]:
    standing = {source.id: source.standing for source in appraisal.sources}
    made_up = any(
        standing[each.source] in _MADE_UP and is_here(each.about) for each in appraisal.citations
    )
    if appraisal.trust.made_up:
        yield "Sample. The trust, its people and its answers are made up."
    elif made_up:
        yield (
            "Illustrative. The answers were made up to show how an expression of interest reads. "
            "They are not the trust's own."
        )
    private = _private(appraisal)
    if private:
        yield (
            f"Private. This document holds {counted(private, 'item')} marked for Part 2 and is not "
            "for publication as it stands."
        )
    missing = sum(not each.answer.strip() for each in appraisal.eoi_answers)
    if missing:
        yield f"Not complete. {counted(missing, 'question')} still to be answered."
    over = sum(_over(each) > 0 for each in appraisal.eoi_answers)
    if over:
        yield f"Over the limit. {counted(over, 'answer')} with more words than the form allows."


def _private(appraisal: Appraisal) -> int:
    marks = (each for each in appraisal.part_marks if each.part is PaperPart.PRIVATE)
    return sum(is_here(each.about) for each in marks)


def is_here(about: str) -> bool:
    """Tell whether a mark or a citation is about something that this document holds."""
    return about in _PLACES or about.startswith(("expression_of_interest.", "eoi_answers/"))


def _fields(appraisal: Appraisal, *, contacts: bool) -> Iterator[Field]:
    programme, head = appraisal.programme, appraisal.expression_of_interest
    closes = long_date(programme.closes) if programme.closes else NOT_GIVEN
    yield Field("Programme", given(programme.name))
    yield Field("Funder", given(programme.funder), short=True)
    yield Field("Closing date", closes, short=True)
    yield Field(
        "Senior sponsor",
        _person(
            head.sponsor_name,
            head.sponsor_title,
            *((head.sponsor_email, head.sponsor_phone) if contacts else ()),
        ),
    )
    yield Field(
        "Project lead",
        _person(
            head.lead_name,
            head.lead_title,
            *((head.lead_address, head.lead_email, head.lead_phone) if contacts else ()),
        ),
    )


def _person(*lines: str) -> str:
    return "\n".join(line for each in lines if (line := one_line(each))) or NOT_GIVEN


def _answer(answer: EoiAnswer, number: int) -> Iterator[Block]:
    question = one_line(answer.question) or "A question without words"
    heading = shortened(question, _LONGEST_HEADING)
    yield Heading(1, heading, f"eoi.{number}", str(number))
    if heading != question:
        yield Paragraph((strong(question),), f"eoi.{number}.question")
    written = paragraphs(answer.answer) or ["Not yet answered."]
    for at, line in enumerate(written, start=1):
        yield paragraph(f"eoi.{number}.answer-{at}", line)
    yield Paragraph(_count(answer), f"eoi.{number}.count")


def _count(answer: EoiAnswer) -> tuple[Run, ...]:
    words = counted(words_in(answer.answer), "word")
    if answer.word_limit is None:
        return runs(f"{words}; no limit is set.".capitalize())
    over = _over(answer)
    if over > 0:
        return runs(
            strong(f"{words}: {over:,} over the limit of {answer.word_limit:,}."),
            " The answer stands whole.",
        )
    return runs(f"{words} of {answer.word_limit:,}.".capitalize())


def _over(answer: EoiAnswer) -> int:
    """Give how many words an answer is over its limit; nought or less when it is not."""
    return words_in(answer.answer) - answer.word_limit if answer.word_limit is not None else 0


def _meta(appraisal: Appraisal, trust: str) -> Meta:
    head = appraisal.expression_of_interest
    return Meta(
        trust=shortened(trust, _LONGEST),
        short_title=TITLE,
        author=shortened(head.lead_name or head.lead_title, _LONGEST),
        version="",
        marking="",
        notice="Sample: made-up trust" if appraisal.trust.made_up else "",
        made_from=f"appraisal:{appraisal.id} content:{content_fingerprint(appraisal)}",
        dated=_dated(appraisal),
    )


def _dated(appraisal: Appraisal) -> date | None:
    return appraisal.programme.closes or appraisal.question.rules_date
