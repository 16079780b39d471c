"""What the paper takes from the library: definitions of a mutual, who could help, what was kept."""

import json
from dataclasses import replace
from datetime import datetime

from tests.paper.conftest import Compose
from tests.paper.reading import table_of, texts_of, words_of

from appraiser.analysis.assessing import assess
from appraiser.analysis.gates import gate_results
from appraiser.analysis.library.decided import keep_gates
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.applying import apply
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.barriers import GateAnswer
from appraiser.domain.terms import Answer, Gate
from appraiser.exchange.results_json import results_to_json
from appraiser.paper.blocks import Paper

DECIDED = datetime.fromisoformat("2014-12-12T12:00")


def kept(appraisal: Appraisal) -> Appraisal:
    catalogue = load_catalogue()
    gates = gate_results(appraisal, catalogue)
    return apply(appraisal, keep_gates(appraisal, gates, catalogue, DECIDED)).appraisal


def answered_otherwise(appraisal: Appraisal) -> Appraisal:
    """The same after one option was found not to be safe."""

    def turned(each: GateAnswer) -> GateAnswer:
        is_it = (each.option, each.gate) == (option, Gate.SAFE)
        return replace(each, answer=Answer.NO) if is_it else each

    option = next(each.option for each in appraisal.gate_answers if each.gate is Gate.SAFE)
    return replace(appraisal, gate_answers=tuple(map(turned, appraisal.gate_answers)))


def test_each_option_is_held_against_every_definition(paper: Paper) -> None:
    rows = {row.cells[0]: row.cells[1:] for row in table_of(paper, "definition-outcomes").rows}

    met, not_met, unknown = rows["FT plus"]
    assert met == "Pathfinder programme's application pack, 2014"
    assert "Procurement Act 2023, section 33, 2023" in not_met
    assert unknown == "None"


def test_a_definition_that_is_not_met_says_which_test_fails(paper: Paper) -> None:
    failed = [row.cells for row in table_of(paper, "definition-failures").rows]

    assert (
        "Cabinet Office, 2012",
        "Has it left the public sector?",
        "Business as usual, FT plus and Internal autonomous unit",
    ) in failed


def test_without_options_there_is_nothing_to_define(composed: Compose) -> None:
    assert "Is it a mutual?" not in texts_of(composed(Appraisal(id="bare")))


def test_what_stands_in_the_way_says_who_could_unlock_it(paper: Paper) -> None:
    found = [row.cells for row in table_of(paper, "gate-details").rows]
    reasons = [row.cells[0] for row in table_of(paper, "gate-reasons").rows]

    assert found[0][3].endswith("Who could: Government.")
    assert any(each.endswith("Who could: regulators.") for each in reasons)


def test_nothing_is_said_of_kept_results_where_none_were_kept(paper: Paper) -> None:
    assert "The gate results that were decided on" not in texts_of(paper)


def test_kept_results_are_printed_and_so_is_what_differs_since(
    leicester: Appraisal, composed: Compose
) -> None:
    same, differing = kept(leicester), answered_otherwise(kept(leicester))

    assert words_of(composed(same), "annex-barriers.kept").endswith("No gates say otherwise now.")
    paper = composed(differing)
    assert words_of(paper, "annex-barriers.kept").endswith("1 gate says otherwise now.")
    (row,) = table_of(paper, "kept-gates").rows
    assert row.cells[1:4] == ("Safe for patients", "Passes", "Bars")
    assert row.cells[4] == "The same rules: an answer or a barrier has changed."


def test_the_results_as_json_hold_all_of_it(leicester: Appraisal) -> None:
    made = answered_otherwise(kept(leicester))

    plain = json.loads(results_to_json(made, assess(made, load_catalogue())))

    (first, *_) = plain["definitions"][made.shortlist[0].id]
    assert (first["definition"], first["outcome"]) == ("cabinet-office", "not-met")
    assert len(plain["kept_gates"]["gates"]) == 4 * len(made.shortlist)
    said = [
        reason for each in plain["options"] for gate in each["gates"] for reason in gate["reasons"]
    ]
    assert ["government"] in [each["resolvers"] for each in said]
