"""What is wrong or doubtful in an appraisal, as far as it shows without law or numbers."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.appraisal import Appraisal, named
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref
from appraiser.domain.mentioned import is_there
from appraiser.domain.sealing import weights_are_stale
from appraiser.domain.terms import BarrierStatus, Listing, Recommendation, Stage


def inconsistencies(appraisal: Appraisal) -> Iterator[Finding]:
    """Give what contradicts itself or breaks a rule of the method, in the order of the journey."""
    yield from _mentions(appraisal)
    yield from _answers(appraisal)
    yield from _options(appraisal)
    yield from _barriers(appraisal)
    yield from _seals(appraisal)
    yield from _benefits_and_costs(appraisal)
    yield from _recommendation(appraisal)


def _mentions(appraisal: Appraisal) -> Iterator[Finding]:
    """Find marks and citations that name nothing; an item marked so would stay public."""
    for mark in appraisal.part_marks:
        if not is_there(appraisal, mark.about):
            words = (
                f'A Part 2 mark names "{mark.about}", which is nothing here, so it hides nothing.'
            )
            ref = Ref("part_marks", mark.id)
            yield Finding("mark-of-nothing", Severity.ERROR, Stage.PAPER, words, ref, "about")
    for citation in appraisal.citations:
        if not is_there(appraisal, citation.about):
            words = f'A citation names "{citation.about}", which is nothing here.'
            ref = Ref("citations", citation.id)
            yield Finding("cites-nothing", Severity.WARNING, Stage.TRUST, words, ref, "about")


def words_in(text: str) -> int:
    """Count words the way a word limit does: by the spaces between them."""
    return len(text.split())


def _answers(appraisal: Appraisal) -> Iterator[Finding]:
    for answer in appraisal.eoi_answers:
        count = words_in(answer.answer)
        if answer.word_limit is not None and count > answer.word_limit:
            words = f"An answer has {count} words; its limit is {answer.word_limit}."
            ref = Ref("eoi_answers", answer.id)
            yield Finding("word-limit", Severity.ERROR, Stage.CASE, words, ref, "answer")


def _options(appraisal: Appraisal) -> Iterator[Finding]:
    if appraisal.business_as_usual is None:
        words = "There is no business as usual to compare with."
        yield Finding("no-baseline", Severity.ERROR, Stage.OPTIONS, words, Ref("options"))
    elif appraisal.business_as_usual.listing is not Listing.SHORTLIST:
        words = "Business as usual is not on the shortlist."
        yield Finding("baseline-left-out", Severity.ERROR, Stage.OPTIONS, words, Ref("options"))
    for option in appraisal.options:
        if option.listing is not Listing.LEFT_OUT:
            continue
        explained = option.listing_reason.strip() and option.left_out_by.strip()
        if not (explained and option.left_out_on):
            words = f'"{named(option)}" is left out without a reason, a date and who decided.'
            ref = Ref("options", option.id)
            yield Finding(
                "left-out-unexplained", Severity.ERROR, Stage.OPTIONS, words, ref, "listing_reason"
            )


def _barriers(appraisal: Appraisal) -> Iterator[Finding]:
    for barrier in appraisal.barriers:
        ref = Ref("barriers", barrier.id)
        unexplained = not (barrier.accepted_by.strip() and barrier.status_reason.strip())
        if barrier.status is BarrierStatus.ACCEPTED and unexplained:
            words = f'The barrier "{named(barrier)}" is accepted without a role and a reason.'
            yield Finding(
                "accepted-unexplained", Severity.ERROR, Stage.GATES, words, ref, "accepted_by"
            )


def _seals(appraisal: Appraisal) -> Iterator[Finding]:
    if appraisal.sheets and not appraisal.seals:
        words = "Options were scored before the criteria and weights were sealed."
        yield Finding("scored-unsealed", Severity.ERROR, Stage.WEIGHTS, words, Ref("seals"))
    if weights_are_stale(appraisal):
        words = "The criteria, weights or shortlist have changed since they were sealed."
        yield Finding("stale-weights", Severity.WARNING, Stage.WEIGHTS, words, Ref("seals"))


def _benefits_and_costs(appraisal: Appraisal) -> Iterator[Finding]:
    for benefit in appraisal.benefits:
        if _backwards(benefit.first_year, benefit.last_year):
            words = f'The benefit "{named(benefit)}" ends before it begins.'
            ref = Ref("benefits", benefit.id)
            yield Finding("years", Severity.ERROR, Stage.CASE, words, ref, "last_year")
    for line in appraisal.cost_lines:
        if _backwards(line.first_year, line.last_year):
            words = f'The cost "{named(line)}" ends before it begins.'
            ref = Ref("cost_lines", line.id)
            yield Finding("years", Severity.ERROR, Stage.COSTS, words, ref, "last_year")


def _backwards(first: int | None, last: int | None) -> bool:
    return first is not None and last is not None and last < first


def _recommendation(appraisal: Appraisal) -> Iterator[Finding]:
    paper = appraisal.paper
    if paper.recommendation is not Recommendation.ONE_OPTION or paper.recommended is None:
        return
    if appraisal.option(paper.recommended).listing is not Listing.SHORTLIST:
        words = (
            f'"{named(appraisal.option(paper.recommended))}" is recommended but not shortlisted.'
        )
        yield Finding(
            "recommended-unlisted", Severity.ERROR, Stage.PAPER, words, Ref("paper"), "recommended"
        )
