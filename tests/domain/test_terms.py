import json
import pickle

import pytest

from appraiser.domain import findings, journal, progress, terms
from appraiser.domain.term import Term, in_sentence
from appraiser.domain.terms import Gate, Part, Recommendation, Resolver, Stage

LISTS = sorted(
    {
        each
        for module in (terms, findings, progress, journal)
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Term) and each is not Term
    },
    key=lambda each: each.__name__,
)


@pytest.mark.parametrize("terms", LISTS)
def test_labels_are_different_plain_words(terms):
    labels = [term.label for term in terms]
    assert len({label.lower() for label in labels}) == len(labels)
    for label in labels:
        assert label
        assert label == label.strip()
        assert label[0].isupper()
        assert not label.endswith(".")
        assert "!" not in label


@pytest.mark.parametrize("terms", LISTS)
def test_what_is_stored_is_short_and_different(terms):
    values = [str(term) for term in terms]
    assert len(set(values)) == len(values) == len(terms.__members__)
    for value in values:
        assert value == value.lower()
        assert " " not in value
        assert value


@pytest.mark.parametrize("terms", LISTS)
def test_a_term_is_its_stored_text_everywhere(terms):
    for term in terms:
        assert terms(str(term)) is term
        assert f"{term}" == term.value
        assert json.loads(json.dumps(term)) == term.value
        assert pickle.loads(pickle.dumps(term)) is term


def test_a_label_reads_inside_a_sentence():
    assert Gate.AFFORDABLE.inline == "affordable with VAT and tax"
    assert Recommendation.STAGED.inline == "a staged path"
    assert (Resolver.GOVERNMENT.inline, Resolver.TRUST.inline) == ("Government", "the trust")
    assert in_sentence("CQC position") == "CQC position"
    assert in_sentence("") == ""


def test_the_ten_stages_are_numbered_in_order():
    assert [stage.number for stage in Stage] == list(range(1, 11))
    assert Stage.TRUST.number == 1
    assert Stage.PAPER.number == 10


def test_parts_can_be_put_together_and_asked_for():
    touched = Part.OPTIONS | Part.SCORES
    assert Part.SCORES in touched
    assert Part.COSTS not in touched
