import json
import os
from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.examples import DOCUMENT, FORMS, changed, document, read, refusal
from tests.rights import without_rights

from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.ids import CriterionId, OptionId, ScorerId
from appraiser.domain.problem import Problem
from appraiser.domain.scores import CONSENSUS, Cell, SheetKey
from appraiser.domain.terms import Listing, OptionRole, Round
from appraiser.exchange.form_names import form_names, nearest_form
from appraiser.exchange.layout import MOST_BYTES
from appraiser.exchange.reading import appraisal_from_json, read_appraisal

SCORED = Cell(OptionId("cic"), CriterionId("say"))


def test_everything_in_a_document_reaches_the_appraisal():
    appraisal = read(document())
    assert appraisal.id == "made-up"
    assert appraisal.trust.income == 6_500_000_000
    assert appraisal.options[0].name == "Business as usual"
    assert appraisal.options[0].role is OptionRole.BUSINESS_AS_USUAL
    assert appraisal.options[0].listing is Listing.SHORTLIST
    assert appraisal.criteria[2].points == ((0.0, 100.0), (5.0, 0.0))
    assert appraisal.weight_sets[0].raw == {"say": 100.0, "cost": 60.0, "voice": 100.0}
    assert appraisal.seals[0].sealed_at == datetime.fromisoformat("2014-12-12T14:02")
    assert appraisal.sheets[CONSENSUS].cells[SCORED].value == 75.5
    alone = SheetKey(Round.ALONE, ScorerId("nurse"))
    assert appraisal.sheets[alone].cells[SCORED].value == 80.0


