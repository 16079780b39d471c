from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.domain.examples import ALONE, after, scored, unsealed
from tests.generated import appraisals, ids_of

from appraiser.domain.applying import apply
from appraiser.domain.appraisal import COLLECTIONS, entities
from appraiser.domain.board_paper import BoardPaper
from appraiser.domain.edits import AddEntity, RemoveEntity
from appraiser.domain.fields import Kind, specs
from appraiser.domain.ids import Ref
from appraiser.domain.linked import links_to, scores_of
from appraiser.domain.options import Option
from appraiser.domain.scores import CONSENSUS, Cell
from appraiser.domain.sources import Citation
from appraiser.domain.terms import Part


def ids(found):
    return [each.id for each in found]


def without(appraisal, ref):
    """The appraisal after a removal that no guard stands against, and what undoing gives."""
    done = apply(appraisal, RemoveEntity(ref), undoing=True)
    return done.appraisal, apply(done.appraisal, done.inverse, undoing=True).appraisal


def test_an_option_goes_with_its_marks_answers_scores_and_notes():
    appraisal = replace(scored(), paper=BoardPaper(recommended="cic"))
    gone, back = without(appraisal, Ref("options", "cic"))
    assert ids(gone.options) == ["bau", "ft-plus", "jv"]
    assert ids(gone.factor_marks) == ["m1"]
    assert gone.gate_answers == ()
    assert gone.part_marks == ()
    assert ids(gone.citations) == ["c1", "c3"]
    assert gone.benefits[0].options == ("ft-plus",)
    assert gone.barriers[0].options == ()
    assert gone.interests[0].options == ()
    assert gone.paper.recommended is None
    assert ALONE not in gone.sheets
    assert list(gone.sheets[CONSENSUS].cells) == [Cell("ft-plus", "engagement")]
    assert back == appraisal


def test_a_criterion_goes_with_its_amounts_comparisons_and_scores_and_frees_what_was_under_it():
    gone, back = without(scored(), Ref("criteria", "staff"))
    assert [(each.id, each.parent) for each in gone.criteria] == [
        ("engagement", None),
        ("turnover", None),
        ("quality", None),
    ]
    assert dict(gone.weight_sets[0].raw) == {"quality": 60.0, "engagement": 100.0, "turnover": 50.0}
    assert gone.comparisons == ()
    assert gone.sheets == scored().sheets
    assert back == scored()
    gone, back = without(scored(), Ref("criteria", "engagement"))
    assert ALONE not in gone.sheets
    assert list(gone.sheets[CONSENSUS].cells) == [Cell("cic", "quality")]
    assert back == scored()


def test_a_scorer_goes_with_scores_and_interests_and_the_consensus_stays():
    gone, back = without(scored(), Ref("scorers", "nurse"))
    assert gone.interests == ()
    assert list(gone.sheets) == [CONSENSUS]
    assert gone.sheets[CONSENSUS] == scored().sheets[CONSENSUS]
    assert back == scored()


def test_notes_on_a_thing_whose_id_begins_alike_stay():
    later = Option(id="cic-later")
    note = Citation(id="c4", about="options/cic-later", source="accounts")
    appraisal = after(unsealed(), AddEntity("options", later), AddEntity("citations", note))
    gone, _ = without(appraisal, Ref("options", "cic"))
    assert ids(gone.citations) == ["c1", "c3", "c4"]


def test_what_is_owned_goes_with_what_it_owns_in_turn():
    noted = replace(
        unsealed(), citations=(Citation(id="c1", about="actions/a1.cost", source="accounts"),)
    )
    gone, back = without(noted, Ref("barriers", "vat"))
    assert gone.actions == ()
    assert gone.citations == ()
    assert back == noted


def test_a_source_goes_with_its_citations_even_where_one_is_about_another():
    noted = replace(
        unsealed(),
        citations=(
            Citation(id="c1", about="sources/accounts", source="accounts"),
            Citation(id="c2", about="citations/c1", source="accounts"),
        ),
    )
    gone, back = without(noted, Ref("sources", "accounts"))
    assert gone.citations == ()
    assert back == noted


def test_removing_a_thing_says_every_part_that_changed():
    done = apply(scored(), RemoveEntity(Ref("scorers", "nurse")))
    assert done.touched == Part.SCORES
    done = apply(scored(), RemoveEntity(Ref("options", "cic")))
    wanted = Part.OPTIONS | Part.CASE | Part.BARRIERS | Part.SCORES | Part.SOURCES | Part.PAPER
    assert done.touched == wanted


def test_what_nothing_hangs_on_is_brought_back_by_one_plain_edit():
    done = apply(unsealed(), RemoveEntity(Ref("options", "jv")))
    assert done.inverse.entity == unsealed().option("jv")
    assert done.inverse.at == 3


@given(st.data())
def test_nothing_is_left_that_links_to_what_is_gone(data):
    appraisal = data.draw(appraisals())
    there = [Ref(name, each) for name, known in ids_of(appraisal).items() for each in known]
    assume(there)
    ref = data.draw(st.sampled_from(there))
    gone, back = without(appraisal, ref)
    assert ref.id not in ids_of(gone)[ref.collection]
    assert next(links_to(gone, ref), None) is None
    assert next(scores_of(gone, ref), None) is None
    for name in COLLECTIONS:
        for each in entities(gone, name):
            for spec in specs(type(each)).values():
                if spec.to == ref.collection:
                    held = getattr(each, spec.name)
                    assert ref.id not in ([held] if spec.kind is Kind.LINK else held)
    assert back == appraisal
