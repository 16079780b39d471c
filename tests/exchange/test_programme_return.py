"""import gc"""

import gc
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.exchange.programmes import SAMPLES, gathered, trust

from appraiser.analysis.cancelling import Cancelled
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.exchange.programme_return import programme_return
from appraiser.exchange.programme_rows import barrier_rows
from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.writing import write_json
from appraiser.gathering import appraisals_in, gather
from appraiser.resources import sample
from appraiser.session.opening import create, read_snapshot
from appraiser.store.folders import Folders


def test_each_trust_is_there_with_what_it_recommends_and_what_its_support_comes_to(samples):
    assert len(samples.trusts) == 3
    leicester = samples.trusts[0]
    assert leicester.trust == "University Hospitals of Leicester NHS Trust"
    assert leicester.cap == 10_000_000
    assert 0 < leicester.used <= leicester.cap
    assert leicester.illustrative
    assert samples.illustrative
    assert {each.recommended for each in samples.trusts} >= {"Pause"}


def test_barriers_are_counted_by_who_can_remove_them_and_by_theme(tmp_path):
    barriers = [
        {"id": "a", "title": "Our VAT", "kind": "vat", "resolver": "government", "severity": 5},
        {"id": "b", "title": "Pay", "resolver": "trust", "status": "resolved"},
    ]
    found = gathered(
        tmp_path,
        trust("North", barriers=barriers, requests=[]),
        trust("South", barriers=[{**barriers[0], "show_stopper": True}], requests=[]),
    )
    own, vat = found.groups
    assert (own.resolver.label, own.theme, own.kind) == ("The trust", "No theme yet", "Pay")
    assert (own.trusts, own.barriers, own.unresolved, own.worst) == (("North",), 1, 0, 9)
    assert (vat.resolver.label, vat.theme) == ("Government", "Tax and money")
    assert vat.trusts == ("North", "South")
    assert (vat.barriers, vat.unresolved, vat.show_stoppers, vat.worst) == (2, 2, 1, 15)


def test_only_what_is_asked_of_government_is_in_the_list_of_requests(tmp_path):
    requests = [
        {"id": "a", "barrier": "vat", "title": "Refund VAT"},
        {"id": "b", "barrier": "vat", "title": "Give us a contract", "asked_of": "commissioner"},
        {"id": "c", "barrier": "vat"},
    ]
    found = gathered(tmp_path, trust("North", requests=requests))
    assert [each.request for each in found.requests] == ["Refund VAT", "A request without words"]


def test_support_is_added_up_by_category_and_only_what_the_programme_pays_for(tmp_path):
    lines = [
        {"id": "a", "category": "tax", "day_rate": 100_000, "days": 2, "status": "spent"},
        {"id": "b", "category": "tax", "expenses": 1_000, "vat_rate": 0},
        {"id": "c", "category": "tax", "kind": "in-kind", "day_rate": 100_000, "days": 9},
    ]
    (row,) = gathered(tmp_path, trust("North", support_lines=lines)).support
    assert (row.lines, row.counted, row.spent) == (2, 241_000, 240_000)


@pytest.mark.parametrize(
    ("paper", "steps", "said"),
    [
        ({}, [], "Not yet decided"),
        ({"recommendation": "pause"}, [], "Pause"),
        ({"recommendation": "one-option"}, [], "One option"),
        (
            {"recommendation": "one-option", "recommended": "cic"},
            [],
            "Community interest company limited by guarantee",
        ),
        ({"recommendation": "one-option", "recommended": "idea"}, [], "A form not chosen yet"),
        ({"recommendation": "staged"}, [], "A staged path"),
        (
            {"recommendation": "staged"},
            [{"id": "a", "option": "as-now"}, {"id": "b"}, {"id": "c", "option": "cic"}],
            "NHS trust as it is, then Community interest company limited by guarantee",
        ),
    ],
)
def test_the_form_recommended_is_named_however_the_recommendation_is_made(
    tmp_path, paper, steps, said
):
    (row,) = gathered(tmp_path, trust("North", paper=paper, path_steps=steps)).trusts
    assert row.recommended == said


def test_what_is_marked_private_is_left_out_and_counted(tmp_path):
    marks = [{"id": "m", "about": "barriers/vat"}, {"id": "n", "about": "trust.income"}]
    found = gathered(tmp_path, trust("North", part_marks=marks))
    assert found.barriers == ()
    assert found.requests == ()
    assert found.private == 2
    public = [{"id": "m", "about": "barriers", "part": "1"}]
    assert gathered(tmp_path, trust("North", part_marks=public)).private == 0


