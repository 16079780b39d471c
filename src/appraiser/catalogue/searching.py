"""A search over those who went before and those who help, by words, form, kind and service."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from appraiser.catalogue.loading import Catalogue
from appraiser.catalogue.precedents import Mentor, Precedent, PrecedentKind
from appraiser.domain.term import Term

MENTOR = "mentor"
"""The kind of a mentor, beside the kinds of precedent."""


class Place(Term):
    """Where a word was found, what tells most first."""

    NAME = "name", "Name"
    SUBJECT = "subject", "Kind, form, service or years"
    LESSON = "lesson", "Lesson"
    STORY = "story", "What happened"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; what is left empty is not asked for."""

    words: str = ""
    """Every word has to be found somewhere, in any order, and part of a word will do."""
    kind: str = ""
    """The value of a kind of precedent, or `MENTOR`."""
    form: str = ""
    """The id of a form."""
    service: str = ""
    lessons_only: bool = False
    """Look for the words in lessons alone."""


@dataclass(frozen=True, slots=True)
class Found:
    """A precedent or a mentor that answers a search."""

    entry: Precedent | Mentor
    places: tuple[Place, ...]
    """Where the words were found, what tells most first; empty without words."""
    weight: int
    """The higher, the nearer to what was looked for."""

    @property
    def kind(self) -> str:
        """What it is, in words."""
        return self.entry.kind.label if isinstance(self.entry, Precedent) else "Mentor"


def search_library(catalogue: Catalogue, wanted: Wanted) -> tuple[Found, ...]:
    """Give the precedents and then the mentors that answer, the nearest first.

    Small and capital letters and accents make no difference. A word counts most in a name, then
    in the kind, the forms and the services, then in the lesson, then in the story; a whole word
    goes before a part of one. Those alike keep the order of their files.
    """
    entries: tuple[Precedent | Mentor, ...] = (
        *catalogue.precedents.values(),
        *catalogue.mentors.values(),
    )
    words = tuple(_words(wanted.words))
    found = (_found(catalogue, entry, words, wanted) for entry in entries if _passes(entry, wanted))
    return tuple(sorted((each for each in found if each), key=lambda each: -each.weight))


def services_of(catalogue: Catalogue) -> tuple[str, ...]:
    """Give the services that any precedent names, by the alphabet."""
    named = {service for each in catalogue.precedents.values() for service in each.services}
    return tuple(sorted(named, key=_folded))


def forms_of(catalogue: Catalogue) -> Mapping[str, str]:
    """Give the forms that any precedent is an example of: their names by their ids."""
    used = {form for each in catalogue.precedents.values() for form in each.forms}
    return {each.id: each.name for each in catalogue.forms.values() if each.id in used}


def kinds_of(catalogue: Catalogue) -> Mapping[str, str]:
    """Give the kinds there are entries of, mentors among them: their labels by their values."""
    used = {each.kind for each in catalogue.precedents.values()}
    kinds = {str(each): each.label for each in PrecedentKind if each in used}
    return {**kinds, MENTOR: "Mentor"} if catalogue.mentors else kinds


def _passes(entry: Precedent | Mentor, wanted: Wanted) -> bool:
    """Tell whether an entry is of the kind, form and service that are asked for."""
    if isinstance(entry, Mentor):
        return wanted.kind in {"", MENTOR} and not (wanted.form or wanted.service)
    return (
        wanted.kind in {"", entry.kind}
        and (not wanted.form or wanted.form in entry.forms)
        and (not wanted.service or _folded(wanted.service) in map(_folded, entry.services))
    )


def _found(
    catalogue: Catalogue, entry: Precedent | Mentor, words: tuple[str, ...], wanted: Wanted
) -> Found | None:
    """Give an entry with where each word was found best, or None where one was not found."""
    places = {
        place: tuple(_words(" ".join(texts)))
        for place, texts in _texts(catalogue, entry)
        if place is Place.LESSON or not wanted.lessons_only
    }
    best = [
        max(((_weight(place, word, said), place) for place, said in places.items()), default=None)
        for word in words
    ]
    told = [each for each in best if each is not None and each[0] > 0]
    if len(told) < len(words):
        return None
    where = {place for _, place in told}
    return Found(
        entry, tuple(each for each in Place if each in where), sum(weight for weight, _ in told)
    )


def _texts(
    catalogue: Catalogue, entry: Precedent | Mentor
) -> Iterator[tuple[Place, tuple[str, ...]]]:
    yield Place.NAME, (entry.name,)
    if isinstance(entry, Mentor):
        yield Place.SUBJECT, ("Mentor",)
        yield Place.STORY, (entry.offer.text,)
        return
    forms = [catalogue.forms[each] for each in entry.forms if each in catalogue.forms]
    called = (alias for form in forms for alias in form.aliases)
    yield Place.SUBJECT, (entry.kind.label, *called, *entry.services, entry.years)
    yield Place.LESSON, (entry.lesson.text,)
    yield Place.STORY, (entry.what.text, entry.outcome.text)


def _weight(place: Place, word: str, said: Iterable[str]) -> int:
    """Weigh a word by its place first, then by how much of a word it is; 0 where it is not."""
    nearest = max((_nearness(word, each) for each in said), default=0)
    return nearest and _MOST * _IN[place] + nearest


_MOST = 3
_IN = {Place.NAME: 4, Place.SUBJECT: 3, Place.LESSON: 2, Place.STORY: 1}


def _nearness(word: str, said: str) -> int:
    if word not in said:
        return 0
    return _MOST if word == said else 2 if said.startswith(word) else 1


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", _folded(text))


def _folded(text: str) -> str:
    """Give a text in small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold()