def test_what_is_left_out_has_its_default():
    appraisal = read({"format": "appraiser-appraisal", "version": 1, "id": "bare"})
    assert appraisal.options == ()
    assert appraisal.sheets == {}
    assert appraisal.costing.horizon == 5


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ([], "this is JSON, but not an appraisal: an object is expected"),
        ({}, 'format: this is JSON, but not an appraisal: expected "appraiser-appraisal"'),
        (document(format="other"), "format: this is JSON, but not an appraisal"),
        (document(version=0), "version: expected the number 1"),
        (document(version=True), "version: expected the number 1"),
        (document(version=2), "version: this was written by a newer Appraiser"),
        (document(id=7), "id: expected an id of small letters"),
        (document(id="Two Words"), "id: expected an id of small letters"),
        ({"format": "appraiser-appraisal", "version": 1}, '"id" is missing'),
        (document(optoins=[]), 'called "optoins"; did you mean "options"?'),
        (document(trust=None), "trust: expected an object, found nothing"),
        (document(trust={"nmae": "x"}), 'trust: nothing here is called "nmae"; did you mean'),
        (document(trust={"name": 1}), "trust.name: expected text on one line, found the number 1"),
        (document(trust={"name": "a\nb"}), "trust.name: expected text on one line"),
        (document(trust={"income": -1}), "trust.income: -1 is below the lowest allowed, 0"),
        (document(trust={"income": 1.5}), "trust.income: expected an amount in whole pence"),
        (document(trust={"income": 10**30}), "trust.income: this is above the largest"),
        (document(trust={"staff_wte": 10**400}), "trust.staff_wte: expected a number that is not"),
        (document(options={}), "options: expected a list"),
        (document(options=["cic"]), 'options[0]: expected an object, found "cic"'),
        (document(options=[{"name": "x"}]), 'options[0]: "id" is missing'),
        (changed("options.1.id", "CIC"), "options[1].id: expected an id"),
        (changed("options.1.listing", "maybe"), 'options[1].listing: "maybe" is not known here'),
        (changed("options.1.stays_in_nhs", "no"), "options[1].stays_in_nhs: expected true or"),
        (changed("barriers.0.severity", 6), "barriers[0].severity: 6 is above the highest"),
        (changed("requests.0.sent_on", "soon"), "requests[0].sent_on: expected a date such as"),
        (changed("criteria.2.points", [[1]]), "criteria[2].points: expected a list of pairs"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_with_its_place(spoilt, said):
    assert said in str(refusal(spoilt))


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (
            changed("options.2.id", "cic"),
            'options[2].id: the id "cic" is used already, by options[1]',
        ),
        (
            changed("options.1.service_lines", ["nursing", "nursin"]),
            'options[1].service_lines[1]: there is no service line with the id "nursin"',
        ),
        (
            changed("requests.0.barrier", "tax"),
            'requests[0].barrier: there is no barrier with the id "tax"',
        ),
        (
            changed("weighting.model_set", "board"),
            'weighting.model_set: there is no weight set with the id "board"',
        ),
        (
            changed("weight_sets.0.raw", {"say": 1, "sya": 2}),
            'weight_sets[0].raw.sya: there is no criterion with the id "sya"; did you mean "say"?',
        ),
        (
            changed("criteria.0.parent", "say"),
            'criteria[0].parent: the criterion "voice" stands under itself',
        ),
        (
            changed("criteria.2.parent", "cost"),
            'criteria[2].parent: the criterion "cost" stands under itself',
        ),
        (
            changed("options.2.role", "business-as-usual"),
            "options[2].role: options[0] is business as usual already; there is one baseline",
        ),
    ],
)
def test_parts_that_do_not_fit_together_are_refused_with_their_place(spoilt, said):
    assert str(refusal(spoilt)).startswith(said)


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (document(sheets={}), "sheets: expected a list"),
        (document(sheets=[[]]), "sheets[0]: expected an object"),
        (document(sheets=[{"cells": []}]), 'sheets[0]: "round" is missing'),
        (document(sheets=[{"round": "consensus"}]), 'sheets[0]: "cells" is missing'),
        (
            document(sheets=[{"round": "consensus", "cells": [], "scorers": "x"}]),
            'sheets[0]: nothing here is called "scorers"; did you mean "scorer"?',
        ),
        (changed("sheets.0.round", "aloud"), 'sheets[0].round: "aloud" is not known here'),
        (changed("sheets.0.round", "consensus"), "sheets[0].scorer: the consensus belongs to no"),
        (changed("sheets.1.round", "again"), 'sheets[1]: "scorer" is missing; only the consensus'),
        (
            changed("sheets.0.scorer", "nurs"),
            'sheets[0].scorer: there is no scorer with the id "nurs"; did you mean "nurse"?',
        ),
        (
            document(sheets=[DOCUMENT["sheets"][1], DOCUMENT["sheets"][1]]),
            "sheets[1]: there is a sheet of this scorer and round already",
        ),
        (changed("sheets.1.cells", 3), "sheets[1].cells: expected a list of scores"),
        (
            changed("sheets.1.cells.1.option", "as-now"),
            'sheets[1].cells[1]: "as-now" is scored on "say" already',
        ),
        (
            changed("sheets.1.cells.1.option", "sic"),
            'sheets[1].cells[1].option: there is no option with the id "sic"; did you mean "cic"?',
        ),
        (
            changed("sheets.1.cells.1.criterion", "price"),
            'sheets[1].cells[1].criterion: there is no criterion with the id "price"',
        ),
        (
            changed("sheets.1.cells.0.value", 101),
            "sheets[1].cells[0].value: 101 is above the highest allowed, 100",
        ),
        (
            changed("sheets.1.cells.0.low", 60),
            "sheets[1].cells[0].low: the lowest it could be, 60, is above the highest, 50",
        ),
        (changed("sheets.1.cells.0.values", 1), 'sheets[1].cells[0]: nothing here is called'),
    ],
)  # fmt: skip
def test_scores_that_cannot_be_are_refused_with_their_place(spoilt, said):
    assert said in str(refusal(spoilt))


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("CICC", 'options[1].form: no form called "CICC"; did you mean "cic-guarantee"?'),
        ("cic-garantee", 'options[1].form: no form called "cic-garantee"; did you mean "cic-gua'),
        ("FT plus", 'options[1].form: no form called "FT plus"; did you mean "ft-plus"?'),
        ("CICLBS", 'options[1].form: no form called "CICLBS"; did you mean "cic-shares"?'),
        ("quango", 'options[1].form: no form called "quango"'),
        ("z" * 100_000, f'options[1].form: no form called "{"z" * 40}…"'),
    ],
)
def test_a_form_that_is_not_in_the_library_is_refused_with_the_nearest_one(form, said):
    assert str(refusal(changed("options.1.form", form))).startswith(said)


