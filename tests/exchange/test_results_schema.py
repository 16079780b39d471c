"""The schema of results: it is what is written, and says what every part of it is."""

import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from tests.made_up import one_criterion, one_option, score_missing, tied

from appraiser.analysis.assessing import assess
from appraiser.analysis.examining import examine
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.starting import new_appraisal
from appraiser.domain.terms import MissingScores, Scope
from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.results_json import results_to_json
from appraiser.exchange.results_schema import results_schema, results_schema_text
from appraiser.resources import resource, sample

VALIDATOR = Draft202012Validator(results_schema())


def wrong_in(appraisal):
    plain = json.loads(results_to_json(appraisal, assess(appraisal, load_catalogue())))
    return [f"{each.json_path}: {each.message}" for each in VALIDATOR.iter_errors(plain)]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(results_schema())


def test_the_schema_that_is_shipped_is_the_one_that_is_made():
    shipped = resource("schema", "results.schema.json").read_text(encoding="utf-8")
    assert shipped == results_schema_text(), "write results_schema_text() into it"


@pytest.mark.parametrize("name", ["leicester", "fenmarsh", "northcliff"])
def test_the_results_of_a_sample_fit_the_schema(name):
    assert wrong_in(read_appraisal(sample(name))) == []


def test_the_results_of_a_new_appraisal_fit_the_schema():
    begun = new_appraisal("A made-up trust", Scope.WHOLE_ORGANISATION)
    assert wrong_in(begun) == []
    assert wrong_in(replace(begun, options=())) == []


def test_every_type_and_every_part_of_the_results_says_what_it_is():
    schema = results_schema()
    silent = [name for name, each in schema["$defs"].items() if not each.get("description")]
    assert silent == []


def test_what_is_not_of_the_results_is_refused():
    appraisal = read_appraisal(sample("leicester"))
    plain = json.loads(results_to_json(appraisal, assess(appraisal, load_catalogue())))
    assert not VALIDATOR.is_valid({**plain, "more": 1})


def test_what_is_examined_further_fits_it_too():
    appraisal = read_appraisal(sample("northcliff"))
    results = examine(appraisal, assess(appraisal, load_catalogue()))
    plain = json.loads(results_to_json(appraisal, results))
    assert plain["examination"]["other_spreads"]
    assert [each.message for each in VALIDATOR.iter_errors(plain)] == []


@pytest.mark.parametrize(
    "appraisal", [tied(), one_option(), one_criterion(), *map(score_missing, MissingScores)]
)
def test_the_results_at_the_edges_fit_it(appraisal):
    assert wrong_in(appraisal) == []


def test_lists_say_what_people_read_and_what_is_not_known_is_null():
    schema = results_schema()
    kind = schema["$defs"]["VerdictKind"]
    assert kind["enum"] == ["clear", "narrow", "none", "not-yet"]
    assert "narrow: Narrow leader" in kind["description"]
    weights = schema["properties"]["weights"]
    assert weights["description"].startswith("null while the weights cannot be worked out")


def test_every_reference_leads_to_a_part_of_it():
    text = json.dumps(results_schema())
    wanted = set(re.findall(r'"#/\$defs/([^"]+)"', text))
    assert wanted == set(results_schema()["$defs"])
