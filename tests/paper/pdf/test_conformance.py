"""Every PDF conforms to PDF/UA-1 and PDF/A-2a, by the veraPDF engine."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.logos import drawn, png, text
from tests.paper.conftest import Compose
from tests.paper.making import scored
from tests.paper.pdf.papers import META, everywhere, labels, of, paragraph

from appraiser.domain.appraisal import Appraisal
from appraiser.exchange.reading import read_appraisal
from appraiser.paper.blocks import Field, FrontSheet, Heading, Paper, Paragraph, Run
from appraiser.paper.expression_of_interest import compose_expression_of_interest
from appraiser.paper.logo import fitted_logo
from appraiser.paper.pdf.writer import write_pdf
from appraiser.paper.typefaces import OWN, STAND_INS, signs_of
from appraiser.resources import sample

pytestmark = pytest.mark.timeout(400)  # the first test waits for the engine to read every paper

ENGINE = Path(__file__).with_name("verapdf.py")
BORROWING = replace(META, trust="Trust ☎", notice="Ring ☎ 👍", author="中")
MANY = {f"o{at}": (at, 60 - at) for at in range(60)}
BORROWED = "☎ ⟶ 👍 🔟 🏥 שלום (12) עולם مرحبا x\u0302 中 \uf0b7 ☎☎ 👍 👍 "
SIGNS = "A & B <b>not bold</b> ≤ ✓ 😀 \u202e \x07 " + "unbroken" * 60


def linked() -> Paper:
    """Links over the ends of lines and pages, two to one place, and one that is all there is."""
    to_end = Run("a long way of saying where the end of all this is to be found", to="end")
    runs = (Run("See "), to_end, Run(" or "), to_end, Run(", or go on. "))
    many = [Paragraph(runs * 2, f"k{at}", f"1.{at}") for at in range(60)]
    whole = Paragraph((to_end,), "whole", "1.61")
    return of(Heading(1, "Begin", "begin", "1"), *many, whole, Heading(1, "End", "end", "2"))


def every_sign() -> Paper:
    """All signs that a shipped face has, each for ordinary and for strong words."""
    signs = sorted(sign for face in (OWN, *STAND_INS) for sign in signs_of(face))
    texts = ["".join(signs[at : at + 200]) for at in range(0, len(signs), 200)]
    return of(*(Paragraph((Run(each), Run(each, strong=True))) for each in texts))


def samples(composed: Compose) -> dict[str, Paper]:
    names = ("leicester", "northcliff", "fenmarsh")
    return {name: composed(read_appraisal(sample(name))) for name in names}


@pytest.fixture(scope="module")
def papers(composed: Compose, leicester: Appraisal) -> dict[str, Paper]:
    return {
        **samples(composed),
        "sixty": composed(scored(MANY)),
        "bare": composed(Appraisal(id="bare")),
        "signs": everywhere(SIGNS),
        "borrowed": of(*everywhere(BORROWED).blocks, labels(BORROWED), meta=BORROWING),
        "every-sign": every_sign(),
        "long": everywhere("many words " * 2_000),
        "empty": everywhere(""),
        "linked": linked(),
        "undated": of(paragraph("Words"), meta=replace(META, dated=None)),
        "interest": compose_expression_of_interest(leicester),
        "clear-logo": with_logo(png(drawn())),
        "solid-logo": with_logo(png(drawn(clear=False))),
    }


def with_logo(logo: bytes) -> Paper:
    fields = (Field("Meeting", "Board", short=True), Field("Law", "None identified."))
    front = FrontSheet("A trust", "A paper", ("A notice",), fields, logo=fitted_logo(text(logo)))
    return of(front, Heading(1, "Begin", "begin", "1"))


Failed = dict[str, dict[str, list[str]]]


@pytest.fixture(scope="module")
def failed(papers: dict[str, Paper], tmp_path_factory) -> Failed:
    """What the engine finds wrong with each paper; and with one that was broken on purpose."""
    folder = tmp_path_factory.mktemp("conformance")
    for name, paper in papers.items():
        (folder / f"{name}.pdf").write_bytes(write_pdf(paper))
    for name, breaks in BROKEN.items():
        whole = (folder / "leicester.pdf").read_bytes()
        (folder / f"{name}.pdf").write_bytes(breaks(whole))
    files = [f"{name}.pdf" for name in (*papers, *BROKEN)]
    done = subprocess.run(
        [sys.executable, str(ENGINE), *files],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name.removesuffix(".pdf"): found for name, found in json.loads(done.stdout).items()}


def swapped(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Break a file by putting as many other bytes in the place of some."""
    assert len(old) == len(new)

    def breaks(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new)

    return breaks


BROKEN = {
    "not-marked": swapped(b"/Marked true", b"/Marked null"),
    "no-tree": swapped(b"/StructTreeRoot ", b"/StructTreeRoof "),
    "no-alt": swapped(b"/Alt ", b"/Alx "),
    "no-language": swapped(b"/Lang (en-GB)", b"/Lang ()     "),
    "no-tab-order": swapped(b"/Tabs /S", b"/Tabs /R"),
    "no-colours": swapped(b"/OutputIntents", b"/OutputIntentz"),
}

PAPERS = (
    *("leicester", "northcliff", "fenmarsh", "sixty", "bare", "signs", "borrowed", "every-sign"),
    *("long", "empty", "linked", "undated", "interest", "clear-logo", "solid-logo"),
)


@pytest.mark.parametrize("name", PAPERS)
def test_it_conforms_to_both_standards(failed: Failed, name: str) -> None:
    assert failed[name] == {"PDFUA-1": [], "PDFA-2A": []}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_was_broken_on_purpose_does_not(failed: Failed, name: str) -> None:
    """Without these an engine that lets everything pass would be taken at its word."""
    assert any(failed[name].values())
