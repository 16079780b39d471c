"""The results a paper was decided on, kept, and what a newer library would change in them."""

import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from appraiser.analysis.gates import gate_results
from appraiser.analysis.library.decided import (
    KeptResults,
    decided_findings,
    keep_gates,
    kept_against_now,
    rules_vintage,
)
from appraiser.catalogue.loading import Catalogue, load_catalogue
from appraiser.domain.applying import apply
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.findings import Severity
from appraiser.domain.ids import OptionId
from appraiser.domain.terms import Gate, GateOutcome, Listing, Stage
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import resource, sample

DECIDED = datetime(2015, 3, 31, 15, 30)  # noqa: DTZ001 - as the clock on the wall shows it
CIC = OptionId("orthopaedics-cic")
OWN_RULE = """vintage = "2027-01"
note = "Our own."
[[rule]]
id = "our-rule"
title = "Our own rule"
gate = "lawful"
outcome = "bars"
resolver = "trust"
applies = { forms = ["cic-guarantee"] }
reason = { text = "Our board forbids it.", standing = "trust-record" }
unlock = { text = "The board's leave.", standing = "trust-record" }
"""


@pytest.fixture(scope="module")
def leicester() -> Appraisal:
    return read_appraisal(sample("leicester"))


def keep(appraisal: Appraisal, catalogue: Catalogue, at: datetime = DECIDED) -> Appraisal:
    edit = keep_gates(appraisal, gate_results(appraisal, catalogue), catalogue, at)
    return apply(appraisal, edit).appraisal


@pytest.fixture(scope="module")
def kept(leicester, catalogue) -> Appraisal:
    return keep(leicester, catalogue)


@pytest.fixture
def newer(tmp_path: Path) -> Catalogue:
    """A library in which a rule is gone and another one bars."""
    folder, own = tmp_path / "reference", tmp_path / "own"
    shutil.copytree(resource("reference"), folder)
    head, *rules = (folder / "rules.toml").read_text("utf-8").split("[[rule]]")
    left = [each for each in rules if 'id = "contracts-2013"' not in each]
    (folder / "rules.toml").write_text("[[rule]]".join([head, *left]), encoding="utf-8")
    own.mkdir()
    (own / "rules.toml").write_text(OWN_RULE, encoding="utf-8")
    return load_catalogue(folder, own)


def against(appraisal: Appraisal, catalogue: Catalogue) -> KeptResults:
    found = kept_against_now(appraisal, catalogue)
    assert found is not None
    return found


def test_every_gate_of_the_shortlist_is_kept_with_its_rules_its_date_and_the_moment(
    kept, catalogue
) -> None:
    assert len(kept.kept_gates) == len(kept.shortlist) * len(Gate)
    lawful = next(
        each
        for each in kept.kept_gates
        if (each.option, each.gate) == ("whole-trust-society", Gate.LAWFUL)
    )
    assert (lawful.outcome, lawful.rules) == (
        GateOutcome.BARS,
        ("no-route-out-for-a-whole-trust",),
    )
    assert (lawful.rules_date, lawful.kept_at) == (date(2014, 12, 12), DECIDED)
    assert lawful.vintage == rules_vintage(catalogue) == "2026-11"


def test_keeping_is_one_step_that_takes_the_place_of_what_was_kept_and_can_be_undone(
    kept, leicester, catalogue
) -> None:
    later = DECIDED + timedelta(days=30)
    edit = keep_gates(kept, gate_results(kept, catalogue), catalogue, later)
    done = apply(kept, edit)

    assert len(done.appraisal.kept_gates) == len(kept.kept_gates)
    assert {each.kept_at for each in done.appraisal.kept_gates} == {later}
    assert apply(done.appraisal, done.inverse, undoing=True).appraisal == kept


def test_options_without_results_are_not_kept(leicester, catalogue) -> None:
    edit = keep_gates(leicester, {}, catalogue, DECIDED)
    assert apply(leicester, edit).appraisal == leicester


def test_where_nothing_was_kept_there_is_nothing_to_say(leicester, catalogue) -> None:
    assert kept_against_now(leicester, catalogue) is None
    assert list(decided_findings(leicester, kept_against_now(leicester, catalogue))) == []


def test_under_the_same_library_nothing_differs(kept, catalogue) -> None:
    found = against(kept, catalogue)

    assert found.differing == ()
    assert (found.kept_vintage, found.vintage_now) == ("2026-11", "2026-11")
    assert (found.kept_at, found.unkept) == (DECIDED, ())
    assert list(decided_findings(kept, kept_against_now(kept, catalogue))) == []


def test_moving_the_date_of_the_law_afterwards_is_no_change_of_the_library(kept, catalogue) -> None:
    moved = replace(kept, question=replace(kept.question, rules_date=date(2026, 11, 26)))
    assert against(moved, catalogue).differing == ()


def test_a_newer_library_says_which_outcome_and_which_rules_changed(kept, newer) -> None:
    found = against(kept, newer)
    changed = {(each.option, each.gate): each for each in found.differing}

    lawful = changed[CIC, Gate.LAWFUL]
    assert lawful.now is GateOutcome.BARS
    assert [(each.rule, each.title) for each in lawful.added] == [("our-rule", "Our own rule")]
    assert {option for option, _ in changed} <= {CIC, "joint-venture"}
    assert found.vintage_now == "2026-11, with the trust's own of 2027-01"


def test_a_rule_the_library_has_no_more_is_named_by_its_id(kept, newer) -> None:
    gone = [rule for each in against(kept, newer).gates for rule in each.gone]
    assert ("contracts-2013", "contracts-2013") in {(each.rule, each.title) for each in gone}


def test_each_option_whose_gates_differ_is_a_warning_that_names_them(kept, newer) -> None:
    found = list(decided_findings(kept, kept_against_now(kept, newer)))

    first = next(each for each in found if '"Orthopaedics CIC by guarantee"' in each.words)
    assert first.ref is not None
    assert first.ref.id in {each.id for each in kept.kept_gates if each.option == CIC}
    assert (first.code, first.severity, first.stage) == (
        "kept-gates-differ",
        Severity.WARNING,
        Stage.GATES,
    )
    assert "lawful" in first.words


def test_an_answer_changed_since_shows_as_another_outcome_under_the_same_rules(
    kept, catalogue
) -> None:
    fewer = replace(kept, gate_answers=(), barriers=())
    found = [each for each in against(fewer, catalogue).differing if each.option == "ft-plus"]

    assert {each.now for each in found} == {GateOutcome.UNKNOWN}


def test_an_option_that_came_on_the_shortlist_since_is_named_as_not_kept(kept, catalogue) -> None:
    options = tuple(
        replace(each, listing=Listing.SHORTLIST) if each.id == "orthopaedics-llp" else each
        for each in kept.options
    )
    assert against(replace(kept, options=options), catalogue).unkept == ("orthopaedics-llp",)
