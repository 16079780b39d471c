import dataclasses

import pytest

from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.checking import checked
from appraiser.domain.criteria import Comparison, Criterion
from appraiser.domain.fields import MOST_PENCE, Kind, specs
from appraiser.domain.options import Option
from appraiser.domain.scores import Score
from appraiser.domain.terms import Listing, Term
from appraiser.domain.trust import Trust

ENTITIES = [cls for cls, _, _ in SINGLES.values()]
ENTITIES += [collection.entity for collection in COLLECTIONS.values()]
ENTITIES.append(Score)


@pytest.mark.parametrize("cls", ENTITIES)
def test_every_field_of_every_entity_describes_itself(cls):
    assert list(specs(cls)) == [field.name for field in dataclasses.fields(cls)]


@pytest.mark.parametrize("cls", ENTITIES)
def test_every_entity_is_frozen_and_small(cls):
    assert cls.__dataclass_params__.frozen
    assert "__slots__" in vars(cls)


@pytest.mark.parametrize("cls", ENTITIES)
def test_labels_and_hints_are_plain_words(cls):
    for spec in specs(cls).values():
        assert spec.label[:1].isupper(), spec
        for words in (spec.label, spec.hint):
            assert words == words.strip()
            assert not words.endswith(".")
            assert "!" not in words


@pytest.mark.parametrize("cls", ENTITIES)
def test_a_field_may_hold_its_own_default(cls):
    for spec in specs(cls).values():
        if spec.kind is not Kind.ID and not spec.owned:
            assert checked(spec, spec.default) == spec.default


@pytest.mark.parametrize("cls", ENTITIES)
def test_a_field_says_what_its_kind_needs(cls):
    for spec in specs(cls).values():
        linking = spec.kind in {Kind.LINK, Kind.LINKS, Kind.AMOUNTS}
        assert linking == (spec.to in COLLECTIONS), spec
        assert (spec.kind is Kind.CHOICE) == (spec.choices is not None), spec
        if spec.kind in {Kind.WHOLE, Kind.MONEY}:
            assert -(2**63) < spec.low <= spec.high < 2**63, spec
        if spec.kind is Kind.LINK:
            assert spec.owned != spec.optional, spec
        else:
            assert not spec.owned, spec


@pytest.mark.parametrize("cls", ENTITIES)
def test_no_two_fields_of_an_entity_have_one_label(cls):
    labels = [spec.label for spec in specs(cls).values()]
    assert len(set(labels)) == len(labels)


def test_a_description_is_worked_out_once():
    assert specs(Option) is specs(Option)


def test_what_is_not_described_has_no_description():
    @dataclasses.dataclass
    class Bare:
        count: int = 0

    assert specs(Bare) == {}


def test_the_description_tells_range_target_and_choices():
    assert (specs(Score)["value"].low, specs(Score)["value"].high) == (0, 100)
    assert specs(Trust)["surplus"].low == -MOST_PENCE
    assert specs(Option)["listing"].choices is Listing
    assert issubclass(specs(Option)["listing"].choices, Term)
    assert specs(Comparison)["first"].to == "criteria"
    assert specs(Criterion)["parent"].optional
    assert not specs(Comparison)["first"].optional