def test_files_that_cannot_be_used_are_named_and_skipped(tmp_path):
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    good = tmp_path / "good.json"
    write_json(trust("North"), good)
    shutil.copy(good, tmp_path / "again.json")
    (tmp_path / "other.appraisal").write_bytes(b"not one of ours")

    def read_other(path: Path) -> Appraisal:
        raise Problem("This is not an appraisal.", place=str(path))

    names = ["broken.json", "good.json", "again.json", "none.json", "other.appraisal"]
    told: list[int] = []
    found = programme_return([tmp_path / each for each in names], read_other, progress=told.append)
    assert [each.trust for each in found.trusts] == ["North"]
    assert [str(each) for each in found.skipped] == [
        "broken.json: line 1, column 2: the text stops here, before the JSON is complete",
        "again.json: this appraisal was read from another file already",
        "none.json: There is no such file.",
        "other.appraisal: This is not an appraisal.",
    ]
    assert told == [1, 2, 3, 4, 5]


def test_files_of_the_program_are_read_by_the_reader_given(tmp_path):
    found = programme_return([tmp_path / "North.appraisal"], lambda path: trust(path.stem))
    assert [each.trust for each in found.trusts] == ["North"]


def test_when_no_file_can_be_used_nothing_is_gathered(tmp_path):
    with pytest.raises(Problem, match=r"nothing to gather\. none.json: There is no such file\."):
        programme_return([tmp_path / "none.json"], read_appraisal)
    with pytest.raises(Problem, match=r"nothing to gather\."):
        programme_return([], read_appraisal)


def test_trusts_of_the_same_name_and_of_none_are_told_apart(tmp_path):
    one, other = trust("North"), replace(trust("North"), id="other")
    (tmp_path / "b").mkdir()
    write_json(one, tmp_path / "one.json")
    write_json(other, tmp_path / "other.json")
    write_json(trust("South", trust={"name": ""}), tmp_path / "third.json")
    paths = [tmp_path / f"{each}.json" for each in ("one", "other", "third")]
    found = programme_return(paths, read_appraisal)
    assert [each.trust for each in found.trusts] == ["North", "North (2)", "Trust without a name"]


def test_two_hundred_and_fifty_files_are_gathered_in_one_go_and_the_broken_one_is_named(tmp_path):
    whole = read_appraisal(sample("northcliff"))
    first = tmp_path / "trust-0.appraisal"
    folders = Folders.under(tmp_path / "private")
    create(first, whole, who="Somebody", folders=folders).close()
    content = first.read_bytes()
    for number in range(1, 250):
        other = content.replace(whole.id.encode(), f"{number:0{len(whole.id)}}".encode())
        (tmp_path / f"trust-{number}.appraisal").write_bytes(other)
    broken = tmp_path / "trust-7.appraisal"
    broken.write_bytes(broken.read_bytes()[:50_000])
    told: list[int] = []

    found = gather(appraisals_in([tmp_path]), progress=told.append)

    assert told == list(range(1, 251))
    assert len(found.trusts) == 249
    assert [each.file for each in found.skipped] == ["trust-7.appraisal"]
    assert "damaged" in found.skipped[0].why
    assert len(found.barriers) == 249 * len(barrier_rows(whole, load_catalogue()))
    assert sum(each.barriers for each in found.groups) == len(found.barriers)


def test_a_return_from_the_programs_own_files_is_the_same_as_from_whole_appraisals(tmp_path):
    folders = Folders.under(tmp_path / "private")
    paths = [tmp_path / f"{each}.appraisal" for each in SAMPLES]
    for path in paths:
        create(path, read_appraisal(sample(path.stem)), who="A", folders=folders).close()
    before = {each: each.read_bytes() for each in paths}

    assert gather(paths) == programme_return(paths, read_snapshot)
    assert {each: each.read_bytes() for each in paths} == before
    assert (
        gather([sample("fenmarsh")]).trusts
        == programme_return([sample("fenmarsh")], read_appraisal).trusts
    )


def test_gathering_can_be_broken_off_and_leaves_the_collector_as_it_was():
    def tired(_done: int) -> None:
        raise Cancelled

    for enabled in (True, False):
        if not enabled:
            gc.disable()
        try:
            with pytest.raises(Cancelled):
                gather([sample("fenmarsh")], progress=tired)
            assert gc.isenabled() is enabled
        finally:
            gc.enable()
