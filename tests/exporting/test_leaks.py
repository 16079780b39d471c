"""The public edition holds no private word, in whatever form it goes out; a leak stops it."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.paper.pdf.tag_tree import tags_of
from tests.paper.reading import pages_of
from tests.planting import EVERYTHING, planted

from appraiser.domain.appraisal import Appraisal
from appraiser.domain.problem import Problem
from appraiser.domain.sources import Exemption, PartMark
from appraiser.domain.withholding.secrets import Secret
from appraiser.exporting.leaks import leaks
from appraiser.exporting.to_file import export_to
from appraiser.exporting.wanted import Wanted

PUBLIC = Wanted(public=True)
ENDINGS = (".pdf", ".docx", ".html", ".xlsx", ".csv", ".json")


def everything_in(path: Path) -> str:
    """Every text that can be got out of a file, by other means than the program's own."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        return "\n".join(_pdf(content))
    if path.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return unescape(
                "\n".join(
                    archive.read(each).decode("utf-8", "replace") for each in archive.namelist()
                )
            )
    return unescape(content.decode("utf-8"))


def _pdf(content: bytes) -> Iterator[str]:
    pages = pages_of(content)
    yield pages.text
    yield from pages.properties.values()
    yield from (title for _, title, _ in pages.bookmarks)
    yield from (each.alt for page in tags_of(content) for top in page for each in top.every())
    with pikepdf.open(BytesIO(content)) as pdf:
        yield str(pdf.open_metadata())
        for held in pdf.objects:
            yield repr(held)
            if isinstance(held, pikepdf.Stream):
                yield held.read_bytes().decode("latin-1")


@pytest.fixture(scope="module")
def secretive(leicester: Appraisal) -> tuple[Appraisal, tuple[str, ...]]:
    """The sample with a secret in every text of an item of every kind, and all of them private."""
    return planted(leicester, EVERYTHING)


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_planted_secret_gets_out(
    secretive: tuple[Appraisal, tuple[str, ...]], tmp_path: Path, ending: str
):
    appraisal, secrets = secretive
    out = tmp_path / f"public{ending}"
    export_to(appraisal, out, PUBLIC)
    said = everything_in(out)
    assert len(secrets) > 150
    assert [each for each in secrets if each in said] == []
    assert "1,234,567" not in said


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_private_edition_has_them_so_the_search_can_find_them(
    leicester: Appraisal, tmp_path: Path, ending: str
):
    appraisal, secrets = planted(leicester, ("options",))
    out = tmp_path / f"private{ending}"
    export_to(appraisal, out)
    assert secrets[0] in everything_in(out)


@pytest.mark.parametrize("name", EVERYTHING)
def test_each_kind_of_item_is_left_out_on_its_own(leicester: Appraisal, tmp_path: Path, name: str):
    appraisal, secrets = planted(leicester, (name,))
    out = tmp_path / "public.html"
    export_to(appraisal, out, PUBLIC)
    said = everything_in(out)
    assert [each for each in secrets if each in said] == []


def private_supplier(leicester: Appraisal, **paper: Any) -> Appraisal:
    """A private contract whose supplier the author names in public all the same."""
    mark = PartMark(id="m", about="contracts/lead", exemption=Exemption.COMMERCIAL, reason="Price")
    first, *others = leicester.contracts
    named = (replace(first, supplier="Hollin & Marsh LLP"), *others)
    said = replace(leicester.paper, **paper)
    return replace(leicester, contracts=named, part_marks=(mark,), paper=said)


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".json"])
def test_a_private_name_in_a_public_text_stops_the_export_and_the_old_file_stays(
    leicester: Appraisal, tmp_path: Path, ending: str
):
    out = tmp_path / f"public{ending}"
    out.write_text("the old one", encoding="utf-8")
    leaky = private_supplier(leicester, dissent="I would not have chosen Hollin & Marsh LLP.")
    with pytest.raises(Problem, match=r"“Hollin & Marsh LLP” \(Contract .*: supplier\)") as refused:
        export_to(leaky, out, PUBLIC)
    assert refused.value.safe == "Nothing was written."
    assert out.read_text(encoding="utf-8") == "the old one"


def test_a_title_that_leaks_into_metadata_alone_is_found(leicester: Appraisal, tmp_path: Path):
    leaky = private_supplier(leicester, author="Hollin & Marsh LLP")
    with pytest.raises(Problem, match="Hollin & Marsh LLP"):
        export_to(leaky, tmp_path / "public.pdf", PUBLIC)


def test_an_amount_that_a_total_gives_away_is_found(leicester: Appraisal, tmp_path: Path):
    """The only one-off cost of an option is private, and the option's sum would print it."""
    option = leicester.shortlist[2].id
    (line, *_) = [each for each in leicester.cost_lines if each.option == option]
    odd = replace(line, amount=98_765_00)
    only = tuple(each for each in leicester.cost_lines if each.option != option)
    mark = PartMark(
        id="m", about=f"cost_lines/{odd.id}", exemption=Exemption.COMMERCIAL, reason="x"
    )
    leaky = replace(leicester, cost_lines=(*only, odd), part_marks=(mark,))
    with pytest.raises(Problem, match="£98,765"):
        export_to(leaky, tmp_path / "public.html", PUBLIC)


def test_a_scorers_name_in_a_public_text_becomes_the_role(leicester: Appraisal, tmp_path: Path):
    first, *others = leicester.scorers
    named = replace(leicester, scorers=(replace(first, name="Odo Planted"), *others))
    said = replace(named, paper=replace(named.paper, dissent="Odo Planted disagreed."))
    export_to(said, tmp_path / "public.html", PUBLIC)
    assert "Odo Planted" not in everything_in(tmp_path / "public.html")
    assert f"{first.role} disagreed." in everything_in(tmp_path / "public.html")


@pytest.mark.parametrize(
    ("secret", "text", "found"),
    [
        ("Acme Ltd", "We chose Acme\nLtd.", True),
        ("Acme Ltd", "We chose ACME ltd", True),
        ("Acme", "Acmeville is a town", False),
        ("VAT", "VAT is a tax", False),
        ("a lender asks for nine per cent", "a lender asks fornine per\ncent", True),
        ("Known words here", "Known words here", False),
        (60_000_00, "It costs £60,000.", True),
        (60_000_00, "It costs £60,000.00 now", True),
        (60_000_00, "It costs £160,000 or £60,000,000", False),
    ],
)
def test_what_counts_as_a_leak(secret: str | int, text: str, found: bool):
    held = leaks(text.encode(), ".csv", [Secret(secret, "x")], known="He said: known words here.")
    assert bool(held) is found
