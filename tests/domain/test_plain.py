import json
import math
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.generated import described

from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.barriers import Barrier
from appraiser.domain.board_paper import BoardPaper
from appraiser.domain.case import StaffView
from appraiser.domain.costs import CostLine
from appraiser.domain.criteria import Comparison, Criterion, Seal, WeightSet
from appraiser.domain.fields import Kind, specs
from appraiser.domain.options import Option
from appraiser.domain.plain import entity_from_plain, entity_to_plain, from_plain, to_plain
from appraiser.domain.problem import Problem
from appraiser.domain.scores import Score
from appraiser.domain.terms import Listing, Resolver
from appraiser.domain.trust import Trust

ENTITIES = [cls for cls, _, _ in SINGLES.values()]
ENTITIES += [collection.entity for collection in COLLECTIONS.values()]
ENTITIES.append(Score)

SOME_IDS = {name: [f"{each.prefix}-1", f"{each.prefix}-2"] for name, each in COLLECTIONS.items()}


@given(st.data())
def test_every_entity_comes_back_from_json_as_it_was(data):
    cls = data.draw(st.sampled_from(ENTITIES))
    named = "one" if "id" in specs(cls) else ""
    item = data.draw(described(cls, SOME_IDS, named))
    text = json.dumps(entity_to_plain(item), allow_nan=False)
    assert entity_from_plain(cls, json.loads(text)) == item


def test_what_has_its_default_is_left_out():
    assert entity_to_plain(Trust()) == {}
    assert entity_to_plain(Comparison(id="k", weight_set="w", first="a", second="b")) == {
        "id": "k",
        "weight_set": "w",
        "first": "a",
        "second": "b",
    }
    assert entity_to_plain(Option(id="cic", listing=Listing.SHORTLIST)) == {
        "id": "cic",
        "listing": "shortlist",
    }


def test_each_kind_of_value_has_its_plain_form():
    assert to_plain(None) is None
    assert to_plain(True) is True
    assert to_plain(date(2014, 12, 1)) == "2014-12-01"
    assert to_plain(datetime(2014, 12, 1, 14, 2)) == "2014-12-01T14:02:00"  # noqa: DTZ001
    assert to_plain(Resolver.TRUST) == "trust"
    assert to_plain(((0.0, 1.0), (2.5, 100.0))) == [[0.0, 1.0], [2.5, 100.0]]
    assert to_plain({"a": 1.0}) == {"a": 1.0}
    assert repr(to_plain(-0.0)) == "0.0"
    with pytest.raises(TypeError):
        to_plain(object())


HUGE = 10**400
"""A whole number that no float can hold."""

