"""Forms side by side: every labelled cell, its source, and the trust's own judgement in place."""

import pytest

from appraiser.analysis.library.comparing import (
    ComparedRow,
    Comparison,
    cell_of,
    compare,
    fields_to_judge,
)
from appraiser.catalogue.facts import cell_labels
from appraiser.catalogue.forms import Form
from appraiser.catalogue.inheritance import InheritanceClass
from appraiser.domain.ids import FormNoteId
from appraiser.domain.options import FormNote
from appraiser.domain.problem import Problem
from appraiser.domain.sources import Standing


def row(comparison: Comparison, name: str, *, inherited: bool = False) -> ComparedRow:
    found = [each for each in comparison.rows if (each.name, each.inherited) == (name, inherited)]
    assert len(found) == 1
    return found[0]


def note(field: str, text: str = "Our view.", form: str = "ft-plus", **changes) -> FormNote:
    return FormNote(id=FormNoteId("n"), form=form, field=field, text=text, **changes)


def test_any_forms_have_a_row_for_every_labelled_cell_of_form_and_class(catalogue) -> None:
    found = compare(catalogue, list(catalogue.forms))

    labels = [each.label for each in found.rows]
    own, inherited = cell_labels(Form).values(), cell_labels(InheritanceClass).values()
    assert labels == [*own, "Examples", "To mind", *inherited]
    assert all(len(each.cells) == len(catalogue.forms) for each in found.rows)
    assert found.names[:2] == ("NHS trust as it is", "Foundation trust as it is")


def test_every_cell_has_its_standing_and_a_published_one_its_sources(catalogue) -> None:
    for each in compare(catalogue, list(catalogue.forms)).rows:
        for cell in (cell for cells in each.cells for cell in cells):
            assert cell.text
            assert cell.sources or cell.standing is not Standing.PUBLISHED
            assert all(source in catalogue.sources for source in cell.sources)


def test_ft_plus_and_a_society_differ_in_lock_tax_and_failure(catalogue) -> None:
    found = compare(catalogue, ["ft-plus", "community-benefit-society"])

    assert row(found, "fit_whole").cells[0][0].answer == "Yes"
    assert row(found, "fit_whole").cells[1][0].answer == "No"
    assert row(found, "corporation_tax", inherited=True).differs
    assert "Special administration" in row(found, "failure", inherited=True).cells[0][0].text
    assert not row(compare(catalogue, ["cic-shares", "cic-guarantee"]), "law").differs


def test_examples_and_cautions_are_laid_side_by_side_too(catalogue) -> None:
    found = compare(catalogue, ["ft-plus", "llp", "multi-stakeholder-mutual"])

    assert [len(each) for each in row(found, "cautions").cells] == [2, 1, 0]
    example = row(found, "examples").cells[0][0]
    assert (example.text, example.sources) == (
        "Four of the seven pathfinders that reported chose a version of it.",
        ("hsj-2015-tax-barriers",),
    )


def test_a_form_that_passes_through_two_classes_shows_both(catalogue) -> None:
    pension = row(compare(catalogue, ["joint-venture", "ft-plus"]), "pension", inherited=True)

    venture, plus = pension.cells
    assert [each.of_class for each in venture] == [
        "Company owned by an NHS body",
        "Independent body",
    ]
    assert [each.of_class for each in plus] == ["Statutory NHS body"]


def test_the_trusts_own_judgement_takes_the_place_of_the_librarys_and_is_marked(catalogue) -> None:
    notes = [note("reversibility", "Cannot be undone.", reason="We are no foundation trust.")]
    ours, theirs = row(compare(catalogue, ["ft-plus", "llp"], notes), "reversibility").cells

    assert (ours[0].text, ours[0].ours) == ("Cannot be undone.", True)
    assert (ours[0].standing, ours[0].sources) == (Standing.JUDGEMENT, ())
    assert ours[0].reason == "We are no foundation trust."
    assert ours[0].library == catalogue.form("ft-plus").reversibility.text
    assert not theirs[0].ours


@pytest.mark.parametrize("field", ["voice", " voice ", "staff ownership or Voice"])
def test_a_judgement_may_name_its_field_by_name_or_by_label(catalogue, field: str) -> None:
    found = compare(catalogue, ["ft-plus"], [note(field)])

    assert row(found, "voice").cells[0][0].ours


def test_a_judgement_on_what_is_inherited_replaces_the_answers_of_both_classes(catalogue) -> None:
    notes = [note("pension", form="joint-venture"), note("capital", form="joint-venture")]
    found = compare(catalogue, ["joint-venture"], notes)

    assert [each.text for each in row(found, "pension", inherited=True).cells[0]] == ["Our view."]
    assert row(found, "capital").cells[0][0].ours
    assert not any(each.ours for each in row(found, "capital", inherited=True).cells[0])


def test_a_judgement_without_words_changes_nothing_and_the_last_one_holds(catalogue) -> None:
    form = catalogue.form("ft-plus")

    assert not cell_of(form, "voice", [note("voice", " ")]).ours
    assert cell_of(form, "voice", [note("voice", "One."), note("voice", "Two.")]).text == "Two."
    assert cell_of(form, "voice").text == form.voice.text


def test_what_can_be_judged_is_every_cell_the_forms_own_first(catalogue) -> None:
    names = [name for name, _ in fields_to_judge()]

    assert names[0] == "what"
    assert len(names) == len(set(names))
    assert {"vat", "pension", "reversibility"} <= set(names)


def test_a_form_nobody_knows_or_named_twice_is_refused(catalogue) -> None:
    with pytest.raises(Problem, match='no form called "ft-pluss"; did you mean "ft-plus"'):
        compare(catalogue, ["ft-pluss"])
    with pytest.raises(Problem, match="the same form is chosen twice"):
        compare(catalogue, ["llp", "llp"])
    assert compare(catalogue, []).rows == ()
