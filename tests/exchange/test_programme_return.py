import gc
import json
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from tests.exchange.examples import document, read

from appraiser.analysis.cancelling import Cancelled
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fields import Kind, specs
from appraiser.domain.ids import OptionId
from appraiser.domain.options import Option
from appraiser.domain.problem import Problem
from appraiser.exchange.programme_return import NOT_COVERED, ProgrammeReturn, programme_return
from appraiser.exchange.programme_rows import barrier_rows
from appraiser.exchange.programme_writers import write_programme_return
from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.writing import write_json
from appraiser.gathering import appraisals_in, gather
from appraiser.resources import sample
from appraiser.session.opening import create, read_snapshot
from appraiser.store.folders import Folders

SAMPLES = ("leicester", "fenmarsh", "northcliff")


def trust(name: str, **changes: object) -> Appraisal:
    """Give the example as another trust's."""
    own = {"name": name, **changes.pop("trust", {})}
    return read(document(id=name.lower().replace(" ", "-"), trust=own, **changes))


def gathered(folder: Path, *trusts: Appraisal, **options: object) -> ProgrammeReturn:
    """Write appraisals to files and gather a return from them."""
    paths = []
    for each in trusts:
        paths.append(folder / f"{each.trust.name or 'no name'}.json")
        write_json(each, paths[-1])
    return programme_return(paths, read_appraisal, **options)


@pytest.fixture(scope="module")
def samples() -> ProgrammeReturn:
    paths = [sample(each) for each in SAMPLES]
    return programme_return(paths, read_appraisal, catalogue=load_catalogue())


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


def everything_said(path: Path) -> str:
    if path.suffix == ".xlsx":
        cells = [
            str(cell.value)
            for sheet in load_workbook(path)
            for row in sheet.iter_rows()
            for cell in row
        ]
        return "\n".join(cells)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".html"])
def test_an_anonymous_return_names_no_trust_and_no_file(tmp_path, ending):
    (tmp_path / "Fenmarsh broken.json").write_text("{", encoding="utf-8")
    shutil.copy(sample("fenmarsh"), tmp_path / "Fenmarsh.json")
    names = ("Fenmarsh broken.json", "Fenmarsh.json")
    paths = [*map(sample, SAMPLES), *(tmp_path / each for each in names)]
    found = programme_return(paths, read_appraisal, anonymous=True)
    assert sorted(each.trust for each in found.trusts) == ["Trust 1", "Trust 2", "Trust 3"]
    out = tmp_path / f"return{ending}"
    write_programme_return(found, out)
    said = everything_said(out)
    assert "Leicester" not in said
    assert "Fenmarsh" not in said
    assert "Left out: File 4: it could not be read as an appraisal." in said
    assert "Left out: File 5: this appraisal was read from another file already." in said


def with_secrets(appraisal: Appraisal) -> Appraisal:
    """Put a secret of its own into every text of an appraisal, whatever the text is for."""
    made = count()

    def secret() -> str:
        return f"Seacrest{next(made)}"

    def spoilt(item):
        given = {Kind.LINE: secret, Kind.TEXT: secret, Kind.LINES: lambda: (secret(),)}
        changes = {
            spec.name: given[spec.kind]()
            for spec in specs(type(item)).values()
            if spec.kind in given
        }
        return replace(item, **changes)

    parts = {name: spoilt(getattr(appraisal, name)) for name in SINGLES}
    for name in COLLECTIONS:
        parts[name] = tuple(map(spoilt, entities(appraisal, name)))
    return replace(appraisal, **parts)


