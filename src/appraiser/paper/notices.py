"""What a reader must know first: a made-up trust, illustrative figures, private matter, gaps."""

from __future__ import annotations

from collections.abc import Iterator

from appraiser.domain.checks import check
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.sources import Standing
from appraiser.domain.withholding.hidden import private_marks
from appraiser.domain.written import counted, listed
from appraiser.paper.annexes import cited
from appraiser.paper.material import Material
from appraiser.paper.wording import capitalised

_MADE_UP = {Standing.ILLUSTRATIVE, Standing.MADE_UP}

_NAMED = {
    "sheets": "scores",
    "weight_sets": "weights",
    "cost_lines": "costs",
    "support_lines": "day rates",
    "gate_answers": "answers to gates",
    "readiness_answers": "readiness answers",
    "staff_views": "what staff said",
}


def notices(matter: Material) -> tuple[str, ...]:
    """Give the notices that stand on the front sheet."""
    return tuple(_notices(matter))


def _notices(matter: Material) -> Iterator[str]:
    if matter.appraisal.trust.made_up:
        yield (
            "Sample. The trust, its people and its figures are made up; law and precedents cited "
            "are real."
        )
    elif matter.results.illustrative:
        yield (
            f"Illustrative. {_illustrative(matter)} were made up to show how an appraisal reads. "
            "They are not the trust's own; nothing should be decided on them. "
            f"{cited('evidence')} says what rests on what."
        )
    yield from _part(matter)
    missing = gaps(matter)
    if missing:
        are = "are" if len(missing) > 1 else "is"
        yield (
            f"Not complete. {capitalised(counted(len(missing), 'thing'))} {are} still missing or "
            f"wrong; {cited('integrity')} has {'them' if len(missing) > 1 else 'it'}."
        )


def _part(matter: Material) -> Iterator[str]:
    """Say which Part this is, where any matter is private."""
    if matter.public is not None:
        if matter.public.withheld:
            yield "Part 1, public. The next page says what is kept private, and why."
        return
    private = private_marks(matter.appraisal)
    if private:
        yield (
            f"Part 2, private. {capitalised(counted(len(private), 'item'))} marked private: "
            "not for publication."
        )


def footer(matter: Material) -> str:
    """Give the notice that stands at the foot of every page, or nothing."""
    parts = []
    if matter.appraisal.trust.made_up:
        parts.append("Sample: made-up trust")
    elif matter.results.illustrative:
        parts.append("Illustrative figures: not for decision")
    if matter.public is not None:
        parts.append("Part 1: public")
    elif private_marks(matter.appraisal):
        parts.append("Part 2: private")
    return " · ".join(parts)


def gaps(matter: Material) -> tuple[Finding, ...]:
    """Give what is missing or wrong, in the order of the journey, each sentence once.

    What is withheld is not missing.
    """
    whole = matter.public.counted if matter.public else matter.appraisal
    found = {
        finding.words: finding
        for finding in (*check(whole), *matter.results.findings)
        if finding.severity is not Severity.WARNING and not matter.is_withheld(finding.ref)
    }
    return tuple(sorted(found.values(), key=lambda finding: finding.stage.number))


def _illustrative(matter: Material) -> str:
    standing = {source.id: source.standing for source in matter.appraisal.sources}
    made_up = [
        citation.about
        for citation in matter.appraisal.citations
        if standing.get(citation.source) in _MADE_UP
    ]
    named = [words for place, words in _NAMED.items() if place in made_up]
    others = [place for place in made_up if place not in _NAMED]
    if others or not named:
        named.append("other items" if named else "some items")
    words = listed(named)
    return words[0].upper() + words[1:]