REFUSED = {
    "not an object": (Trust, [], "expected an object, found a list"),
    "nothing at all": (Trust, None, "expected an object, found nothing"),
    "an unknown key": (
        Trust,
        {"incom": 1},
        'nothing here is called "incom"; did you mean "income"?',
    ),
    "a key like nothing": (Trust, {"xyzzy": 1}, 'nothing here is called "xyzzy"'),
    "a long key": (Trust, {"x" * 100_000: 1}, "nothing here is called a long text"),
    "no id": (Barrier, {"title": "VAT"}, '"id" is missing'),
    "no owner": (CostLine, {"id": "c"}, '"option" is missing'),
    "nothing for text": (Trust, {"name": None}, "name: a value is needed here"),
    "a number for a line": (
        Trust,
        {"name": 5},
        "name: expected text on one line, found the number 5",
    ),
    "a list for text": (Trust, {"note": []}, "note: expected text, found a list"),
    "a text for lines": (
        BoardPaper,
        {"resolutions": "one"},
        'resolutions: expected a list of texts, found "one"',
    ),
    "numbers for lines": (BoardPaper, {"resolutions": [1]}, "resolutions: expected a list of"),
    "a text for a number": (Trust, {"staff_wte": "9"}, 'staff_wte: expected a number, found "9"'),
    "yes for a number": (Trust, {"staff_wte": True}, "expected a number, found yes or no"),
    "yes for a percentage": (Trust, {"council_income": True}, "expected a percentage, found yes"),
    "yes for money": (Trust, {"income": False}, "expected an amount in whole pence, found yes"),
    "a part of a penny": (Trust, {"income": 10.5}, "expected an amount in whole pence, found the"),
    "a part of a person": (StaffView, {"id": "s", "asked": 1.0}, "asked: expected a whole number"),
    "a number for yes": (Trust, {"made_up": 1}, "made_up: expected true or false, found the num"),
    "an object for a flag": (Trust, {"made_up": {}}, "made_up: expected true or false, found an"),
    "no number": (Score, {"value": math.nan}, "value: expected a number that is not infinite"),
    "infinity": (Score, {"performance": math.inf}, "performance: expected a number that is not i"),
    "past all floats": (Score, {"performance": HUGE}, "performance: expected a number that is no"),
    "infinite amounts": (WeightSet, {"id": "w", "raw": {"a": HUGE}}, "raw: expected a number that"),
    "no number in points": (
        Criterion,
        {"id": "c", "points": [[0, math.nan]]},
        "points: expected a number that is not infinite",
    ),
    "below": (Score, {"value": -1}, "value: -1 is below the lowest allowed, 0"),
    "above": (Score, {"value": 100.25}, "value: 100.25 is above the highest allowed, 100"),
    "a raw weight below nought": (
        WeightSet,
        {"id": "w", "raw": {"a": -1}},
        "raw: -1 is below the lowest allowed, 0",
    ),
    "money past all budgets": (
        Trust,
        {"income": 2 * 10**15},
        "income: 2,000,000,000,000,000 is above the highest allowed, 1,000,000,000,000,000",
    ),
    "money past all computers": (Trust, {"income": HUGE}, "income: 1.000e+400 is above the high"),
    "a debt past all budgets": (Trust, {"surplus": -HUGE}, "surplus: -1.000e+400 is below the lo"),
    "a long number for text": (Trust, {"name": HUGE}, "name: expected text on one line, found the"),
    "a line of two": (Trust, {"name": "a\nb"}, "name: expected text on one line"),
    "a line with a return": (Trust, {"name": "a\rb"}, "name: expected text on one line"),
    "a line with a separator": (Trust, {"name": "a\u2028b"}, "name: expected text on one line"),
    "half a character": (Trust, {"name": "\ud83d"}, "name: the character U+D83D cannot stand in"),
    "a control": (Trust, {"note": "a\x00b"}, "note: the character U+0000 cannot stand in"),
    "a control in lines": (
        BoardPaper,
        {"resolutions": ["fine", "a\x0bb"]},
        "resolutions: the character U+000B cannot stand in a document",
    ),
    "a date with time": (
        Option,
        {"id": "o", "left_out_on": "2014-12-01T10:00"},
        'left_out_on: expected a date such as 2014-12-01, found "2014-12-01T10:00"',
    ),
    "a date in another shape": (Option, {"id": "o", "left_out_on": "20141201"}, "left_out_on: exp"),
    "a date that is none": (Option, {"id": "o", "left_out_on": "2014-02-30"}, "left_out_on: expec"),
    "a date in other figures": (
        Option,
        {"id": "o", "left_out_on": "٢٠١٤-12-01"},
        "left_out_on: expected a date",
    ),
    "a number for a date": (Option, {"id": "o", "left_out_on": 2014}, "expected a date, found the"),
    "a time without a day": (Seal, {"id": "s", "sealed_at": "14:02"}, "sealed_at: expected a date"),
    "a day without a time": (Seal, {"id": "s", "sealed_at": "2014-12-01"}, "sealed_at: expected a"),
    "a time with a zone": (Seal, {"id": "s", "sealed_at": "2014-12-01T14:02Z"}, "sealed_at: expec"),
    "an unknown term": (
        Option,
        {"id": "o", "listing": "shortlst"},
        'listing: "shortlst" is not known here; did you mean "shortlist"?',
    ),
    "a term like none": (
        Option,
        {"id": "o", "listing": "zzz"},
        'listing: "zzz" is not known here; expected one of longlist, shortlist, left-out',
    ),
    "a number for a term": (
        Option,
        {"id": "o", "listing": 1},
        "listing: expected one of longlist, shortlist, left-out, found the number 1",
    ),
    "an id with a space": (Barrier, {"id": "a b"}, "id: expected an id of small letters, digits a"),
    "a number for a link": (BoardPaper, {"recommended": 1}, "recommended: expected an id of small"),
    "the same link twice": (
        Barrier,
        {"id": "b", "options": ["cic", "cic"]},
        "options: expected a list of different ids, found a list",
    ),
    "links of no kind": (Barrier, {"id": "b", "options": [[]]}, "options: expected a list of diff"),
    "a text for links": (Barrier, {"id": "b", "options": "cic"}, "options: expected a list of di"),
    "a list for amounts": (WeightSet, {"id": "w", "raw": []}, "raw: expected a number for each id"),
    "a text for an amount": (WeightSet, {"id": "w", "raw": {"a": "1"}}, "raw: expected a number f"),
    "amounts for no id": (WeightSet, {"id": "w", "raw": {"A B": 1}}, "raw: expected a number for"),
    "points of one": (Criterion, {"id": "c", "points": [[1]]}, "points: expected a list of pairs"),
    "points of none": (Criterion, {"id": "c", "points": [1]}, "points: expected a list of pairs"),
    "points of texts": (Criterion, {"id": "c", "points": [["0", 1]]}, "points: expected a list of"),
    "a text for points": (Criterion, {"id": "c", "points": "0, 1"}, "points: expected a list of p"),
}


