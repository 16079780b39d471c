"""Whole valid appraisals, and edits that make sense for them, for tests of properties.

Everything is drawn from what the fields say of themselves, so a new field or collection is
drawn as soon as it is declared.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from graphlib import TopologicalSorter

from hypothesis import strategies as st

from appraiser.domain.applying import Applied, apply
from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.edits import (
    AddEntity,
    BreakSeal,
    Edit,
    LeaveOut,
    MoveEntity,
    RemoveEntity,
    SealWeights,
    SetField,
    SetScores,
    Several,
)
from appraiser.domain.fields import FieldSpec, Kind, specs
from appraiser.domain.ids import Ref
from appraiser.domain.problem import Problem
from appraiser.domain.scores import CONSENSUS, Cell, Score, ScoreSheet, SheetKey
from appraiser.domain.sealing import new_seal
from appraiser.domain.terms import Listing, OptionRole, Round

Ids = Mapping[str, Sequence[str]]
"""The ids there are, by the name of their collection."""

DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
    "awAAAABJRU5ErkJggg=="
)
"""The smallest of pictures."""

SEALED_AT = datetime(2014, 12, 12, 14, 2, tzinfo=UTC)

_AWKWARD = (
    "Patient & <b>staff</b> &amp; voice",
    "שלום עולם",
    "مستشفى العام",
    "👩🏽‍⚕️🏥 ward",
    "=1+1",
    "-2+3 @SUM(A1)",
    "'; DROP TABLE options; --",
    "%s {0} ${x} \\n",
    "e\u0301cole ﬁt",
    " space at both ends ",
    "x" * 300,
)


# Controls are left out: no document can hold them, and they are refused.
_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn"))

LINES = st.sampled_from(("", *_AWKWARD)) | st.text(_LETTERS, max_size=8)
"""Texts on one line."""

TEXTS = LINES | st.sampled_from(("one\ntwo", "\n", "\tindented\r\nline\n\n- item\n"))
"""Texts of any number of lines."""


def values(spec: FieldSpec, ids: Ids) -> st.SearchStrategy[object]:
    """Draw what a field may hold, given the ids it may point at."""
    known = ids.get(spec.to, ())
    if not spec.to:
        return _unlinked(spec)
    match spec.kind:
        case Kind.LINKS:
            chosen = st.lists(st.sampled_from(known), unique=True, max_size=3)
            return chosen.map(tuple) if known else st.just(())
        case Kind.AMOUNTS:
            amount = _floats(spec)
            pairs = st.dictionaries(st.sampled_from(known), amount, max_size=4)
            return pairs if known else st.just({})
        case _:
            found = st.sampled_from(known) if known else st.nothing()
            return st.none() | found if spec.optional else found


@cache
def _unlinked(spec: FieldSpec) -> st.SearchStrategy[object]:
    found = _present(spec)
    return st.none() | found if spec.optional else found


def _present(spec: FieldSpec) -> st.SearchStrategy[object]:
    match spec.kind:
        case Kind.LINE:
            return LINES
        case Kind.TEXT:
            return TEXTS
        case Kind.LINES:
            return st.lists(TEXTS, max_size=3).map(tuple)
        case Kind.PICTURE:
            return st.sampled_from(("", DOT))
        case Kind.NUMBER | Kind.PERCENT:
            return _floats(spec)
        case Kind.WHOLE | Kind.MONEY:
            assert spec.low is not None
            assert spec.high is not None
            return st.integers(int(spec.low), int(spec.high))
        case Kind.DATE:
            return st.dates()
        case Kind.MOMENT:
            return st.datetimes()
        case Kind.FLAG:
            return st.booleans()
        case Kind.CHOICE:
            assert spec.choices is not None
            return st.sampled_from(spec.choices)
        case Kind.POINTS:
            number = st.floats(-1e6, 1e6)
            return st.lists(st.tuples(number, number), max_size=3).map(tuple)
    raise AssertionError(spec)


def _floats(spec: FieldSpec) -> st.SearchStrategy[float]:
    return st.floats(spec.low, spec.high, allow_nan=False, allow_infinity=False)


@cache
def _chosen_fields(cls: type) -> st.SearchStrategy[list[str]]:
    names = [name for name, spec in specs(cls).items() if not _must(spec)]
    return st.lists(st.sampled_from(names), unique=True, max_size=5)


def _must(spec: FieldSpec) -> bool:
    return spec.kind is Kind.ID or spec.owned


def _described(draw, cls: type, ids: Ids, named: str = ""):
    known = specs(cls)
    names = [name for name, spec in known.items() if spec.owned] + draw(_chosen_fields(cls))
    fields = {name: draw(values(known[name], ids)) for name in names}
    return cls(id=named, **fields) if named else cls(**fields)


@st.composite
def described(draw, cls: type, ids: Ids, named: str = ""):
    """Draw one entity or single part: a few fields hold something, the others their default."""
    return _described(draw, cls, ids, named)


@cache
def _targets_first() -> tuple[str, ...]:
    """Give the collections in an order where each comes after those it links to."""
    linked = {
        name: {spec.to for spec in specs(each.entity).values() if spec.to} - {name}
        for name, each in COLLECTIONS.items()
    }
    return tuple(TopologicalSorter(linked).static_order())


@st.composite
def appraisals(draw, max_size: int = 2):
    """Draw a whole valid appraisal, with at most `max_size` things in each collection.

    What scoring rests on is drawn more often than the rest, of which each time a part is drawn.
    Links point at what is there, criteria form a tree, at most one option is the baseline, at
    most the last seal holds, and there are scores only where there was a seal.
    """
    ids: dict[str, list[str]] = {name: [] for name in COLLECTIONS}
    filled = _ALWAYS.union(draw(_SOME_PARTS))
    found = {}
    for name in _targets_first():
        owners = [spec.to for spec in specs(COLLECTIONS[name].entity).values() if spec.owned]
        if name in filled and all(ids[owner] for owner in owners):
            found[name] = _collection(draw, name, ids, max_size)
    found["options"] = _with_one_baseline(found["options"])
    for name in ("citations", "part_marks"):
        notes = found.get(name, ())
        found[name] = tuple(replace(each, about=draw(_places(ids))) for each in notes)
    for name in SINGLES:
        if name in filled:
            found[name] = _described(draw, SINGLES[name][0], ids)
    return _sealed_and_scored(draw, Appraisal(id=draw(_APPRAISAL_IDS), **found), ids)


def _places(ids: Ids) -> st.SearchStrategy[str]:
    """Draw places that a citation or a Part 2 mark may be about."""
    things = [str(Ref(name, each)) for name, known in ids.items() for each in known]
    return st.sampled_from([*things, *(f"{each}.id" for each in things), "trust.income"])


_ALWAYS = {"options", "criteria", "weight_sets", "weighting", "seals", "scorers"}
_SOME_PARTS = st.lists(st.sampled_from([*SINGLES, *COLLECTIONS]), unique=True, max_size=20)
_APPRAISAL_IDS = st.uuids(version=4).map(str)


def _collection(draw, name: str, ids: dict[str, list[str]], most: int):
    collection = COLLECTIONS[name]
    found = []
    least = min(most, 0 if name in _ALWAYS else 1)
    for number in range(1, draw(st.integers(least, most)) + 1):
        named = f"{collection.prefix}-{number}"
        found.append(_described(draw, collection.entity, ids, named))
        ids[name].append(named)  # what comes later in the same collection may point at it
    return tuple(found)


def _with_one_baseline(options):
    if not options:
        return options
    first = replace(
        options[0],
        role=OptionRole.BUSINESS_AS_USUAL,
        listing=Listing.SHORTLIST,
        stays_in_nhs=True,
    )
    others = (
        replace(each, role=OptionRole.CANDIDATE)
        if each.role is OptionRole.BUSINESS_AS_USUAL
        else each
        for each in options[1:]
    )
    return (first, *others)


def _sealed_and_scored(draw, appraisal: Appraisal, ids: Ids):
    if not appraisal.seals:
        return appraisal
    *earlier, last = appraisal.seals
    broken_too = draw(st.booleans())
    seal = replace(
        new_seal(appraisal, SEALED_AT, last.sealed_by),
        id=last.id,
        broken_at=SEALED_AT.replace(tzinfo=None) if broken_too else None,
    )
    broken = (replace(each, broken_at=each.broken_at or seal.sealed_at) for each in earlier)
    sealed = replace(appraisal, seals=(*broken, seal))
    if not (sealed.options and sealed.criteria):
        return sealed
    keys = draw(st.lists(_sheet_keys(ids["scorers"]), unique=True, min_size=1, max_size=2))
    cells = st.dictionaries(_cells(sealed), scores(), min_size=1, max_size=3)
    return replace(sealed, sheets={key: ScoreSheet(draw(cells)) for key in keys})


def _sheet_keys(scorers: Sequence[str]) -> st.SearchStrategy[SheetKey]:
    consensus = st.just(CONSENSUS)
    if not scorers:
        return consensus
    rounds = st.sampled_from((Round.ALONE, Round.AGAIN))
    return consensus | st.builds(SheetKey, rounds, st.sampled_from(scorers))


def _cells(appraisal: Appraisal) -> st.SearchStrategy[Cell]:
    options = st.sampled_from([each.id for each in appraisal.options])
    return st.builds(Cell, options, st.sampled_from([each.id for each in appraisal.criteria]))


@cache
def scores() -> st.SearchStrategy[Score]:
    """Draw scores, with the lowest they could be no higher than the highest."""
    return described(Score, {}).map(_low_below_high)


def _low_below_high(score: Score) -> Score:
    if score.low is None or score.high is None:
        return score
    return replace(score, low=min(score.low, score.high), high=max(score.low, score.high))


def ids_of(appraisal: Appraisal) -> Ids:
    """Give the ids there are in an appraisal."""
    return {name: [each.id for each in entities(appraisal, name)] for name in COLLECTIONS}


@st.composite
def edits(draw, appraisal: Appraisal, *, deep: bool = True):
    """Draw an edit of any type that makes sense for a snapshot; a guard may still refuse it."""
    ids = ids_of(appraisal)
    there = [Ref(name, each) for name, known in ids.items() for each in known]
    makers = [_set_fields(appraisal, ids, there), _adds(appraisal, ids)]
    if appraisal.seal is not None:
        makers.append(_breaks())
    elif appraisal.criteria and appraisal.weighting.model_set is not None:
        makers.append(_seals(appraisal))
    if there:
        makers.append(st.builds(RemoveEntity, st.sampled_from(there)))
        makers.append(_moves(ids, there))
    if appraisal.options:
        makers.append(_leave_outs(ids["options"]))
    if appraisal.options and appraisal.criteria:
        makers.append(_set_scores(appraisal, ids))
    if deep:
        makers.append(_severals(appraisal))
    # Late choices are often the first; turning the list keeps that from being one type always.
    turned = len(there) % len(makers)
    return draw(draw(st.sampled_from(makers[turned:] + makers[:turned])))


_numbers = st.integers(1, 10**6)


@st.composite
def _set_fields(draw, appraisal: Appraisal, ids: Ids, there: Sequence[Ref]):
    ref = draw(st.sampled_from([*map(Ref, SINGLES), *there]))
    single = ref.collection in SINGLES
    cls = SINGLES[ref.collection][0] if single else COLLECTIONS[ref.collection].entity
    spec = draw(st.sampled_from([each for each in specs(cls).values() if each.kind is not Kind.ID]))
    return SetField(ref, spec.name, draw(values(spec, ids)))


@st.composite
def _adds(draw, appraisal: Appraisal, ids: Ids):
    possible = [
        name
        for name, each in COLLECTIONS.items()
        if all(ids[spec.to] for spec in specs(each.entity).values() if spec.owned)
    ]
    name = draw(st.sampled_from(possible))
    named = f"{COLLECTIONS[name].prefix}-new-{draw(_numbers)}"
    at = draw(st.none() | st.integers(0, len(ids[name])))
    return AddEntity(name, draw(described(COLLECTIONS[name].entity, ids, named)), at)


@st.composite
def _moves(draw, ids: Ids, there: Sequence[Ref]):
    ref = draw(st.sampled_from(there))
    return MoveEntity(ref, draw(st.integers(0, len(ids[ref.collection]) - 1)))


@st.composite
def _set_scores(draw, appraisal: Appraisal, ids: Ids):
    cells = st.tuples(_cells(appraisal), st.none() | scores())
    key = draw(_sheet_keys(ids["scorers"]))
    return SetScores(key, tuple(draw(st.lists(cells, max_size=3))))


def _leave_outs(options: Sequence[str]) -> st.SearchStrategy[LeaveOut]:
    day = st.dates().map(lambda each: each.isoformat())
    return st.builds(LeaveOut, st.sampled_from(options), TEXTS, LINES, day)


def _breaks() -> st.SearchStrategy[BreakSeal]:
    moment = st.datetimes().map(lambda each: each.isoformat())
    return st.builds(BreakSeal, moment, LINES, TEXTS)


def _seals(appraisal: Appraisal) -> st.SearchStrategy[SealWeights]:
    seal = new_seal(appraisal, SEALED_AT, "The panel")
    return _numbers.map(lambda number: SealWeights(replace(seal, id=f"seal-new-{number}")))


@st.composite
def _severals(draw, appraisal: Appraisal):
    chosen: list[Edit] = []
    for _ in range(draw(st.integers(0, 3))):
        edit = draw(edits(appraisal, deep=False))
        chosen.append(edit)
        appraisal = after(appraisal, edit)
    return Several(tuple(chosen), draw(LINES))


def after(appraisal: Appraisal, edit: Edit) -> Appraisal:
    """Give the snapshot after an edit, or the same one where the edit is refused."""
    try:
        return apply(appraisal, edit).appraisal
    except Problem:
        return appraisal


@st.composite
def histories(draw, max_edits: int = 6, max_size: int = 2):
    """Draw an appraisal and what became of a sequence of edits that were not refused."""
    appraisal = start = draw(appraisals(max_size))
    done: list[Applied] = []
    for _ in range(draw(st.integers(min(2, max_edits), max_edits))):
        try:
            done.append(apply(appraisal, draw(edits(appraisal))))
        except Problem:
            continue
        appraisal = done[-1].appraisal
    return start, tuple(done)
