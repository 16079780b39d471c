"""An appraisal without the names of those who scored it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fields import Kind, specs
from appraiser.domain.scores import ScoreSheet

T = TypeVar("T")

Reword = Callable[[str], str]

_FEWEST_LETTERS = 3


def without_scorer_names(appraisal: Appraisal) -> Appraisal:
    """Give the appraisal with its scorers known by role alone, in what was written too.

    Their ids stay, since scores hang on them.
    """
    names = {each.name.strip(): each.role or "a scorer" for each in appraisal.scorers}
    known = {name: role for name, role in names.items() if len(name) >= _FEWEST_LETTERS}
    changed = _reworded(appraisal, known)
    return replace(changed, scorers=tuple(replace(each, name="") for each in changed.scorers))


def _reworded(appraisal: Appraisal, words: Mapping[str, str]) -> Appraisal:
    """Put other words in place of some, as whole words, in every text of an appraisal."""
    if not words:
        return appraisal
    instead = {each.casefold(): other for each, other in words.items()}
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def reword(text: str) -> str:
        return pattern.sub(lambda found: instead.get(found[0].casefold(), ""), text)

    changed: dict[str, Any] = {
        name: _with_texts(getattr(appraisal, name), reword) for name in SINGLES
    }
    for name in COLLECTIONS:
        changed[name] = tuple(_with_texts(each, reword) for each in entities(appraisal, name))
    changed["sheets"] = {
        key: ScoreSheet({cell: _with_texts(score, reword) for cell, score in sheet.cells.items()})
        for key, sheet in appraisal.sheets.items()
    }
    return replace(appraisal, **changed)


def _with_texts(item: T, reword: Reword) -> T:
    changed: dict[str, Any] = {}
    for spec in specs(type(item)).values():
        value: Any = getattr(item, spec.name)
        match spec.kind:
            case Kind.LINE | Kind.TEXT:
                changed[spec.name] = reword(value)
            case Kind.LINES:
                changed[spec.name] = tuple(map(reword, value))
            case _:
                pass
    return replace(item, **changed)  # type: ignore[type-var]