@pytest.mark.parametrize(("cls", "plain", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_does_not_fit_is_refused_with_its_place(cls, plain, words):
    with pytest.raises(Problem) as refused:
        entity_from_plain(cls, plain)
    assert words in str(refused.value)
    assert len(str(refused.value)) < 200


def test_whole_numbers_serve_where_any_number_may_stand():
    assert entity_from_plain(Score, {"value": 50}) == Score(value=50.0)
    assert isinstance(entity_from_plain(Score, {"value": 50}).value, float)
    read = entity_from_plain(WeightSet, {"id": "w", "raw": {"a": 1, "b": 2.5}})
    assert read.raw == {"a": 1.0, "b": 2.5}
    points = entity_from_plain(Criterion, {"id": "c", "points": [[0, 0], [10, 100]]}).points
    assert points == ((0.0, 0.0), (10.0, 100.0))
    assert all(isinstance(each, float) for point in points for each in point)


def test_terms_dates_and_times_are_read_as_what_they_are():
    option = entity_from_plain(
        Option, {"id": "o", "listing": "shortlist", "left_out_on": "2014-12-01"}
    )
    assert option == Option(id="o", listing=Listing.SHORTLIST, left_out_on=date(2014, 12, 1))
    assert option.listing is Listing.SHORTLIST
    sealed = entity_from_plain(Seal, {"id": "s", "sealed_at": "2014-12-12T14:02"})
    assert sealed.sealed_at == datetime(2014, 12, 12, 14, 2)  # noqa: DTZ001


def test_what_may_be_unknown_may_be_nothing():
    assert entity_from_plain(Trust, {"income": None}).income is None


def test_the_place_of_a_value_is_its_field():
    with pytest.raises(Problem) as refused:
        from_plain(specs(Score)["value"], 101)
    assert refused.value.place == "value"


def test_each_kind_of_field_is_drawn_for_these_tests():
    kinds = {spec.kind for cls in ENTITIES for spec in specs(cls).values()}
    assert kinds == set(Kind)
