import json
from dataclasses import replace

from hypothesis import given
from tests.exchange.examples import FORMS, document, read
from tests.generated import appraisals

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.ids import CriterionId
from appraiser.domain.scores import CONSENSUS, ScoreSheet
from appraiser.domain.starting import new_appraisal
from appraiser.domain.terms import Scope
from appraiser.exchange.reading import appraisal_from_json, read_appraisal
from appraiser.exchange.writing import appraisal_to_json, write_json


def forms_of(appraisal: Appraisal) -> dict[str, tuple[str, ...]]:
    """Give the forms an appraisal names, so that none of them is unknown."""
    return {each.form: () for each in (*appraisal.options, *appraisal.form_notes)}


@given(appraisals())
def test_an_appraisal_written_and_read_is_the_same_appraisal(appraisal):
    text = appraisal_to_json(appraisal)
    again = appraisal_from_json(text, forms=forms_of(appraisal))
    assert again == appraisal
    assert appraisal_to_json(again) == text


def test_json_that_was_written_here_is_written_the_same_again():
    text = appraisal_to_json(read(document()))
    assert appraisal_to_json(appraisal_from_json(text, forms=FORMS)) == text


def test_the_text_is_indented_ends_with_a_new_line_and_keeps_words_as_people_write_them():
    text = appraisal_to_json(new_appraisal("Hôpital <b>&amp;</b> 🏥", Scope.SERVICE_LINE))
    assert text.startswith('{\n  "format": "appraiser-appraisal",\n  "version": 1,\n  "id": "')
    assert text.endswith("\n}\n")
    assert '"name": "Hôpital <b>&amp;</b> 🏥"' in text


def test_what_is_empty_or_default_is_left_out():
    assert json.loads(appraisal_to_json(Appraisal(id="bare"))) == {
        "format": "appraiser-appraisal",
        "version": 1,
        "id": "bare",
    }


def test_equal_appraisals_give_the_same_text_whatever_order_scores_and_weights_came_in():
    appraisal = read(document())
    sheet = appraisal.sheets[CONSENSUS]
    turned = ScoreSheet(dict(reversed(sheet.cells.items())))
    sheets = dict(reversed({**appraisal.sheets, CONSENSUS: turned}.items()))
    weights = appraisal.weight_sets[0]
    raw = {CriterionId(each): weights.raw[each] for each in sorted(weights.raw)}
    other = replace(appraisal, sheets=sheets, weight_sets=(replace(weights, raw=raw),))
    assert other == appraisal
    assert appraisal_to_json(other) == appraisal_to_json(appraisal)


def test_a_file_holds_the_same_text_in_utf_8(tmp_path):
    appraisal = read(document())
    path = tmp_path / "copy.json"
    write_json(appraisal, path)
    assert path.read_bytes().decode("utf-8") == appraisal_to_json(appraisal)
    assert read_appraisal(path, forms=FORMS) == appraisal