def every_byte(path: Path) -> bytes:
    """Give all that a file holds, unpacked where it is packed, its own properties included."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with ZipFile(path) as packed:
        inside = [packed.read(each) + each.filename.encode() for each in packed.infolist()]
        comments = [each.comment for each in packed.infolist()]
    return b"".join([*inside, *comments])


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".html"])
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_that_anybody_typed_can_be_found_in_an_anonymous_return(tmp_path, name, ending):
    spoilt = with_secrets(read_appraisal(sample(name)))
    assert spoilt.trust.name.startswith("Seacrest")
    (tmp_path / "Seacrest broken.json").write_text('{"Seacrest": 1}', encoding="utf-8")
    files = [tmp_path / "Seacrest.appraisal", tmp_path / "Seacrest broken.json"]
    named, anonymous = (
        programme_return(files, lambda _: spoilt, anonymous=each) for each in (False, True)
    )
    out = tmp_path / f"return{ending}"
    write_programme_return(named, out)
    assert b"Seacrest" in every_byte(out), "or the search would find nothing anywhere"
    write_programme_return(anonymous, out)
    assert b"seacrest" not in every_byte(out).lower()
    assert len(anonymous.barriers) == len(named.barriers)
    assert len(anonymous.requests) == len(named.requests)


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".html"])
def test_an_anonymous_return_has_no_name_of_the_samples_in_it(tmp_path, ending):
    found = programme_return(list(map(sample, SAMPLES)), read_appraisal, anonymous=True)
    out = tmp_path / f"return{ending}"
    write_programme_return(found, out)
    held = every_byte(out).lower()
    for name in ("leicester", "fenmarsh", "northcliff", *names_in(SAMPLES)):
        assert name.lower().encode() not in held, name


def names_in(samples) -> list[str]:
    """Give the names of scorers, suppliers and commissioners in the samples."""
    held = [read_appraisal(sample(each)) for each in samples]
    scorers = [scorer.name for each in held for scorer in each.scorers]
    suppliers = [contract.supplier for each in held for contract in each.contracts]
    commissioners = [each.trust.commissioner for each in held]
    return [each for each in (*scorers, *suppliers, *commissioners) if each.strip()]


def test_an_anonymous_return_speaks_in_the_words_of_the_reference_library(tmp_path):
    barriers = [
        {"id": "a", "title": "Our VAT", "kind": "vat", "resolver": "government"},
        {"id": "b", "title": "The bridge at Fenmarsh"},
    ]
    requests = [
        {"id": "a", "barrier": "a", "title": "Help Fenmarsh", "answer": "Dear Fenmarsh"},
        {"id": "b", "barrier": "b", "title": "Build a bridge"},
    ]
    paper = {"recommendation": "one-option", "recommended": "idea"}
    lines = [{"id": "a", "category": "tax", "expenses": 123_456_78, "vat_rate": 0}]
    changes = {"barriers": barriers, "requests": requests, "paper": paper, "programme": {}}
    north = trust("North", **changes, support_lines=lines)
    odd = Option(id=OptionId("idea"), name="Odd", form="fenmarsh-form")
    north = replace(north, options=(*north.options[:-1], odd))
    found = programme_return([tmp_path / "north.appraisal"], lambda _: north, anonymous=True)
    vat = load_catalogue().barriers["vat"]
    assert [each.title for each in found.barriers] == [vat.title, "A barrier of a trust's own"]
    assert found.barriers[0].mitigation == vat.mitigation.text
    assert [each.request for each in found.requests] == [
        f"Remove or ease: {vat.title}",
        "A request in a trust's own words",
    ]
    assert {each.answer for each in found.requests} == {""}
    (row,) = found.trusts
    assert (row.recommended, row.cap, row.used) == ("A form not chosen yet", None, 12_300_000)
    assert found.support[0].counted == 12_300_000


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


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".html", ".HTML"])
def test_the_return_says_who_asked_what_is_illustrative_and_what_is_not_covered(
    tmp_path, samples, ending
):
    out = tmp_path / f"return{ending}"
    write_programme_return(samples, out)
    said = everything_said(out)
    assert "University Hospitals of Leicester" in said
    assert NOT_COVERED in said
    assert "Illustrative. Some or all of what" in said
    assert "VAT" in said
    assert "Legal form and powers" in said or "legal" in said


def test_the_json_holds_the_counts_and_the_rows(tmp_path, samples):
    write_programme_return(samples, tmp_path / "return.json")
    plain = json.loads((tmp_path / "return.json").read_text(encoding="utf-8"))
    assert plain["format"] == "appraiser-programme-return"
    assert len(plain["barriers"]) == len(samples.barriers)
    assert sum(each["barriers"] for each in plain["groups"]) == len(samples.barriers)
    assert {each["resolver"] for each in plain["barriers"]} >= {"government", "commissioner"}
    assert plain["skipped"] == []


def test_the_same_request_by_several_trusts_stands_once_with_all_of_them(tmp_path):
    asked = [{"id": "a", "barrier": "vat", "title": "Refund  VAT", "answer": "No"}]
    alone = [{"id": "b", "barrier": "vat", "title": "Say what you think", "status": "done"}]
    found = gathered(
        tmp_path,
        trust("North", requests=[*alone, *asked]),
        trust("South", requests=[{**asked[0], "title": "refund VAT", "answer": ""}]),
    )
    write_programme_return(found, tmp_path / "return.xlsx")
    sheet = load_workbook(tmp_path / "return.xlsx")["Requests to Government"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()][-2:]
    assert rows == [
        ["Refund  VAT", 2, "North; South", "VAT", "Open", "North: No"],
        ["Say what you think", 1, "North", "VAT", "Done", None],
    ]


class Page(HTMLParser):
    """What an HTML page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_can_be_read_without_seeing_it(tmp_path, samples):
    out = tmp_path / "return.html"
    write_programme_return(samples, out)
    page = Page(out.read_text(encoding="utf-8"))
    assert page.open == []
    tags = [tag for tag, _ in page.tags]
    assert dict(page.tags)["html"]["lang"] == "en-GB"
    assert tags.count("title") == tags.count("h1") == tags.count("main") == 1
    assert tags.count("h2") == tags.count("section") == 7
    headings = [attributes for tag, attributes in page.tags if tag == "th"]
    assert {each.get("scope") for each in headings} == {"col", "row"}
    assert tags.count("table") == tags.count("thead") == tags.count("tbody")
    named = {attributes.get("id") for _, attributes in page.tags}
    for _, attributes in page.tags:
        assert attributes.get("aria-labelledby", "title-1") in named
        assert attributes.get("href", "#title-1").removeprefix("#") in named
    assert not {"script", "link", "img", "iframe"} & set(tags)


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "<b>&amp;</b>", "a\nb", "שלום"])
def test_what_people_typed_is_never_markup(tmp_path, words):
    barriers = [{"id": "vat", "title": words.replace("\n", " "), "description": words}]
    found = gathered(tmp_path, trust("North", barriers=barriers))
    write_programme_return(found, tmp_path / "return.html")
    text = (tmp_path / "return.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.open == []
    assert not {"script", "b"} & {tag for tag, _ in page.tags}


def test_a_trust_with_nothing_in_it_gives_a_return_that_says_so(tmp_path):
    bare = Appraisal(id="bare")
    for ending in (".xlsx", ".json", ".html"):
        write_programme_return(gathered(tmp_path, bare), tmp_path / f"return{ending}")
    page = (tmp_path / "return.html").read_text(encoding="utf-8")
    assert page.count("There are none.") == 5
    assert "Illustrative." not in page
    assert NOT_COVERED in page


def test_a_return_with_another_ending_is_refused_and_nothing_is_written(tmp_path, samples):
    with pytest.raises(Problem, match=r"written as \.xlsx, \.json or \.html"):
        write_programme_return(samples, tmp_path / "return.pdf")
    assert not (tmp_path / "return.pdf").exists()
