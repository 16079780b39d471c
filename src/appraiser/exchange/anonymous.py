"""An appraisal without the names that say whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fields import Kind, specs

T = TypeVar("T")

_ENDINGS = re.compile(r"\s+(NHS\s+)?(Foundation\s+)?Trust$", re.IGNORECASE)
_FEWEST_LETTERS = 3


def under_another_name(appraisal: Appraisal, name: str) -> Appraisal:
    """Give the appraisal with its trust called `name`, wherever its own name or code was written.

    Only the trust's own name and code are found. Places, people and suppliers that somebody wrote
    into a text stay there.
    """
    own = sorted(_own_names(appraisal), key=len, reverse=True)
    if not own:
        return replace(appraisal, trust=replace(appraisal.trust, name=name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, own))})(?!\w)", re.IGNORECASE)
    changed: dict[str, Any] = {
        single: _renamed(getattr(appraisal, single), pattern, name) for single in SINGLES
    }
    for collection in COLLECTIONS:
        changed[collection] = tuple(
            _renamed(each, pattern, name) for each in entities(appraisal, collection)
        )
    changed["trust"] = replace(changed["trust"], name=name, code="")
    return replace(appraisal, **changed)


def _own_names(appraisal: Appraisal) -> Iterator[str]:
    """Give the name of the trust, the name without `NHS Trust`, and the code."""
    whole = appraisal.trust.name.strip()
    for name in {whole, _ENDINGS.sub("", whole), appraisal.trust.code.strip()}:
        if len(name) >= _FEWEST_LETTERS:
            yield name


def _renamed(item: T, pattern: re.Pattern[str], name: str) -> T:
    changed: dict[str, Any] = {}
    for spec in specs(type(item)).values():
        value: Any = getattr(item, spec.name)
        match spec.kind:
            case Kind.LINE | Kind.TEXT:
                changed[spec.name] = pattern.sub(lambda _: name, value)
            case Kind.LINES:
                changed[spec.name] = tuple(pattern.sub(lambda _: name, each) for each in value)
            case _:
                pass
    return replace(item, **changed)  # type: ignore[type-var]
