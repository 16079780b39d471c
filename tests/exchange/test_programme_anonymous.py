"""An anonymous return gives away no trust, no file and no word that anybody typed."""

import shutil
from dataclasses import replace
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.exchange.programmes import SAMPLES, everything_said, trust

from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import COLLECTIONS, SINGLES, Appraisal, entities
from appraiser.domain.fields import Kind, specs
from appraiser.domain.ids import OptionId
from appraiser.domain.options import Option
from appraiser.exchange.programme_return import programme_return
from appraiser.exchange.programme_writers import write_programme_return
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample


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
