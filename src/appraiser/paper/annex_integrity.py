"""The annex on integrity: how the work was kept, what is missing, and what rests on evidence."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.analysis.verdict import rule_words
from appraiser.domain.scores import CONSENSUS, ScoreSheet
from appraiser.domain.terms import Listing, Round, Stage
from appraiser.domain.written import counted, date_and_time
from appraiser.paper.annexes import cited, key_of
from appraiser.paper.blocks import (
    Block,
    BulletList,
    Heading,
    paragraph,
    runs,
    strong,
)
from appraiser.paper.material import Material
from appraiser.paper.notices import gaps
from appraiser.paper.plain_text import one_line
from appraiser.paper.wording import capitalised, sentence, yes_no

_SHORT = 16
"""Signs of the fingerprint that are printed: enough to tell two contents apart."""


def annex_integrity(matter: Material) -> Iterator[Block]:
    """Give the annex on integrity."""
    yield Heading(1, "How the work was kept", key_of("integrity"))
    yield BulletList(tuple(runs(words) for words in _kept(matter)))
    yield from _missing(matter)


def _kept(matter: Material) -> Iterator[str]:
    appraisal, results = matter.appraisal, matter.results
    yield (
        "This paper was made from the appraisal whose content has the SHA-256 fingerprint "
        f"beginning {matter.fingerprint[:_SHORT]}; the whole of it stands in this "
        "file's properties."
    )
    yield from _seals(matter)
    yield from _order(matter)
    if results.stale_weights:
        yield "Criteria, weights or shortlist have changed since they were sealed: yes."
    elif appraisal.seals:
        yield "Criteria, weights or shortlist have changed since they were sealed: no."
    if results.verdict.leaders:
        yield f"Verdict: {results.verdict.kind.inline}. {rule_words(results.verdict)}"
    if results.robustness:
        found = results.robustness
        yield (
            f"First place is counted over {found.draws:,} weightings drawn with seed {found.seed}; "
            f"the standard error is at most {found.standard_error * 100:.2f} in 100."
        )
    yield f"Totals use {results.feed.inline}. When a score is missing: {results.missing.inline}."
    yield _evidence(matter)
    interested = len({each.scorer for each in appraisal.interests})
    declared = capitalised(counted(interested, "scorer"))
    yield f"{declared} with a declared interest; {cited('panel')} has what was decided."
    yield from _without_conflicted(matter)
    yield _left_out(matter)


def _without_conflicted(matter: Material) -> Iterator[str]:
    """Say what the result is without those who declared an interest."""
    panel = matter.results.panel
    found = panel.leave_out.conflicted if panel else None
    if found is None:
        return
    who = "Without the scores of those who declared an interest"
    if found.ranking is None or not found.ranking.leaders:
        yield f"{who}, no option leads."
    else:
        leads = "leads" if len(found.ranking.leaders) == 1 else "lead"
        change = ", who does not with them in" if found.leader_changes else ", as with them in"
        yield f"{who}, {matter.options(found.ranking.leaders)} {leads}{change}."


def _left_out(matter: Material) -> str:
    found = [each for each in matter.appraisal.options if each.listing is Listing.LEFT_OUT]
    if not found:
        return "No option was left out."
    unexplained = sum(not each.listing_reason.strip() for each in found)
    left_out = f"{counted(len(found), 'option')} left out"
    if not unexplained:
        return f"{left_out}, {'each ' if len(found) > 1 else ''}with a recorded reason."
    have = counted(unexplained, "of them has", "of them have")
    return f"{left_out}; {have} no recorded reason."


def _seals(matter: Material) -> Iterator[str]:
    seals = matter.appraisal.seals
    if not seals:
        yield "Criteria and weights have never been sealed."
    for seal in seals:
        when = date_and_time(seal.sealed_at) if seal.sealed_at else "a time not given"
        by = one_line(seal.sealed_by) or "somebody not named"
        words = f"Criteria and weights sealed {when} by {by}."
        if seal.fingerprint:
            words += f" Fingerprint: {seal.fingerprint}."
        if seal.broken_at:
            broken_by = one_line(seal.broken_by) or "somebody not named"
            reason = sentence(seal.broken_reason) or "No reason was given."
            words += f" Seal broken {date_and_time(seal.broken_at)} by {broken_by}. {reason}"
        yield words


def _order(matter: Material) -> Iterator[str]:
    """Say how often a seal was broken, and whether scores were given before the first."""
    seals = matter.appraisal.seals
    broken = sum(seal.broken_at is not None for seal in seals)
    if seals:
        yield f"Seals broken: {broken or 'none'}."
    if matter.appraisal.sheets:
        yield f"Scored only after criteria and weights were sealed: {yes_no(bool(seals)).lower()}."


def _evidence(matter: Material) -> str:
    agreed = matter.appraisal.sheets.get(CONSENSUS, ScoreSheet()).cells
    reasons = sum(bool(each.reason.strip()) for each in agreed.values())
    evidence = sum(bool(each.evidence.strip()) for each in agreed.values())
    rounds = {key.round for key in matter.appraisal.sheets}
    alone = (
        "Everybody scored alone first."
        if Round.ALONE in rounds
        else ("No scores given alone are on record.")
    )
    return (
        f"{alone} Of {counted(len(agreed), 'agreed score')}, {reasons or 'none'} "
        f"{'has' if reasons == 1 else 'have'} a reason and {evidence or 'none'} "
        f"{'names' if evidence == 1 else 'name'} evidence."
    )


def _missing(matter: Material) -> Iterator[Block]:
    found = gaps(matter)
    yield Heading(2, "What is still missing or wrong", "missing")
    if not found:
        yield paragraph("annex-integrity.missing", "Nothing was found to be missing or wrong.")
        return
    for stage in Stage:
        words = [sentence(each.words) for each in found if each.stage is stage]
        if words:
            yield BulletList((runs(strong(f"{stage.label}. "), " ".join(words)),))
