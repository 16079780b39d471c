"""Every version of the file that was ever given out opens, whole, and is brought up to date."""

import shutil
from pathlib import Path

import pytest
from tests.desk import Desk, trust_name

from appraiser.exchange.reading import read_appraisal
from appraiser.exchange.writing import appraisal_to_json
from appraiser.resources import sample
from appraiser.session.opening import open_document, read_snapshot
from appraiser.store.identity import VERSION, recognise

FILES = Path(__file__).parents[1] / "files"
VERSIONS = range(1, VERSION + 1)


def test_there_is_a_real_file_of_every_version():
    found = {int(each.stem.removeprefix("version_")) for each in FILES.glob("*.appraisal")}
    assert found == set(VERSIONS)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_past_version_opens_with_all_that_was_in_it(tmp_path, version):
    desk = Desk(tmp_path)
    shutil.copyfile(FILES / f"version_{version}.appraisal", desk.path)
    assert recognise(desk.path).version == version
    document = open_document(desk.path, **desk.common)
    assert document.appraisal == read_appraisal(FILES / f"version_{version}.json")
    assert document.journal_broken_at() is None
    before = len(document.journal())
    assert before > 5
    document.apply(trust_name("Going on"))
    document.close()
    assert recognise(desk.path).version == VERSION
    assert read_snapshot(desk.path).trust.name == "Going on"


@pytest.mark.parametrize("name", ["leicester", "fenmarsh", "northcliff"])
def test_a_sample_goes_through_the_file_and_comes_out_the_same(tmp_path, name):
    desk = Desk(tmp_path)
    document = desk.open(sample(name))
    document.save_as(desk.path)
    document.close()
    came_out = appraisal_to_json(read_snapshot(desk.path))
    assert came_out == appraisal_to_json(read_appraisal(sample(name)))
