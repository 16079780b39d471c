"""A paper made ready to be looked at is the very paper that is exported."""

from dataclasses import replace
from pathlib import Path

import pytest

from appraiser.analysis.cancelling import Cancelled
from appraiser.catalogue.loading import load_catalogue
from appraiser.domain.appraisal import Appraisal
from appraiser.exporting.preparing import prepare
from appraiser.exporting.to_file import export_to
from appraiser.exporting.wanted import Wanted


@pytest.mark.parametrize("public", [False, True])
def test_its_bytes_are_those_that_are_exported(leicester: Appraisal, tmp_path: Path, public: bool):
    wanted = Wanted(public=public)
    found = prepare(leicester, None, load_catalogue(), wanted)
    export_to(leicester, tmp_path / "paper.pdf", wanted)
    assert found.content == (tmp_path / "paper.pdf").read_bytes()
    assert found.leak is None
    assert found.budget.words == "The body takes 8 pages of 8."
    assert "summary.verdict" in found.composed


def test_a_public_paper_that_would_leak_says_so(leicester: Appraisal):
    named = replace(leicester.paper, dissent="Supplier A (illustrative) was too dear.")
    found = prepare(replace(leicester, paper=named), None, load_catalogue(), Wanted(public=True))
    assert found.leak is not None
    assert "Supplier A (illustrative)" in found.leak.what


def test_it_is_broken_off_when_nobody_waits(leicester: Appraisal):
    with pytest.raises(Cancelled):
        prepare(leicester, None, load_catalogue(), Wanted(cancelled=lambda: True))
