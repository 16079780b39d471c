import json

import pytest
from tests.made_up import SECRET, with_names

from appraiser.analysis.assessing import assess
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.checks import check
from appraiser.domain.findings import Finding, Severity
from appraiser.domain.ids import Ref
from appraiser.domain.terms import Stage
from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.results_json import findings_to_json, results_to_json
from appraiser.resources import sample


def test_results_carry_totals_ranks_verdict_and_names_for_other_programs():
    appraisal = read_appraisal(sample("leicester"))
    results = assess(appraisal, load_catalogue())
    plain = json.loads(results_to_json(appraisal, results))
    assert plain["format"] == "appraiser-results"
    assert plain["trust"] == appraisal.trust.name
    assert plain["names"]["ft-plus"] == "FT plus"
    assert plain["group_names"]["staff-side"] == "Staff side"
    assert plain["weight_set_names"]["panel"] == "Panel"
    totals = {each["option"]: each["total"] for each in plain["options"]}
    for each in results.options:
        assert totals[each.option] == pytest.approx(each.total)
    assert plain["verdict"]["kind"] == str(results.verdict.kind)
    assert plain["illustrative"] is True


def test_findings_carry_their_words_and_their_place():
    placed = Finding("a", Severity.ERROR, Stage.TRUST, "Wrong.", Ref("options", "cic"), "form")
    loose = Finding("b", Severity.WARNING, Stage.PAPER, "Look.")
    assert json.loads(findings_to_json([placed, loose])) == [
        {
            "code": "a",
            "severity": "error",
            "stage": "trust",
            "words": "Wrong.",
            "place": "options/cic.form",
        },
        {"code": "b", "severity": "warning", "stage": "paper", "words": "Look.", "place": ""},
    ]


def test_the_findings_of_a_sample_can_be_written():
    appraisal = read_appraisal(sample("fenmarsh"))
    found = check(appraisal)
    assert len(json.loads(findings_to_json(found))) == len(found)


def test_everything_the_engine_finds_out_is_there_and_scorers_stand_by_id_alone():
    appraisal = with_names(read_appraisal(sample("leicester")))
    text = results_to_json(appraisal, assess(appraisal, load_catalogue()))
    plain = json.loads(text)
    found = {each["scorer"] for each in plain["panel"]["concordance"]["scorers"]}
    assert found <= {each.id for each in appraisal.scorers}
    assert SECRET not in text
    assert plain["robustness"]["seed"] == appraisal.robustness.seed
    assert plain["sensitivity"]["critical_weights"]
    assert plain["money"]["schedule"]
    assert plain["examination"] is None
