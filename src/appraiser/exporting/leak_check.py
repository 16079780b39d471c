"""Stops an export that would show what is private."""

from __future__ import annotations

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal
from appraiser.domain.fields import specs
from appraiser.domain.problem import Problem
from appraiser.domain.term import Term
from appraiser.domain.withholding.secrets import Secret
from appraiser.domain.written import pounds
from appraiser.exporting.editions import Edition
from appraiser.exporting.leaks import leaks
from appraiser.paper.about_words import about_words
from appraiser.paper.plain_text import shortened
from appraiser.resources import resource


def refuse_leaks(edition: Edition, content: bytes, ending: str) -> None:
    """Raise `Problem` if finished bytes hold what is private, naming it and its place."""
    secrets = _secrets(edition)
    found = leaks(content, ending, secrets, _known_words()) if secrets else ()
    if found:
        raise Problem(
            f"The public paper would show what is private: {_named(edition.whole, found)}.",
            safe="Nothing was written.",
            todo="Take these words out of where else they were written, or take the mark away.",
        )


def _secrets(edition: Edition) -> tuple[Secret, ...]:
    """Give what may not stand in the public edition: what is marked, and scorers' names."""
    names = (
        Secret(each.name.strip(), f"scorers/{each.id}.name")
        for each in edition.whole.scorers
        if each.name.strip()
    )
    return (*(edition.public.secrets if edition.public else ()), *names)


def _named(appraisal: Appraisal, found: tuple[Secret, ...]) -> str:
    first, *rest = found
    words = pounds(first.value) if isinstance(first.value, int) else shortened(first.value, 60)
    more = f", and {len(rest)} more" if rest else ""
    return f"“{words}” ({about_words(appraisal, first.place)}){more}"


def _known_words() -> str:
    """Give what the program itself says: reference data, terms and labels are no secret."""
    files = sorted(resource("reference").glob("*.toml"))
    said = [each.read_text(encoding="utf-8") for each in files]
    said += (term.label for terms in Term.__subclasses__() for term in terms)
    for entity in (*(each for each, _, _ in SINGLES.values()), *_entities()):
        said += (spec.label for spec in specs(entity).values())
    return "\n".join(said)


def _entities() -> list[type]:
    return [each.entity for each in COLLECTIONS.values()]
