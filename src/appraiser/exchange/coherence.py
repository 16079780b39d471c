"""Whether the parts of an appraisal fit together: what no single field can tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.criteria_tree import stands_under
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.plain import did_you_mean
from appraiser.domain.problem import Problem
from appraiser.domain.terms import OptionRole

Ids = Mapping[str, Mapping[str, int]]
"""Where each id of each collection stands."""


def check_coherence(appraisal: Appraisal) -> Ids:
    """Give the ids of an appraisal, or raise `Problem` at the first thing that does not fit.

    Looks for ids used twice, links to nothing, criteria that stand under themselves, and more
    than one baseline. Score sheets come apart, since they are laid out otherwise.
    """
    ids = {name: _positions(appraisal, name) for name in COLLECTIONS}
    for place, spec, value in _links(appraisal):
        for inner, wanted in _linked(spec, value):
            check_link(ids, spec.to, wanted, f"{place}.{spec.name}{inner}")
    _check_tree(appraisal)
    _check_one_baseline(appraisal)
    return ids


def check_link(ids: Ids, collection: str, wanted: str, place: str) -> None:
    """Raise `Problem` if nothing in the collection has that id."""
    if wanted not in ids[collection]:
        hint = did_you_mean(wanted, ids[collection])
        noun = COLLECTIONS[collection].noun
        raise Problem(f'there is no {noun} with the id "{wanted}"{hint}', place=place)


def _positions(appraisal: Appraisal, name: str) -> dict[str, int]:
    first: dict[str, int] = {}
    for at, each in enumerate(entities(appraisal, name)):
        if each.id in first:
            raise Problem(
                f'the id "{each.id}" is used already, by {name}[{first[each.id]}]',
                place=f"{name}[{at}].id",
            )
        first[each.id] = at
    return first


def _links(appraisal: Appraisal) -> Iterator[tuple[str, FieldSpec, Any]]:
    """Give every field that may link to something, with the place of what it belongs to."""
    for name in SINGLES:
        yield from _links_of(name, getattr(appraisal, name))
    for name in COLLECTIONS:
        for at, each in enumerate(entities(appraisal, name)):
            yield from _links_of(f"{name}[{at}]", each)


def _links_of(place: str, item: object) -> Iterator[tuple[str, FieldSpec, Any]]:
    for spec in specs(type(item)).values():
        if spec.to:
            yield place, spec, getattr(item, spec.name)


def _linked(spec: FieldSpec, value: Any) -> Iterator[tuple[str, str]]:
    """Give each id that a field links to, and where in the field it stands."""
    match spec.kind:
        case Kind.LINKS:
            yield from ((f"[{at}]", each) for at, each in enumerate(value))
        case Kind.AMOUNTS:
            yield from ((f".{each}", each) for each in value)
        case _ if value is not None:
            yield "", value


def _check_tree(appraisal: Appraisal) -> None:
    for at, each in enumerate(appraisal.criteria):
        if each.parent is not None and stands_under(appraisal.criteria, each.parent, each.id):
            raise Problem(
                f'the criterion "{each.id}" stands under itself', place=f"criteria[{at}].parent"
            )


def _check_one_baseline(appraisal: Appraisal) -> None:
    found = [
        at for at, each in enumerate(appraisal.options) if each.role is OptionRole.BUSINESS_AS_USUAL
    ]
    if len(found) > 1:
        raise Problem(
            f"options[{found[0]}] is business as usual already; there is one baseline",
            place=f"options[{found[1]}].role",
        )
