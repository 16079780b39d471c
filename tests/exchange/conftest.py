"""The return of the samples, gathered once."""

import pytest
from tests.exchange.programmes import SAMPLES

from appraiser.catalogue.loading import load_catalogue
from appraiser.exchange.programme_return import ProgrammeReturn, programme_return
from appraiser.exchange.reading import read_appraisal
from appraiser.resources import sample


@pytest.fixture(scope="session")
def samples() -> ProgrammeReturn:
    paths = [sample(each) for each in SAMPLES]
    return programme_return(paths, read_appraisal, catalogue=load_catalogue())