def test_a_judgement_on_an_unknown_form_is_refused():
    assert refusal(changed("form_notes.0.form", "ft-pluss")).place == "form_notes[0].form"


def test_forms_are_looked_up_in_the_shipped_library_unless_others_are_given():
    text = json.dumps(changed("options.1.form", "no-such-form"))
    with pytest.raises(Problem, match='no form called "no-such-form"'):
        appraisal_from_json(text)


def test_the_forms_of_a_trusts_own_catalogue_are_known_by_their_names():
    catalogue = load_catalogue()
    names = form_names(catalogue)
    assert names == form_names()
    assert set(names) == set(catalogue.forms)
    assert nearest_form("CICC", names).startswith("cic-")
    assert nearest_form("FT+", names) == "ft-plus"
    assert nearest_form("quango", names) == ""


@pytest.mark.parametrize(
    "words",
    ["x" * 100_000, "👩🏽‍⚕️🏥", "שלום עולם", "<b>&amp;</b>", "=1+1", "'; DROP TABLE options; --"],
)
def test_awkward_words_are_kept_as_they_are(words):
    appraisal = read(changed("options.1.description", words))
    assert appraisal.options[1].description == words


def test_no_options_and_two_hundred_are_both_read():
    bare = {key: DOCUMENT[key] for key in ("format", "version", "id")}
    assert read({**bare, "options": []}).options == ()
    many = [{"id": f"option-{number}", "name": str(number)} for number in range(200)]
    assert len(read({**bare, "options": many}).options) == 200


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path):
    path = tmp_path / "Fenmarsh élan.json"
    path.write_text(json.dumps(document()), encoding="utf-8-sig")
    assert read_appraisal(path, forms=FORMS) == read(document())


def test_a_file_that_cannot_be_is_told_in_a_sentence(tmp_path):
    for path, said in (
        (tmp_path, "This is a folder, not a file."),
        (tmp_path / ("x" * 300), "This file cannot be read (file name too long)."),
        (tmp_path / "none.json", "There is no such file."),
        (tmp_path / "none" / "none.json", "There is no such file."),
    ):
        with pytest.raises(Problem) as caught:
            read_appraisal(path)
        assert str(caught.value) == f"{path}: {said}"


def test_a_file_far_too_large_is_not_read_into_memory(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(Problem, match="larger than 64 MB"):
        read_appraisal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe.json"
    os.mkfifo(path)
    with pytest.raises(Problem, match="not an ordinary file"):
        read_appraisal(path)


def test_a_file_that_may_not_be_read_is_told_in_a_sentence(tmp_path):
    path = tmp_path / "locked.json"
    path.write_text("{}", encoding="utf-8")
    path.chmod(0)
    with (
        without_rights(tmp_path),
        pytest.raises(Problem, match=r"cannot be read \(permission denied\)"),
    ):
        read_appraisal(path)


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@st.composite
def spoilt_documents(draw):
    """Draw the example with something else at one place of it, anywhere."""
    whole = found = document()
    while True:
        step = draw(
            st.sampled_from(sorted(found) if isinstance(found, dict) else range(len(found)))
        )
        if not found[step] or not isinstance(found[step], dict | list) or draw(st.booleans()):
            found[step] = draw(plain_values)
            return whole
        found = found[step]


@settings(max_examples=200)
@given(spoilt_documents())
def test_whatever_stands_in_a_document_it_is_read_or_refused(spoilt):
    with suppress(Problem):
        read(spoilt)
