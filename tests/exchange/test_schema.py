import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.exchange.examples import changed, document, read
from tests.generated import appraisals

from appraiser.domain.appraisal import COLLECTIONS, SINGLES
from appraiser.domain.fields import specs
from appraiser.domain.problem import Problem
from appraiser.exchange.schema import json_schema, schema_text
from appraiser.exchange.writing import appraisal_to_json
from appraiser.resources import resource

VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)

SAMPLES = sorted((resource("schema").parent.parent / "sample_trusts").glob("*.json"))


def test_the_schema_is_one():
    Draft202012Validator.check_schema(json_schema())


def test_the_shipped_copy_is_current():
    shipped = resource("schema", "appraisal.schema.json").read_text(encoding="utf-8")
    assert shipped == schema_text(), "write schema_text() into it"


def test_every_field_of_every_part_is_in_it_with_its_label_and_hint():
    definitions = json_schema()["$defs"]
    entities = [cls for cls, _, _ in SINGLES.values()]
    entities += [collection.entity for collection in COLLECTIONS.values()]
    for entity in entities:
        properties = definitions[entity.__name__]["properties"]
        assert list(properties) == list(specs(entity))
        for name, spec in specs(entity).items():
            assert properties[name]["title"] == spec.label
            assert spec.hint in properties[name].get("description", "")


def test_terms_are_listed_with_what_people_read():
    resolver = json_schema()["$defs"]["Resolver"]
    assert "government" in resolver["enum"]
    assert "lenders: Lenders and insurers" in resolver["description"]


def test_the_example_validates():
    VALIDATOR.validate(document())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_validate(sample):
    VALIDATOR.validate(json.loads(sample.read_text(encoding="utf-8")))


@given(appraisals())
def test_whatever_is_written_validates(appraisal):
    VALIDATOR.validate(json.loads(appraisal_to_json(appraisal)))


STRUCTURAL = [
    [],
    {},
    document(format="other"),
    document(version=2),
    document(version="1"),
    document(id=""),
    document(id="Two Words"),
    document(id="ends-with-a-break\n"),
    document(extra=1),
    document(trust=[]),
    document(trust={"name": 1}),
    document(trust={"name": "a\nb"}),
    document(trust={"name": "a\n"}),
    document(trust={"name": "a\u2028b"}),
    document(trust={"note": "a\u0000b"}),
    document(paper={"resolutions": ["a\ufffeb"]}),
    document(trust={"name": None}),
    document(trust={"income": -1}),
    document(trust={"income": 1.5}),
    document(trust={"income": 10**15 + 1}),
    document(trust={"income": True}),
    document(trust={"council_income": 101}),
    document(trust={"biggest_contract_end": "2014-13-01"}),
    document(trust={"biggest_contract_end": "1 December 2014"}),
    document(trust={"biggest_contract_end": "20141201"}),
    document(trust={"made_up": "yes"}),
    document(options={}),
    document(options=[{}]),
    document(options=[{"id": "a", "listing": "maybe"}]),
    document(options=[{"id": "a", "service_lines": ["nursing", "nursing"]}]),
    document(options=[{"id": "a", "service_lines": "nursing"}]),
    document(requests=[{"id": "a"}]),
    document(paper={"resolutions": [1]}),
    changed("criteria.2.points", [[1, 2, 3]]),
    changed("criteria.2.points", [["1", 2]]),
    changed("weight_sets.0.raw", {"say": -1}),
    changed("weight_sets.0.raw", {"Say it": 1}),
    changed("seals.0.sealed_at", "yesterday"),
    changed("seals.0.sealed_at", "2014-12-12T14:02Z"),
    document(sheets={}),
    document(sheets=[{"cells": []}]),
    document(sheets=[{"round": "consensus"}]),
    document(sheets=[{"round": "consensus", "cells": [], "more": 1}]),
    changed("sheets.0.round", "consensus"),
    changed("sheets.1.round", "again"),
    changed("sheets.1.cells.0.value", 101),
    changed("sheets.1.cells.0.value", "80"),
    changed("sheets.1.cells.0.values", 80),
    changed("sheets.1.cells.0", {"option": "cic"}),
]


@pytest.mark.parametrize("spoilt", STRUCTURAL, ids=range(len(STRUCTURAL)))
def test_what_the_reader_refuses_for_its_shape_the_schema_refuses_too(spoilt):
    with pytest.raises(Problem):
        read(spoilt)
    assert not VALIDATOR.is_valid(spoilt)


@settings(max_examples=200)
@given(st.data())
def test_a_field_may_hold_by_the_schema_what_it_may_hold_by_the_reader(data):
    """Compare the two over every field of the single parts, which stand alone."""
    name = data.draw(st.sampled_from(sorted(SINGLES)))
    described = {field: spec for field, spec in specs(SINGLES[name][0]).items() if not spec.to}
    value = data.draw(
        st.none()
        | st.booleans()
        | st.integers(-(10**16), 10**16)
        | st.floats(allow_nan=False)
        | st.sampled_from(["", "a\nb", "2014-12-01", "2014-12-32", "decision", "pause"])
        | st.lists(st.sampled_from(["one", 2, None]), max_size=2)
    )
    if isinstance(value, float) and (value.is_integer() or abs(value) > 1e300):
        return  # JSON tells 5 from 5.0 no more than the schema does; the reader wants whole pence
    plain = {"format": "appraiser-appraisal", "version": 1, "id": "a"}
    plain[name] = {data.draw(st.sampled_from(sorted(described)) | st.just("other")): value}
    try:
        read(plain)
        refused = False
    except Problem:
        refused = True
    assert VALIDATOR.is_valid(plain) is not refused
